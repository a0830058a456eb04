import type { TextBridge } from '../shared/bridge.ts'

declare global {
  interface Window {
    /** Put there by the preload. */
    readonly tokenDesk: TextBridge
  }
}

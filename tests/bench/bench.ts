import type { Host } from './host/start-host.ts'
import type { Sizes } from './sizes.ts'

/** What every measurement works with. */
export interface Bench {
  readonly env: NodeJS.ProcessEnv
  readonly sizes: Sizes
  /** Of the app's own parts, inside Electron. */
  readonly host: Host
  /** Where the data folders are; removed at the end. */
  readonly folder: string
  say(text: string): void
}

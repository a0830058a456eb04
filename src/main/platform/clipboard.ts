import { clipboard } from 'electron'
import { Failure } from '../../shared/errors.ts'
import type { Clipboard } from '../engine/ports.ts'

/** The clipboard of the desktop. */
export function createClipboard(): Clipboard {
  return {
    async writeText(text) {
      try {
        // A promise since Electron 44, nothing before.
        await clipboard.writeText(text)
      } catch {
        throw new Failure({ code: 'clipboard-unavailable' })
      }
    },
  }
}

import * as electron from 'electron'
import { Failure } from '../../shared/errors.ts'
import type { Clipboard } from '../engine/ports.ts'
import { secretFormats } from './secret-formats.ts'

const { clipboard } = electron

/** Electron 44 and later write several formats at once; before, each write replaces the last. */
const canHint = 'ClipboardItem' in electron && typeof electron.ClipboardItem === 'function'

async function writeSecret(text: string): Promise<void> {
  if (!canHint) return clipboard.writeText(text)
  try {
    const formats = secretFormats(process.platform, text)
    await clipboard.write([new electron.ClipboardItem(formats)])
  } catch {
    // If the system refuses a hint, the text must still be copied.
    await clipboard.writeText(text)
  }
}

async function orUnavailable<Value>(work: () => Value | Promise<Value>): Promise<Value> {
  try {
    return await work()
  } catch {
    throw new Failure({ code: 'clipboard-unavailable' })
  }
}

/** The clipboard of the desktop. Its methods return promises since Electron 44, values before. */
export function createClipboard(): Clipboard {
  return {
    writeText: (text) => orUnavailable(() => clipboard.writeText(text)),
    writeSecret: (text) => orUnavailable(() => writeSecret(text)),
    readText: () => orUnavailable(() => clipboard.readText()),
    clear: () => orUnavailable(() => clipboard.clear()),
  }
}

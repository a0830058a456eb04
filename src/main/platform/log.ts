import { randomBytes } from 'node:crypto'
import { renameSync, statSync } from 'node:fs'
import type { Log } from '../engine/ports.ts'
import { appendSync } from '../vault/bounded-file.ts'
import { allowedFields, causeFacts } from './log-line.ts'

const maxFile = 1024 * 1024

function sizeOf(path: string): number {
  try {
    return statSync(path).size
  } catch {
    return 0
  }
}

/**
 * Writes one JSON object per line to a file that only its owner can read. At `limit` bytes, the file
 * replaces `<path>.1`. Errors of writing are ignored.
 */
export function createLog(path: string, limit = maxFile): Log {
  let size = sizeOf(path)

  function write(line: Readonly<Record<string, unknown>>): void {
    const text = `${JSON.stringify({ at: new Date().toISOString(), ...line })}\n`
    try {
      const length = Buffer.byteLength(text)
      if (size > 0 && size + length > limit) {
        renameSync(path, `${path}.1`)
        size = 0
      }
      appendSync(path, text)
      size += length
    } catch {
      // Nothing is left to report it to.
    }
  }

  return {
    info: (event, fields = {}) => write({ event, ...allowedFields(fields) }),
    incident(event, cause) {
      const incident = randomBytes(3).toString('hex').toUpperCase()
      write({ event, incident, error: causeFacts(cause) })
      return incident
    },
  }
}

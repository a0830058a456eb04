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
 * Writes one JSON object a line to a file that its owner alone reads. When it has
 * grown to `limit` bytes it is kept as `<path>.1`, in the place of the one before.
 * A log that can't be written is no reason for anything else to fail.
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
      // There is nobody left to tell.
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

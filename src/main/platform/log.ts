import { randomBytes } from 'node:crypto'
import { renameSync, statSync } from 'node:fs'
import { z } from 'zod'
import type { Log, LogFields } from '../engine/ports.ts'
import { appendSync } from '../vault/disk.ts'

const word = /^[A-Za-z0-9_.:-]{1,80}$/
const frame = /^\s+at \S.*$/
/** The file, line and column of a stack frame, without folders and function names. */
const position = /^\s+at (?:async )?(?:.* \()?(?:[^\s()]*[/\\:])?([^\s()/\\:]+:\d+:\d+)\)?$/
const maxCauseDepth = 4

function wordOr(value: unknown, otherwise: string): string {
  return typeof value === 'string' && word.test(value) ? value : otherwise
}

/** Returns the allowed fields of their expected types. */
export function allowedFields(fields: LogFields): Readonly<Record<string, string | number>> {
  const { profileId, outcome, count, milliseconds, reason } = fields
  const allowed: Record<string, string | number> = {}
  if (profileId !== undefined) allowed['profileId'] = wordOr(profileId, 'unprintable')
  if (outcome !== undefined) allowed['outcome'] = wordOr(outcome, 'unprintable')
  if (count !== undefined) allowed['count'] = Number(count)
  if (milliseconds !== undefined) allowed['milliseconds'] = Number(milliseconds)
  if (reason !== undefined) allowed['reason'] = wordOr(reason, 'unprintable')
  return allowed
}

/**
 * Returns the stack of an error without its message, which may have several lines, resemble a stack,
 * and differ from the one that the error was created with.
 */
function frames(error: Error): readonly string[] {
  const stack = error.stack?.replace(error.message, '')
  const lines = stack?.split('\n') ?? []
  const lastOther = lines.findLastIndex((line) => !frame.test(line))
  return lines.slice(lastOther + 1).flatMap((line) => position.exec(line)?.[1] ?? [])
}

export interface CauseFacts {
  readonly name: string
  readonly code?: string
  readonly stack: readonly string[]
  readonly cause?: CauseFacts
}

const withCode = z.object({ code: z.string().regex(word) })

/**
 * Returns the loggable facts about a thrown value: its origin, never its message, which may quote a
 * secret.
 */
export function causeFacts(thrown: unknown, depth = 0): CauseFacts {
  if (!(thrown instanceof Error)) return { name: `thrown ${typeof thrown}`, stack: [] }
  const code = withCode.safeParse(thrown)
  return {
    name: wordOr(thrown.name, 'Error'),
    ...(code.success ? { code: code.data.code } : {}),
    stack: frames(thrown),
    ...(thrown.cause !== undefined && depth < maxCauseDepth
      ? { cause: causeFacts(thrown.cause, depth + 1) }
      : {}),
  }
}

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

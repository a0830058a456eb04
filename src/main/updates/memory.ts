import { z } from 'zod'
import { type Instant, instant } from '../../shared/clock.ts'
import { createKeyedQueue } from '../../shared/keyed-queue.ts'
import { versionText } from '../../shared/updates.ts'
import type { Log } from '../engine/ports.ts'
import { readBoundedSync } from '../vault/disk.ts'
import { writeDurably } from '../vault/durable-file.ts'
import { parsedJson } from './envelope.ts'

/** The saved state of update checks. It is neither secret nor trusted. */
export interface Remembered {
  /** When the last request was made. */
  readonly lookedAt: Instant | null
  /** The newest feed with its signature, which is verified again before use. */
  readonly newest: string | null
  /** The version that the user dismissed. */
  readonly dismissed: string | null
}

export interface Memory {
  get(): Remembered
  /** Applies at once, and is saved if possible. Never rejects. */
  change(part: Partial<Remembered>): Promise<void>
}

/** Bytes; a feed has at most 32 KiB. */
const maxBytes = 256 * 1024

const nothing: Remembered = { lookedAt: null, newest: null, dismissed: null }

const content = z.object({
  lookedAt: instant.nullable().catch(null),
  newest: z.string().nullable().catch(null),
  dismissed: versionText.nullable().catch(null),
})

/** The feed that the state belongs to; that of another feed is ignored. */
const ofFeed = z.object({ feed: z.string() })

function textOf(file: string): string {
  try {
    return readBoundedSync(file, maxBytes).toString('utf8')
  } catch {
    // Never saved, or not readable.
    return ''
  }
}

function contentOf(file: string, feed: string): Remembered {
  const found = parsedJson(textOf(file))
  if (ofFeed.safeParse(found).data?.feed !== feed) return nothing
  return content.safeParse(found).data ?? nothing
}

/** Opens the saved state of the feed at this address. */
export async function openMemory(file: string, feed: string, log: Log): Promise<Memory> {
  const turns = createKeyedQueue<'file'>()
  let now = contentOf(file, feed)
  return {
    get: () => now,
    change: (part) => {
      now = { ...now, ...part }
      return turns.take('file', async () => {
        try {
          await writeDurably(file, `${JSON.stringify({ feed, ...now })}\n`)
        } catch (cause) {
          log.incident('update-memory', cause)
        }
      })
    },
  }
}

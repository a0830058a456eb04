import { z } from 'zod'
import { type Instant, instant } from '../../shared/clock.ts'
import { createKeyedQueue } from '../../shared/keyed-queue.ts'
import { versionText } from '../../shared/updates.ts'
import type { Log } from '../engine/ports.ts'
import { readBoundedSync } from '../vault/bounded-file.ts'
import { writeDurably } from '../vault/durable-file.ts'
import { parsedJson } from './envelope.ts'

/** What is remembered from one start to the next. Nothing of it is secret, nor believed unseen. */
export interface Remembered {
  /** When the last request was made. */
  readonly lookedAt: Instant | null
  /** The newest feed as it came, signature and all: it is checked again before it counts. */
  readonly newest: string | null
  /** The version that the user does not want to hear of. */
  readonly dismissed: string | null
}

export interface Memory {
  get(): Remembered
  /** Holds at once, and for good where the disk takes it. Never rejects. */
  change(part: Partial<Remembered>): Promise<void>
}

/** Bytes; a feed itself has 32 KiB at most. */
const maxBytes = 256 * 1024

const nothing: Remembered = { lookedAt: null, newest: null, dismissed: null }

const content = z.object({
  lookedAt: instant.nullable().catch(null),
  newest: z.string().nullable().catch(null),
  dismissed: versionText.nullable().catch(null),
})

/** Of which feed it is: what is known of another distributor's says nothing. */
const ofFeed = z.object({ feed: z.string() })

function textOf(file: string): string {
  try {
    return readBoundedSync(file, maxBytes).toString('utf8')
  } catch {
    // Never saved, or not readable: then nothing is remembered.
    return ''
  }
}

function contentOf(file: string, feed: string): Remembered {
  const found = parsedJson(textOf(file))
  if (ofFeed.safeParse(found).data?.feed !== feed) return nothing
  return content.safeParse(found).data ?? nothing
}

/** Opens the file where it is remembered what the feed at this address told. */
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

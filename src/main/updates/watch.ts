import type { Instant } from '../../shared/clock.ts'
import type { LookResult, UpdatesView } from '../../shared/updates.ts'
import type { EngineClock, Http, HttpResult, Log, Random } from '../engine/ports.ts'
import { isInForce, judgeFeed, readFeed, type SignedFeed } from './feed.ts'
import { type FeedConfiguration, readFeedConfiguration } from './feed-configuration.ts'
import { type Memory, openMemory } from './memory.ts'
import { compareVersions } from './version.ts'

const minute = 60_000
const hour = 60 * minute

/** Milliseconds between two automatic checks, plus up to `spread`, so that not all apps check at once. */
const pause = 24 * hour
const spread = 2 * hour
/** The longest timer: short, because the computer may sleep and its clock may change. */
const maxNap = hour

export interface WatchParts {
  readonly configuration: FeedConfiguration
  /** Version of this app. */
  readonly version: string
  readonly memory: Memory
  readonly http: Http
  readonly clock: EngineClock
  readonly random: Pick<Random, 'fraction'>
  readonly log: Log
  /** Returns true if the user enabled automatic checks. */
  readonly isWanted: () => boolean
  readonly isLocked: () => boolean
  /** Called when the known new version changes. */
  readonly tell: (view: UpdatesView) => void
}

export interface UpdateWatch {
  view(): UpdatesView
  /** Checks now; joins a check in progress. */
  look(): Promise<LookResult>
  /** Dismisses the update notice for a version. */
  dismiss(version: string): Promise<void>
  /** Returns the page of the new version; `null`: there is none. */
  page(): string | null
  /** Starts automatic checks, if they are enabled. */
  begin(): void
  stop(): void
}

/** The request reveals no version, system or language. */
const headers = {
  accept: 'application/json',
  'accept-language': '*',
  'user-agent': 'TokenDesk',
}

function whyNoFeed(result: Exclude<HttpResult, { kind: 'answer' }>): LookResult {
  if (result.kind === 'certificate-not-trusted') return 'not-secure'
  return result.kind === 'moved' || result.kind === 'too-large' ? 'odd-answer' : 'no-answer'
}

/** Checks a distributor's feed for a newer version. It never downloads or installs one. */
export function createUpdateWatch(parts: WatchParts): UpdateWatch {
  const { configuration, version, memory, http, clock, random, log } = parts
  const over = new AbortController()
  let running: Promise<LookResult> | null = null
  let stopNap: () => void = () => {}
  let wait = nextWait()

  function nextWait(): number {
    return pause + random.fraction() * spread
  }

  /** Returns the newest known feed, verified again, because the disk is not trusted either. */
  function newest(): SignedFeed | null {
    const text = memory.get().newest
    return text === null ? null : readFeed(text, configuration)
  }

  function found(): SignedFeed | null {
    const feed = newest()
    if (feed === null || !isInForce(feed, clock.now())) return null
    return compareVersions(feed.version, version) > 0 ? feed : null
  }

  function view(): UpdatesView {
    const feed = found()
    return {
      host: new URL(configuration.address).host,
      found: feed && {
        version: feed.version,
        released: feed.released,
        pageHost: new URL(feed.page).host,
        notes: feed.notes,
      },
      isDismissed: feed !== null && memory.get().dismissed === feed.version,
    }
  }

  async function fetchFeed(): Promise<LookResult> {
    const asked = { method: 'GET', url: configuration.address, headers, body: '' } as const
    const result = await http.send(asked, over.signal)
    if (result.kind !== 'answer') return whyNoFeed(result)
    if (result.status !== 200) return 'odd-answer'
    const text = new TextDecoder().decode(result.body)
    const verdict = judgeFeed(text, configuration, clock.now(), newest()?.signed ?? null)
    if (verdict.kind === 'refused') return verdict.why
    await memory.change({ newest: text })
    return found() === null ? 'newest' : 'newer'
  }

  async function lookOnce(): Promise<LookResult> {
    const before = JSON.stringify(view())
    // Saved first, so that an app that crashes during a check does not repeat it at each start.
    await memory.change({ lookedAt: clock.now() })
    wait = nextWait()
    const result = await fetchFeed()
    log.info('looked-for-update', { reason: result })
    const after = view()
    if (JSON.stringify(after) !== before) parts.tell(after)
    return result
  }

  function look(): Promise<LookResult> {
    running ??= lookOnce().finally(() => {
      running = null
    })
    return running
  }

  /** Returns when the next check is due; if the clock went back, the last one is ignored. */
  function waitsUntil(now: Instant): Instant {
    const { lookedAt } = memory.get()
    return lookedAt === null || lookedAt > now ? now : lookedAt + wait
  }

  function begin(): void {
    stopNap()
    if (over.signal.aborted || !parts.isWanted()) return
    const now = clock.now()
    // A locked app makes no automatic requests.
    const isDue = waitsUntil(now) <= now && !parts.isLocked()
    if (isDue) look().catch((cause: unknown) => log.incident('look-for-update', cause))
    const nap = isDue ? maxNap : Math.min(maxNap, Math.max(minute, waitsUntil(now) - now))
    stopNap = clock.after(nap, begin)
  }

  return {
    view,
    look,
    begin,
    dismiss: (dismissed) => memory.change({ dismissed }),
    page: () => found()?.page ?? null,
    stop: () => {
      stopNap()
      over.abort()
    },
  }
}

export interface OpeningParts extends Omit<WatchParts, 'configuration' | 'memory' | 'http'> {
  /** The file of the saved state. */
  readonly memoryFile: string
  /** Shorter timeout and smaller body limit than token requests. */
  readonly createHttp: () => Http
}

export interface OpenedWatch {
  readonly watch: UpdateWatch
  /** Permitted origins of pages. */
  readonly pages: readonly string[]
}

/** Creates the watch of a configured feed. Throws if the configuration is invalid. */
export async function openWatch(
  configurationText: string,
  parts: OpeningParts,
): Promise<OpenedWatch> {
  const configuration = readFeedConfiguration(configurationText)
  const memory = await openMemory(parts.memoryFile, configuration.address, parts.log)
  const watch = createUpdateWatch({ ...parts, configuration, memory, http: parts.createHttp() })
  return { watch, pages: configuration.pages }
}

import type { Instant } from '../../shared/clock.ts'
import type { LookResult, UpdatesView } from '../../shared/updates.ts'
import type { EngineClock, Http, HttpResult, Log, Random } from '../engine/ports.ts'
import { isInForce, judgeFeed, readFeed, type SignedFeed } from './feed.ts'
import { type FeedConfiguration, readFeedConfiguration } from './feed-configuration.ts'
import { type Memory, openMemory } from './memory.ts'
import { compareVersions } from './version.ts'

const minute = 60_000
const hour = 60 * minute

/** Between two looks that nobody asked for, plus up to `spread`, so that not all look at once. */
const pause = 24 * hour
const spread = 2 * hour
/** Time may be slept through or set anew, so it is looked at more often than it is needed. */
const maxNap = hour

export interface WatchParts {
  readonly configuration: FeedConfiguration
  /** Of this app. */
  readonly version: string
  readonly memory: Memory
  readonly http: Http
  readonly clock: EngineClock
  readonly random: Pick<Random, 'fraction'>
  readonly log: Log
  /** Whether the user wants the app to look by itself. */
  readonly isWanted: () => boolean
  readonly isLocked: () => boolean
  /** Something was found that was not known. */
  readonly tell: (view: UpdatesView) => void
}

export interface UpdateWatch {
  view(): UpdatesView
  /** Looks now; together with a look under way. */
  look(): Promise<LookResult>
  /** Says no more of a version. */
  dismiss(version: string): Promise<void>
  /** The page of the version that was found; `null`: none was. */
  page(): string | null
  /** Looks by itself from now on, if that is wanted and as often as is right. */
  begin(): void
  stop(): void
}

/** What the server learns: that somebody asks; no version, no system and no language. */
const headers = {
  accept: 'application/json',
  'accept-language': '*',
  'user-agent': 'TokenDesk',
}

function whyNoFeed(result: Exclude<HttpResult, { kind: 'answer' }>): LookResult {
  if (result.kind === 'certificate-not-trusted') return 'not-secure'
  return result.kind === 'moved' || result.kind === 'too-large' ? 'odd-answer' : 'no-answer'
}

/** Asks a distributor's feed whether there is a newer version. It can do nothing about it. */
export function createUpdateWatch(parts: WatchParts): UpdateWatch {
  const { configuration, version, memory, http, clock, random, log } = parts
  const over = new AbortController()
  let running: Promise<LookResult> | null = null
  let stopNap: () => void = () => {}
  let wait = nextWait()

  function nextWait(): number {
    return pause + random.fraction() * spread
  }

  /** The newest feed that was ever seen. What lay on the disk counts as little as what comes. */
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
    // First, so that an app that ends in the middle does not ask again at each start.
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

  /** A clock that was set back says nothing about when it was looked last. */
  function waitsUntil(now: Instant): Instant {
    const { lookedAt } = memory.get()
    return lookedAt === null || lookedAt > now ? now : lookedAt + wait
  }

  function begin(): void {
    stopNap()
    if (over.signal.aborted || !parts.isWanted()) return
    const now = clock.now()
    // While it is locked, the app does nothing by itself.
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
  /** Where it is remembered what was told. */
  readonly memoryFile: string
  /** Waits shorter and reads less than for a token. */
  readonly createHttp: () => Http
}

export interface OpenedWatch {
  readonly watch: UpdateWatch
  /** The origins where a page may be opened. */
  readonly pages: readonly string[]
}

/** Puts together what looks for new versions. Throws where the configuration is none. */
export async function openWatch(
  configurationText: string,
  parts: OpeningParts,
): Promise<OpenedWatch> {
  const configuration = readFeedConfiguration(configurationText)
  const memory = await openMemory(parts.memoryFile, configuration.address, parts.log)
  const watch = createUpdateWatch({ ...parts, configuration, memory, http: parts.createHttp() })
  return { watch, pages: configuration.pages }
}

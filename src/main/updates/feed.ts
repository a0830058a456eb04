import { z } from 'zod'
import type { Instant } from '../../shared/clock.ts'
import { type LookProblem, releaseNotes, versionText } from '../../shared/updates.ts'
import { openEnvelope, parsedJson } from './envelope.ts'
import type { FeedConfiguration } from './feed-configuration.ts'

const hour = 60 * 60_000
/** How wrong the clock of whoever signs may be. */
const clockTolerance = 24 * hour

const moment = z.iso.datetime().transform((text) => Date.parse(text))

/** What is signed. Whatever else stands in it makes it another format, which is refused. */
const signedFeed = z.strictObject({
  /** Of what it tells, should a key sign for several apps. */
  app: z.literal('token-desk'),
  version: versionText,
  released: z.iso.date(),
  /** When it was signed: of two feeds the later one counts, whatever their versions are. */
  signed: moment,
  /** From then on it is worth nothing, so that nobody can hold back what came after it. */
  expires: moment,
  /** Where people get the version. */
  page: z.url({ protocol: /^https$/ }).max(500),
  notes: releaseNotes,
})
export type SignedFeed = z.infer<typeof signedFeed>

type Verdict =
  | { readonly kind: 'good'; readonly feed: SignedFeed }
  | { readonly kind: 'refused'; readonly why: Extract<LookProblem, 'not-genuine' | 'out-of-date'> }

const refused = (why: Extract<Verdict, { kind: 'refused' }>['why']): Verdict => ({
  kind: 'refused',
  why,
})

/**
 * The feed in a text that came from anywhere: signed by one of the keys, about this app, with a
 * page where the configuration allows one. `null` if it is anything else. Its times are not
 * looked at.
 */
export function readFeed(
  text: string,
  { keys, pages }: Pick<FeedConfiguration, 'keys' | 'pages'>,
): SignedFeed | null {
  const body = openEnvelope(text, keys)
  if (body === null) return null
  const { data: feed } = signedFeed.safeParse(parsedJson(body.toString('utf8')))
  return feed !== undefined && isPermitted(feed.page, pages) ? feed : null
}

/**
 * What a text that was fetched at `now` is worth. `newestSeen` is when the newest feed before it
 * was signed: an older one is a replay.
 */
export function judgeFeed(
  text: string,
  configuration: FeedConfiguration,
  now: Instant,
  newestSeen: Instant | null,
): Verdict {
  const feed = readFeed(text, configuration)
  if (feed === null) return refused('not-genuine')
  if (!isInForce(feed, now)) return refused('out-of-date')
  if (newestSeen !== null && feed.signed < newestSeen) return refused('out-of-date')
  return { kind: 'good', feed }
}

export function isInForce({ signed, expires }: SignedFeed, now: Instant): boolean {
  return signed <= now + clockTolerance && now < expires
}

/** Whether a page is one that may be opened: https, at one of these origins, no credentials. */
export function isPermitted(page: string, origins: readonly string[]): boolean {
  if (!URL.canParse(page)) return false
  const { protocol, origin, username, password } = new URL(page)
  return protocol === 'https:' && username === '' && password === '' && origins.includes(origin)
}

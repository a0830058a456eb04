import { z } from 'zod'
import type { Instant } from '../../shared/clock.ts'
import {
  isPermittedPage,
  type LookProblem,
  releaseNotes,
  versionText,
} from '../../shared/updates.ts'
import { openEnvelope, parsedJson } from './envelope.ts'
import type { FeedConfiguration } from './feed-configuration.ts'

const hour = 60 * 60_000
/** Milliseconds by which the signer's clock may be wrong. */
const clockTolerance = 24 * hour

const moment = z.iso.datetime().transform((text) => Date.parse(text))

/** The signed contents. Strict: other members mean another format. */
const signedFeed = z.strictObject({
  /** The app, because a key may sign for several apps. */
  app: z.literal('token-desk'),
  version: versionText,
  released: z.iso.date(),
  /** When it was signed: the later of two feeds counts, regardless of their versions. */
  signed: moment,
  /** End of its validity, so that an attacker can't withhold later feeds for ever. */
  expires: moment,
  /** The download page. */
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
 * Returns the feed in an untrusted text: signed by one of the keys, about this app, with a permitted
 * page. `null` for any other text. Does not check its times.
 */
export function readFeed(
  text: string,
  { keys, pages }: Pick<FeedConfiguration, 'keys' | 'pages'>,
): SignedFeed | null {
  const body = openEnvelope(text, keys)
  if (body === null) return null
  const { data: feed } = signedFeed.safeParse(parsedJson(body.toString('utf8')))
  return feed !== undefined && isPermittedPage(feed.page, pages) ? feed : null
}

/**
 * Checks a text that was fetched at `now`. `newestSeen` is when the newest known feed was signed; an
 * older one is a replay.
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

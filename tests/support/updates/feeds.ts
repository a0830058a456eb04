import { createPrivateKey, sign } from 'node:crypto'
import { makeKeys, readPrivateKey, signFeed } from '../../../build/packaging/sign-feed.mjs'
import type { FeedConfiguration } from '../../../src/main/updates/feed-configuration.ts'

export const page = 'https://desk.example/token-desk/1.2.0'

/** Who may sign in these tests, and who may not. */
export const distributor = makeKeys()
export const stranger = makeKeys()

export const configuration: FeedConfiguration = {
  address: 'https://desk.example/update-feed.json',
  keys: [distributor.publicKey],
  pages: ['https://desk.example'],
}

interface Wishes {
  readonly version?: string
  readonly days?: number
  readonly privateKey?: string
  readonly notes?: Readonly<Record<string, string>>
}

/** A feed as the tool of the distributor signs it at `now`. */
export function feedOf(now: number, wishes: Wishes = {}): string {
  const { version = '1.2.0', days = 30, privateKey = distributor.privateKey, notes = {} } = wishes
  const release = { version, released: '2026-11-20', page, days, notes }
  return signFeed(release, readPrivateKey(privateKey), now)
}

/** What the tool signs at `now`, to be changed and signed with {@link signedText}. */
export function contentsOf(now: number): Readonly<Record<string, unknown>> {
  const { payload } = JSON.parse(feedOf(now))
  return JSON.parse(Buffer.from(payload, 'base64').toString())
}

export const feedType = 'application/vnd.token-desk.update-feed.v1+json'

/** A well-signed envelope around any text, of any type: DSSE, written down a second time. */
export function signedText(body: string, type = feedType): string {
  const bytes = Buffer.from(body)
  const signed = `DSSEv1 ${type.length} ${type} ${bytes.length} ${bytes.toString('latin1')}`
  const key = createPrivateKey(distributor.privateKey)
  const sig = sign(null, Buffer.from(signed, 'latin1'), key).toString('base64')
  return JSON.stringify({
    payloadType: type,
    payload: bytes.toString('base64'),
    signatures: [{ sig }],
  })
}

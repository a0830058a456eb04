import { createPublicKey } from 'node:crypto'
import { z } from 'zod'
import { addressProblem } from '../../shared/token-endpoint.ts'

function isEd25519(key: string): boolean {
  try {
    return publicKeyOf(key).asymmetricKeyType === 'ed25519'
  } catch {
    return false
  }
}

const isOrigin = (text: string) =>
  URL.canParse(text) && new URL(text).protocol === 'https:' && new URL(text).origin === text

/**
 * The trusted source of new versions. `build/packaging/update-feed-configuration.mjs` refuses to
 * package a configuration that is invalid here.
 */
const feedConfiguration = z.strictObject({
  /** Address of the feed: https, or http on this computer. */
  address: z.string().refine((value) => addressProblem(value) === undefined),
  /** Ed25519 public keys (RFC 8410), SPKI in base64; one of them must have signed. */
  keys: z.array(z.string().max(100).refine(isEd25519)).min(1).max(5),
  /** Permitted origins of download pages: `https://example.com`. */
  pages: z.array(z.string().max(300).refine(isOrigin)).min(1).max(5),
})
export type FeedConfiguration = z.infer<typeof feedConfiguration>

/** Parses a configuration. Throws the errors of `JSON.parse` and zod. */
export function readFeedConfiguration(text: string): FeedConfiguration {
  return feedConfiguration.parse(JSON.parse(text))
}

export function publicKeyOf(key: string) {
  return createPublicKey({ key: Buffer.from(key, 'base64'), format: 'der', type: 'spki' })
}

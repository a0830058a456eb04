import type { Instant } from '../../shared/clock.ts'
import type { Outcome } from '../../shared/outcome.ts'
import type { ProfileSettings } from '../../shared/settings/index.ts'
import type { SignatureCheck } from '../../shared/token-checks.ts'
import { isSuccess, outcomeOfAnswer } from '../oauth/checks/client-request.ts'
import {
  fittingKeys,
  type PublishedKey,
  readKeySet,
  readSignedToken,
} from '../oauth/checks/signature.ts'
import { type Candidate, candidatesFor } from '../oauth/discovery/candidates.ts'
import { readMetadata } from '../oauth/discovery/read-metadata.ts'
import { outcomeWithoutAnswer } from '../oauth/errors/refusal-outcome.ts'
import type { EngineClock, Http, Verifier } from './ports.ts'

interface Parts {
  readonly http: Http
  readonly clock: EngineClock
  readonly verifier: Verifier
}

/** The keys that were read in this session. Never sends a request. */
export interface KnownKeys {
  /**
   * Checks an ID token with the keys of `jwksUri`, the address in the profile; `null` if they have
   * not been read, or not lately. `key-not-found` is no reason to refuse it: they may be older.
   */
  verifyIdToken(idToken: string, jwksUri: string): Promise<SignatureCheck | null>
}

export interface SigningKeys extends KnownKeys {
  /**
   * Checks signed tokens with the keys of a server, which are fetched if they are not known, and
   * once more if none fits. `host` is `null` if no keys were needed.
   */
  check(
    server: ProfileSettings['server'],
    tokens: readonly string[],
    signal: AbortSignal,
  ): Promise<{ readonly checks: readonly SignatureCheck[]; readonly host: string | null }>
}

interface KeySet {
  readonly keys: readonly PublishedKey[]
  readonly at: Instant
}

type Loaded<Value> =
  | { readonly kind: 'loaded'; readonly value: Value }
  | { readonly kind: 'failed'; readonly outcome: Outcome }

/** Milliseconds that keys are used without asking again. */
const maxAge = 10 * 60_000
/** The minimum gap between two fetches of the same keys: a false token must not cause many. */
const minGap = 30_000
/** Milliseconds that a server has for its keys. */
const patience = 5000

const withoutSlash = (text: string) => text.replace(/\/$/, '')

/**
 * Returns the address of the keys in a server's metadata; `null` if it names none that is safe;
 * `another-issuer` if the search must end, because the metadata is not the issuer's (RFC 8414 §3.3).
 */
function keysAddressIn(
  body: Uint8Array,
  candidate: Candidate,
  issuer: string,
): string | null | 'another-issuer' {
  const reading = readMetadata({ contentType: '', body }, candidate)
  if (reading.kind === 'no-metadata') return null
  if (reading.kind === 'issuer-mismatch') return 'another-issuer'
  const { server } = reading.settings
  // The number of a tenant of Microsoft may stand in the place of its name.
  const isTenant = reading.warnings.some(({ kind }) => kind === 'tenant-number')
  const isSame = isTenant || withoutSlash(server.issuer ?? '') === withoutSlash(issuer)
  // An issuer that looks like an endpoint may be below another one.
  return isSame ? (server.jwksUri ?? null) : null
}

/** Returns the places of the metadata of an issuer, which was accepted as an address before. */
function placesOf(issuer: string): readonly Candidate[] {
  const choice = candidatesFor(issuer)
  return choice.kind === 'candidates' ? choice.candidates : []
}

/** Checks signatures with published keys, which are kept in memory. */
export function createSigningKeys({ http, clock, verifier }: Parts): SigningKeys {
  const keySets = new Map<string, KeySet>()
  /** The address of the keys by the issuer whose metadata names it. */
  const addresses = new Map<string, { readonly address: string; readonly at: Instant }>()

  const ageOf = ({ at }: { readonly at: Instant }) => {
    const age = clock.now() - at
    // The clock was set back.
    return age < 0 ? Number.POSITIVE_INFINITY : age
  }

  async function get(url: string, signal: AbortSignal): Promise<Loaded<Uint8Array>> {
    const timeout = new AbortController()
    const stopTimer = clock.after(patience, () => timeout.abort())
    const request = {
      method: 'GET',
      url,
      headers: { accept: 'application/json' },
      body: '',
    } as const
    const result = await http.send(request, AbortSignal.any([signal, timeout.signal]))
    stopTimer()
    const context = { now: clock.now(), secrets: [] }
    if (result.kind === 'answer' && isSuccess(result)) return { kind: 'loaded', value: result.body }
    if (result.kind === 'cancelled' && timeout.signal.aborted && !signal.aborted) {
      return { kind: 'failed', outcome: { kind: 'unreachable', reason: 'timeout' } }
    }
    const outcome =
      result.kind === 'answer'
        ? outcomeOfAnswer(result, context)
        : outcomeWithoutAnswer(result, context.secrets)
    return { kind: 'failed', outcome }
  }

  const notKeys: Loaded<never> = {
    kind: 'failed',
    outcome: { kind: 'not-an-oauth-answer', status: 200, looksLike: 'something-else' },
  }

  /** Finds the address of the keys in the metadata of the profile's own issuer. */
  async function discover(issuer: string, signal: AbortSignal): Promise<Loaded<string>> {
    const known = addresses.get(issuer)
    if (known !== undefined && ageOf(known) < maxAge) {
      return { kind: 'loaded', value: known.address }
    }
    let first: Loaded<never> | undefined
    for (const candidate of placesOf(issuer)) {
      const metadata = await get(candidate.address, signal)
      if (metadata.kind === 'loaded') {
        const address = keysAddressIn(metadata.value, candidate, issuer)
        if (address === 'another-issuer') return notKeys
        if (address === null) {
          first ??= notKeys
          continue
        }
        addresses.set(issuer, { address, at: clock.now() })
        return { kind: 'loaded', value: address }
      }
      first ??= metadata
      if (metadata.outcome.kind === 'cancelled' || metadata.outcome.kind === 'unreachable') break
    }
    return first ?? notKeys
  }

  async function fetchKeys(address: string, signal: AbortSignal): Promise<Loaded<KeySet>> {
    const body = await get(address, signal)
    if (body.kind === 'failed') return body
    const keys = readKeySet(body.value)
    if (keys === null) return notKeys
    const keySet = { keys, at: clock.now() }
    keySets.set(address, keySet)
    return { kind: 'loaded', value: keySet }
  }

  async function verify(token: string, { keys }: KeySet): Promise<SignatureCheck> {
    const signed = readSignedToken(token)
    if (signed.kind === 'not-checkable') return signed
    const fitting = fittingKeys(keys, signed)
    let isUsable = false
    for (const key of fitting.keys) {
      const verdict = await verifier.verify(token, key, signed.alg)
      if (verdict === 'genuine') return { kind: 'genuine' }
      if (verdict === 'malformed') return { kind: 'not-checkable', why: 'malformed' }
      isUsable ||= verdict === 'not-genuine'
    }
    if (fitting.keys.length === 0 || !fitting.areNamed) return { kind: 'key-not-found' }
    return isUsable ? { kind: 'not-genuine' } : { kind: 'not-checkable', why: 'key-unusable' }
  }

  async function verifyOrRefetch(
    token: string,
    address: string,
    signal: AbortSignal,
  ): Promise<SignatureCheck> {
    const known = keySets.get(address)
    const isFresh = known !== undefined && ageOf(known) < maxAge
    if (isFresh) {
      const check = await verify(token, known)
      if (check.kind !== 'key-not-found' && check.kind !== 'not-genuine') return check
      // A server that has replaced its keys may reuse their names.
      if (ageOf(known) < minGap) return check
    }
    const loaded = await fetchKeys(address, signal)
    if (loaded.kind === 'failed') return { kind: 'not-reached', outcome: loaded.outcome }
    return verify(token, loaded.value)
  }

  return {
    verifyIdToken: async (idToken, jwksUri) => {
      const known = keySets.get(jwksUri)
      return known === undefined || ageOf(known) >= maxAge ? null : verify(idToken, known)
    },
    check: async ({ jwksUri, issuer }, tokens, signal) => {
      const readings = tokens.map(readSignedToken)
      const needsKeys = readings.some(({ kind }) => kind === 'signed')
      const own = { kind: 'loaded', value: jwksUri ?? '' } as const
      const address: Loaded<string> =
        !needsKeys || jwksUri !== undefined ? own : await discover(issuer ?? '', signal)
      const checks: SignatureCheck[] = []
      for (const [index, token] of tokens.entries()) {
        const reading = readings[index]
        if (reading?.kind === 'not-checkable') checks.push(reading)
        else if (address.kind === 'failed') {
          checks.push({ kind: 'not-reached', outcome: address.outcome })
        } else checks.push(await verifyOrRefetch(token, address.value, signal))
      }
      const asked = address.kind === 'loaded' ? address.value : issuer
      return { checks, host: needsKeys && asked ? new URL(asked).host : null }
    },
  }
}

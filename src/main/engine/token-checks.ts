import { mayHaveKeys, wayToEnd } from '../../shared/authorization-servers.ts'
import { Failure } from '../../shared/errors.ts'
import type { ProfileId } from '../../shared/profile.ts'
import type { Checked } from './check-requests.ts'
import type { Engine } from './engine-api.ts'
import { isFromSameServer } from './fingerprint.ts'
import type { EngineClock, Http, Verifier } from './ports.ts'
import type { Profiles } from './profiles.ts'
import type { KnownKeys, SigningKeys } from './signing-keys.ts'

interface Parts {
  readonly profiles: Pick<Profiles, 'open' | 'keep'>
  readonly http: Http
  readonly clock: EngineClock
  readonly verifier: Verifier
}

/** Ends tokens and asks their server about them, one request per profile. */
interface TokenChecks
  extends Pick<
    Engine,
    'endToken' | 'introspectToken' | 'checkSignature' | 'readUserinfo' | 'cancelCheck'
  > {
  /** Returns true while the server is asked to end the profile's token. */
  isEnding(id: ProfileId): boolean
  /** Cancels everything under way, and resolves once it has ended and its result is kept. */
  cancelAll(): Promise<void>
  /** The keys that `checkSignature` has read in this session. */
  readonly knownKeys: KnownKeys
}

/** The requests themselves are loaded with the first click and not when the app starts. */
const loadRequests = () => import('./check-requests.ts')

export function createTokenChecks(parts: Parts): TokenChecks {
  const { profiles } = parts
  const underWay = new Set<{
    readonly id: ProfileId
    readonly abort: AbortController
    ended: Promise<unknown>
  }>()
  const endings = new Map<ProfileId, number>()
  let signingKeys: Promise<SigningKeys> | undefined

  function loadKeys(): Promise<SigningKeys> {
    signingKeys ??= loadRequests().then(({ createSigningKeys }) => createSigningKeys(parts))
    return signingKeys
  }

  function ready(id: ProfileId): Checked {
    const { entry, sealed } = profiles.open(id)
    if (sealed.token === null) throw new Failure({ code: 'no-token' })
    return { id, settings: entry.stored.settings, sealed, token: sealed.token }
  }

  /** A token must never be sent to a server that did not issue it. */
  const isElsewhere = ({ settings, token }: Checked) =>
    !isFromSameServer(token.fingerprint, settings)

  function needed(address: string | undefined): string {
    if (address === undefined) throw new Failure({ code: 'no-endpoint' })
    return address
  }

  function cancelCheck(id: ProfileId): void {
    for (const each of underWay) if (each.id === id) each.abort.abort()
  }

  /** Runs one request of a profile; an earlier one is cancelled. */
  async function run<Value>(
    id: ProfileId,
    work: (signal: AbortSignal) => Promise<Value>,
  ): Promise<Value> {
    cancelCheck(id)
    const abort = new AbortController()
    const ended = work(abort.signal)
    const own = { id, abort, ended }
    underWay.add(own)
    try {
      return await ended
    } finally {
      underWay.delete(own)
    }
  }

  return {
    endToken: async (id) => {
      const checked = ready(id)
      const way = wayToEnd(checked.settings.server)
      if (way.kind === 'impossible') throw new Failure({ code: 'no-endpoint' })
      if (isElsewhere(checked)) return { kind: 'other-server' }
      endings.set(id, (endings.get(id) ?? 0) + 1)
      try {
        return await run(id, async (signal) => {
          const { endTokens } = await loadRequests()
          return endTokens(parts, checked, way, signal)
        })
      } finally {
        const left = (endings.get(id) ?? 1) - 1
        if (left === 0) endings.delete(id)
        else endings.set(id, left)
      }
    },
    isEnding: (id) => endings.has(id),
    introspectToken: async (id) => {
      const checked = ready(id)
      const address = needed(checked.settings.server.introspectionEndpoint)
      if (isElsewhere(checked)) return { kind: 'other-server' }
      return run(id, async (signal) => {
        const { introspect } = await loadRequests()
        return introspect(parts, checked, address, signal)
      })
    },
    checkSignature: async (id) => {
      const { settings, token } = ready(id)
      if (!mayHaveKeys(settings.server)) throw new Failure({ code: 'no-endpoint' })
      const { accessToken, idToken } = token
      const tokens = idToken === undefined ? [accessToken] : [accessToken, idToken]
      const { checks, host } = await run(id, async (signal) =>
        (await loadKeys()).check(settings.server, tokens, signal),
      )
      const [ofAccessToken, ofIdToken = null] = checks
      if (ofAccessToken === undefined) throw new Error('each token has a check')
      return { accessToken: ofAccessToken, idToken: ofIdToken, host }
    },
    readUserinfo: async (id) => {
      const checked = ready(id)
      const address = needed(checked.settings.server.userinfoEndpoint)
      if (isElsewhere(checked)) return { kind: 'other-server' }
      return run(id, async (signal) => {
        const { askForPerson } = await loadRequests()
        return askForPerson(parts, checked, address, signal)
      })
    },
    cancelCheck,
    cancelAll: async () => {
      const all = [...underWay]
      for (const { abort } of all) abort.abort()
      await Promise.allSettled(all.map(({ ended }) => ended))
    },
    knownKeys: {
      verifyIdToken: async (idToken, jwksUri) =>
        signingKeys === undefined ? null : (await signingKeys).verifyIdToken(idToken, jwksUri),
    },
  }
}

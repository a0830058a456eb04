import { Failure } from '../../shared/errors.ts'
import { grants } from '../../shared/grants/facts.ts'
import type { ProfileId } from '../../shared/profile.ts'
import type { ProfileSettings } from '../../shared/settings/index.ts'
import {
  mayHaveKeys,
  type PartEnding,
  type TokenEnding,
  wayToEnd,
} from '../../shared/token-checks.ts'
import { secretsOfChecks } from '../oauth/checks/client-request.ts'
import { buildIntrospection, readIntrospection } from '../oauth/checks/introspection.ts'
import {
  buildRevocation,
  mayBeTheHint,
  readRevocation,
  type TokenToEnd,
} from '../oauth/checks/revocation.ts'
import { buildUserinfo, readUserinfo } from '../oauth/checks/userinfo.ts'
import { tokenFormat } from '../oauth/jwt/jwt.ts'
import type { Engine } from './engine-api.ts'
import { isFromSameServer } from './fingerprint.ts'
import type { EngineClock, Http } from './ports.ts'
import type { Profiles } from './profiles.ts'
import type { SigningKeys } from './signing-keys.ts'
import {
  namedSecrets,
  type SealedPart,
  type StoredProfile,
  type StoredToken,
} from './stored-profile.ts'

interface Parts {
  readonly profiles: Pick<Profiles, 'open' | 'keep'>
  readonly http: Http
  readonly clock: EngineClock
  readonly signingKeys: SigningKeys
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
}

interface Ready {
  readonly settings: ProfileSettings
  readonly sealed: SealedPart
  readonly token: StoredToken
  /** A token must never be sent to a server that did not issue it. */
  readonly isSameServer: boolean
}

/** The tokens that the server was asked to end, and those that it ended. */
interface Ended {
  readonly asked: StoredToken
  readonly refreshToken: boolean
  readonly accessToken: boolean
}

/**
 * Returns the profile without the tokens that were ended; another token, which a run has brought
 * meanwhile, stays. Of a token that is left in part, nothing is renewed without a click: the
 * automatic renewal is switched off. An access token that was ended counts as expired while a
 * refresh token is left that the server would not end, so that it can be tried again.
 */
function afterEnding(stored: StoredProfile, ended: Ended, now: number): StoredProfile {
  const { sealed, settings } = stored
  if (sealed === 'locked' || sealed.token === null) return stored
  const { token } = sealed
  const { asked } = ended
  const isRefreshEnded = ended.refreshToken && token.refreshToken === asked.refreshToken
  const isAccessEnded = ended.accessToken && token.accessToken === asked.accessToken
  if (!isRefreshEnded && !isAccessEnded) return stored
  // The typed refresh token was used up for the one that was ended.
  const isTyped = isRefreshEnded && grants[settings.grant.kind].purpose === 'refreshing'
  const { refreshToken: _, ...otherSecrets } = sealed.secrets
  const secrets = isTyped ? otherSecrets : sealed.secrets
  const doubts = isRefreshEnded ? { needsSignIn: false, lostAnswers: 0 } : {}
  const refreshToken = isRefreshEnded ? null : token.refreshToken
  if (isAccessEnded && refreshToken === null) {
    return { ...stored, ...doubts, sealed: { ...sealed, secrets, token: null } }
  }
  const expired = {
    expiresAt: Math.min(token.expiresAt ?? now, now),
    expiryFrom: token.expiryFrom === 'unknown' ? 'expires_in' : token.expiryFrom,
  } as const
  const left = { ...token, refreshToken, ...(isAccessEnded ? expired : {}) }
  return {
    ...stored,
    ...doubts,
    settings: { ...settings, about: { ...settings.about, keepFresh: false } },
    sealed: { ...sealed, secrets, token: left },
  }
}

const isAccepted = (ending: PartEnding | null) => ending?.kind === 'accepted'

export function createTokenChecks({ profiles, http, clock, signingKeys }: Parts): TokenChecks {
  const underWay = new Set<{
    readonly id: ProfileId
    readonly abort: AbortController
    ended: Promise<unknown>
  }>()
  const endings = new Map<ProfileId, number>()

  function ready(id: ProfileId): Ready {
    const { entry, sealed } = profiles.open(id)
    const { settings } = entry.stored
    const { token } = sealed
    if (token === null) throw new Failure({ code: 'no-token' })
    return { settings, sealed, token, isSameServer: isFromSameServer(token.fingerprint, settings) }
  }

  /** Throws `secrets-missing` and, without an address, `no-endpoint`. */
  function addressFor({ settings, sealed }: Ready, address: string | undefined): string {
    if (address === undefined) throw new Failure({ code: 'no-endpoint' })
    const names = secretsOfChecks(settings).filter((name) => sealed.secrets[name] === undefined)
    if (names.length > 0) throw new Failure({ code: 'secrets-missing', names })
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

  async function end(
    id: ProfileId,
    { settings, sealed, token }: Ready,
    way: Parameters<typeof buildRevocation>[2],
    signal: AbortSignal,
  ): Promise<TokenEnding> {
    const secrets = namedSecrets(sealed).map(({ value }) => value)

    async function ask(what: TokenToEnd): Promise<PartEnding> {
      const request = buildRevocation(settings, sealed.secrets, way, what)
      const result = await http.send(request, signal)
      return readRevocation(result, { now: clock.now(), secrets })
    }
    async function askTwice(what: TokenToEnd): Promise<PartEnding> {
      const first = await ask(what)
      return mayBeTheHint(first) ? ask({ ...what, hint: null }) : first
    }

    // RFC 7009 §2.1: ending the refresh token may end the access token as well, not the reverse.
    const refreshToken =
      token.refreshToken === null
        ? null
        : await askTwice({ token: token.refreshToken, hint: 'refresh_token' })
    const accessToken = await askTwice({ token: token.accessToken, hint: 'access_token' })
    const ended = {
      asked: token,
      refreshToken: isAccepted(refreshToken),
      accessToken: isAccepted(accessToken),
    }
    let stoppedRenewal = false
    if (ended.refreshToken || ended.accessToken) {
      // The server has done it: a full disk must not bring the tokens back into the window.
      const edit = (stored: StoredProfile) => {
        const after = afterEnding(stored, ended, clock.now())
        stoppedRenewal = stored.settings.about.keepFresh && !after.settings.about.keepFresh
        return after
      }
      await profiles.keep(id, edit, {})
    }
    return {
      kind: 'asked',
      refreshToken,
      accessToken,
      format: tokenFormat(token.accessToken),
      expiresAt: token.expiresAt,
      stoppedRenewal,
    }
  }

  return {
    endToken: async (id) => {
      const open = ready(id)
      const way = wayToEnd(open.settings.server)
      if (way.kind === 'impossible') throw new Failure({ code: 'no-endpoint' })
      addressFor(open, way.address)
      if (!open.isSameServer) return { kind: 'other-server' }
      endings.set(id, (endings.get(id) ?? 0) + 1)
      try {
        return await run(id, (signal) => end(id, open, way, signal))
      } finally {
        const left = (endings.get(id) ?? 1) - 1
        if (left === 0) endings.delete(id)
        else endings.set(id, left)
      }
    },
    isEnding: (id) => endings.has(id),
    introspectToken: async (id) => {
      const open = ready(id)
      const { settings, sealed, token } = open
      const address = addressFor(open, settings.server.introspectionEndpoint)
      if (!open.isSameServer) return { kind: 'other-server' }
      const request = buildIntrospection(settings, sealed.secrets, address, token.accessToken)
      const result = await run(id, (signal) => http.send(request, signal))
      return readIntrospection(result, namedSecrets(sealed), clock.now(), settings.client.id)
    },
    checkSignature: async (id) => {
      const { settings, token } = ready(id)
      if (!mayHaveKeys(settings.server)) throw new Failure({ code: 'no-endpoint' })
      const { accessToken, idToken } = token
      const tokens = idToken === undefined ? [accessToken] : [accessToken, idToken]
      const { checks, host } = await run(id, (signal) =>
        signingKeys.check(settings.server, tokens, signal),
      )
      const [ofAccessToken, ofIdToken = null] = checks
      if (ofAccessToken === undefined) throw new Error('each token has a check')
      return { accessToken: ofAccessToken, idToken: ofIdToken, host }
    },
    readUserinfo: async (id) => {
      const open = ready(id)
      const { settings, sealed, token } = open
      const address = addressFor(open, settings.server.userinfoEndpoint)
      if (!open.isSameServer) return { kind: 'other-server' }
      const request = buildUserinfo(settings, sealed.secrets, address, token.accessToken)
      const result = await run(id, (signal) => http.send(request, signal))
      return readUserinfo(result, token.idToken, namedSecrets(sealed), clock.now())
    },
    cancelCheck,
    cancelAll: async () => {
      const all = [...underWay]
      for (const { abort } of all) abort.abort()
      await Promise.allSettled(all.map(({ ended }) => ended))
    },
  }
}

import type { WayToEnd } from '../../shared/authorization-servers.ts'
import { Failure } from '../../shared/errors.ts'
import { grants } from '../../shared/grants/facts.ts'
import type { ProfileId } from '../../shared/profile.ts'
import type { ProfileSettings } from '../../shared/settings/index.ts'
import type { Introspection, PartEnding, TokenEnding, Userinfo } from '../../shared/token-checks.ts'
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
import type { EngineClock, Http } from './ports.ts'
import type { Profiles } from './profiles.ts'
import {
  namedSecrets,
  type SealedPart,
  type StoredProfile,
  type StoredToken,
} from './stored-profile.ts'

export { createSigningKeys } from './signing-keys.ts'

interface Parts {
  readonly profiles: Pick<Profiles, 'keep'>
  readonly http: Http
  readonly clock: EngineClock
}

/** A profile with a token, as it was when the check began. */
export interface Checked {
  readonly id: ProfileId
  readonly settings: ProfileSettings
  readonly sealed: SealedPart
  readonly token: StoredToken
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

/** Throws `secrets-missing`. */
function needSecrets({ settings, sealed }: Checked): void {
  const names = secretsOfChecks(settings).filter((name) => sealed.secrets[name] === undefined)
  if (names.length > 0) throw new Failure({ code: 'secrets-missing', names })
}

/** Asks for the end of the refresh token, then of the access token, and keeps what came of it. */
export async function endTokens(
  { profiles, http, clock }: Parts,
  checked: Checked,
  way: Extract<WayToEnd, { kind: 'request' }>,
  signal: AbortSignal,
): Promise<TokenEnding> {
  needSecrets(checked)
  const { id, settings, sealed, token } = checked
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

/** Asks about the access token at `address`. */
export async function introspect(
  { http, clock }: Parts,
  checked: Checked,
  address: string,
  signal: AbortSignal,
): Promise<Introspection> {
  needSecrets(checked)
  const { settings, sealed, token } = checked
  const request = buildIntrospection(settings, sealed.secrets, address, token.accessToken)
  const result = await http.send(request, signal)
  return readIntrospection(result, namedSecrets(sealed), clock.now(), settings.client.id)
}

/** Asks for the signed-in person at `address`. */
export async function askForPerson(
  { http, clock }: Parts,
  checked: Checked,
  address: string,
  signal: AbortSignal,
): Promise<Userinfo> {
  needSecrets(checked)
  const { settings, sealed, token } = checked
  const request = buildUserinfo(settings, sealed.secrets, address, token.accessToken)
  const result = await http.send(request, signal)
  return readUserinfo(result, token.idToken, namedSecrets(sealed), clock.now())
}

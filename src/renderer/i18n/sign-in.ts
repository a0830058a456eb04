import { authorizationServerAt } from '../../shared/authorization-servers.ts'
import type { Instant } from '../../shared/clock.ts'
import { grants, type SignInEndpoint } from '../../shared/grants/facts.ts'
import { asksForLongerAccess } from '../../shared/longer-access.ts'
import { needsPerson } from '../../shared/needs-person.ts'
import type { ProfileView } from '../../shared/profile-view.ts'
import type { Translate } from '../language.ts'
import type { Moments } from './moment.ts'

/** The button that brings a token: the name of the obvious next action. */
export type TokenAction = 'renew' | 'get' | 'sign-in'

type Asked = Pick<ProfileView, 'settings' | 'token'>

export const isGrantOfPerson = ({ settings }: Pick<ProfileView, 'settings'>) =>
  grants[settings.grant.kind].renewal === 'needs-person'

/** Returns the endpoint at which a person's sign-in begins; `undefined` for the other grants. */
export function signInEndpoint({ settings }: Asked): SignInEndpoint | undefined {
  return grants[settings.grant.kind].endpoints[0]
}

export function tokenAction(profile: Asked): TokenAction {
  if (profile.token !== null) return 'renew'
  return isGrantOfPerson(profile) ? 'sign-in' : 'get'
}

/** Returns the name of the button, also for the sentences that refer to it. */
export function actionName(t: Translate, profile: Asked): string {
  const names = {
    renew: t('detail.refreshNow'),
    get: t('detail.getToken'),
    'sign-in': t('signIn.start'),
  }
  return names[tokenAction(profile)]
}

/** Returns the name of the button that repeats a sign-in that was not finished in time. */
export function repeatName(t: Translate, profile: Asked): string {
  const isCode = signInEndpoint(profile) === 'deviceAuthorizationEndpoint'
  return isCode ? t('signIn.device.again') : actionName(t, profile)
}

const hostOf = (address: string) => (URL.canParse(address) ? new URL(address).host : address)

/** Returns what a click on that button does, and the server that it contacts. */
export function actionHint(t: Translate, profile: ProfileView): string {
  const { server } = profile.settings
  const action = actionName(t, profile)
  const endpoint = signInEndpoint(profile)
  if (endpoint === undefined || !needsPerson(profile)) {
    return t('detail.askHint', { action, server: hostOf(server.tokenEndpoint) })
  }
  const values = { action, server: hostOf(server[endpoint] ?? server.tokenEndpoint) }
  return endpoint === 'authorizationEndpoint'
    ? t('signIn.browserHint', values)
    : t('signIn.deviceHint', values)
}

const minute = 60_000
const day = 24 * 60 * minute

/**
 * Returns when the permission to renew a person's sign-in ends, if that is soon: in a week, or in
 * three days where renewals that are planned may extend it. `null`: not soon, or unknown.
 */
export function renewalEnd(
  { token, settings, needsSignIn, renewsAt }: ProfileView,
  now: Instant,
): Instant | null {
  if (token?.hasRefreshToken !== true || needsSignIn) return null
  if (grants[settings.grant.kind].renewal !== 'needs-person') return null
  const { authorizationEndpoint, tokenEndpoint } = settings.server
  const { refreshTokenDays } = authorizationServerAt(authorizationEndpoint ?? tokenEndpoint)
  const known = refreshTokenDays === undefined ? null : token.issuedAt + refreshTokenDays * day
  const end = token.refreshExpiresAt ?? known
  if (end === null || end <= now) return null
  const isRenewedBefore = renewsAt !== null && renewsAt < end
  return end - now < (isRenewedBefore ? 3 : 7) * day ? end : null
}

/**
 * Returns when a person has to sign in again, because the server gave no refresh token; `null` if
 * the token can be renewed without one. `canAsk`: longer access was not asked for yet.
 */
export function signInAgain(
  t: Translate,
  profile: ProfileView,
  moments: Moments,
): { readonly text: string; readonly canAsk: boolean } | null {
  const { token, needsSignIn } = profile
  if (token === null || needsSignIn || !needsPerson(profile)) return null
  const { expiresAt } = token
  const when =
    expiresAt === null
      ? t('signIn.longer.sometime')
      : t('signIn.longer.at', { time: moments.minuteAfter(expiresAt - (expiresAt % minute)) })
  const canAsk = !asksForLongerAccess(profile.settings)
  return { text: canAsk ? when : `${when} ${t('signIn.longer.asked')}`, canAsk }
}

/** Returns the time that is left as a clock shows it: `9:05`, or `1:09:05`. */
export function clockOf(until: Instant, now: Instant): string {
  const total = Math.max(0, Math.ceil((until - now) / 1000))
  const [hours, minutes, seconds] = [
    Math.floor(total / 3600),
    Math.floor(total / 60) % 60,
    total % 60,
  ]
  const end = String(seconds).padStart(2, '0')
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${end}` : `${minutes}:${end}`
}

/**
 * Splits an address around its host, which people have to compare. A user name before the host,
 * which could imitate one, is left out.
 */
export function addressParts(address: string): readonly [string, string, string] {
  const url = URL.canParse(address) ? new URL(address) : null
  if (url === null || url.host === '') return ['', address, '']
  const rest = `${url.pathname}${url.search}${url.hash}`
  return [`${url.protocol}//`, url.host, rest === '/' ? '' : rest]
}

import { authentications } from '../../shared/client-authentication/facts.ts'
import { grants } from '../../shared/grants/facts.ts'
import type { RefusalCause } from '../../shared/outcome.ts'
import type { ProfileView } from '../../shared/profile-view.ts'
import type { ProfileSettings } from '../../shared/settings/index.ts'
import type { Translate } from '../language.ts'
import { type FailedOutcome, type FailedRequest, wasTypedTokenRefused } from './failed-request.ts'

type Settings = Pick<ProfileSettings, 'client' | 'grant' | 'request'>

/** Returns true if the client names itself and proves nothing (RFC 6749 §2.3.1, RFC 7591 §2 `none`). */
export const hasIdAlone = ({ client }: Pick<Settings, 'client'>) =>
  authentications[client.authentication.method].secrets.length === 0

/** Codes that only repeat the meaning of status 403. */
const wordsFor403 = /^(?:forbidden|access_?denied)$/i

/**
 * Returns true if a refusal may be about the scope as well as about the client: a bare 403 to a
 * client that asked for no scope. Servers answer so to both.
 */
export function isUnclear(outcome: FailedOutcome, { grant, request }: Settings): boolean {
  if (outcome.kind !== 'client-refused' || outcome.status !== 403) return false
  const isBare = outcome.oauthError === null || wordsFor403.test(outcome.oauthError)
  return isBare && grants[grant.kind].owner === 'client' && request.scope === undefined
}

/**
 * Returns the cause that the server named, if there are better words for it than those of the
 * outcome: a dead refresh token has the words of `needs-sign-in`, which know where it came from.
 */
export function namedCause(outcome: FailedOutcome): RefusalCause | null {
  const cause = 'cause' in outcome ? outcome.cause : undefined
  if (outcome.kind === 'needs-sign-in' && cause === 'refresh-token-expired') return null
  return cause ?? null
}

/** Returns the name of a failure, no surer than the answer is and without what was not sent. */
export function refusalTitle(
  t: Translate,
  { outcome, endpoint }: Pick<FailedRequest, 'outcome' | 'endpoint'>,
  profile: Pick<ProfileView, 'settings' | 'token'>,
): string {
  const { settings } = profile
  const cause = namedCause(outcome)
  if (cause !== null) return t(`causes.${cause}.title`)
  if (outcome.kind === 'needs-sign-in' && wasTypedTokenRefused(profile)) {
    return t('outcome.needs-sign-in.titleTyped')
  }
  if (outcome.kind === 'not-an-oauth-answer' && endpoint !== undefined) {
    return t('outcome.not-an-oauth-answer.titleBefore')
  }
  if (outcome.kind === 'port-unavailable' && outcome.reason !== undefined) {
    return t(`outcome.port-unavailable.${outcome.reason}.title`)
  }
  if (outcome.kind !== 'client-refused') return t(`outcome.${outcome.kind}.title`)
  if (hasIdAlone(settings)) return t('outcome.client-refused.titleIdAlone')
  return isUnclear(outcome, settings)
    ? t('outcome.client-refused.titleUnclear')
    : t('outcome.client-refused.title')
}

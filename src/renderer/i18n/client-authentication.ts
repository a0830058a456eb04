import { assertNever } from '../../shared/assert-never.ts'
import type { ProfileSettings } from '../../shared/profile.ts'
import type { ProfileView } from '../../shared/profile-view.ts'
import type { Translate } from '../language.ts'

/** How the client ID and secret are sent (RFC 6749 §2.3), in the words of the form. */
export function clientWay(
  t: Translate,
  {
    clientAuthentication,
    basicEncoding,
  }: Pick<ProfileSettings, 'clientAuthentication' | 'basicEncoding'>,
): string {
  switch (clientAuthentication) {
    case 'basic':
      return basicEncoding === 'form' ? t('detail.way.basicForm') : t('detail.way.basicRaw')
    case 'body':
    case 'query':
    case 'none':
      return t(`detail.way.${clientAuthentication}`)
    default:
      return assertNever(clientAuthentication)
  }
}

/** What a user should know before the other ways to send client ID and secret are tried. */
interface OtherWaysText {
  readonly what: readonly string[]
  /** What goes along, and what it may leave behind. */
  readonly mind: readonly string[]
}

export function otherWaysText(t: Translate, { settings }: ProfileView): OtherWaysText {
  const { presetId, grantType, clientAuthentication } = settings
  const hasPassword = grantType === 'password'
  // It refuses a wrong user in the same words as a wrong client.
  const first =
    hasPassword && presetId === 'social-id' ? [t('provider.socialId.beforeOtherWays')] : []
  return {
    what: [...first, t('outcome.otherWays.what')],
    mind: [
      ...(hasPassword ? [t('outcome.otherWays.password')] : []),
      ...(clientAuthentication === 'query' ? [] : [t('outcome.otherWays.query')]),
    ],
  }
}

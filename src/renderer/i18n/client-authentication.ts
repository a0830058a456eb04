import { authentications } from '../../shared/client-authentication/facts.ts'
import type { ClientAuthentication } from '../../shared/client-authentication/index.ts'
import { grants } from '../../shared/grants/facts.ts'
import type { ProfileView } from '../../shared/profile-view.ts'
import type { Translate } from '../language.ts'

/** Names the way in which client ID and secret are sent (RFC 6749 §2.3), in the form's words. */
export function clientWay(t: Translate, authentication: ClientAuthentication): string {
  if (!('encoding' in authentication)) return t(`detail.way.${authentication.method}`)
  return authentication.encoding === 'form' ? t('detail.way.basicForm') : t('detail.way.basicRaw')
}

/** The facts to know before other client authentication methods are tried. */
interface OtherMethodsText {
  readonly what: readonly string[]
  /** The data that is sent again, and its possible side effects. */
  readonly mind: readonly string[]
}

export function otherMethodsText(t: Translate, { settings }: ProfileView): OtherMethodsText {
  const { about, client, grant } = settings
  const hasPassword = grants[grant.kind].owner === 'user'
  // It refuses a wrong user in the same words as a wrong client.
  const first =
    hasPassword && about.presetId === 'social-id' ? [t('provider.socialId.beforeOtherMethods')] : []
  return {
    what: [...first, t('outcome.otherMethods.what')],
    mind: [
      ...(hasPassword ? [t('outcome.otherMethods.password')] : []),
      ...(authentications[client.authentication.method].sentIn === 'query'
        ? []
        : [t('outcome.otherMethods.query')]),
    ],
  }
}

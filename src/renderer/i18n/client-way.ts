import { assertNever } from '../../shared/assert-never.ts'
import type { ProfileSettings } from '../../shared/profile.ts'
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

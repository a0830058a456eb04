import { needsPerson } from '../../shared/needs-person.ts'
import type { ProfileView } from '../../shared/profile-view.ts'
import type { Translate } from '../language.ts'
import { isRenewalRefused } from './failed-request.ts'
import type { Moments } from './moment.ts'

/** Returns the effect of "Keep token fresh" for this profile with the switch as shown. */
export function keepFreshText(
  t: Translate,
  profile: ProfileView,
  isOn: boolean,
  moments: Moments,
): string {
  const { token, tokenRun, renewsAt, waitsForNetwork, needsSignIn, settings } = profile
  // Main has not received the new position of the switch yet.
  if (!isOn || !settings.about.keepFresh) return t('detail.keepFreshHint')
  if (renewsAt !== null) {
    const moment = moments.short(renewsAt)
    return waitsForNetwork
      ? t('detail.keepFreshNetwork', { moment })
      : t('detail.renewsAt', { moment })
  }
  if (token === null) return t('detail.keepFreshHint')
  // A line below says when the user has to sign in again.
  if (needsPerson(profile) && !needsSignIn) return t('detail.keepFreshPerson')
  if (tokenRun !== null) return t('detail.keepFreshHint')
  if (token.expiresAt === null && !needsSignIn) return t('detail.keepFreshUnknown')
  return t('detail.keepFreshWaits')
}

/** Returns whether the token can probably be renewed without the user. */
export function renewalText(t: Translate, profile: ProfileView): string {
  const { token, needsSignIn } = profile
  return token?.hasRefreshToken === true && !needsSignIn && !isRenewalRefused(profile)
    ? t('detail.overview.renewalPossible')
    : t('detail.overview.renewalImpossible')
}

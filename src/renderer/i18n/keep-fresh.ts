import type { ProfileView } from '../../shared/profile-view.ts'
import type { Translate } from '../language.ts'
import { isRenewalRefused } from './failed-request.ts'
import type { Moments } from './moment.ts'

/** Returns the effect of "Keep token fresh" for this profile with the switch as shown. */
export function keepFreshText(
  t: Translate,
  { token, tokenRun, renewsAt, waitsForNetwork, needsSignIn, settings }: ProfileView,
  isOn: boolean,
  moments: Moments,
): string {
  // Main has not received the new position of the switch yet.
  if (!isOn || !settings.about.keepFresh) return t('detail.keepFreshHint')
  if (renewsAt !== null) {
    const moment = moments.short(renewsAt)
    return waitsForNetwork
      ? t('detail.keepFreshNetwork', { moment })
      : t('detail.renewsAt', { moment })
  }
  if (token === null || tokenRun !== null) return t('detail.keepFreshHint')
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

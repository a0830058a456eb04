import type { ProfileView } from '../../shared/profile-view.ts'
import type { Translate } from '../language.ts'
import { isRenewalRefused } from './failed-request.ts'
import type { Moments } from './moment.ts'

/** What "Keep token fresh" does for this profile now, as the switch stands. */
export function keepFreshText(
  t: Translate,
  { token, tokenRun, renewsAt, waitsForNetwork, needsSignIn, settings }: ProfileView,
  isOn: boolean,
  moments: Moments,
): string {
  // Until main has heard of a switch that was just moved, nobody knows more.
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

/** Whether the token can be renewed without its user, as far as anybody knows. */
export function renewalText(t: Translate, profile: ProfileView): string {
  const { token, needsSignIn } = profile
  return token?.hasRefreshToken === true && !needsSignIn && !isRenewalRefused(profile)
    ? t('detail.overview.renewalPossible')
    : t('detail.overview.renewalImpossible')
}

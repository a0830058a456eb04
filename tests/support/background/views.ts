import { profileEntry } from '../../../src/main/engine/profiles.ts'
import { viewOf } from '../../../src/main/engine/projection.ts'
import type { ProfileView } from '../../../src/shared/profile-view.ts'
import { sampleProfile } from '../ports/sample-profile.ts'
import { type SettingsOptions, withSettings } from '../profiles/settings.ts'
import { idOf, noon } from '../profiles/views.ts'

/** A profile without a token, to which nothing has happened. */
export function makeProfile(
  number: number,
  over: Partial<ProfileView> = {},
  settings: Partial<SettingsOptions> = {},
): ProfileView {
  const view = viewOf(profileEntry(sampleProfile('Billing', idOf(number)), 'saved'), noon, false)
  return {
    ...view,
    settings: withSettings(view.settings, { keepFresh: false, ...settings }),
    token: null,
    needsSignIn: false,
    renewsAt: null,
    waitsForNetwork: false,
    activity: [],
    ...over,
  }
}

import { type ProfileDraft, profileDraft } from '../../../src/shared/profile.ts'
import { makeSettings, type SettingsOptions } from '../profiles/settings.ts'

export const settings = makeSettings()

/** A draft as a page would send it: password grant with Basic, unless the options differ. */
export function draftOf(
  changes: Partial<SettingsOptions> = {},
  secrets: ProfileDraft['secrets'] = {
    clientSecret: 'the-client-secret',
    password: 'the-password',
  },
): ProfileDraft {
  return profileDraft.parse({ settings: makeSettings(changes), secrets })
}

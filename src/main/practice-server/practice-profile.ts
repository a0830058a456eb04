import { practicePresetId } from '../../shared/known-api-address.ts'
import type { ProfileDraft } from '../../shared/profile.ts'
import type { PracticeAccess } from './practice-access.ts'

/** Returns the draft of a profile, called `name`, that gets its tokens from a running practice server. */
export function practiceProfile(access: PracticeAccess, name: string): ProfileDraft {
  return {
    settings: {
      about: { name, presetId: practicePresetId, keepFresh: false, favourite: false },
      server: { tokenEndpoint: access.tokenEndpoint },
      client: { id: access.clientId, authentication: { method: 'basic', encoding: 'form' } },
      grant: { kind: 'password', userName: access.userName, userNameField: 'username' },
      request: {
        scope: access.scope,
        bodyFormat: 'form',
        extraParameters: [],
        extraHeaders: [],
      },
    },
    secrets: { clientSecret: access.clientSecret, password: access.password },
  }
}

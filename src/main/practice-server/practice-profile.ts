import { practicePresetId } from '../../shared/known-api-address.ts'
import type { ProfileDraft } from '../../shared/profile.ts'
import type { PracticeAccess } from './practice-access.ts'

/** The profile, called `name`, that gets its tokens from a running practice server. */
export function practiceProfile(access: PracticeAccess, name: string): ProfileDraft {
  return {
    settings: {
      name,
      presetId: practicePresetId,
      tokenEndpoint: access.tokenEndpoint,
      refreshEndpoint: '',
      grantType: 'password',
      clientAuthentication: 'basic',
      basicEncoding: 'form',
      bodyFormat: 'form',
      clientId: access.clientId,
      userName: access.userName,
      userNameField: 'username',
      scope: access.scope,
      audience: '',
      resource: '',
      extraParameters: [],
      extraHeaders: [],
      group: '',
      tag: null,
      apiAddress: '',
      keepFresh: false,
    },
    secrets: { clientSecret: access.clientSecret, password: access.password },
  }
}

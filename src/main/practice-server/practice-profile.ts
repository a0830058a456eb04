import { assertNever } from '../../shared/assert-never.ts'
import type { PracticeWay } from '../../shared/contract.ts'
import { practicePresetId } from '../../shared/known-api-address.ts'
import type { ProfileDraft } from '../../shared/profile.ts'
import type { PracticeAccess } from './practice-access.ts'

type Settings = ProfileDraft['settings']

/** The server ignores the port (RFC 8252 §7.3), so that a port in use never stops the practice. */
const redirectAddress = 'http://127.0.0.1:0/callback'

function grantOf(way: PracticeWay, { userName }: PracticeAccess): Settings['grant'] {
  switch (way) {
    case 'password':
      return { kind: 'password', userName, userNameField: 'username' }
    case 'browser':
      return {
        kind: 'authorizationCode',
        redirectAddress,
        codeChallengeMethod: 'S256',
        responseMode: 'query',
        expectsIssuer: true,
        sendsOrigin: false,
      }
    case 'device':
      return { kind: 'deviceCode' }
    default:
      return assertNever(way)
  }
}

/** Returns the draft of a profile, called `name`, that gets its tokens from a running practice server. */
export function practiceProfile(
  access: PracticeAccess,
  way: PracticeWay,
  name: string,
): ProfileDraft {
  const hasPassword = way === 'password'
  const { clientSecret, password } = access
  return {
    settings: {
      about: { name, presetId: practicePresetId, keepFresh: false, favourite: false },
      server: { tokenEndpoint: access.tokenEndpoint, ...access.endpoints },
      client: hasPassword
        ? { id: access.clientId, authentication: { method: 'basic', encoding: 'form' } }
        : { id: access.publicClientId, authentication: { method: 'none' } },
      grant: grantOf(way, access),
      request: {
        scope: hasPassword ? access.scope : access.signInScope,
        bodyFormat: 'form',
        extraParameters: [],
        extraHeaders: [],
      },
    },
    secrets: hasPassword ? { clientSecret, password } : {},
  }
}

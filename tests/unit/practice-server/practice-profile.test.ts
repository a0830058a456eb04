import { describe, expect, test } from 'vitest'
import { practiceProfile } from '../../../src/main/practice-server/practice-profile.ts'
import { profileDraft, requiredSecrets } from '../../../src/shared/profile.ts'
import { hasAnyPort } from '../../../src/shared/redirect-address.ts'
import { practiceAccessOf } from '../../support/authorization-server/practice-access.ts'

const access = practiceAccessOf()

describe.each(['password', 'browser', 'device'] as const)('the profile of the way %s', (way) => {
  const draft = practiceProfile(access, way, 'Practice server')

  test('is one that a user could have filled in', () => {
    expect(profileDraft.parse(draft)).toEqual(draft)
  })

  test('brings every secret it needs, and in no setting', () => {
    const { settings, secrets } = draft
    expect(Object.keys(secrets).toSorted()).toEqual([...requiredSecrets(settings)].toSorted())
    expect(JSON.stringify(settings)).not.toMatch(/the client secret|the password/)
  })

  test('knows every address of the server', () => {
    expect(draft.settings.server).toEqual({
      tokenEndpoint: access.tokenEndpoint,
      ...access.endpoints,
    })
  })
})

test('a sign-in is of the client without a secret, at any free port', () => {
  const { settings } = practiceProfile(access, 'browser', 'Practice server')
  expect(settings.client).toEqual({ id: 'desk-app', authentication: { method: 'none' } })
  expect(settings.request.scope).toBe(access.signInScope)
  const { redirectAddress } = settings.grant as { readonly redirectAddress: string }
  expect(hasAnyPort(redirectAddress)).toBe(true)
})

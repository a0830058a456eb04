import { expect, test } from 'vitest'
import { practiceProfile } from '../../../src/main/practice-server/practice-profile.ts'
import { profileDraft, requiredSecrets } from '../../../src/shared/profile.ts'

const access = {
  tokenEndpoint: 'http://127.0.0.1:4711/token',
  clientId: 'desk',
  clientSecret: 'the client secret',
  userName: 'ada@practice.example',
  password: 'the password',
  scope: 'read write',
}

test('the practice profile is one that a user could have filled in', () => {
  const draft = practiceProfile(access, 'Practice server')
  expect(profileDraft.parse(draft)).toEqual(draft)
})

test('the practice profile brings every secret it needs, and in no setting', () => {
  const { settings, secrets } = practiceProfile(access, 'Practice server')
  expect(Object.keys(secrets).toSorted()).toEqual([...requiredSecrets(settings)].toSorted())
  expect(JSON.stringify(settings)).not.toMatch(/the client secret|the password/)
})

import { describe, expect, test } from 'vitest'
import { profileDraft, profileSettings, requiredSecrets } from '../../../src/shared/profile.ts'

const settings = {
  name: 'Reports',
  presetId: 'any-server',
  tokenEndpoint: 'https://example.com/token',
  grantType: 'password',
  clientAuthentication: 'basic',
  basicEncoding: 'form',
  clientId: 'client',
  userName: 'somebody@example.com',
  userNameField: 'username',
  scope: 'read write',
  extraParameters: [],
  keepFresh: false,
} as const

function problems(change: Record<string, unknown>): string[] {
  const parsed = profileSettings.safeParse({ ...settings, ...change })
  return parsed.success
    ? []
    : parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
}

describe('profile settings', () => {
  test('are accepted when complete, with the scope tidied', () => {
    expect(profileSettings.parse({ ...settings, scope: '  read   write ' }).scope).toBe(
      'read write',
    )
  })

  test.each([
    [{ name: '   ' }, 'name: required'],
    [{ name: 'a\u0000b' }, 'name: control-characters'],
    [{ clientId: '' }, 'clientId: required'],
    [{ userName: '' }, 'userName: required'],
    [{ userNameField: 'password' }, 'userNameField: reserved-parameter'],
    [{ userNameField: 'user name' }, 'userNameField: not-a-parameter-name'],
    [{ scope: 'read "write"' }, 'scope: bad-scope'],
    [
      { extraParameters: [{ secret: false, name: 'grant_type', value: 'x' }] },
      'extraParameters.0.name: reserved-parameter',
    ],
    [
      {
        extraParameters: [
          { secret: false, name: 'audience', value: 'x' },
          { secret: true, name: 'audience' },
        ],
      },
      'extraParameters.1.name: repeated-parameter',
    ],
    [
      { extraParameters: [{ secret: false, name: 'username', value: 'x' }] },
      'extraParameters.0.name: repeated-parameter',
    ],
  ])('with %j are refused', (change, problem) => {
    expect(problems(change)).toEqual([problem])
  })

  test('a public client may have no id, and only a password grant needs a user', () => {
    const change = { clientAuthentication: 'none', clientId: '' }
    expect(problems({ ...change, grantType: 'refresh_token', userName: '' })).toEqual([])
  })

  test('refuse what they do not know', () => {
    expect(profileSettings.safeParse({ ...settings, clientSecret: 'x' }).success).toBe(false)
  })
})

describe('a draft', () => {
  test('carries secrets by name, and null to forget one', () => {
    const secrets = { clientSecret: 'a', password: null, 'parameter:api key': 'b' }
    expect(profileDraft.parse({ settings, secrets }).secrets).toEqual(secrets)
  })

  test.each([{ accessToken: 'x' }, { 'parameter:': 'x' }, { password: '' }])(
    'with the secrets %j is refused',
    (secrets) => {
      expect(profileDraft.safeParse({ settings, secrets }).success).toBe(false)
    },
  )
})

test('the secrets a profile needs follow from its settings', () => {
  expect(requiredSecrets(settings)).toEqual(['clientSecret', 'password'])
  expect(
    requiredSecrets({
      grantType: 'refresh_token',
      clientAuthentication: 'none',
      extraParameters: [
        { secret: true, name: 'key' },
        { secret: false, name: 'audience', value: 'x' },
      ],
    }),
  ).toEqual(['refreshToken', 'parameter:key'])
  expect(
    requiredSecrets({
      grantType: 'client_credentials',
      clientAuthentication: 'query',
      extraParameters: [],
    }),
  ).toEqual(['clientSecret'])
})

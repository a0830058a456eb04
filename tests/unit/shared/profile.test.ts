import { describe, expect, test } from 'vitest'
import { profileDraft, requiredSecrets, secretsToSend } from '../../../src/shared/profile.ts'
import { profileSettings } from '../../../src/shared/settings/index.ts'
import {
  anySettings,
  makeSettings,
  optionAt,
  optionsOf,
  pathOf,
  type SettingsOptions,
  withSettings,
} from '../../support/profiles/settings.ts'

const settings = makeSettings()

const extra = (name: string, sentWith = 'always', value = 'x') => ({
  secret: false,
  name,
  value,
  sentWith,
})
const secretExtra = (name: string, sentWith = 'always') => ({ secret: true, name, sentWith })

function problems(change: Parameters<typeof anySettings>[0]): string[] {
  const parsed = profileSettings.safeParse(anySettings(change))
  return parsed.success
    ? []
    : parsed.error.issues.map((issue) => `${optionAt(issue.path.join('.'))}: ${issue.message}`)
}

describe('profile settings', () => {
  test('are accepted when complete, with texts tidied', () => {
    const typed = {
      scope: '  read   write ',
      audience: ' https://api.example/ ',
      resource: ' https://api.example/a   urn:example:b ',
      refreshEndpoint: ' https://example.com/refresh ',
      extraHeaders: [extra('X-Region', 'always', '  é 💶 ')],
    }
    expect(optionsOf(profileSettings.parse(anySettings(typed)))).toMatchObject({
      scope: 'read write',
      audience: 'https://api.example/',
      resource: 'https://api.example/a urn:example:b',
      refreshEndpoint: 'https://example.com/refresh',
      extraHeaders: [{ value: 'é 💶' }],
    })
  })

  test.each([
    [{ name: '   ' }, 'name: required'],
    [{ name: 'a\u0000b' }, 'name: control-characters'],
    [{ clientId: '' }, 'clientId: required'],
    [{ userName: '' }, 'userName: required'],
    [{ userNameField: 'password' }, 'userNameField: reserved-parameter'],
    [{ userNameField: 'user name' }, 'userNameField: not-a-parameter-name'],
    [{ userNameField: 'audience', audience: 'x' }, 'userNameField: repeated-parameter'],
    [{ userNameField: 'resource', resource: 'x:y' }, 'userNameField: repeated-parameter'],
    [{ scope: 'read "write"' }, 'scope: bad-scope'],
    [{ audience: 'a\nb' }, 'audience: control-characters'],
    [{ audience: 'a'.repeat(2001) }, 'audience: too-long'],
    [{ resource: 'api' }, 'resource: bad-resource'],
    [{ resource: '/api' }, 'resource: bad-resource'],
    [{ resource: 'https://api.example api' }, 'resource: bad-resource'],
    [{ resource: 'https://api.example/#part' }, 'resource: bad-resource'],
    [{ resource: 'https://api.example/#' }, 'resource: bad-resource'],
    [{ resource: 'https://' }, 'resource: bad-resource'],
    [{ refreshEndpoint: 'http://example.com/token' }, 'refreshEndpoint: not-https'],
    [{ refreshEndpoint: 'example.com' }, 'refreshEndpoint: not-a-url'],
    [{ refreshEndpoint: 'https://a:b@example.com' }, 'refreshEndpoint: credentials-in-url'],
    [{ bodyFormat: 'xml' }, 'bodyFormat: Invalid option: expected one of "form"|"json"'],
  ])('with %j are refused', (change, problem) => {
    expect(problems(change)).toEqual([problem])
  })

  test.each([
    ['grant_type', 'reserved-parameter'],
    ['client_id', 'reserved-parameter'],
    ['client_secret', 'reserved-parameter'],
    ['password', 'reserved-parameter'],
    ['refresh_token', 'reserved-parameter'],
    ['scope', 'reserved-parameter'],
    ['', 'required'],
    ['two words', 'not-a-parameter-name'],
  ])('have no extra parameter %j, secret or not', (name, problem) => {
    const extraParameters = [extra('before'), secretExtra(name), extra(name)]
    const found = problems({ extraParameters }).filter((each) => !each.includes('repeated'))
    expect(found).toContain(`extraParameters.1.name: ${problem}`)
    expect(found).toContain(`extraParameters.2.name: ${problem}`)
  })

  test.each([
    ['Authorization', 'reserved-header'],
    ['content-type', 'reserved-header'],
    ['Content-Length', 'reserved-header'],
    ['Content-Encoding', 'reserved-header'],
    ['Transfer-Encoding', 'reserved-header'],
    ['Host', 'reserved-header'],
    ['Cookie', 'reserved-header'],
    ['Referer', 'reserved-header'],
    ['Connection', 'reserved-header'],
    ['Sec-Fetch-Site', 'reserved-header'],
    ['Proxy-Authorization', 'reserved-header'],
    ['', 'required'],
    ['two words', 'not-a-header-name'],
    ['colon:', 'not-a-header-name'],
    ['é', 'not-a-header-name'],
  ])('have no extra header %j, secret or not', (name, problem) => {
    const extraHeaders = [extra('X-Before'), secretExtra(name), extra(name, 'obtaining')]
    const found = problems({ extraHeaders }).filter((each) => !each.includes('repeated'))
    expect(found).toContain(`extraHeaders.1.name: ${problem}`)
    expect(found).toContain(`extraHeaders.2.name: ${problem}`)
  })

  test.each([
    ['', 'required'],
    ['  ', 'required'],
    ['a\r\nX-Other: b', 'control-characters'],
    ['a\u0000', 'control-characters'],
    ['a'.repeat(4001), 'too-long'],
  ])('have no extra header with the value %j', (value, problem) => {
    expect(problems({ extraHeaders: [extra('X-Key', 'always', value)] })).toEqual([
      `extraHeaders.0.value: ${problem}`,
    ])
  })

  test('may have an extra parameter without a value', () => {
    expect(problems({ extraParameters: [extra('empty', 'always', '')] })).toEqual([])
  })

  test.each([
    [[secretExtra('audience')], { audience: 'x' }],
    [[extra('resource', 'refreshing')], { resource: 'https://api.example' }],
    [[extra('username', 'obtaining')], {}],
    [[extra('email')], { userNameField: 'email' }],
    [[extra('username')], { grantType: 'password' }],
  ])('refuse extra parameters %j beside %j: a field says it already', (extraParameters, change) => {
    expect(problems({ extraParameters, ...change })).toEqual([
      'extraParameters.0.name: repeated-parameter',
    ])
  })

  test('let an extra parameter say what no field says in that request', () => {
    expect(problems({ extraParameters: [extra('audience'), extra('resource')] })).toEqual([])
    expect(problems({ extraParameters: [extra('username', 'refreshing')] })).toEqual([])
    const grantType = 'clientCredentials'
    expect(problems({ grantType, extraParameters: [extra('username')] })).toEqual([])
  })

  test.each([
    ['always', 'always', true],
    ['always', 'obtaining', true],
    ['refreshing', 'always', true],
    ['obtaining', 'obtaining', true],
    ['obtaining', 'refreshing', false],
  ])('a name sent %s and %s stands twice in a request: %s', (one, other, isRepeated) => {
    const parameters = [extra('a', one), extra('A', other), secretExtra('a', other)]
    expect(problems({ extraParameters: parameters })).toEqual(
      isRepeated ? ['extraParameters.2.name: repeated-parameter'] : [],
    )
    // The names of headers are compared without case (RFC 9110 §5.1).
    const headers = [extra('X-Key', one), extra('X-Other', other), secretExtra('x-kEY', other)]
    expect(problems({ extraHeaders: headers })).toEqual(
      isRepeated ? ['extraHeaders.2.name: repeated-header'] : [],
    )
  })

  test('a public client may have no id, and only a password grant needs a user', () => {
    const change = { clientAuthentication: 'none', clientId: '' }
    expect(problems({ ...change, grantType: 'refreshToken', userName: '' })).toEqual([])
  })

  test('refuse what they do not know', () => {
    expect(profileSettings.safeParse({ ...settings, clientSecret: 'x' }).success).toBe(false)
  })
})

describe('a draft', () => {
  test('carries secrets by name, and null to forget one', () => {
    const secrets = {
      clientSecret: 'a',
      password: null,
      'parameter:always:api key': 'b',
      'header:refreshing:X-Key': 'é 💶',
      'header:obtaining:X-Key': null,
    }
    expect(profileDraft.parse({ settings, secrets }).secrets).toEqual(secrets)
  })

  test.each([
    { accessToken: 'x' },
    { 'parameter:always:': 'x' },
    { 'parameter:api_key': 'x' },
    { 'header:sometimes:X-Key': 'x' },
    { password: '' },
  ])('with the secrets %j is refused', (secrets) => {
    expect(profileDraft.safeParse({ settings, secrets }).success).toBe(false)
  })

  test('with a secret that would begin another header is refused; a password may be any text', () => {
    const secrets = {
      password: 'a\r\nb',
      'parameter:always:key': 'a\nb',
      'header:always:X-Key': 'a\r\nX-Other: b',
    }
    const parsed = profileDraft.safeParse({ settings, secrets })
    expect(parsed.error?.issues.map(({ path, message }) => [path, message])).toEqual([
      [['secrets', 'header:always:X-Key'], 'control-characters'],
    ])
  })
})

describe('the secrets of a profile', () => {
  const extras = {
    extraParameters: [
      { secret: true, name: 'key', sentWith: 'always' },
      { secret: true, name: 'pin', sentWith: 'obtaining' },
      { secret: false, name: 'audience', value: 'x', sentWith: 'always' },
    ],
    extraHeaders: [
      { secret: true, name: 'X-Key', sentWith: 'refreshing' },
      { secret: false, name: 'X-Region', value: 'eu', sentWith: 'always' },
    ],
  } satisfies Partial<SettingsOptions>

  test('are all that its settings speak of', () => {
    expect(requiredSecrets(settings)).toEqual(['clientSecret', 'password'])
    expect(
      requiredSecrets(
        makeSettings({ grantType: 'refreshToken', clientAuthentication: 'none', ...extras }),
      ),
    ).toEqual([
      'refreshToken',
      'parameter:always:key',
      'parameter:obtaining:pin',
      'header:refreshing:X-Key',
    ])
    expect(
      requiredSecrets(
        makeSettings({
          grantType: 'clientCredentials',
          clientAuthentication: 'query',
        }),
      ),
    ).toEqual(['clientSecret'])
  })

  test('need not all be there to send one request', () => {
    const clientAuthentication = 'body'
    expect(
      secretsToSend(makeSettings({ clientAuthentication, grantType: 'password', ...extras })),
    ).toEqual(['clientSecret', 'password', 'parameter:always:key', 'parameter:obtaining:pin'])
    expect(
      secretsToSend(makeSettings({ clientAuthentication, grantType: 'refreshToken', ...extras })),
    ).toEqual(['clientSecret', 'refreshToken', 'parameter:always:key', 'header:refreshing:X-Key'])
  })
})

test.each([
  ['tokenEndpoint', 'https://example.com/{tenant}/token'],
  ['tokenEndpoint', 'https://{server}/token'],
  ['refreshEndpoint', 'https://example.com/token?realm={realm}'],
] as const)(
  'a draft whose %s is %s is refused, while a profile that has it is read',
  (field, address) => {
    const changed = withSettings(settings, { [field]: address })
    const parsed = profileDraft.safeParse({ settings: changed, secrets: {} })
    expect(parsed.error?.issues.map(({ path, message }) => [path.join('.'), message])).toEqual([
      [`settings.${pathOf(field)}`, 'part-to-fill-in'],
    ])
    expect(profileSettings.safeParse(changed).success).toBe(true)
  },
)

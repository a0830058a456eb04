import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readShareFile, shareFileOf } from '../../../../src/main/import/files/share-file.ts'
import { presets } from '../../../../src/main/presets/index.ts'
import { defaultRedirectAddress } from '../../../../src/shared/redirect-address.ts'
import { type ProfileSettings, profileSettings } from '../../../../src/shared/settings/index.ts'
import { seedOr } from '../../../support/deep.ts'
import { shareFilesIn1 } from '../../../support/import/share-file-1.ts'
import {
  importedSettingsOf,
  makeSettings,
  optionsOf,
  type SettingsOptions,
  settingsLike,
  withSettings,
} from '../../../support/profiles/settings.ts'

const settings = makeSettings({
  name: 'Annual report',
  tokenEndpoint: 'https://login.acme.test/token?tenant=7',
  refreshEndpoint: 'https://login.acme.test/refresh',
  clientAuthentication: 'body',
  basicEncoding: 'raw',
  clientId: 'own-client-id',
  userName: 'ada@acme.test',
  userNameField: 'email',
  scope: 'read write',
  audience: 'api',
  resource: 'https://r.acme.test/',
  extraParameters: [
    { secret: false, name: 'tenant', value: '7', sentWith: 'always' },
    { secret: true, name: 'pin', sentWith: 'obtaining' },
  ],
  extraHeaders: [{ secret: false, name: 'x-api-key', value: 'k-0123456789', sentWith: 'always' }],
  group: 'Clients',
  tag: { name: 'Production', color: 'red' },
  apiAddress: 'https://api.acme.test/v1',
  notes: 'Ask Bo on extension 7',
})
const read = (text: string) => readShareFile(JSON.parse(text), presets)

test('a colleague gets the settings as they are, without personal values', () => {
  const shared = read(shareFileOf(settings, []))
  expect(shared).toEqual({
    kind: 'profile',
    candidate: {
      secrets: {},
      shown: {
        title: 'Annual report',
        suggestedPresetId: null,
        given: [],
        leftOut: [],
        // The token would go to another server than the one that hands it out.
        warnings: ['service-elsewhere'],
        settings: importedSettingsOf(
          withSettings(settings, {
            clientId: '',
            userName: '',
            // Not marked as secret, but it sounds so.
            extraHeaders: [{ secret: true, name: 'x-api-key', sentWith: 'always' }],
          }),
        ),
      },
    },
  })
})

test('parameters of an address that may be a key are left out', () => {
  const address = (query: string) => {
    const text = shareFileOf(
      withSettings(settings, { tokenEndpoint: `https://login.acme.test/token${query}` }),
      [],
    )
    return optionsOf(JSON.parse(text).profile).tokenEndpoint
  }
  expect(address('?code=abc&sig=def&api_key=x&subscription-key=y&tenant=7')).toBe(
    'https://login.acme.test/token?tenant=7',
  )
  expect(address('?v=1&b=a%20b')).toBe('https://login.acme.test/token?v=1&b=a%20b')
})

test('a secret or personal name is in no field, even if it was repeated elsewhere', {
  timeout: 60_000,
}, () => {
  const own = fc.string({
    unit: fc.constantFrom(...'abcdefgh0123456789-_.'),
    minLength: 12,
    maxLength: 40,
  })
  const put = fc.constantFrom<(value: string) => Partial<SettingsOptions>>(
    (value) => ({ name: `Report ${value}` }),
    (value) => ({ tokenEndpoint: `https://login.acme.test/${value}/token` }),
    (value) => ({ tokenEndpoint: `https://login.acme.test/token?note=${value}` }),
    (value) => ({
      refreshEndpoint: `https://${value.replace(/[^a-z0-9]/g, 'x')}.acme.test/${value}`,
    }),
    (value) => ({ scope: `read ${value}` }),
    (value) => ({ audience: value }),
    (value) => ({ resource: `https://r.acme.test/${value}` }),
    (value) => ({ userNameField: value }),
    (value) => ({ clientId: value }),
    (value) => ({ userName: value }),
    (value) => ({
      extraParameters: [{ secret: false, name: 'note', value: `see ${value}`, sentWith: 'always' }],
    }),
    (value) => ({
      extraParameters: [{ secret: false, name: value, value: '1', sentWith: 'always' }],
    }),
    (value) => ({
      extraHeaders: [
        { secret: false, name: 'x-note', value: btoa(`pair:${value}`), sentWith: 'always' },
      ],
    }),
  )
  fc.assert(
    fc.property(own, put, (value, where) => {
      const changed = withSettings(settings, where(value))
      fc.pre(profileSettings.safeParse(changed).success)
      const text = shareFileOf(changed, [value])
      for (const form of [value, encodeURIComponent(value), btoa(`pair:${value}`).slice(8, -4)]) {
        expect(text.includes(form)).toBe(false)
      }
      expect(read(text).kind).toBe('profile')
    }),
    { numRuns: 300, seed: seedOr(20261121) },
  )
})

test.each(['password', 'form', 'basic', 'always', 'any-server'])(
  'a secret that is a term of the file format removes no required setting: %s',
  (word) => {
    const given = withSettings(settings, { presetId: 'any-server' })
    expect(read(shareFileOf(given, [word]))).toMatchObject({
      kind: 'profile',
      candidate: {
        shown: {
          settings: {
            about: { presetId: 'any-server' },
            client: { authentication: given.client.authentication },
            grant: { kind: 'password' },
            request: { bodyFormat: 'form' },
          },
        },
      },
    })
  },
)

test('a client ID that is the name of a grant does not change the grant', () => {
  const given = withSettings(settings, { clientId: 'password' })
  const shared = read(shareFileOf(given, []))
  expect(shared).toMatchObject({
    candidate: { shown: { settings: { grant: { kind: 'password' } } } },
  })
})

test.each(['tokenEndpoint', 'refreshEndpoint', 'apiAddress'])(
  'an address that is not known of a provider is reported: %s',
  (field) => {
    const known = 'https://login.semansys.com/connect/token'
    const own = withSettings(settings, {
      presetId: 'semansys',
      tokenEndpoint: known,
      refreshEndpoint: known,
      apiAddress: 'https://api.semansys.com/me',
    })
    const warnings = (given: ProfileSettings) => {
      const shared = read(shareFileOf(given, []))
      return shared.kind === 'profile' ? shared.candidate.shown.warnings : shared.kind
    }
    expect(warnings(own)).toEqual([])
    for (const address of [
      'https://login.semansys.com.evil.test/t',
      'https://evilsemansys.com/t',
      'https://semansys.com.:443/t',
      'https://evil.test/semansys.com',
      'https://evil.test/?semansys.com',
    ]) {
      expect(warnings(withSettings(own, { [field]: address }))).toEqual(['other-address'])
    }
  },
)

test.each([
  ['https://login.acme.test/me', []],
  ['https://LOGIN.acme.test:8443/me', []],
  ['https://login.acme.test.evil.test/me', ['service-elsewhere']],
  ['https://collector.evil.test/take', ['service-elsewhere']],
  ['http://127.0.0.1:9/take', ['service-elsewhere']],
  ['', []],
])('the destination of a token from a private server is reported: %s', (address, told) => {
  for (const presetId of ['any-server', 'organization-api', 'later']) {
    const shared = read(shareFileOf(withSettings(settings, { presetId, apiAddress: address }), []))
    expect(shared).toMatchObject({ candidate: { shown: { warnings: told } } })
  }
})

test('an address is shown as it is sent, so that no look-alike letters deceive', () => {
  const strange = 'https://login.s\u0435mansys.test/\u202et'
  const given = withSettings(settings, { tokenEndpoint: strange, refreshEndpoint: strange })
  const plain = 'https://login.xn--smansys-7gg.test/%E2%80%AEt'
  expect(read(shareFileOf(given, []))).toMatchObject({
    candidate: {
      shown: { settings: settingsLike({ tokenEndpoint: plain, refreshEndpoint: plain }) },
    },
  })
})

test('a share file of version 1 still opens with everything that was in it', () => {
  const read = (text: string) => readShareFile(JSON.parse(text), presets)
  expect(read(shareFilesIn1.user)).toMatchObject({
    kind: 'profile',
    candidate: {
      shown: {
        settings: importedSettingsOf(
          makeSettings({
            name: 'Reports é 💶',
            tokenEndpoint: 'https://login.example/oauth2/token',
            refreshEndpoint: 'https://login.example/oauth2/refresh',
            basicEncoding: 'raw',
            bodyFormat: 'json',
            clientId: '',
            userName: '',
            userNameField: 'email_address',
            audience: 'https://api.example',
            resource: 'https://api.example/reports',
            extraParameters: [
              { secret: false, name: 'tenant', value: 'north', sentWith: 'always' },
              { secret: true, name: 'pin', sentWith: 'obtaining' },
            ],
            extraHeaders: [
              { secret: false, name: 'X-Region', value: 'eu', sentWith: 'refreshing' },
              { secret: true, name: 'X-Gateway-Key', sentWith: 'always' },
            ],
            tag: { name: 'Production', color: 'red' },
            apiAddress: 'https://api.example/me?of=k%C3%B6ln',
          }),
        ),
      },
    },
  })
  expect(read(shareFilesIn1.client)).toMatchObject({
    kind: 'profile',
    candidate: {
      shown: {
        settings: {
          about: { name: 'Own client', presetId: 'organization-api' },
          client: { authentication: { method: 'query' } },
          grant: { kind: 'clientCredentials' },
        },
      },
    },
  })
  const damaged = { ...JSON.parse(shareFilesIn1.user), profile: { name: 'x' } }
  expect(readShareFile(damaged, presets)).toEqual({ kind: 'damaged' })
})

test('a sign-in keeps its redirect address, but neither the account nor a client ID in it', () => {
  const grant = {
    kind: 'authorizationCode',
    redirectAddress: 'https://app.acme.test/callback',
    codeChallengeMethod: 'S256',
    responseMode: 'form_post',
    loginHint: 'ada@acme.test',
    expectsIssuer: true,
    sendsOrigin: false,
  } as const
  const sharedGrant = (redirectAddress: string) => {
    const text = shareFileOf({ ...settings, grant: { ...grant, redirectAddress } }, [])
    const read = readShareFile(JSON.parse(text), presets)
    return read.kind === 'profile' ? read.candidate.shown.settings.grant : read.kind
  }
  const { loginHint: _, ...shared } = grant
  expect(sharedGrant(grant.redirectAddress)).toEqual(shared)
  expect(sharedGrant('com.acme.own-client-id:/callback')).toEqual({
    ...shared,
    redirectAddress: defaultRedirectAddress,
  })
})

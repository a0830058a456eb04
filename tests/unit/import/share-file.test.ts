import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readShareFile, shareFileOf } from '../../../src/main/import/files/share-file.ts'
import { type ProfileSettings, profileSettings } from '../../../src/shared/profile.ts'

const settings: ProfileSettings = {
  name: 'Annual report',
  presetId: 'any-server',
  tokenEndpoint: 'https://login.acme.test/token?tenant=7',
  refreshEndpoint: 'https://login.acme.test/refresh',
  grantType: 'password',
  clientAuthentication: 'body',
  basicEncoding: 'raw',
  bodyFormat: 'form',
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
  keepFresh: true,
}
const read = (text: string) => readShareFile(JSON.parse(text), () => true)

test('a colleague gets the settings as they are, without what is somebody’s own', () => {
  const { group: _, ...withoutFolder } = settings
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
        warnings: [],
        settings: {
          ...withoutFolder,
          clientId: '',
          userName: '',
          // Nobody marked it, but it sounds secret.
          extraHeaders: [{ secret: true, name: 'x-api-key', sentWith: 'always' }],
        },
      },
    },
  })
})

test('parameters of an address that may be a key are left out', () => {
  const address = (query: string) => {
    const text = shareFileOf(
      { ...settings, tokenEndpoint: `https://login.acme.test/token${query}` },
      [],
    )
    return (JSON.parse(text) as { profile: { tokenEndpoint: string } }).profile.tokenEndpoint
  }
  expect(address('?code=abc&sig=def&api_key=x&subscription-key=y&tenant=7')).toBe(
    'https://login.acme.test/token?tenant=7',
  )
  expect(address('?v=1&b=a%20b')).toBe('https://login.acme.test/token?v=1&b=a%20b')
})

test('a secret or a name of somebody’s own is in no field, wherever it was put besides', {
  timeout: 60_000,
}, () => {
  const own = fc.string({
    unit: fc.constantFrom(...'abcdefgh0123456789-_.'),
    minLength: 12,
    maxLength: 40,
  })
  const put = fc.constantFrom<(value: string) => Partial<ProfileSettings>>(
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
      const changed = { ...settings, ...where(value) }
      fc.pre(profileSettings.safeParse(changed).success)
      const text = shareFileOf(changed, [value])
      for (const form of [value, encodeURIComponent(value), btoa(`pair:${value}`).slice(8, -4)]) {
        expect(text.includes(form)).toBe(false)
      }
      expect(read(text).kind).toBe('profile')
    }),
    { numRuns: 300, seed: 20261121 },
  )
})

test.each(['tokenEndpoint', 'refreshEndpoint'])(
  'an address that a provider is not known to use is told of: %s',
  (field) => {
    const known = 'https://login.semansys.com/connect/token'
    const own = { ...settings, presetId: 'semansys', tokenEndpoint: known, refreshEndpoint: known }
    const warnings = (given: ProfileSettings) => {
      const shared = read(shareFileOf(given, []))
      return shared.kind === 'profile' ? shared.candidate.shown.warnings : shared.kind
    }
    expect(warnings(own)).toEqual([])
    expect(warnings({ ...own, [field]: 'https://login.semansys.com.evil.test/t' })).toEqual([
      'other-address',
    ])
  },
)

test('an address is shown as it is sent, so that its letters are not those of somebody else', () => {
  const strange = 'https://login.s\u0435mansys.test/\u202et'
  const given = { ...settings, tokenEndpoint: strange, refreshEndpoint: strange }
  const plain = 'https://login.xn--smansys-7gg.test/%E2%80%AEt'
  expect(read(shareFileOf(given, []))).toMatchObject({
    candidate: { shown: { settings: { tokenEndpoint: plain, refreshEndpoint: plain } } },
  })
})

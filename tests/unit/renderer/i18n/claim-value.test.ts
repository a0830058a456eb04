import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { claimValue } from '../../../../src/renderer/i18n/claim-value.ts'
import { createMoments } from '../../../../src/renderer/i18n/moment.ts'
import { knownValues } from '../../../../src/renderer/locales/en/known-values.ts'
import type { Claim, JsonValue } from '../../../../src/shared/token.ts'
import { noon } from '../../../support/profiles/views.ts'
import { moments, t } from './english.ts'

const speech = { t, moments, locale: 'en-GB' }
const claimOf = (name: string, over: Partial<Claim>): Claim => ({
  name,
  value: null,
  exactly: null,
  repeated: false,
  date: null,
  ...over,
})
const readValue = (name: string, value: JsonValue) => claimValue(claimOf(name, { value }), speech)
const readDate = (over: Partial<Claim>) =>
  claimValue(claimOf('exp', { date: noon, ...over }), speech)

describe('a value with a meaning is shown in words, with the original beside it:', () => {
  it.each<[string, string, JsonValue, string, string | null]>([
    ['one way to sign in', 'amr', ['pwd'], 'password', '["pwd"]'],
    [
      'several',
      'amr',
      ['pwd', 'mfa', 'x'],
      'password, more than one proof, x',
      '["pwd","mfa","x"]',
    ],
    ['several as text', 'amr', 'pwd otp', 'password, one-time code', 'pwd otp'],
    ['a strength', 'acr', '1', 'normally', '1'],
    ['a strength as a number', 'acr', 0, 'weakly, such as by an earlier sign-in', '0'],
    [
      'a strength by its name',
      'acr',
      'urn:okta:loa:2fa:any',
      'with two proofs',
      'urn:okta:loa:2fa:any',
    ],
    ['a way of the app', 'azpacr', '1', 'with client ID and secret', '1'],
    [
      'a grant',
      'gty',
      'client-credentials',
      'with client ID and secret only',
      'client-credentials',
    ],
    ['a kind', 'token_use', 'access', 'an access token', 'access'],
    ['a kind in capitals', 'typ', 'AT+JWT', 'an access token', 'AT+JWT'],
    ['a signature', 'alg', 'None', 'not at all', 'None'],
    ['an hour', 'expires_in', 3600, '1 hour', '3600'],
    ['a time as text', 'expires_in', '5400', '1 hour 30 minutes', '5400'],
    ['seconds', 'max_age', 45, '45 s', '45'],
    ['a truth as text', 'email_verified', 'true', 'yes', 'true'],
    ['a language', 'locale', 'pt-BR', 'Brazilian Portuguese', 'pt-BR'],
    ['a language as POSIX has it', 'locale', 'nl_NL', 'Dutch (Netherlands)', 'nl_NL'],
    ['a country', 'ctry', 'NL', 'Netherlands', 'NL'],
    ['a scope', 'scope', 'openid x', 'openid: Learn who you are\nx', 'openid x'],
    ['a scope as a list', 'scp', ['read'], 'read: Read data', '["read"]'],
  ])('%s', (_, name, value, text, source) => {
    expect(readValue(name, value)).toEqual({ text, source })
  })
})

describe('a value without a meaning stays as it is:', () => {
  it.each<[string, string, JsonValue, string]>([
    ['a text', 'sub', 'ada', 'ada'],
    ['a number', 'company_rank', 7, '7'],
    ['an unknown way to sign in', 'amr', ['x', 'y'], 'x, y'],
    ['an unknown strength', 'acr', 'toString', 'toString'],
    ['what can be no span', 'expires_in', 1_767_225_600, '1767225600'],
    ['no language', 'locale', 'not a language', 'not a language'],
    ['an address, which is text and no link', 'iss', 'https://a.example', 'https://a.example'],
    [
      'what looks like our own marks',
      'sub',
      '$t(app.failed) {{word}} <b>',
      '$t(app.failed) {{word}} <b>',
    ],
    ['the same in a scope', 'scope', '$t(app.failed)', '$t(app.failed)'],
  ])('%s', (_, name, value, text) => {
    expect(readValue(name, value)).toEqual({ text, source: null })
  })
})

it('an address and an actor are shown by the meanings of their members', () => {
  const address = { locality: 'London', country: 'UK', floor: 3 }
  expect(readValue('address', address)).toEqual({
    text: 'Town: London\nCountry: UK\nfloor: 3',
    source: null,
  })
  expect(readValue('act', { client_id: 'a', appid: 'b' }).text).toBe(
    'Which app requested it: a\nWhich app requested it: b',
  )
  expect(readValue('act', {})).toEqual({ text: 'empty', source: '{}' })
  expect(readValue('address', 'Main 1')).toEqual({ text: 'Main 1', source: null })
})

describe('a value of several parts is shown part by part:', () => {
  it.each<[string, JsonValue, string]>([
    ['a list', ['a', 'b', 3], 'a, b, 3'],
    ['truths', [true, false], 'yes, no'],
    ['services, one a line', ['https://api.example.com/v1', 'b'], 'https://api.example.com/v1\nb'],
    ['parts with commas', ['Doe, Jane', 'b'], 'Doe, Jane\nb'],
    ['an object', { street: 'Main 1', town: 'London' }, 'street: Main 1\ntown: London'],
    ['what is nested', { account: { roles: ['a', 'b'] } }, 'account › roles: a, b'],
    ['objects in a list', [{ a: 1 }, { a: true }], '1 › a: 1\n2 › a: yes'],
    ['nothing inside', { a: {}, b: [], c: null, d: '' }, 'a: empty\nb: empty\nc: empty\nd: empty'],
    ['our own marks inside', { a: '$t(app.failed) {{meaning}}' }, 'a: $t(app.failed) {{meaning}}'],
  ])('%s', (_, value, text) => {
    expect(readValue('company', value)).toEqual({ text, source: null })
  })

  it.each<[JsonValue, string]>([
    ['', '""'],
    [null, 'null'],
    [[], '[]'],
    [{}, '{}'],
  ])('%j is shown as empty', (value, source) => {
    expect(readValue('company', value)).toEqual({ text: 'empty', source })
  })

  it('in the token’s own digits where JavaScript has others', () => {
    const exactly = '9007199254740993'
    expect(claimValue(claimOf('x', { value: Number(exactly), exactly }), speech)).toEqual({
      text: exactly,
      source: null,
    })
  })
})

describe('a date in a token', () => {
  it('is shown in local time', () => {
    expect(readDate({ value: noon / 1000 }).text).toBe(moments.exact(noon))
    const elsewhere = createMoments(t, 'nl-NL', () => noon)
    const inDutch = claimValue(claimOf('exp', { date: noon }), { ...speech, moments: elsewhere })
    expect(inDutch.text).toMatch(/^15 jan 2030/)
  })

  it.each([
    ['seconds', { value: noon / 1000 }, null],
    ['a float', { value: noon / 1000 + 0.5, date: noon + 500 }, null],
    ['milliseconds', { value: noon }, String(noon)],
    ['text', { value: String(noon / 1000) }, `"${noon / 1000}"`],
    ['0', { value: 0, date: 0 }, '0'],
    ['many digits', { value: noon / 1000, exactly: '1894708800.00000000' }, '1894708800.00000000'],
  ])('that is %s is shown with what stands there, if that is unusual', (_, over, source) => {
    expect(readDate(over).source).toBe(source)
  })
})

it('any value under a known name keeps all its parts as a text', () => {
  const names = fc.constantFrom(
    'amr',
    'acr',
    'scope',
    'expires_in',
    'locale',
    'ctry',
    'address',
    'x',
  )
  // What is said in words may say it otherwise; letters that no word holds stay as they are.
  const letters = fc.string({ unit: fc.constantFrom('ж', 'ш', 'ю'), minLength: 1, maxLength: 8 })
  const value = fc.letrec<{ node: JsonValue }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 4 },
      letters,
      fc.array(tie('node'), { maxLength: 4 }),
      fc.dictionary(letters, tie('node'), { maxKeys: 4 }),
    ),
  })).node
  fc.assert(
    fc.property(names, value, (name, any) => {
      const { text, source } = readValue(name, any)
      expect(text).not.toBe('')
      const words = JSON.stringify(any).match(/[жшю]+/g) ?? []
      for (const word of words) expect(`${text}\n${source}`).toContain(word)
    }),
    { seed: 7519 },
  )
})

it('every value that is known has words of its own', () => {
  for (const [name, values] of Object.entries(knownValues)) {
    for (const [key, words] of Object.entries(values)) {
      expect(t(`knownValues.${name}.${key}` as 'knownValues.acct.0')).toBe(words)
    }
  }
})

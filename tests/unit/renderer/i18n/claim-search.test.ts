import { describe, expect, it } from 'vitest'
import { claimMeaning } from '../../../../src/renderer/i18n/claim.ts'
import { matchingClaims } from '../../../../src/renderer/i18n/claim-search.ts'
import { claimValue } from '../../../../src/renderer/i18n/claim-value.ts'
import type { JsonValue } from '../../../../src/shared/token.ts'
import { moments, t } from './english.ts'

const shown = (name: string, value: JsonValue, exactly: string | null = null) => {
  const claim = { name, value, exactly, repeated: false, date: null }
  const speech = { t, moments, locale: 'en-GB' }
  return { claim, meaning: claimMeaning(t, name), value: claimValue(claim, speech) }
}
const claims = [
  shown('iss', 'https://login.example'),
  shown('email', 'José@example.org'),
  shown('amr', ['pwd']),
  shown('account', null, '12345678901234567890'),
  shown('company', { rank: { level: 7 } }),
]
const found = (search: string) => matchingClaims(claims, search).map(({ claim }) => claim.name)

describe('a search in a token finds', () => {
  it.each([
    ['the name', 'iss', ['iss']],
    ['the meaning', 'mail address', ['email']],
    ['the value', 'login.example', ['iss']],
    ['the words for a value', 'password', ['amr']],
    ['the value as it stands', 'pwd', ['amr']],
    ['digits that JavaScript alters', '234567890123', ['account']],
    ['what is nested', 'level', ['company']],
    ['capitals and accents alike', 'JOSE', ['email']],
    ['each word, wherever it is', 'example issued', ['iss']],
    ['all, for nothing but blanks', '  ', ['iss', 'email', 'amr', 'account', 'company']],
    ['nothing, if one word is nowhere', 'example nowhere', []],
  ])('%s', (_, search, names) => {
    expect(found(search)).toEqual(names)
  })
})

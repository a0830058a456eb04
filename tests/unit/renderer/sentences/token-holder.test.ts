import { describe, expect, it } from 'vitest'
import {
  holderOf,
  saidHolder,
  saidIssuer,
  scopeOf,
  servicesOf,
} from '../../../../src/renderer/sentences/token-holder.ts'
import type { JsonValue } from '../../../../src/shared/token.ts'
import { makeProfile, makeToken } from '../make.ts'
import { t } from './words.ts'

const claimsOf = (members: Readonly<Record<string, JsonValue>>) =>
  Object.entries(members).map(([name, value]) => ({
    name,
    value,
    exactly: null,
    repeated: false,
    date: null,
  }))
type Over = Parameters<typeof makeToken>[0]
const asked = (token: Over = {}, settings: Parameters<typeof makeProfile>[2] = {}) => {
  const profile = makeProfile(1, {}, settings)
  return { token: makeToken(token), settings: profile.settings }
}
const app = 'The app itself, no person'

describe('whom a token speaks for', () => {
  it.each<[string, Record<string, JsonValue>, string, string | null]>([
    ['a user by full name and user name', { sub: '7', name: 'Ada', email: 'a@x' }, 'Ada', 'a@x'],
    ['a user by user name', { sub: '7', preferred_username: 'ada' }, 'ada', null],
    ['a user known by a number', { sub: '7', client_id: 'c' }, '7', t('holder.bySubject')],
    ['a user known by an e-mail address', { sub: 'a@x', client_id: 'c' }, 'a@x', null],
    ['an app that says so', { sub: '9', idtyp: 'app', appid: 'c', name: 'x' }, app, 'c'],
    ['an app by its grant', { sub: 'c@clients', azp: 'c', gty: 'client-credentials' }, app, 'c'],
    ['an app that is the subject', { sub: 'c', client_id: 'c' }, app, 'c'],
    ['an app with a name', { sub: 'c', cid: 'c', app_displayname: 'Import' }, app, 'Import'],
  ])('is %s', (_, members, text, more) => {
    expect(saidHolder(t, claimsOf(members), 'password')).toEqual({ text, more })
  })

  it('is the app where the client asked for itself, unless the token names a user', () => {
    const claims = { sub: '7', azp: 'c' }
    expect(saidHolder(t, claimsOf(claims), 'client_credentials')).toMatchObject({ text: app })
    const user = claimsOf({ ...claims, email: 'a@x' })
    expect(saidHolder(t, user, 'client_credentials')).toMatchObject({ text: 'a@x' })
  })

  it('is nobody that the token names twice, or not at all', () => {
    const twice = claimsOf({ sub: 'x' }).map((claim) => ({ ...claim, repeated: true }))
    expect(saidHolder(t, twice, null)).toBeNull()
    expect(saidHolder(t, claimsOf({ sub: 7, name: ' ' }), null)).toBeNull()
  })

  it('is told by what was asked for where only the server can read the token', () => {
    expect(holderOf(t, asked(), null)).toEqual({ text: 'jane', more: t('holder.asTyped') })
    const client = asked({ obtainedBy: 'client_credentials' })
    expect(holderOf(t, client, null)).toEqual({ text: app, more: 'client' })
    const refreshed = asked({ obtainedBy: 'refresh_token' })
    expect(holderOf(t, refreshed, null)).toMatchObject({ text: 'jane' })
    const given = asked({ obtainedBy: 'refresh_token' }, { grantType: 'refresh_token' })
    expect(holderOf(t, given, null)).toEqual({ text: t('holder.unknown'), more: null })
  })

  it('is unknown where the profile was changed since', () => {
    const older = asked({ madeWithOlderSettings: true }, { audience: 'https://new.example' })
    expect(holderOf(t, older, null)).toEqual({ text: t('holder.unknown'), more: null })
    expect(servicesOf(t, older, null)).toEqual({ text: t('holder.unknown'), more: null })
  })
})

describe('what a token opens', () => {
  it('is as it says itself, all of it', () => {
    const one = servicesOf(t, asked(), claimsOf({ aud: 'api' }))
    expect(one).toEqual({ text: 'api', more: null })
    const two = servicesOf(t, asked(), claimsOf({ aud: ['https://a', 7, 'https://b'] }))
    expect(two.text).toBe('https://a\nhttps://b')
  })

  it('is as it was asked for where the token does not say', () => {
    const settings = { audience: 'api', resource: 'https://a.example https://b.example' }
    expect(servicesOf(t, asked({}, settings), null)).toEqual({
      text: 'api\nhttps://a.example\nhttps://b.example',
      more: t('holder.asAsked'),
    })
    expect(servicesOf(t, asked(), []).text).toBe(t('holder.notSaid'))
    expect(servicesOf(t, asked(), null).text).toBe(t('holder.unknown'))
  })

  it('was issued by whom it names', () => {
    expect(saidIssuer(claimsOf({ iss: 'https://login' }))).toBe('https://login')
    expect(saidIssuer(claimsOf({ iss: 7 }))).toBeNull()
  })
})

describe('the scope of a token', () => {
  it('is as the server named it, each word once', () => {
    expect(scopeOf(['a', 'b', 'a'], claimsOf({ scope: 'c' }))).toEqual(['a', 'b'])
  })

  it('is as the token names it where the server did not', () => {
    expect(scopeOf([], claimsOf({ scope: 'a  b', scp: ['c', 7, 'a'] }))).toEqual(['a', 'b', 'c'])
    expect(scopeOf([], claimsOf({ permissions: ['read:x'] }))).toEqual(['read:x'])
    expect(scopeOf([], null)).toEqual([])
  })
})

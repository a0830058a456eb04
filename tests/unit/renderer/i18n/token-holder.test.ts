import { describe, expect, it } from 'vitest'
import {
  holderOf,
  permissionsIn,
  permissionsOf,
  saidHolder,
  saidIssuer,
  servicesOf,
} from '../../../../src/renderer/i18n/token-holder.ts'
import type { JsonValue } from '../../../../src/shared/token.ts'
import { makeToken } from '../../../support/profiles/views.ts'
import { makeProfile } from '../make.ts'
import { t } from './english.ts'

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
const app = 'The app itself, not a person'

describe('the user a token is for', () => {
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
    expect(saidHolder(t, claimsOf(claims), 'clientCredentials')).toMatchObject({ text: app })
    const user = claimsOf({ ...claims, email: 'a@x' })
    expect(saidHolder(t, user, 'clientCredentials')).toMatchObject({ text: 'a@x' })
  })

  it('is unknown if the token names it twice, or not at all', () => {
    const twice = claimsOf({ sub: 'x' }).map((claim) => ({ ...claim, repeated: true }))
    expect(saidHolder(t, twice, null)).toBeNull()
    expect(saidHolder(t, claimsOf({ sub: 7, name: ' ' }), null)).toBeNull()
  })

  it.each<[string, { name?: string; userName?: string }, string, string]>([
    ['full name', { name: 'Ada', userName: 'a@x' }, 'Ada', 'a@x'],
    ['user name', { userName: 'a@x' }, 'a@x', t('holder.byIdToken')],
    ['subject', {}, '7', t('holder.bySubject')],
  ])('is the %s in the ID token where the access token does not say', (_, names, text, more) => {
    const issuedTo = { subject: '7', name: null, userName: null, ...names }
    expect(holderOf(t, asked({ issuedTo }), null)).toEqual({ text, more })
    expect(holderOf(t, asked({ issuedTo }), claimsOf({ iss: 'x' }))).toEqual({ text, more })
    const own = claimsOf({ name: 'Grace' })
    expect(holderOf(t, asked({ issuedTo }), own)).toMatchObject({ text: 'Grace' })
  })

  it('is the requested one where only the server can read the token', () => {
    expect(holderOf(t, asked(), null)).toEqual({ text: 'jane', more: t('holder.asTyped') })
    const client = asked({ obtainedBy: 'clientCredentials' })
    expect(holderOf(t, client, null)).toEqual({ text: app, more: 'client' })
    const refreshed = asked({ obtainedBy: 'refreshToken' })
    expect(holderOf(t, refreshed, null)).toMatchObject({ text: 'jane' })
    const given = asked({ obtainedBy: 'refreshToken' }, { grantType: 'refreshToken' })
    expect(holderOf(t, given, null)).toEqual({ text: t('holder.unknown'), more: null })
  })

  it('is unknown where the profile was changed since', () => {
    const older = asked({ madeWithOlderSettings: true }, { audience: 'https://new.example' })
    expect(holderOf(t, older, null)).toEqual({ text: t('holder.unknown'), more: null })
    expect(servicesOf(t, older, null)).toEqual({ text: t('holder.unknown'), more: null })
  })
})

describe('what a token opens', () => {
  it('is as the token says, all of it', () => {
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

  it('names its issuer', () => {
    expect(saidIssuer(claimsOf({ iss: 'https://login' }))).toBe('https://login')
    expect(saidIssuer(claimsOf({ iss: 7 }))).toBeNull()
  })
})

describe('what a token may do', () => {
  const may = (over: Over, members: Readonly<Record<string, JsonValue>> | null) =>
    permissionsOf(makeToken(over), members === null ? null : claimsOf(members))

  it('is what the server named and what the token says, each word once', () => {
    expect(may({ scope: ['a', 'b', 'a'] }, { scope: 'c b' })).toEqual({
      words: ['a', 'b', 'c'],
      isRequested: false,
    })
  })

  it('is the token’s own if the server named none, regardless of the request', () => {
    for (const scopeFrom of ['request', 'unknown'] as const) {
      const over = { scope: ['https://api.example.com/.default'], scopeFrom }
      expect(may(over, { roles: ['User.Read.All', 'Mail.Send'] })).toEqual({
        words: ['User.Read.All', 'Mail.Send'],
        isRequested: false,
      })
    }
  })

  it('is only requested where neither says it', () => {
    const over: Over = { scope: ['read', 'write'], scopeFrom: 'request' }
    for (const members of [null, { sub: 'a' }, { scope: '' }, { roles: [] }]) {
      expect(may(over, members)).toEqual({ words: ['read', 'write'], isRequested: true })
    }
    expect(may({ ...over, scope: [] }, null).words).toEqual([])
  })

  it('was perhaps granted where it was stored before that was noted', () => {
    const over: Over = { scope: ['read'], scopeFrom: 'unknown' }
    expect(may(over, null)).toEqual({ words: ['read'], isRequested: false })
  })

  it.each([
    [{ scope: 'a  b', scp: ['c', 7, 'a'] }, ['a', 'b', 'c']],
    [{ permissions: ['read:x'] }, ['read:x']],
    [{ scp: 'User.Read Mail.Read' }, ['User.Read', 'Mail.Read']],
    [{ roles: ['User.Read.All', 'Mail.Send'] }, ['User.Read.All', 'Mail.Send']],
    [{ wids: ['b79fbf4d-3ef9-4689-8143-76b194e85509'] }, ['b79fbf4d-3ef9-4689-8143-76b194e85509']],
    [{ Roles: ['x'], role: ['y'], 'wi.ds': ['z'] }, []],
  ])('stands in the claims of an access token: %j', (members, words) => {
    expect(permissionsIn(claimsOf(members))).toEqual(words)
  })
})

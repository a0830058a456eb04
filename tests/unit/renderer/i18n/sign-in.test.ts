import { describe, expect, it } from 'vitest'
import {
  actionHint,
  actionName,
  addressParts,
  clockOf,
  renewalEnd,
  signInAgain,
} from '../../../../src/renderer/i18n/sign-in.ts'
import { withLongerAccess } from '../../../../src/shared/longer-access.ts'
import { needsPerson } from '../../../../src/shared/needs-person.ts'
import { signInSettings } from '../../../support/profiles/sign-in-settings.ts'
import { makeToken, makeView, minute, noon } from '../../../support/profiles/views.ts'
import { moments, t } from './english.ts'

const settings = signInSettings('authorizationCode', { scope: 'read' })
const lasting = makeToken({ hasRefreshToken: false })
const browser = makeView(1, { settings })
const device = makeView(2, { settings: signInSettings('deviceCode') })
const password = makeView(3)

describe('the button that brings a token', () => {
  it('is named after what a click does', () => {
    expect(actionName(t, password)).toBe('Get token')
    expect(actionName(t, browser)).toBe('Sign in')
    expect(actionName(t, device)).toBe('Sign in')
    expect(actionName(t, { ...browser, token: lasting })).toBe('Renew now')
  })

  it('says which server is contacted, and that a browser opens', () => {
    expect(actionHint(t, password)).toBe('“Get token” contacts auth.example.')
    expect(actionHint(t, browser)).toMatch(/^“Sign in” opens your browser at login\.example\.com\./)
    expect(actionHint(t, device)).toMatch(/^“Sign in” gets a code from login\.example\.com\./)
    expect(actionHint(t, { ...browser, token: lasting })).toContain('“Renew now” opens your')
    const silent = { ...browser, token: makeToken() }
    expect(actionHint(t, silent)).toBe('“Renew now” contacts auth.example.')
    expect(actionHint(t, { ...silent, needsSignIn: true })).toContain('opens your browser')
  })
})

describe('a sign-in that has to be repeated', () => {
  const again = (over: object) => signInAgain(t, { ...browser, token: lasting, ...over }, moments)

  it('is announced with its time, and longer access is offered', () => {
    const told = again({})
    expect(told?.text).toMatch(/^You will have to sign in again at \d\d:00\.$/)
    expect(told?.canAsk).toBe(true)
    const endless = makeToken({ hasRefreshToken: false, expiresAt: null })
    expect(again({ token: endless })?.text).toContain('When this token stops working')
  })

  it('is not announced where the token can be renewed without the user', () => {
    expect(again({ token: makeToken() })).toBeNull()
    expect(again({ token: null })).toBeNull()
    expect(again({ settings: password.settings })).toBeNull()
  })

  it('offers longer access once', () => {
    const asked = signInSettings('authorizationCode', { scope: 'openid offline_access' })
    expect(again({ settings: asked })).toMatchObject({ canAsk: false })
    expect(again({ settings: asked })?.text).toContain('didn’t give it')
  })

  it('offers it where a server wants something other than the usual scope', () => {
    const authorizationEndpoint = 'https://accounts.google.com/o/oauth2/v2/auth'
    const before = signInSettings('authorizationCode', { scope: 'openid offline_access' })
    const google = { ...before, server: { ...before.server, authorizationEndpoint } }
    expect(again({ settings: google })).toMatchObject({ canAsk: true })
    expect(again({ settings: withLongerAccess(google) })).toMatchObject({ canAsk: false })
  })
})

/** A profile that is signed in to at this address. */
const at = (authorizationEndpoint: string) => {
  const server = { ...settings.server, authorizationEndpoint }
  return { ...browser, settings: { ...settings, server } }
}

describe('the end of the permission to renew', () => {
  const day = 24 * 60 * minute
  const endAfter = (days: number | null, over: object = {}) => {
    const end = days === null ? null : noon + days * day
    const token = makeToken({ refreshExpiresAt: end })
    const told = renewalEnd({ ...browser, token, ...over }, noon)
    return told === null ? null : (told - noon) / day
  }

  it('is shown a week before, or three days where renewals are planned', () => {
    expect([8, 6.9, 0.01, 0, -1].map((days) => endAfter(days))).toEqual([
      null,
      6.9,
      0.01,
      null,
      null,
    ])
    const renewsAt = noon + 30 * minute
    expect([4, 2.9].map((days) => endAfter(days, { renewsAt }))).toEqual([null, 2.9])
    expect(endAfter(4, { renewsAt: noon + 5 * day })).toBe(4)
  })

  it('is shown where a person signs in, and only while there is such a permission', () => {
    expect(endAfter(null)).toBeNull()
    expect(endAfter(1, { needsSignIn: true })).toBeNull()
    expect(endAfter(1, { settings: password.settings })).toBeNull()
    expect(endAfter(1, { token: lasting })).toBeNull()
  })

  it.each([
    ['https://login.xero.com/identity/connect/authorize', 60],
    ['https://slack.com/oauth/v2_user/authorize', 30],
  ])('is known of %s: %d days', (authorizationEndpoint, days) => {
    const profile = at(authorizationEndpoint)
    const issuedAt = noon - (days - 5) * day
    const token = makeToken({ issuedAt })
    expect(renewalEnd({ ...profile, token }, noon)).toBe(issuedAt + days * day)
    const said = makeToken({ issuedAt, refreshExpiresAt: noon + day })
    expect(renewalEnd({ ...profile, token: said }, noon)).toBe(noon + day)
  })
})

it('a person is needed without a refresh token, and after its end', () => {
  expect(needsPerson(browser)).toBe(true)
  expect(needsPerson({ ...browser, token: makeToken() })).toBe(false)
  expect(needsPerson({ ...browser, token: makeToken(), needsSignIn: true })).toBe(true)
  expect(needsPerson(password)).toBe(false)
})

it('the time that is left counts like a clock, and stops at zero', () => {
  expect(clockOf(noon + 10 * minute, noon)).toBe('10:00')
  expect(clockOf(noon + 65_001, noon)).toBe('1:06')
  expect(clockOf(noon + 9000, noon)).toBe('0:09')
  expect(clockOf(noon + 69 * minute, noon)).toBe('1:09:00')
  expect(clockOf(noon, noon + minute)).toBe('0:00')
})

describe('the host of an address', () => {
  it('is apart from what surrounds it', () => {
    expect(addressParts('https://login.example/device?a=b')).toEqual([
      'https://',
      'login.example',
      '/device?a=b',
    ])
    expect(addressParts('http://127.0.0.1:80800')).toEqual(['', 'http://127.0.0.1:80800', ''])
    expect(addressParts('https://login.example:8443')).toEqual([
      'https://',
      'login.example:8443',
      '',
    ])
  })

  it('is not the user name before it', () => {
    const [before, host] = addressParts('https://login.example@other.example/device')
    expect([before, host]).toEqual(['https://', 'other.example'])
  })
})

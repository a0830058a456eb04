import { describe, expect, it } from 'vitest'
import type { ExtraParameter } from '../../../src/shared/extra.ts'
import { asksForLongerAccess, withLongerAccess } from '../../../src/shared/longer-access.ts'
import { profileSettings } from '../../../src/shared/settings/index.ts'
import { signInSettings } from '../../support/profiles/sign-in-settings.ts'

type Kind = Parameters<typeof signInSettings>[0]

function settingsAt(kind: Kind, address: string, scope = '') {
  const settings = signInSettings(kind, { scope })
  const endpoint = kind === 'deviceCode' ? 'deviceAuthorizationEndpoint' : 'authorizationEndpoint'
  return { ...settings, server: { ...settings.server, [endpoint]: address } }
}

const standard = 'https://login.example.com/authorize'
const google = 'https://accounts.google.com/o/oauth2/v2/auth'
const googleDevice = 'https://oauth2.googleapis.com/device/code'

const given = (value: string, sentWith: ExtraParameter['sentWith']): ExtraParameter => ({
  secret: false,
  name: 'access_type',
  value,
  sentWith,
})

describe('longer access', () => {
  it.each<[string, ReturnType<typeof settingsAt>, object]>([
    [
      'by a scope',
      settingsAt('authorizationCode', standard, 'read'),
      { scope: 'read offline_access' },
    ],
    ['by a scope alone', settingsAt('authorizationCode', standard), { scope: 'offline_access' }],
    ['by a scope, for a device', settingsAt('deviceCode', standard), { scope: 'offline_access' }],
    [
      'by a parameter and a prompt',
      settingsAt('authorizationCode', google, 'read'),
      { scope: 'read', prompt: 'consent', extraParameters: [given('offline', 'authorizing')] },
    ],
    [
      'by a parameter alone, where there is no prompt',
      settingsAt('deviceCode', googleDevice, 'read'),
      { scope: 'read', extraParameters: [given('offline', 'authorizing')] },
    ],
  ])('is asked for %s, once', (_, settings, expected) => {
    expect(asksForLongerAccess(settings)).toBe(false)
    const asking = withLongerAccess(settings)
    expect(profileSettings.safeParse(asking).success).toBe(true)
    expect({ ...asking.grant, ...asking.request }).toMatchObject(expected)
    expect(asksForLongerAccess(asking)).toBe(true)
    expect(withLongerAccess(asking)).toEqual(asking)
  })

  it.each([
    ['always', 'online', [given('offline', 'authorizing')]],
    ['authorizing', 'online', [given('offline', 'authorizing')]],
    ['always', 'offline', [given('offline', 'always')]],
    ['refreshing', 'online', [given('online', 'refreshing'), given('offline', 'authorizing')]],
  ] as const)('replaces a parameter that is sent %s with %s', (sentWith, value, expected) => {
    const settings = settingsAt('authorizationCode', google)
    const extraParameters = [given(value, sentWith)]
    const asking = withLongerAccess({
      ...settings,
      request: { ...settings.request, extraParameters },
    })
    expect(asking.request.extraParameters).toEqual(expected)
    expect(profileSettings.safeParse(asking).success).toBe(true)
  })

  it.each([
    ['select_account', 'select_account consent'],
    ['none', 'consent'],
    ['consent  select_account', 'consent  select_account'],
  ])('keeps a prompt of %s where both can be sent', (prompt, expected) => {
    const settings = settingsAt('authorizationCode', google)
    const asking = withLongerAccess({ ...settings, grant: { ...settings.grant, prompt } })
    expect(asking.grant).toMatchObject({ prompt: expected })
  })
})

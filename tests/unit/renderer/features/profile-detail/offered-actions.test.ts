import { describe, expect, it } from 'vitest'
import {
  offeredActions,
  waitsForUser,
} from '../../../../../src/renderer/features/profile-detail/offered-actions.ts'
import type { GrantKind } from '../../../../../src/shared/grants/facts.ts'
import { stateOf } from '../../../../../src/shared/profile-state.ts'
import type { ProfileView } from '../../../../../src/shared/profile-view.ts'
import { signInSettings } from '../../../../support/profiles/sign-in-settings.ts'
import { makeToken, makeView, minute, noon } from '../../../../support/profiles/views.ts'

const offered = (over: Partial<ProfileView>, now = noon, grantType: GrantKind = 'password') => {
  const profile = makeView(1, over, { grantType })
  return offeredActions(profile, stateOf(profile, now))
}
const later = noon + 90 * minute
const lasting = makeToken({ hasRefreshToken: false })

describe('the obvious next action', () => {
  it('is to get a token where there is none', () => {
    expect(offered({})).toMatchObject({ hasToken: false, primary: 'token', action: 'get' })
    expect(offered({})).toMatchObject({ request: 'obtainToken', isSilent: false })
  })

  it('is to copy the header of a living token', () => {
    expect(offered({ token: makeToken() })).toMatchObject({ primary: 'copy', action: 'renew' })
  })

  it('is to renew a token that has expired, with its refresh token or the grant again', () => {
    const renewal = { primary: 'token', action: 'renew' }
    const bySilence = { ...renewal, isSilent: true, request: 'refreshToken' }
    expect(offered({ token: makeToken() }, later)).toMatchObject(bySilence)
    const again = { ...renewal, isSilent: false, request: 'obtainToken' }
    expect(offered({ token: lasting }, later)).toMatchObject(again)
  })

  it('repeats a renewal after network trouble, and runs the grant after a refusal', () => {
    const last = (outcome: ProfileView['activity'][number]['outcome']) => ({
      token: makeToken(),
      activity: [{ at: noon, what: 'refresh', by: 'renewal', outcome } as const],
    })
    const moved = { kind: 'moved', status: 302, location: null } as const
    const waiting = { ...last(moved), waitsForNetwork: true }
    expect(offered(waiting, later)).toMatchObject({ request: 'refreshToken', isSilent: true })
    const refused = { kind: 'bad-request', status: 400, oauthError: null } as const
    const after = offered(last(refused), later)
    expect(after).toMatchObject({ request: 'obtainToken', isSilent: false, action: 'renew' })
  })

  it('sends no refresh token once the server wants a sign-in', () => {
    const dead = { token: makeToken(), needsSignIn: true }
    expect(offered(dead)).toMatchObject({
      action: 'renew',
      request: 'obtainToken',
      primary: 'token',
    })
  })

  it('is to sign in where a person has to, until there is a token', () => {
    for (const kind of ['authorizationCode', 'deviceCode'] as const) {
      const settings = signInSettings(kind)
      expect(offered({ settings }).action).toBe('sign-in')
      expect(offered({ settings, token: lasting }).action).toBe('renew')
    }
  })
})

it('another account is offered where the user signs in with a browser', () => {
  expect(offered({ settings: signInSettings('authorizationCode') }).canSwitchUser).toBe(true)
  expect(offered({ settings: signInSettings('deviceCode') }).canSwitchUser).toBe(false)
  expect(offered({}).canSwitchUser).toBe(false)
})

it('a run waits for the user while it shows what to do, and not while it sends a request', () => {
  const run = (progress: NonNullable<ProfileView['tokenRun']>['progress']) =>
    waitsForUser({ tokenRun: { what: 'obtain', progress } })
  const code = { code: 'A-B', address: 'https://a.example/', completeAddress: null }
  expect(waitsForUser({ tokenRun: null })).toBe(false)
  expect(run({ kind: 'requesting' })).toBe(false)
  expect(run({ kind: 'showing-device-code', ...code, expiresAt: later })).toBe(true)
})

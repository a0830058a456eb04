import { describe, expect, it } from 'vitest'
import { offeredActions } from '../../../../../src/renderer/features/profile-detail/offered-actions.ts'
import { stateOf } from '../../../../../src/shared/profile-state.ts'
import type { ProfileView } from '../../../../../src/shared/profile-view.ts'
import { makeToken, minute, noon } from '../../../../support/profiles/views.ts'
import { makeProfile } from '../../make.ts'

const offered = (over: Partial<ProfileView>, now = noon) => {
  const profile = makeProfile(1, over)
  return offeredActions(profile, stateOf(profile, now))
}
const later = noon + 90 * minute

describe('the obvious next action', () => {
  it('is to get a token where there is none', () => {
    expect(offered({})).toMatchObject({ hasToken: false, canRefresh: false, primary: 'get' })
  })

  it('is to copy the header of a living token', () => {
    expect(offered({ token: makeToken() })).toMatchObject({ canRefresh: true, primary: 'copy' })
  })

  it('is to refresh an ended token where that is possible', () => {
    expect(offered({ token: makeToken() }, later).primary).toBe('refresh')
    const token = makeToken({ hasRefreshToken: false })
    expect(offered({ token }, later)).toMatchObject({ canRefresh: false, primary: 'get' })
  })

  it('is to refresh after network trouble, and to get a token after a refusal', () => {
    const last = (outcome: ProfileView['activity'][number]['outcome']) => ({
      token: makeToken(),
      activity: [{ at: noon, what: 'refresh', by: 'renewal', outcome } as const],
    })
    const moved = { kind: 'moved', status: 302, location: null } as const
    expect(offered({ ...last(moved), waitsForNetwork: true }, later).primary).toBe('refresh')
    const refused = { kind: 'bad-request', status: 400, oauthError: null } as const
    expect(offered(last(refused), later).primary).toBe('get')
  })

  it('is to get a new token once the server wants a sign-in', () => {
    expect(offered({ token: makeToken(), needsSignIn: true })).toMatchObject({
      canRefresh: false,
      primary: 'get',
    })
  })
})

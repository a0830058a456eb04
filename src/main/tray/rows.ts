import type { Instant } from '../../shared/clock.ts'
import { compareNames } from '../../shared/names.ts'
import type { ProfileId } from '../../shared/profile.ts'
import { type ProfileState, stateOf } from '../../shared/profile-state.ts'
import type { ProfileView } from '../../shared/profile-view.ts'

/** Maximum number of profiles in the menu. */
const maxRows = 12

export interface TrayRow {
  readonly id: ProfileId
  readonly name: string
  readonly state: ProfileState
  /** `null`: no token, or unknown. */
  readonly endsAt: Instant | null
}

interface Ranked {
  readonly view: ProfileView
  readonly state: ProfileState
  readonly usedAt: Instant
}

const usefulness: Readonly<Record<ProfileState, number>> = {
  valid: 3,
  'expiring-soon': 3,
  // A click may renew it.
  expired: 2,
  'waiting-for-network': 2,
  'needs-sign-in': 1,
  failed: 1,
  'no-token': 0,
  locked: 0,
}

function compare(one: Ranked, other: Ranked): number {
  return (
    usefulness[other.state] - usefulness[one.state] ||
    other.usedAt - one.usedAt ||
    compareNames(one.view.settings.about.name, other.view.settings.about.name)
  )
}

/**
 * Returns the profiles that are most likely wanted: valid tokens first, by recent use. Keeps a dozen
 * in one pass, so that 10,000 profiles are not sorted. Pure.
 */
export function trayRows(profiles: readonly ProfileView[], now: Instant): readonly TrayRow[] {
  const best: Ranked[] = []
  for (const view of profiles) {
    const state = stateOf(view, now)
    if (state === 'locked') continue
    const ranked = { view, state, usedAt: view.lastUsed ?? 0 }
    const last = best.at(-1)
    if (best.length === maxRows && last !== undefined && compare(ranked, last) >= 0) continue
    const place = best.findIndex((other) => compare(ranked, other) < 0)
    best.splice(place < 0 ? best.length : place, 0, ranked)
    if (best.length > maxRows) best.pop()
  }
  return best.map(({ view, state }) => ({
    id: view.id,
    name: view.settings.about.name,
    state,
    endsAt: view.token?.expiresAt ?? null,
  }))
}

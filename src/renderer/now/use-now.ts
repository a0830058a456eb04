import { useCallback, useSyncExternalStore } from 'react'
import type { Instant } from '../../shared/clock.ts'
import type { ProfileView } from '../../shared/profile-view.ts'
import { useApp } from '../store/app-context.ts'

type Primitive = string | number | boolean | null

const noSubscription = () => () => {}

/**
 * What `selector` makes of the time; the component renders again only when that
 * changes. Without `isCounting` the clock isn't kept running.
 */
function useNow<Value extends Primitive>(
  selector: (now: Instant) => Value,
  isCounting: boolean,
): Value {
  const { now } = useApp()
  const subscribe = useCallback((listener: () => void) => now.subscribe(listener), [now])
  return useSyncExternalStore(isCounting ? subscribe : noSubscription, () => selector(now.get()))
}

/**
 * As `useNow`, counting while the profile's token is alive. What nobody sees need not count:
 * without `isInSight` it stands still, and costs nothing.
 */
export function useCountdown<Value extends Primitive>(
  profile: ProfileView,
  selector: (now: Instant) => Value,
  isInSight = true,
): Value {
  const { now } = useApp()
  const end = profile.token?.expiresAt ?? null
  return useNow(selector, isInSight && end !== null && end > now.get())
}

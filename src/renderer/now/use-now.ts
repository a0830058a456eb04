import { useCallback, useLayoutEffect, useSyncExternalStore } from 'react'
import type { Instant } from '../../shared/clock.ts'
import type { ProfileView } from '../../shared/profile-view.ts'
import { useApp } from '../store/app-context.ts'
import type { Now } from './now.ts'

type Primitive = string | number | boolean | null

const noSubscription = () => () => {}

/**
 * Returns the result of `selector` for the current time; the component renders again only when that
 * changes. Without `isCounting`, the clock does not have to run.
 */
function useNow<Value extends Primitive>(
  selector: (now: Instant) => Value,
  isCounting: boolean,
): Value {
  const { now } = useApp()
  const subscribe = useCallback((listener: () => void) => now.subscribe(listener), [now])
  return useSyncExternalStore(isCounting ? subscribe : noSubscription, () => selector(now.get()))
}

function isAlive({ token }: ProfileView, now: Now): boolean {
  const end = token?.expiresAt ?? null
  return end !== null && end > now.get()
}

/**
 * As `useNow`, counting while the profile's token is valid. Without `isInSight` it stands still and
 * costs nothing.
 */
export function useCountdown<Value extends Primitive>(
  profile: ProfileView,
  selector: (now: Instant) => Value,
  isInSight = true,
): Value {
  const { now } = useApp()
  return useNow(selector, isInSight && isAlive(profile, now))
}

/**
 * Tells the time whenever the component is drawn, and in between at every tick for as long as
 * `useCountdown` would count. Nothing is drawn for that.
 */
export function useEachSecond(
  profile: ProfileView,
  tell: (now: Instant) => void,
  isInSight = true,
): void {
  const { now } = useApp()
  const isCounting = isInSight && isAlive(profile, now)
  useLayoutEffect(() => {
    const tellNow = () => tell(now.get())
    tellNow()
    return isCounting ? now.subscribe(tellNow) : undefined
  })
}

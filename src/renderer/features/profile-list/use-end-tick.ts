import { useEffect, useState } from 'react'
import type { ProfileId } from '../../../shared/profile.ts'
import type { ProfileView } from '../../../shared/profile-view.ts'
import { useApp } from '../../store/app-context.ts'
import { nextEnd } from '../../store/profile-order.ts'

/** A longer `setTimeout` fires at once. */
const maxTimer = 2 ** 31 - 1

/** However many tokens end one after the other, the list is sorted no more often than this. */
const minRest = 2000

/** Changes when a token ends, and with that the order by expiry; `isNeeded`: it is sorted so. */
export function useEndTick(
  profiles: ReadonlyMap<ProfileId, ProfileView> | undefined,
  isNeeded: boolean,
): number {
  const { now } = useApp()
  const [tick, setTick] = useState(0)
  useEffect(() => {
    if (!isNeeded || profiles === undefined) return
    const end = nextEnd(profiles, now.get())
    if (end === null) return
    const wait = Math.min(maxTimer, Math.max(minRest, end - now.get() + 1))
    const timer = setTimeout(() => setTick(tick + 1), wait)
    return () => clearTimeout(timer)
  }, [profiles, isNeeded, now, tick])
  return tick
}

import { needsPerson } from '../../shared/needs-person.ts'
import type { ProfileId } from '../../shared/profile.ts'
import type { ProfileView } from '../../shared/profile-view.ts'
import { createDueQueue } from '../engine/due-queue.ts'
import type { Engine } from '../engine/engine-api.ts'
import type { EngineClock } from '../engine/ports.ts'
import type { Translate } from '../i18n/i18n.ts'
import { leftText } from '../i18n/left.ts'
import { dueNotice, type NoticeKind, timeToTell, tokenKey, type Wishes } from './due-notice.ts'
import type { NotificationPort, Shown } from './ports.ts'

interface Parts {
  readonly engine: Pick<Engine, 'profiles' | 'subscribe'>
  readonly clock: EngineClock
  readonly t: Translate
  readonly notifications: NotificationPort
  readonly wishes: () => Wishes
  /** While the app is locked, no name is shown. */
  readonly isLocked: () => boolean
  /** Returns true if the profile is visible in the focused window. */
  readonly isLookedAt: (id: ProfileId) => boolean
  readonly actions: {
    readonly openProfile: (id: ProfileId) => void
    readonly open: () => void
    readonly renewAndCopy: (id: ProfileId) => void
  }
}

export interface Notifier {
  /** Starts when all profiles are loaded. Their present state causes no notifications. */
  begin(): void
  /** Call when the settings change, which causes no notifications for the present state. */
  wishesChanged(): void
  /** Checks what is due again, after sleep, when timers are late. */
  wake(): void
  stop(): void
}

/** Milliseconds in which notifications are combined, as when a server becomes unreachable. */
const gathering = 2000
/** Above this number, notifications are combined into one. */
const maxAtOnce = 3
/** Milliseconds of one timer. */
const maxWait = 2 ** 31 - 1

/**
 * Notifies the user about profiles that are not visible: at most once per token, across retries,
 * sleep and locks.
 */
export function createNotifier(parts: Parts): Notifier {
  const { engine, clock, t, notifications, wishes, isLocked, isLookedAt, actions } = parts
  /** The token of each profile that a notification was shown for. */
  const announced = new Map<ProfileId, string>()
  const planned = new Map<ProfileId, ProfileView>()
  const queue = createDueQueue<ProfileId>()
  const gathered = new Map<ProfileId, { readonly kind: NoticeKind; readonly view: ProfileView }>()
  const shown = new Map<ProfileId | 'several', () => void>()
  /** The profiles in a combined notification. */
  const together = new Set<ProfileId>()
  /** Locked profiles, whose state after unlocking causes no notifications. */
  const hidden = new Set<ProfileId>()
  let hasBegun = false
  let wasLocked = true
  let stopTimer = () => {}
  let stopGathering: (() => void) | null = null

  function arm(): void {
    stopTimer()
    const next = queue.earliest()
    stopTimer = () => {}
    if (next === undefined) return
    const wait = Math.min(maxWait, Math.max(0, next - clock.now()))
    stopTimer = clock.after(wait, lookAtDue)
  }

  function lookAtDue(): void {
    const now = clock.now()
    for (let id = queue.takeDue(now); id !== undefined; id = queue.takeDue(now)) {
      const view = planned.get(id)
      planned.delete(id)
      if (view !== undefined) look(view)
    }
    arm()
  }

  function forget(id: ProfileId): void {
    queue.delete(id)
    planned.delete(id)
  }

  function plan(view: ProfileView): void {
    const time = timeToTell(view, wishes())
    if (time === null || time <= clock.now() || announced.get(view.id) === tokenKey(view)) return
    queue.set(view.id, time)
    planned.set(view.id, view)
  }

  /** Returns the notification that is due and was not shown, and records it as shown. */
  function updateNotice(view: ProfileView): NoticeKind | null {
    const kind = dueNotice(view, wishes(), clock.now())
    const key = tokenKey(view)
    if (kind === null || key === undefined || announced.get(view.id) === key) return null
    announced.set(view.id, key)
    return kind
  }

  function look(view: ProfileView): void {
    forget(view.id)
    // A new token makes notifications about the old one obsolete.
    if (announced.get(view.id) !== tokenKey(view)) withdraw(view.id)
    const isNews = !view.locked && !hidden.delete(view.id)
    if (view.locked) hidden.add(view.id)
    const kind = updateNotice(view)
    if (kind === null) plan(view)
    if (kind === null || !isNews || isLookedAt(view.id)) return
    stopGathering ??= clock.after(gathering, showGathered)
    gathered.set(view.id, { kind, view })
  }

  function withdraw(key: ProfileId | 'several'): void {
    if (key === 'several') together.clear()
    gathered.delete(key)
    shown.get(key)?.()
    shown.delete(key)
  }

  function noticeOf(kind: NoticeKind, view: ProfileView): Shown {
    const { id, settings, token, waitsForNetwork } = view
    const { name } = settings.about
    const onClick = () => actions.openProfile(id)
    if (kind === 'ends-soon') {
      const left = leftText(t, (token?.expiresAt ?? 0) - clock.now())
      if (needsPerson(view)) {
        return {
          title: t('notifications.endsSoon.title', { name }),
          body: t('notifications.endsSoon.bodySignIn', { left }),
          button: { label: t('notifications.needsSignIn.action'), onPress: onClick },
          onClick,
        }
      }
      return {
        title: t('notifications.endsSoon.title', { name }),
        body: waitsForNetwork
          ? t('notifications.endsSoon.bodyNetwork', { left })
          : t('notifications.endsSoon.body', { left }),
        button: {
          label: t('notifications.endsSoon.action'),
          onPress: () => actions.renewAndCopy(id),
        },
        onClick,
      }
    }
    const words = kind === 'needs-sign-in' ? 'needsSignIn' : 'renewalFailed'
    return {
      title: t(`notifications.${words}.title`, { name }),
      body: t(`notifications.${words}.body`),
      button: { label: t(`notifications.${words}.action`), onPress: onClick },
      onClick,
    }
  }

  function showGathered(): void {
    const all = [...gathered.values()]
    stopGathering = null
    gathered.clear()
    if (all.length > maxAtOnce) {
      withdraw('several')
      for (const { view } of all) together.add(view.id)
      const title = t('notifications.several.title', { count: all.length })
      const body = t('notifications.several.body')
      shown.set('several', notifications.show({ title, body, onClick: actions.open }))
      return
    }
    for (const { kind, view } of all) {
      withdraw(view.id)
      shown.set(view.id, notifications.show(noticeOf(kind, view)))
    }
  }

  function withdrawAll(): void {
    stopTimer()
    stopGathering?.()
    stopGathering = null
    for (const id of [...planned.keys()]) forget(id)
    gathered.clear()
    for (const key of [...shown.keys()]) withdraw(key)
  }

  function begin(): void {
    withdrawAll()
    hasBegun = true
    wasLocked = isLocked()
    if (wasLocked) return
    for (const view of engine.profiles()) {
      if (view.locked) hidden.add(view.id)
      updateNotice(view)
      plan(view)
    }
    arm()
  }

  const unsubscribe = engine.subscribe(({ profiles, removed }) => {
    // Profiles that are still being read cause no notifications.
    if (!hasBegun) return
    if (isLocked()) {
      if (!wasLocked) withdrawAll()
      wasLocked = true
      return
    }
    // The user who unlocks is looking at the window.
    if (wasLocked) return begin()
    for (const view of profiles) look(view)
    for (const id of removed) {
      forget(id)
      withdraw(id)
      announced.delete(id)
      hidden.delete(id)
      if (together.delete(id) && together.size === 0) withdraw('several')
    }
    arm()
  })

  return {
    begin,
    wishesChanged: () => {
      if (hasBegun) begin()
    },
    wake: lookAtDue,
    stop: () => {
      unsubscribe()
      withdrawAll()
    },
  }
}

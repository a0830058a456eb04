import type { Instant } from '../../shared/clock.ts'
import type { Engine } from '../engine/engine-api.ts'
import type { EngineClock } from '../engine/ports.ts'
import type { Translate } from '../i18n/i18n.ts'
import { type TrayActions, type TrayContent, trayMenu } from './menu.ts'
import type { MenuLine, TrayIcon, TrayPort } from './ports.ts'

interface Parts {
  readonly engine: Pick<Engine, 'subscribe'>
  readonly port: TrayPort
  readonly clock: EngineClock
  readonly t: Translate
  /** Looks at every profile, so it is called for a menu that is being made and no other. */
  readonly content: () => TrayContent
  readonly isLocked: () => boolean
  readonly isWanted: () => boolean
  readonly actions: TrayActions
  /** The icon is gone, and with it the way to a window that was closed. */
  readonly onLost: () => void
}

export interface DeskTray {
  /** Whether the icon is in a tray now. */
  isShown(): boolean
  /** Whether the desktop has a tray at all. */
  isPossible(): boolean
  /** The user changed what is wanted. */
  settingsChanged(): void
  /** Tells in the tooltip what happened, until the menu changes. */
  tell(text: string): void
  stop(): void
}

/** Milliseconds between two menus that are made because something changed. */
const minPause = 1000
/** Milliseconds after which the times in a menu that is made ahead are a minute old. */
const maxPause = 60_000
/** Milliseconds for which a tray may be away, as while a desktop starts its panel anew. */
const patience = 5000

/**
 * Keeps the icon in the tray, where there is one. A menu that is made when it is opened costs
 * nothing; one that must be ready before is made when something changes, at most once a
 * second, and once a minute. A lock takes the names out of it at once.
 */
export function createTray(parts: Parts): DeskTray {
  const { engine, port, clock, t, content, isLocked, isWanted, actions, onLost } = parts
  let isThere = false
  let icon: TrayIcon | null = null
  let wasLocked = false
  let isPausing = false
  let isStale = false
  /** When the first of the tokens in the menu ends. */
  let nextEnd: Instant = Number.POSITIVE_INFINITY
  let stopTimer = () => {}
  let stopWaiting = () => {}

  function menu(): readonly MenuLine[] {
    const [now, shown] = [clock.now(), content()]
    const ends = shown.kind === 'profiles' ? shown.rows.map(({ endsAt }) => endsAt ?? 0) : []
    nextEnd = Math.min(Number.POSITIVE_INFINITY, ...ends.filter((end) => end > now))
    return trayMenu(t, shown, actions, now)
  }

  function update(tooltip?: string): void {
    if (icon === null) return
    stopTimer()
    isStale = false
    wasLocked = isLocked()
    icon.update(tooltip ?? (wasLocked ? t('tray.locked') : t('tray.tooltip')))
    isPausing = port.isMadeAhead
    if (port.isMadeAhead) stopTimer = clock.after(minPause, afterPause)
    else if (tooltip !== undefined) stopTimer = clock.after(maxPause, () => update())
  }

  function afterPause(): void {
    isPausing = false
    const wait = Math.min(maxPause - minPause, Math.max(0, nextEnd - clock.now()))
    if (isStale) update()
    else stopTimer = clock.after(wait, () => update())
  }

  function changed(): void {
    if (icon === null) return
    if (isLocked() !== wasLocked) update()
    else if (!port.isMadeAhead) return
    else if (isPausing) isStale = true
    else update()
  }

  function remove(): void {
    stopTimer()
    icon?.remove()
    icon = null
    isPausing = false
  }

  function settle(): void {
    stopWaiting()
    const isDue = isThere && isWanted()
    if (isDue === (icon !== null)) return
    if (!isDue) {
      remove()
      stopWaiting = clock.after(isThere ? 0 : patience, onLost)
      return
    }
    icon = port.create({ menu, open: actions.open })
    update()
  }

  const stopWatching = port.watch((now) => {
    isThere = now
    settle()
  })
  const unsubscribe = engine.subscribe(changed)

  return {
    isShown: () => icon !== null,
    isPossible: () => isThere,
    settingsChanged: () => {
      const wasThere = icon !== null
      settle()
      // It may speak another language now.
      if (wasThere) update()
    },
    tell: (text) => update(text),
    stop: () => {
      stopWatching()
      unsubscribe()
      stopWaiting()
      remove()
    },
  }
}

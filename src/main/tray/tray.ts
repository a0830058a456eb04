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
  /** Reads every profile; called only when a menu is built. */
  readonly content: () => TrayContent
  readonly isLocked: () => boolean
  readonly isWanted: () => boolean
  readonly actions: TrayActions
  /** Called when the icon is gone, so that a closed window can't be opened any more. */
  readonly onLost: () => void
}

export interface DeskTray {
  /** Returns true if the icon is in a tray now. */
  isShown(): boolean
  /** Returns true if the desktop has a tray. */
  isPossible(): boolean
  /** Call when the user changed the settings. */
  settingsChanged(): void
  /** Shows a text in the tooltip until the menu changes. */
  tell(text: string): void
  stop(): void
}

/** Milliseconds between two updates of the menu because of changes. */
const minPause = 1000
/** Milliseconds after which the times in a prepared menu are outdated. */
const maxPause = 60_000
/** Milliseconds for which a tray may be missing, as while a desktop restarts its panel. */
const patience = 5000

/**
 * Keeps the icon in the tray, if there is one. A menu that must be ready before it is opened is
 * rebuilt when something changes, at most once a second, and once a minute. A lock removes the names
 * from it immediately.
 */
export function createTray(parts: Parts): DeskTray {
  const { engine, port, clock, t, content, isLocked, isWanted, actions, onLost } = parts
  let isThere = false
  let icon: TrayIcon | null = null
  let wasLocked = false
  let isPausing = false
  let isStale = false
  /** When the first token in the menu expires. */
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
      // The language may have changed.
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

import type { AppSettings } from '../shared/app-settings.ts'
import type { DesktopView, IdleTime } from '../shared/desktop.ts'
import { needsPerson } from '../shared/needs-person.ts'
import type { ProfileId } from '../shared/profile.ts'
import type { VaultView } from '../shared/vault-view.ts'
import type { Copier } from './copying/copier.ts'
import type { Engine } from './engine/engine-api.ts'
import type { EngineClock, Log } from './engine/ports.ts'
import type { Translate } from './i18n/i18n.ts'
import { hidesProfiles } from './ipc/change-feed.ts'
import { createCopyAndTell } from './notifying/copy-and-tell.ts'
import { createNotifier } from './notifying/notifier.ts'
import type { NotificationPort } from './notifying/ports.ts'
import type { MainWindow } from './shell/window.ts'
import type { TrayPort } from './tray/ports.ts'
import { trayRows } from './tray/rows.ts'
import { createTray, type DeskTray } from './tray/tray.ts'

interface Parts {
  readonly engine: Engine
  readonly copier: Copier
  readonly clock: EngineClock
  readonly log: Log
  readonly t: Translate
  readonly settings: () => AppSettings
  readonly vault: () => VaultView
  readonly tray: TrayPort
  readonly notifications: NotificationPort
  readonly window: MainWindow
  readonly locking: { automatically(): Promise<void>; hasTyped(): boolean }
  readonly idleTime: IdleTime
  readonly copiesFromWindowOnly: boolean
  readonly quit: () => void
}

/** The parts of Token Desk outside of its window: the icon in the tray, and notifications. */
export interface Background {
  /** Shows the icon, and notifies of changes from when `loaded` resolves. Call once. */
  begin(loaded: Promise<void>): void
  /** Returns true while the icon is in a tray. */
  isTrayShown(): boolean
  desktop(): DesktopView
  settingsChanged(): void
  /** Call after sleep. */
  wake(): void
  stop(): void
}

export function createBackground(parts: Parts): Background {
  const { engine, copier, clock, log, t, settings, vault, notifications, window } = parts
  const { locking, idleTime, copiesFromWindowOnly, quit } = parts
  let tray: DeskTray | null = null

  const isLocked = () => hidesProfiles(vault())
  const open = () => void window.show()
  const openProfile = (id: ProfileId) => {
    open()
    window.sendWhenLoaded({ name: 'profileAsked', data: { id } })
  }

  const copying = createCopyAndTell({
    copier,
    engine,
    notifications,
    clock,
    t,
    log,
    openProfile,
    copiesFromWindowOnly,
    offerInWindow: async (id) => {
      const shown = window.show()
      window.sendWhenLoaded({ name: 'copyAsked', data: { id } })
      return shown
    },
  })

  async function copy(id: ProfileId): Promise<void> {
    const text = await copying.copy(id)
    tray?.tell(text)
  }

  async function renewAndCopy(id: ProfileId): Promise<void> {
    const profile = engine.profiles().find((view) => view.id === id)
    // A browser opens after a click in the window only, where the sign-in is explained.
    if (profile === undefined || needsPerson(profile)) return openProfile(id)
    const { kind } = await engine.refresh(id)
    if (kind === 'obtained') await copy(id)
    else openProfile(id)
  }

  function lock(): void {
    if (window.current().isDestroyed()) return void locking.automatically()
    // The page asks before unsaved input is lost; in a hidden window the question would not be seen.
    if (locking.hasTyped()) open()
    window.sendWhenLoaded({ name: 'lockAsked', data: {} })
  }

  const notifier = createNotifier({
    engine,
    clock,
    t,
    notifications,
    wishes: () => {
      const { noticeBeforeEnd, noticeOfTrouble } = settings()
      return { beforeEnd: noticeBeforeEnd, ofTrouble: noticeOfTrouble }
    },
    isLocked,
    isLookedAt: window.isLookedAt,
    actions: {
      open,
      openProfile,
      renewAndCopy: (id) => void renewAndCopy(id).catch(() => openProfile(id)),
    },
  })

  const createIcon = () =>
    createTray({
      engine,
      port: parts.tray,
      clock,
      t,
      isLocked,
      content: () => {
        if (isLocked()) return { kind: 'locked' }
        const profiles = engine.profiles()
        const { keys, protection } = vault()
        return {
          kind: 'profiles',
          rows: trayRows(profiles, clock.now()),
          count: profiles.length + (engine.opening()?.toCome ?? 0),
          canLock: keys.passphrase === 'stays' && protection.kind !== 'memory-only',
        }
      },
      isWanted: () => settings().trayIcon,
      actions: { copy: (id) => void copy(id), openProfile, open, lock, quit },
      // Without taking the focus: a desktop may remove its tray while its screen is locked.
      onLost: () => {
        const hidden = window.current()
        if (!hidden.isDestroyed() && !hidden.isVisible()) hidden.showInactive()
      },
    })

  return {
    begin: (loaded) => {
      tray = createIcon()
      loaded.then(notifier.begin, () => undefined)
    },
    isTrayShown: () => tray?.isShown() ?? false,
    desktop: () => ({
      hasTray: tray?.isPossible() ?? false,
      idleTime,
      refusesNotifications: notifications.isRefused(),
    }),
    settingsChanged: () => {
      tray?.settingsChanged()
      notifier.wishesChanged()
    },
    wake: notifier.wake,
    stop: () => {
      notifier.stop()
      copying.stop()
      tray?.stop()
    },
  }
}

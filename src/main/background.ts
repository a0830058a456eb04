import type { BrowserWindow } from 'electron'
import type { AppSettings } from '../shared/app-settings.ts'
import type { BridgeEvent } from '../shared/bridge.ts'
import type { DesktopView, IdleTime } from '../shared/desktop.ts'
import type { ProfileId } from '../shared/profile.ts'
import type { VaultView } from '../shared/vault-view.ts'
import type { Copier } from './copying/copier.ts'
import type { Engine } from './engine/engine-api.ts'
import type { EngineClock, Log } from './engine/ports.ts'
import type { Translate } from './i18n/i18n.ts'
import { hidesProfiles } from './ipc/locked-view.ts'
import { createCopyAndTell } from './notifying/copy-and-tell.ts'
import { createNotifier } from './notifying/notifier.ts'
import type { NotificationPort } from './notifying/ports.ts'
import { createClosingToTray } from './shell/closing-to-tray.ts'
import type { TrayPort } from './tray/ports.ts'
import { trayRows } from './tray/rows.ts'
import { createTray } from './tray/tray.ts'

interface Parts {
  readonly engine: Engine
  /** Resolves when all profiles are there. */
  readonly loaded: Promise<void>
  readonly copier: Copier
  readonly clock: EngineClock
  readonly log: Log
  readonly t: Translate
  readonly settings: {
    read(): AppSettings
    isClosingExplained(): boolean
    recordClosingExplained(): Promise<void>
  }
  readonly vault: () => VaultView
  readonly port: { readonly tray: TrayPort; readonly notifications: NotificationPort }
  readonly window: {
    current(): BrowserWindow
    /** Brings it to the front and resolves with whether it has the focus. */
    show(): Promise<boolean>
    tell(event: BridgeEvent): void
  }
  readonly locking: { byItself(): Promise<void>; hasTyped(): boolean }
  readonly desktop: {
    readonly idleTime: IdleTime
    readonly copiesFromWindowOnly: boolean
  }
  readonly quit: () => void
}

export interface Background {
  /** Whether a window that is closed is hidden, and the app goes on in the tray. */
  staysWithout(window: BrowserWindow): boolean
  desktop(): DesktopView
  /** Which profile the page shows. */
  reportShown(id: ProfileId | null): void
  settingsChanged(): void
  /** After sleep. */
  wake(): void
  stop(): void
}

/** What Token Desk is outside of its window: the icon in the tray, and notifications. */
export function createBackground(parts: Parts): Background {
  const { engine, loaded, copier, clock, log, t, settings, vault, port, window, desktop, quit } =
    parts
  let shownProfile: ProfileId | null = null

  const isLocked = () => hidesProfiles(vault())
  const open = () => void window.show()
  const openProfile = (id: ProfileId) => {
    open()
    window.tell({ name: 'profileAsked', data: { id } })
  }

  const copying = createCopyAndTell({
    copier,
    engine,
    notifications: port.notifications,
    clock,
    t,
    log,
    openProfile,
    copiesFromWindowOnly: desktop.copiesFromWindowOnly,
    offerInWindow: async (id) => {
      const shown = window.show()
      window.tell({ name: 'copyAsked', data: { id } })
      return shown
    },
  })

  async function copy(id: ProfileId): Promise<void> {
    tray.tell(await copying.copy(id))
  }

  async function renewAndCopy(id: ProfileId): Promise<void> {
    const { kind } = await engine.refresh(id)
    if (kind === 'obtained') await copy(id)
    else openProfile(id)
  }

  function lock(): void {
    const shown = window.current()
    if (shown.isDestroyed()) return void parts.locking.byItself()
    // The page asks before something typed is lost; in a hidden window nobody would see it ask.
    if (parts.locking.hasTyped()) open()
    window.tell({ name: 'lockAsked', data: {} })
  }

  const tray = createTray({
    engine,
    port: port.tray,
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
    isWanted: () => settings.read().trayIcon,
    actions: { copy: (id) => void copy(id), openProfile, open, lock, quit },
    // Not in anybody's face: a desktop may take its tray away while its screen is locked.
    onLost: () => {
      const hidden = window.current()
      if (!hidden.isDestroyed() && !hidden.isVisible()) hidden.showInactive()
    },
  })

  const notifier = createNotifier({
    engine,
    clock,
    t,
    notifications: port.notifications,
    wishes: () => {
      const { noticeBeforeEnd, noticeOfTrouble } = settings.read()
      return { beforeEnd: noticeBeforeEnd, ofTrouble: noticeOfTrouble }
    },
    isLocked,
    isLookedAt: (id) => {
      const shown = window.current()
      return id === shownProfile && !shown.isDestroyed() && shown.isFocused()
    },
    actions: {
      open,
      openProfile,
      renewAndCopy: (id) => void renewAndCopy(id).catch(() => openProfile(id)),
    },
  })
  loaded.then(notifier.begin, () => undefined)

  return {
    staysWithout: createClosingToTray({
      isChosen: () => settings.read().closeToTray,
      isTrayShown: tray.isShown,
      explanation: {
        isGiven: settings.isClosingExplained,
        recordGiven: settings.recordClosingExplained,
        words: () => ({
          message: t('tray.closing.message'),
          detail: t('tray.closing.detail'),
          keepRunning: t('tray.closing.keepRunning'),
          quit: t('tray.closing.quit'),
        }),
      },
      quit,
    }),
    desktop: () => ({
      hasTray: tray.isPossible(),
      idleTime: desktop.idleTime,
      refusesNotifications: port.notifications.isRefused(),
    }),
    reportShown: (id) => {
      shownProfile = id
    },
    settingsChanged: () => {
      tray.settingsChanged()
      notifier.wishesChanged()
    },
    wake: notifier.wake,
    stop: () => {
      notifier.stop()
      copying.stop()
      tray.stop()
    },
  }
}

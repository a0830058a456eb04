import type { NotificationPort, Shown } from '../notifying/ports.ts'

/** The used part of Electron's `Notification`, which differs between versions. */
export interface SystemNotification {
  on(event: 'click' | 'action' | 'failed', listener: () => void): unknown
  /** Since Electron 41 the details have a reason, only on Windows. */
  on(event: 'close', listener: (details?: { readonly reason?: string }) => void): unknown
  on(event: 'show', listener: () => void): unknown
  show(): void
  close(): void
}

export interface SystemNotifications {
  isSupported(): boolean
  create(content: {
    readonly title: string
    readonly body: string
    readonly actions?: { readonly type: 'button'; readonly text: string }[]
  }): SystemNotification
}

/** References to notifications in the Action Center; the oldest are dropped first. */
const maxKept = 100

/** The notifications of the system. */
export function createNotifications(system: SystemNotifications): NotificationPort {
  // References keep notifications from garbage collection, which would drop their click handlers.
  const open = new Set<SystemNotification>()
  let isRefused = false

  function keep(notification: SystemNotification): void {
    const [oldest] = open
    if (open.size >= maxKept && oldest !== undefined) open.delete(oldest)
    open.add(notification)
  }

  function create({ title, body, button }: Shown): SystemNotification {
    const actions = button && [{ type: 'button' as const, text: button.label }]
    return system.create({ title, body, ...(actions && { actions }) })
  }

  return {
    show: (shown) => {
      if (!system.isSupported()) return () => {}
      const notification = create(shown)
      const forget = () => open.delete(notification)
      keep(notification)
      notification.on('click', () => {
        forget()
        shown.onClick()
      })
      notification.on('action', () => {
        forget()
        shown.button?.onPress()
      })
      notification.on('close', (details) => {
        // It moved to the Action Center, from which a lock must still remove the profile's name.
        if (details?.reason !== 'timedOut') forget()
      })
      notification.on('show', () => {
        isRefused = false
      })
      notification.on('failed', () => {
        isRefused = true
        forget()
      })
      notification.show()
      return () => {
        if (forget()) notification.close()
      }
    },
    isRefused: () => isRefused,
  }
}

/** The part of Electron's `app` that identifies the sender of notifications to Windows. */
export interface NotificationSender {
  setAppUserModelId(id: string): void
  /** Since Electron 41. */
  setToastActivatorCLSID?(id: string): void
}

/**
 * Registers the app and its activator with Windows, which start the app when a notification is
 * clicked. Without an explicit activator, Electron registers a new one at each start. Call before the
 * first notification.
 */
export function nameNotifications(app: NotificationSender, platform: NodeJS.Platform): void {
  if (platform !== 'win32') return
  // Must match the installer.
  app.setAppUserModelId('desk.token.TokenDesk')
  app.setToastActivatorCLSID?.('6D4B2E0A-6C0B-4F0F-9C55-0D2A7E3B91F4')
}

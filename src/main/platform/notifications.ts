import type { NotificationPort, Shown } from '../notifying/ports.ts'

/** The part of Electron's `Notification` that is used, which differs between its versions. */
export interface SystemNotification {
  on(event: 'click' | 'action' | 'failed', listener: () => void): unknown
  /** Since Electron 41 the details have a reason, on Windows alone. */
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

/** Notifications that wait in the Action Center are kept up to this number, the oldest dropped first. */
const maxKept = 100

/** The notifications of the system. */
export function createNotifications(system: SystemNotifications): NotificationPort {
  // One that nothing refers to is collected, and its click is lost.
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
        // It moved to the Action Center, where a lock still has to take the profile's name away.
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

/** The part of Electron's `app` by which Windows knows whose notifications they are. */
export interface NotificationSender {
  setAppUserModelId(id: string): void
  /** Since Electron 41. */
  setToastActivatorCLSID?(id: string): void
}

/**
 * Names the app and its activator to Windows, which start it at a click on a notification. Electron
 * registers another activator at each start unless it is given one. Call before the first
 * notification.
 */
export function nameNotifications(app: NotificationSender, platform: NodeJS.Platform): void {
  if (platform !== 'win32') return
  // The installer says the same.
  app.setAppUserModelId('desk.token.TokenDesk')
  app.setToastActivatorCLSID?.('6D4B2E0A-6C0B-4F0F-9C55-0D2A7E3B91F4')
}

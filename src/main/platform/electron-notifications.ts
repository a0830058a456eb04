import { app, Notification } from 'electron'
import type { SystemNotifications } from './notifications.ts'

/** The notifications of Electron. */
export const electronNotifications: SystemNotifications = {
  isSupported: () => Notification.isSupported(),
  create: (content) => new Notification(content),
}

/**
 * Names the app and its activator to Windows, which start it at a click on a notification. Electron
 * registers another activator at each start unless it is given one (since version 41). Call before
 * the first notification.
 */
export function nameNotifications(): void {
  if (process.platform !== 'win32') return
  // The installer says the same.
  app.setAppUserModelId('desk.token.TokenDesk')
  const { setToastActivatorCLSID } = app as Partial<typeof app>
  setToastActivatorCLSID?.call(app, '6D4B2E0A-6C0B-4F0F-9C55-0D2A7E3B91F4')
}

import { Notification } from 'electron'
import type { SystemNotifications } from './notifications.ts'

/** The notifications of Electron. */
export const electronNotifications: SystemNotifications = {
  isSupported: () => Notification.isSupported(),
  create: (content) => new Notification(content),
}

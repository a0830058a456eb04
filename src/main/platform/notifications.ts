import { Notification } from 'electron'
import type { NotificationPort } from '../notifying/ports.ts'

/** The notifications of Electron. */
export function createNotifications(): NotificationPort {
  // One that nobody refers to is collected, and its click is lost.
  const open = new Set<Notification>()

  return {
    show: ({ title, body, button, onClick }) => {
      if (!Notification.isSupported()) return () => {}
      const notification = new Notification({
        title,
        body,
        ...(button === undefined ? {} : { actions: [{ type: 'button', text: button.label }] }),
      })
      const forget = () => open.delete(notification)
      open.add(notification)
      notification.on('click', () => {
        forget()
        onClick()
      })
      notification.on('action', () => {
        forget()
        button?.onPress()
      })
      notification.on('close', forget)
      notification.on('failed', forget)
      notification.show()
      return () => {
        if (forget()) notification.close()
      }
    },
  }
}

import type {
  SystemNotification,
  SystemNotifications,
} from '../../../src/main/platform/notifications.ts'

/** How a version of Electron reports on its notifications. */
export interface NotificationBehaviour {
  /** Windows names the reason in the details of `close`, since Electron 41. */
  readonly closeHasReason: boolean
}

type CloseListener = (details?: { readonly reason?: string }) => void

interface FakeNotification extends SystemNotification {
  readonly title: string
  readonly buttons: readonly string[]
  isOnScreen: boolean
  isInActionCenter: boolean
}

/** The notifications of a system that a test drives: it clicks, refuses, or lets one time out. */
export function createSystemNotifications({ closeHasReason }: NotificationBehaviour) {
  const all: FakeNotification[] = []
  const listeners = new Map<FakeNotification, Map<string, CloseListener[]>>()
  let isRefusing = false

  function emit(notification: FakeNotification, event: string, reason?: string): void {
    const details = closeHasReason && reason !== undefined ? { reason } : {}
    for (const listener of listeners.get(notification)?.get(event) ?? []) listener(details)
  }

  function find(title: string): FakeNotification {
    const found = all.find((each) => each.title === title)
    if (found === undefined) throw new Error(`there is no notification "${title}"`)
    return found
  }

  const system: SystemNotifications = {
    isSupported: () => true,
    create: ({ title, actions = [] }) => {
      const own = new Map<string, CloseListener[]>()
      const notification: FakeNotification = {
        title,
        buttons: actions.map(({ text }) => text),
        isOnScreen: false,
        isInActionCenter: false,
        on: (event: string, listener: CloseListener) =>
          own.set(event, [...(own.get(event) ?? []), listener]),
        show: () => {
          notification.isOnScreen = !isRefusing
          emit(notification, isRefusing ? 'failed' : 'show')
        },
        close: () => {
          notification.isOnScreen = false
          notification.isInActionCenter = false
          emit(notification, 'close', 'applicationHidden')
        },
      }
      listeners.set(notification, own)
      all.push(notification)
      return notification
    },
  }
  return {
    system,
    /** What can be read on the screen or in the Action Center. */
    readable: () =>
      all
        .filter(({ isOnScreen, isInActionCenter }) => isOnScreen || isInActionCenter)
        .map(({ title }) => title),
    buttonsOf: (title: string) => find(title).buttons,
    click: (title: string) => emit(find(title), 'click'),
    pressButton: (title: string) => emit(find(title), 'action'),
    /** Windows moves it to the Action Center. */
    timeOut: (title: string) => {
      const notification = find(title)
      notification.isOnScreen = false
      notification.isInActionCenter = true
      emit(notification, 'close', 'timedOut')
    },
    /** The user wipes it away. */
    dismiss: (title: string) => {
      const notification = find(title)
      notification.isOnScreen = false
      emit(notification, 'close', 'userCanceled')
    },
    setRefusing: (next: boolean) => {
      isRefusing = next
    },
  }
}

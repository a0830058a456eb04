import type { DesktopBus } from './bus.ts'

const name = 'org.freedesktop.Notifications'
const path = '/org/freedesktop/Notifications'

export interface Received {
  readonly id: number
  readonly title: string
  readonly body: string
  /** Keys and labels by turns. */
  readonly actions: readonly string[]
}

/** A service that shows no notification, but remembers each and clicks it. */
export interface FakeNotifications {
  readonly received: readonly Received[]
  /** The ids of those that the app took away again. */
  readonly closed: readonly number[]
  click(notification: Received): void
}

/** Puts the service on the bus, by the Desktop Notifications Specification. */
export async function startFakeNotifications(bus: DesktopBus): Promise<FakeNotifications> {
  const received: Received[] = []
  const closed: number[] = []
  bus.offer(
    {
      GetCapabilities: () => ['actions', 'body'],
      GetServerInformation: () => ['fake', 'Token Desk tests', '1', '1.2'],
      Notify: (
        _app: string,
        replaced: number,
        _icon: string,
        title: string,
        body: string,
        actions: readonly string[],
      ) => {
        const id = replaced === 0 ? received.length + 1 : replaced
        received.push({ id, title, body, actions })
        return id
      },
      CloseNotification: (id: number) => {
        closed.push(id)
        bus.signal(path, name, 'NotificationClosed', 'uu', [id, 3])
      },
    },
    path,
    {
      name,
      methods: {
        GetCapabilities: ['', 'as'],
        GetServerInformation: ['', 'ssss'],
        Notify: ['susssasa{sv}i', 'u'],
        CloseNotification: ['u', ''],
      },
    },
  )
  await bus.own(name)
  return {
    received,
    closed,
    click: ({ id }) => bus.signal(path, name, 'ActionInvoked', 'us', [id, 'default']),
  }
}

import { openSessionBus, type SessionBus, sessionBusAddress } from './session-bus.ts'

const daemon = {
  destination: 'org.freedesktop.DBus',
  path: '/org/freedesktop/DBus',
  interface: 'org.freedesktop.DBus',
} as const

/** The bus name of the tray on Linux desktops (StatusNotifierItem specification). */
const watcher = 'org.kde.StatusNotifierWatcher'

const changes = [
  `type='signal',sender='${daemon.destination}',interface='${daemon.interface}',member='NameOwnerChanged',arg0='${watcher}'`,
  `type='signal',interface='${watcher}',member='StatusNotifierHostRegistered'`,
  `type='signal',interface='${watcher}',member='StatusNotifierHostUnregistered'`,
] as const
const members = new Set([
  'NameOwnerChanged',
  'StatusNotifierHostRegistered',
  'StatusNotifierHostUnregistered',
])

async function isShownSomewhere(bus: SessionBus): Promise<boolean> {
  const [hasOwner] = await bus.call({ ...daemon, member: 'NameHasOwner', args: [watcher] })
  if (hasOwner !== true) return false
  const [isRegistered] = await bus.call({
    destination: watcher,
    path: '/StatusNotifierWatcher',
    interface: 'org.freedesktop.DBus.Properties',
    member: 'Get',
    args: [watcher, 'IsStatusNotifierHostRegistered'],
  })
  return isRegistered === true
}

/**
 * Watches whether this Linux desktop has a tray, because Electron creates an icon even without one.
 * Without a bus there is no tray.
 */
export function watchTrayHost(
  listener: (isThere: boolean) => void,
  env: NodeJS.ProcessEnv = process.env,
): () => void {
  let isWatching = true
  let looks = 0

  function tell(isThere: boolean): void {
    if (isWatching) listener(isThere)
  }

  function look(): void {
    looks += 1
    const own = looks
    isShownSomewhere(bus)
      .catch(() => false)
      .then((isThere) => {
        if (own === looks) tell(isThere)
      })
  }

  const bus = openSessionBus(sessionBusAddress(env), {
    onSignal: (member) => {
      if (members.has(member)) look()
    },
    onEnd: () => {
      looks += 1
      tell(false)
    },
  })
  for (const rule of changes) {
    bus.call({ ...daemon, member: 'AddMatch', args: [rule] }).catch(() => undefined)
  }
  look()
  return () => {
    isWatching = false
    bus.close()
  }
}

import { networkInterfaces } from 'node:os'
import { Notification, net, powerMonitor } from 'electron'
import type { NetworkSystem } from './network.ts'
import type { SystemNotifications } from './notifications.ts'

// The parts of Electron that adapters receive, so that tests can replace them.

export const electronNotifications: SystemNotifications = {
  isSupported: () => Notification.isSupported(),
  create: (content) => new Notification(content),
}

/** Includes hardware addresses: two home networks often give a computer the same IP address. */
function currentAddresses(): string {
  const found = Object.entries(networkInterfaces()).flatMap(([name, addresses = []]) =>
    addresses
      .filter(({ internal }) => !internal)
      .map(({ cidr, address, mac }) => `${name} ${cidr ?? address} ${mac}`),
  )
  return found.sort().join('\n')
}

/** Use after the app is ready. */
export const networkSystem: NetworkSystem = {
  isOnline: () => net.isOnline(),
  addresses: currentAddresses,
  onResume: (listener) => powerMonitor.on('resume', listener),
}

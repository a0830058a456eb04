import { networkInterfaces } from 'node:os'
import { net, powerMonitor } from 'electron'
import type { NetworkSystem } from './network.ts'

/** Hardware addresses too: two home networks often give a computer the same address. */
function currentAddresses(): string {
  const found = Object.entries(networkInterfaces()).flatMap(([name, addresses = []]) =>
    addresses
      .filter(({ internal }) => !internal)
      .map(({ cidr, address, mac }) => `${name} ${cidr ?? address} ${mac}`),
  )
  return found.sort().join('\n')
}

/** The operating system, as Electron and Node see it. Use after the app is ready. */
export const networkSystem: NetworkSystem = {
  isOnline: () => net.isOnline(),
  addresses: currentAddresses,
  onResume: (listener) => powerMonitor.on('resume', listener),
}

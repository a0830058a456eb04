import { type HostOptions, startElectronHost } from '../support/ports/host/start-host.ts'
import {
  describeKeyStore,
  describeMissingKeyStore,
  describeWeakKeyStore,
} from '../support/ports/key-store-suite.ts'

const real = (options: HostOptions) => async () => {
  const { keyStore, stop } = await startElectronHost(options)
  return { keyStore, stop }
}

describeKeyStore('the system', real({}))

// Only Linux runs without a key store, or with one that keeps a key for everybody.
if (process.platform === 'linux') {
  describeMissingKeyStore(
    'a Secret Service was chosen and does not answer',
    real({ env: { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent' } }),
  )
  describeWeakKeyStore(
    'plain text, as on a desktop without any',
    real({ passwordStore: 'basic', usePlainText: true }),
  )
  describeWeakKeyStore('plain text that is not used', real({ passwordStore: 'basic' }))
}

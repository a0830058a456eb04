import { createSigner } from '../../src/main/platform/signer.ts'
import { createFakeSigner } from '../support/ports/fake-signer.ts'
import { startElectronHost } from '../support/ports/host/start-host.ts'
import { describeSigner } from '../support/ports/signer-suite.ts'

describeSigner('fake', async () => ({ signer: createFakeSigner(), stop: async () => {} }))
describeSigner('Node', async () => ({ signer: createSigner(), stop: async () => {} }))

// Electron's crypto is BoringSSL, which reads other keys and names its errors differently.
describeSigner('Electron', async () => {
  const { signer, stop } = await startElectronHost()
  return { signer, stop }
})

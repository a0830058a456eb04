import { createVerifier } from '../../src/main/platform/signer.ts'
import { createFakeVerifier } from '../support/ports/fake-verifier.ts'
import { startElectronHost } from '../support/ports/host/start-host.ts'
import { describeVerifier } from '../support/ports/verifier-suite.ts'

describeVerifier('fake', async () => ({ verifier: createFakeVerifier(), stop: async () => {} }))
describeVerifier('Node', async () => ({ verifier: createVerifier(), stop: async () => {} }))

// Electron's crypto is BoringSSL, which knows other algorithms and names its errors differently.
describeVerifier('Electron', async () => {
  const { verifier, stop } = await startElectronHost()
  return { verifier, stop }
})

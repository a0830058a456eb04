import { safeStorage } from 'electron'
import type { KeyStore } from '../engine/ports.ts'

/** Chromium's mark on Linux for "encrypted with a key that is the same everywhere". */
const publicKeyPrefix = 'v10'
const base64 = /^[A-Za-z0-9+/]+={0,2}$/

interface Encryption {
  isAvailable(): Promise<boolean>
  encrypt(text: string): Promise<Uint8Array>
  decrypt(bytes: Uint8Array): Promise<string>
}

const asynchronous: Encryption = {
  isAvailable: () => safeStorage.isAsyncEncryptionAvailable(),
  encrypt: (text) => safeStorage.encryptStringAsync(text),
  async decrypt(bytes) {
    const { result } = await safeStorage.decryptStringAsync(Buffer.from(bytes))
    return result
  },
}

const synchronous: Encryption = {
  isAvailable: async () => safeStorage.isEncryptionAvailable(),
  encrypt: async (text) => safeStorage.encryptString(text),
  decrypt: async (bytes) => safeStorage.decryptString(Buffer.from(bytes)),
}

/** Electron got the asynchronous calls in 42 and loses the synchronous ones in 46. */
function availableEncryption(): Encryption {
  return 'encryptStringAsync' in safeStorage ? asynchronous : synchronous
}

/**
 * The key store of the operating system: Keychain, DPAPI, or the Secret Service and
 * KWallet on Linux. To be made and used after the app is ready.
 */
export function createKeyStore(platform: NodeJS.Platform = process.platform): KeyStore {
  const encryption = availableEncryption()
  return {
    async strength() {
      // This says what was selected, even where it may not be used; only a ciphertext says
      // what answers.
      const isLinux = platform === 'linux'
      if (isLinux && safeStorage.getSelectedStorageBackend() === 'basic_text') return 'weak'
      if (!(await encryption.isAvailable())) return 'none'
      if (!isLinux) return 'strong'
      const probe = Buffer.from(await encryption.encrypt('probe'))
      return probe.toString('latin1').startsWith(publicKeyPrefix) ? 'weak' : 'strong'
    },
    wrap: (plain) => encryption.encrypt(Buffer.from(plain).toString('base64')),
    async unwrap(wrapped) {
      const text = await encryption.decrypt(wrapped)
      // On Linux a wrong key now and then "decrypts" to something: what `wrap` never made.
      if (!base64.test(text)) throw new Error('not wrapped by this key store')
      return Buffer.from(text, 'base64')
    },
  }
}

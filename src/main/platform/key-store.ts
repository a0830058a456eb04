import type { SafeStorage } from 'electron'
import type { EngineClock, KeyStore, Unwrapped } from '../engine/ports.ts'

/** Chromium's mark on Linux for "encrypted with a key that is the same everywhere". */
const publicKeyPrefix = 'v10'
const base64 = /^[A-Za-z0-9+/]+={0,2}$/

/** Milliseconds. A prompt may be open, and stays open after this time. */
const maxWait = 20_000
/** Milliseconds for calls after one that was not answered in time. */
const shortWait = 1_000

/** Electron's error if the key exists and can't be fetched now. */
const temporarilyUnavailable = /temporarily unavailable/i

interface Decrypted {
  readonly text: string
  readonly isOutdated: boolean
}

interface Encryption {
  readonly asksAgain: boolean
  isAvailable(): Promise<boolean>
  encrypt(text: string): Promise<Uint8Array>
  decrypt(bytes: Uint8Array): Promise<Decrypted>
}

/** For Electron 42 and later, which builds its key ring once per process, at the first call. */
function asynchronous(safeStorage: SafeStorage): Encryption {
  return {
    asksAgain: false,
    isAvailable: () => safeStorage.isAsyncEncryptionAvailable(),
    encrypt: (text) => safeStorage.encryptStringAsync(text),
    async decrypt(bytes) {
      const { result, shouldReEncrypt } = await safeStorage.decryptStringAsync(Buffer.from(bytes))
      return { text: result, isOutdated: shouldReEncrypt }
    },
  }
}

/** For Electron up to 45; 46 removed these calls. */
function synchronous(safeStorage: SafeStorage): Encryption {
  return {
    asksAgain: true,
    isAvailable: async () => safeStorage.isEncryptionAvailable(),
    encrypt: async (text) => safeStorage.encryptString(text),
    decrypt: async (bytes) => ({
      text: safeStorage.decryptString(Buffer.from(bytes)),
      isOutdated: false,
    }),
  }
}

const late = Symbol('late')

/** Limits the time that a caller waits; the call itself continues. */
function createPatience(clock: Pick<EngineClock, 'after'>) {
  let isOneLate = false
  return function inTime<Answer>(call: Promise<Answer>): Promise<Answer | typeof late> {
    return new Promise((resolve, reject) => {
      const giveUp = () => {
        isOneLate = true
        resolve(late)
      }
      const cancel = clock.after(isOneLate ? shortWait : maxWait, giveUp)
      call.then(resolve, reject).finally(() => {
        isOneLate = false
        cancel()
      })
    })
  }
}

export interface KeyStoreParts {
  /** Electron's own; used after the app is ready. */
  readonly safeStorage: SafeStorage
  readonly clock: Pick<EngineClock, 'after'>
  readonly platform?: NodeJS.Platform
}

/**
 * The key store of the operating system: Keychain, DPAPI, or the Secret Service and
 * KWallet on Linux. Create and use it after the app is ready. No call waits longer than
 * twenty seconds.
 */
export function createKeyStore({
  safeStorage,
  clock,
  platform = process.platform,
}: KeyStoreParts): KeyStore {
  const isAsynchronous = 'encryptStringAsync' in safeStorage
  const encryption = isAsynchronous ? asynchronous(safeStorage) : synchronous(safeStorage)
  const inTime = createPatience(clock)

  function isPublic(encrypted: Uint8Array): boolean {
    const prefix = Buffer.from(encrypted.subarray(0, publicKeyPrefix.length)).toString('latin1')
    return platform === 'linux' && prefix === publicKeyPrefix
  }

  /**
   * Returns true if a text survives encryption with a key that is not public. Availability proves
   * nothing: the asynchronous calls also report it after a refusal, and then use the public key.
   */
  async function protects(): Promise<boolean> {
    try {
      if (!(await encryption.isAvailable())) return false
      const encrypted = await encryption.encrypt('probe')
      return !isPublic(encrypted) && (await encryption.decrypt(encrypted)).text === 'probe'
    } catch {
      return false
    }
  }

  async function unwrapNow(wrapped: Uint8Array): Promise<Unwrapped> {
    try {
      const { text, isOutdated } = await encryption.decrypt(wrapped)
      // On Linux a wrong key sometimes "decrypts" to text that `wrap` never encrypts.
      if (!base64.test(text)) return { kind: 'does-not-fit' }
      return { kind: 'unwrapped', plain: Buffer.from(text, 'base64'), isOutdated }
    } catch (error) {
      const isSilent = error instanceof Error && temporarilyUnavailable.test(error.message)
      return { kind: isSilent || !(await protects()) ? 'no-answer' : 'does-not-fit' }
    }
  }

  return {
    asksAgain: encryption.asksAgain,

    async strength() {
      const answer = await inTime(protects())
      if (answer === late) return 'late'
      if (answer) return 'strong'
      // Read last, because it is known only after the first call. On a desktop with a key store, the
      // public key means that the store does not answer.
      const isWeak =
        platform === 'linux' && safeStorage.getSelectedStorageBackend() === 'basic_text'
      return isWeak ? 'weak' : 'none'
    },

    async wrap(plain) {
      const encrypted = await inTime(encryption.encrypt(Buffer.from(plain).toString('base64')))
      if (encrypted === late) throw new Error('the key store has not answered in time')
      // SECURITY: never wrap the vault's key with a public key.
      if (isPublic(encrypted)) throw new Error('the key store does not protect')
      return encrypted
    },

    async unwrap(wrapped) {
      const answer = await inTime(unwrapNow(wrapped))
      return answer === late ? { kind: 'no-answer' } : answer
    },
  }
}

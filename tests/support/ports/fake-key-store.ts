import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import type { KeyStore } from '../../../src/main/engine/ports.ts'

type Strength = Awaited<ReturnType<KeyStore['strength']>>

export interface FakeKeyStore extends KeyStore {
  /** What a user does who starts another desktop, or none. */
  become(strength: Strength): void
  /** Gets another key, as after a reset of the keyring; what was wrapped is lost. */
  changeKey(): void
}

/** A key store in memory. With strength `none` it answers nothing. */
export function createFakeKeyStore(
  initial: Strength = 'strong',
  initialKey: Uint8Array = randomBytes(32),
): FakeKeyStore {
  let strength = initial
  let key = initialKey

  function assertAnswering(): void {
    if (strength === 'none') throw new Error('the key store does not answer')
  }

  return {
    become(next) {
      strength = next
    },
    changeKey() {
      key = randomBytes(32)
    },
    strength: async () => strength,
    async wrap(plain) {
      assertAnswering()
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', key, nonce)
      return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()])
    },
    async unwrap(wrapped) {
      assertAnswering()
      if (wrapped.length < 28) throw new Error('too short to be wrapped')
      const decipher = createDecipheriv('aes-256-gcm', key, wrapped.subarray(0, 12))
      decipher.setAuthTag(wrapped.subarray(-16))
      return Buffer.concat([decipher.update(wrapped.subarray(12, -16)), decipher.final()])
    },
  }
}

import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import type { KeyStore } from '../../../src/main/engine/ports.ts'

type Strength = Awaited<ReturnType<KeyStore['strength']>>

export interface FakeKeyStore extends KeyStore {
  /** What a user does who starts another desktop, or none. */
  become(strength: Strength): void
  /** Gets another key, as after a reset of the keyring; what was wrapped is lost. */
  changeKey(): void
  /** Gets a newer key; what the one before has wrapped still opens. */
  rotateKey(): void
}

/**
 * A key store in memory. With strength `none` or `late` it answers nothing; with `weak` it wraps
 * nothing.
 */
export function createFakeKeyStore(
  initial: Strength = 'strong',
  initialKey: Uint8Array = randomBytes(32),
  asksAgain = true,
): FakeKeyStore {
  let strength = initial
  let key = initialKey
  let isOutdated = false

  return {
    asksAgain,
    rotateKey() {
      isOutdated = true
    },
    become(next) {
      strength = next
    },
    changeKey() {
      key = randomBytes(32)
    },
    strength: async () => strength,
    async wrap(plain) {
      if (strength !== 'strong') throw new Error('the key store does not protect')
      isOutdated = false
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', key, nonce)
      return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()])
    },
    async unwrap(wrapped) {
      if (strength !== 'strong') return { kind: 'no-answer' }
      if (wrapped.length < 28) return { kind: 'does-not-fit' }
      try {
        const decipher = createDecipheriv('aes-256-gcm', key, wrapped.subarray(0, 12))
        decipher.setAuthTag(wrapped.subarray(-16))
        const plain = Buffer.concat([decipher.update(wrapped.subarray(12, -16)), decipher.final()])
        return { kind: 'unwrapped', plain, isOutdated }
      } catch {
        return { kind: 'does-not-fit' }
      }
    },
  }
}

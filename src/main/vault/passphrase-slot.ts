import { randomBytes, scrypt } from 'node:crypto'
import { memoryOf, type PassphraseSlot, type ScryptCost, usualCost } from './key-slots.ts'
import { keyContext, keyLength, sealBytes, unsealBytes } from './sealing.ts'

const saltLength = 16

/** Normalized, because keyboards compose letters differently (Unicode Annex #15). */
function bytesOf(passphrase: string): Buffer {
  return Buffer.from(passphrase.normalize('NFC'))
}

/** scrypt (RFC 7914), off the main thread. */
function derive(passphrase: string, salt: Uint8Array, cost: ScryptCost): Promise<Buffer> {
  const bytes = bytesOf(passphrase)
  return new Promise((resolve, reject) => {
    const limits = { ...cost, maxmem: memoryOf(cost) + 1024 * 1024 }
    scrypt(bytes, salt, keyLength, limits, (error, key) => {
      bytes.fill(0)
      if (error === null) resolve(key)
      else reject(error)
    })
  })
}

/** Wraps the data key of a vault under a passphrase. */
export async function makePassphraseSlot(
  passphrase: string,
  key: Uint8Array,
  vaultId: string,
  cost: ScryptCost = usualCost,
): Promise<PassphraseSlot> {
  const salt = randomBytes(saltLength)
  const wrappingKey = await derive(passphrase, salt, cost)
  const wrapped = sealBytes(wrappingKey, key, keyContext(vaultId, 'passphrase'))
  wrappingKey.fill(0)
  return {
    kind: 'passphrase',
    scrypt: { ...cost },
    salt: salt.toString('base64'),
    wrapped,
    leavesAfter: null,
  }
}

/** Returns the data key in a slot; `undefined` if this is not its passphrase. */
export async function openPassphraseSlot(
  slot: PassphraseSlot,
  passphrase: string,
  vaultId: string,
): Promise<Uint8Array | undefined> {
  const wrappingKey = await derive(passphrase, Buffer.from(slot.salt, 'base64'), slot.scrypt)
  const key = unsealBytes(wrappingKey, slot.wrapped, keyContext(vaultId, 'passphrase'))
  wrappingKey.fill(0)
  return key
}

import type { KeyStore } from '../engine/ports.ts'
import type { KeyStoreSlot } from './key-slots.ts'

/** Why the key store of the system does not help. */
export type KeyStoreTrouble = 'no-key-store' | 'weak-key-store' | 'key-does-not-fit'

/** Asks a key store how well it protects; one that fails to answer is none. */
async function troubleOf(keyStore: KeyStore): Promise<'no-key-store' | 'weak-key-store' | null> {
  try {
    const strength = await keyStore.strength()
    if (strength === 'strong') return null
    return strength === 'weak' ? 'weak-key-store' : 'no-key-store'
  } catch {
    return 'no-key-store'
  }
}

export type MadeSlot =
  | { readonly kind: 'made'; readonly slot: KeyStoreSlot }
  | { readonly kind: 'trouble'; readonly trouble: Exclude<KeyStoreTrouble, 'key-does-not-fit'> }

/** Wraps a data key, if the key store really protects it and gives it back. Never throws. */
export async function makeKeyStoreSlot(key: Uint8Array, keyStore: KeyStore): Promise<MadeSlot> {
  const trouble = await troubleOf(keyStore)
  if (trouble !== null) return { kind: 'trouble', trouble }
  try {
    const wrapped = Buffer.from(await keyStore.wrap(key))
    const back = await keyStore.unwrap(wrapped)
    const isSame = Buffer.compare(back, key) === 0
    back.fill(0)
    // A key that does not come back would lose everything that is sealed with it.
    if (!isSame) return { kind: 'trouble', trouble: 'no-key-store' }
    const slot = { kind: 'key-store', wrapped: wrapped.toString('base64'), leavesAfter: null }
    return { kind: 'made', slot: { ...slot, kind: 'key-store' } }
  } catch {
    return { kind: 'trouble', trouble: 'no-key-store' }
  }
}

export type OpenedSlot =
  | { readonly kind: 'opened'; readonly key: Uint8Array; readonly slot: KeyStoreSlot }
  | { readonly kind: 'trouble'; readonly trouble: KeyStoreTrouble }

/** Tries slots one after the other; `doesFit` knows the right key. Never throws. */
export async function openKeyStoreSlots(
  slots: readonly KeyStoreSlot[],
  keyStore: KeyStore,
  doesFit: (key: Uint8Array) => boolean,
): Promise<OpenedSlot> {
  const trouble = await troubleOf(keyStore)
  if (trouble !== null) return { kind: 'trouble', trouble }
  for (const slot of slots) {
    try {
      const key = await keyStore.unwrap(Buffer.from(slot.wrapped, 'base64'))
      if (doesFit(key)) return { kind: 'opened', key, slot }
      key.fill(0)
    } catch {
      // It answers, but this was wrapped with another key: that of another user, or an older one.
    }
  }
  return { kind: 'trouble', trouble: 'key-does-not-fit' }
}

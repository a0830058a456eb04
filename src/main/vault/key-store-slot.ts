import type { UnusableKeyStore } from '../../shared/errors.ts'
import type { KeyStore, Unwrapped } from '../engine/ports.ts'
import type { KeyStoreSlot } from './key-slots.ts'

/** The reason why the system's key store does not open a vault. */
export type KeyStoreTrouble = UnusableKeyStore | 'key-does-not-fit'

const troubleOfStrength = {
  strong: null,
  weak: 'weak-key-store',
  none: 'no-key-store',
  late: 'key-store-late',
} as const

/** Returns why a key store can't protect a key; an error counts as no key store. */
async function troubleOf(keyStore: KeyStore): Promise<UnusableKeyStore | null> {
  try {
    return troubleOfStrength[await keyStore.strength()]
  } catch {
    return 'no-key-store'
  }
}

export type MadeSlot =
  | { readonly kind: 'made'; readonly slot: KeyStoreSlot }
  | { readonly kind: 'trouble'; readonly trouble: UnusableKeyStore }

/** Wraps a data key, if the key store protects it and returns it unchanged. Never throws. */
export async function makeKeyStoreSlot(key: Uint8Array, keyStore: KeyStore): Promise<MadeSlot> {
  const trouble = await troubleOf(keyStore)
  if (trouble !== null) return { kind: 'trouble', trouble }
  try {
    const wrapped = Buffer.from(await keyStore.wrap(key))
    const back = await keyStore.unwrap(wrapped)
    const isSame = back.kind === 'unwrapped' && Buffer.compare(back.plain, key) === 0
    if (back.kind === 'unwrapped') back.plain.fill(0)
    // Everything sealed with a key is lost if the store does not return that key.
    if (!isSame) return { kind: 'trouble', trouble: 'no-key-store' }
    const slot = { kind: 'key-store', wrapped: wrapped.toString('base64'), leavesAfter: null }
    return { kind: 'made', slot: { ...slot, kind: 'key-store' } }
  } catch {
    return { kind: 'trouble', trouble: 'no-key-store' }
  }
}

export type OpenedSlot =
  | {
      readonly kind: 'opened'
      readonly key: Uint8Array
      readonly slot: KeyStoreSlot
      /** True if the key store has a newer key than the one of this slot. */
      readonly isOutdated: boolean
    }
  | { readonly kind: 'trouble'; readonly trouble: KeyStoreTrouble }

/** Tries slots in order until `doesFit` accepts a key. Never throws. */
export async function openKeyStoreSlots(
  slots: readonly KeyStoreSlot[],
  keyStore: KeyStore,
  doesFit: (key: Uint8Array) => boolean,
): Promise<OpenedSlot> {
  const unusable = await troubleOf(keyStore)
  if (unusable !== null) return { kind: 'trouble', trouble: unusable }
  let trouble: KeyStoreTrouble = 'key-does-not-fit'
  for (const slot of slots) {
    const unwrapped = await unwrap(slot, keyStore)
    if (unwrapped.kind === 'no-answer') trouble = 'no-key-store'
    if (unwrapped.kind !== 'unwrapped') continue
    const { plain: key, isOutdated } = unwrapped
    if (doesFit(key)) return { kind: 'opened', key, slot, isOutdated }
    key.fill(0)
  }
  return { kind: 'trouble', trouble }
}

async function unwrap({ wrapped }: KeyStoreSlot, keyStore: KeyStore): Promise<Unwrapped> {
  try {
    return await keyStore.unwrap(Buffer.from(wrapped, 'base64'))
  } catch {
    return { kind: 'no-answer' }
  }
}

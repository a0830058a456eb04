import { randomBytes, randomUUID } from 'node:crypto'
import type { KeyStore } from '../engine/ports.ts'
import { keyLength, seal, unseal } from './sealing.ts'
import { type VaultContents, vaultFormat } from './vault-file.ts'

/** What became of trying every key slot of a vault. */
export type Unlocking =
  | { readonly kind: 'unlocked'; readonly key: Uint8Array }
  /** Nothing was ever sealed in this vault. */
  | { readonly kind: 'no-slots' }
  | { readonly kind: 'locked'; readonly reason: 'no-key-store' | 'key-does-not-fit' }

const checkText = 'token-desk'

function checkContext(vaultId: string) {
  return { format: vaultFormat, vaultId, recordId: 'vault', field: 'check' }
}

async function strengthOf(keyStore: KeyStore) {
  try {
    return await keyStore.strength()
  } catch {
    return 'none'
  }
}

/** Unwraps the data key of a vault. Never throws. */
export async function unlock(vault: VaultContents, keyStore: KeyStore): Promise<Unlocking> {
  if (vault.slots.length === 0) return { kind: 'no-slots' }
  const noKeyStore = { kind: 'locked', reason: 'no-key-store' } as const
  const slot = vault.slots.find(({ kind }) => kind === 'key-store')
  const wrapped = slot?.['wrapped']
  if (typeof wrapped !== 'string') return noKeyStore
  if ((await strengthOf(keyStore)) !== 'strong') return noKeyStore
  let key: Uint8Array
  try {
    key = await keyStore.unwrap(Buffer.from(wrapped, 'base64'))
  } catch {
    return noKeyStore
  }
  const { vaultId, check } = vault
  const doesFit =
    key.length === keyLength &&
    check !== null &&
    unseal(key, check, checkContext(vaultId)) === checkText
  return doesFit ? { kind: 'unlocked', key } : { kind: 'locked', reason: 'key-does-not-fit' }
}

export type Creation =
  | { readonly kind: 'protected'; readonly key: Uint8Array; readonly contents: VaultContents }
  | {
      readonly kind: 'unprotected'
      readonly reason: 'no-key-store' | 'weak-key-store'
      readonly contents: VaultContents
    }

/**
 * Makes the contents of a vault that has no slots yet: with a fresh data key where the
 * key store really protects it, without any key otherwise. Writes nothing, never throws.
 */
export async function createContents(
  existing: VaultContents | undefined,
  keyStore: KeyStore,
): Promise<Creation> {
  const vaultId = existing?.vaultId ?? randomUUID()
  const without: VaultContents = { format: vaultFormat, vaultId, slots: [], check: null }
  const strength = await strengthOf(keyStore)
  if (strength === 'weak') {
    return { kind: 'unprotected', reason: 'weak-key-store', contents: without }
  }
  const noKeyStore = { kind: 'unprotected', reason: 'no-key-store', contents: without } as const
  if (strength === 'none') return noKeyStore
  const key = randomBytes(keyLength)
  try {
    const wrapped = await keyStore.wrap(key)
    // A key that does not come back would lose everything that is sealed with it.
    if (!key.equals(await keyStore.unwrap(wrapped))) return noKeyStore
    const slots = [{ kind: 'key-store', wrapped: Buffer.from(wrapped).toString('base64') }] as const
    const check = seal(key, checkText, checkContext(vaultId))
    return { kind: 'protected', key, contents: { ...without, slots: [...slots], check } }
  } catch {
    return noKeyStore
  }
}

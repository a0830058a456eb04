import { keyLength, seal, unseal } from './sealing.ts'

const checkText = 'token-desk'

/** Whatever the format of the file around it, so that no migration of that needs the key. */
const sealedAsIn = 1

/** What the vault file seals itself with the data key, or with a key that wraps it. */
export function keyContext(vaultId: string, field: 'check' | 'passphrase') {
  return { format: sealedAsIn, vaultId, recordId: 'vault', field }
}

/** Makes the value by which the data key of a vault is known later. */
export function makeCheck(key: Uint8Array, vaultId: string): string {
  return seal(key, checkText, keyContext(vaultId, 'check'))
}

/** Whether this is the data key of the vault: tells a wrong key from damage. */
export function doesFit(key: Uint8Array, check: string | null, vaultId: string): boolean {
  if (key.length !== keyLength || check === null) return false
  return unseal(key, check, keyContext(vaultId, 'check')) === checkText
}

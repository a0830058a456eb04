import { z } from 'zod'
import { unusableKeyStores } from './errors.ts'

const keyStanding = z.enum(['none', 'stays', 'leaves'])

/** How secrets are protected, for the page to show. */
export const vaultView = z.strictObject({
  protection: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('key-store') }),
    /** Opened by the passphrase; `keyStore` says why the key store does not open it. */
    z.strictObject({
      kind: z.literal('passphrase'),
      keyStore: z.enum(['not-used', ...unusableKeyStores, 'key-does-not-fit']),
    }),
    /**
     * The system offers no real protection, so secrets are lost when the app quits. `locked`: there
     * are also sealed records, which stay unchanged.
     */
    z.strictObject({
      kind: z.literal('memory-only'),
      reason: z.enum([...unusableKeyStores, 'locked']),
    }),
    /** Sealed records exist, and no key opens them now. They stay unchanged. */
    z.strictObject({
      kind: z.literal('locked'),
      reason: z.enum([
        'locked-by-user',
        'passphrase-needed',
        ...unusableKeyStores,
        'key-does-not-fit',
        'vault-damaged',
        /** Reading the files failed, perhaps temporarily. */
        'vault-unreadable',
      ]),
    }),
    /**
     * Written by a newer version of the app, in use by another Token Desk, or changed by another
     * one since it was opened here.
     */
    z.strictObject({
      kind: z.literal('read-only'),
      reason: z.enum(['newer-format', 'in-use', 'changed-elsewhere']),
    }),
  ]),
  /** True if the key store does not help and is only tried again when the app starts. */
  needsRestart: z.boolean(),
  /** The keys that open the vault. `leaves`: until the other one has opened it once more. */
  keys: z.strictObject({ keyStore: keyStanding, passphrase: keyStanding }),
  /** Number of profiles without a good file; their files are in quarantine, unchanged. */
  quarantined: z.number().int().nonnegative(),
  /** Number of profiles of which no file can be read now, perhaps temporarily. */
  unreadable: z.number().int().nonnegative(),
  /** Number of profiles with a file that is larger than the app writes; it stays unchanged. */
  tooLarge: z.number().int().nonnegative(),
})
export type VaultView = z.infer<typeof vaultView>

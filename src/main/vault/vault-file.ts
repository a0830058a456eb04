import { join } from 'node:path'
import { z } from 'zod'
import { isTooLarge, readBounded } from './bounded-file.ts'
import { decodeChecked, encodeChecked } from './checked-json.ts'
import { writeDurably } from './durable-file.ts'
import { keySlots } from './key-slots.ts'
import { isForGood, isMissing } from './not-saved.ts'
import { migrateVaultFile, vaultFormat } from './vault-migrations.ts'

/** Bytes; many times what a vault file has. */
const maxFile = 1024 * 1024

const vaultContents = z.strictObject({
  format: z.literal(vaultFormat),
  vaultId: z.uuid(),
  /** None: nothing was ever sealed here. */
  slots: keySlots,
  /** Sealed with the data key: tells a wrong key from damage. */
  check: z.base64().nullable(),
})
export type VaultContents = z.infer<typeof vaultContents>

export type VaultFileReading =
  | { readonly kind: 'absent' }
  | { readonly kind: 'damaged' }
  /** Neither copy is good, and one the system did not let us read: perhaps it does later. */
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'newer' }
  | {
      readonly kind: 'good'
      readonly contents: VaultContents
      /** Where the first copy is damaged: the file to set aside. */
      readonly damagedFile: string | undefined
      /** The first copy can't be read now: nobody knows what it holds. */
      readonly isPartlyUnreadable: boolean
    }

function paths(folder: string) {
  return { current: join(folder, 'vault.json'), previous: join(folder, 'vault.previous.json') }
}

type CopyReading =
  | { readonly kind: 'absent' }
  | { readonly kind: 'damaged' }
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'newer' }
  | { readonly kind: 'good'; readonly contents: VaultContents }

async function readCopy(path: string): Promise<CopyReading> {
  let text: string
  try {
    text = (await readBounded(path, maxFile)).toString('utf8')
  } catch (error) {
    if (isMissing(error)) return { kind: 'absent' }
    return { kind: isForGood(error) || isTooLarge(error) ? 'damaged' : 'unreadable' }
  }
  const checked = decodeChecked(text, vaultFormat)
  if (checked.kind !== 'good') return { kind: checked.kind }
  const parsed = vaultContents.safeParse(migrateVaultFile(checked.value))
  return parsed.success ? { kind: 'good', contents: parsed.data } : { kind: 'damaged' }
}

/** Reads the vault file, or its second copy where the first is missing or damaged. */
export async function readVaultFile(folder: string): Promise<VaultFileReading> {
  const { current, previous } = paths(folder)
  const first = await readCopy(current)
  if (first.kind === 'newer') return { kind: 'newer' }
  if (first.kind === 'good') return { ...first, damagedFile: undefined, isPartlyUnreadable: false }
  const second = await readCopy(previous)
  if (second.kind === 'absent') return { kind: first.kind }
  const isPartlyUnreadable = first.kind === 'unreadable'
  if (second.kind === 'damaged' && isPartlyUnreadable) return { kind: 'unreadable' }
  if (second.kind !== 'good') return { kind: second.kind }
  const damagedFile = first.kind === 'damaged' ? current : undefined
  return { ...second, damagedFile, isPartlyUnreadable }
}

/**
 * Writes both copies: with the vault file every sealed record would be lost, so that
 * the damage of one file must not be the end.
 */
export async function writeVaultFile(folder: string, contents: VaultContents): Promise<void> {
  const { current, previous } = paths(folder)
  const text = encodeChecked(contents)
  await writeDurably(previous, text)
  await writeDurably(current, text)
}

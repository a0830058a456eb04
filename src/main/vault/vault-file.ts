import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { decodeChecked, encodeChecked } from './checked-json.ts'
import { writeDurably } from './durable-file.ts'
import { isMissing } from './not-saved.ts'

export const vaultFormat = 1

const keyStoreSlot = z.strictObject({ kind: z.literal('key-store'), wrapped: z.base64() })
/** A way in that this version does not know is kept as it is. */
const otherSlot = z.looseObject({ kind: z.string().refine((kind) => kind !== 'key-store') })

const vaultContents = z.strictObject({
  format: z.number().int().positive(),
  vaultId: z.uuid(),
  /** Each holds the data key in another wrapping. None: nothing was ever sealed here. */
  slots: z.array(z.union([keyStoreSlot, otherSlot])),
  /** Sealed with the data key: tells a wrong key from damage. */
  check: z.base64().nullable(),
})
export type VaultContents = z.infer<typeof vaultContents>

export type VaultFileReading =
  | { readonly kind: 'absent' }
  | { readonly kind: 'damaged' }
  | { readonly kind: 'newer' }
  | {
      readonly kind: 'good'
      readonly contents: VaultContents
      /** Where the first copy is damaged: the file to set aside. */
      readonly damagedFile: string | undefined
    }

function paths(folder: string) {
  return { current: join(folder, 'vault.json'), previous: join(folder, 'vault.previous.json') }
}

type CopyReading =
  | { readonly kind: 'absent' }
  | { readonly kind: 'damaged' }
  | { readonly kind: 'newer' }
  | { readonly kind: 'good'; readonly contents: VaultContents }

async function readCopy(path: string): Promise<CopyReading> {
  let text: string
  try {
    text = await readFile(path, 'utf8')
  } catch (error) {
    return { kind: isMissing(error) ? 'absent' : 'damaged' }
  }
  const checked = decodeChecked(text, vaultFormat)
  if (checked.kind !== 'good') return { kind: checked.kind }
  const parsed = vaultContents.safeParse(checked.value)
  return parsed.success ? { kind: 'good', contents: parsed.data } : { kind: 'damaged' }
}

/** Reads the vault file, or its second copy where the first is missing or damaged. */
export async function readVaultFile(folder: string): Promise<VaultFileReading> {
  const { current, previous } = paths(folder)
  const first = await readCopy(current)
  if (first.kind === 'newer') return { kind: 'newer' }
  if (first.kind === 'good') return { ...first, damagedFile: undefined }
  const second = await readCopy(previous)
  if (second.kind === 'absent') return { kind: first.kind }
  if (second.kind !== 'good') return { kind: second.kind }
  return { ...second, damagedFile: first.kind === 'damaged' ? current : undefined }
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

import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import { assertNever } from '../../shared/assert-never.ts'
import { decodeChecked, encodeChecked } from './checked-json.ts'
import { isMissing, isNotAFile, isTooLarge, readBounded } from './disk.ts'
import { writeDurably } from './durable-file.ts'
import { keySlots } from './key-slots.ts'

/** Bytes; many times the size of a vault file. */
const maxFile = 1024 * 1024

export const vaultFormat = 2

const vaultContents = z.strictObject({
  format: z.literal(vaultFormat),
  vaultId: z.uuid(),
  /** Empty if nothing was ever sealed here. */
  slots: keySlots,
  /** Sealed with the data key: distinguishes a wrong key from damage. */
  check: z.base64().nullable(),
})
export type VaultContents = z.infer<typeof vaultContents>

export type VaultFileReading =
  | { readonly kind: 'absent' }
  | { readonly kind: 'damaged' }
  /** Neither copy is good, and reading one of them failed, perhaps temporarily. */
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'newer' }
  | {
      readonly kind: 'good'
      readonly contents: VaultContents
      /** The first copy, if it is damaged and is to be quarantined. */
      readonly damagedFile: string | undefined
      /** True if the first copy can't be read now, so its contents are unknown. */
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

const object = z.record(z.string(), z.unknown())
const slotsOf1 = z.array(z.looseObject({ kind: z.string() }))

/** Format 2 adds `leavesAfter` and passphrase slots. */
function from1To2(contents: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const slots = slotsOf1.safeParse(contents['slots'])
  if (!slots.success) return contents
  return {
    ...contents,
    format: 2,
    slots: slots.data.map((slot) =>
      slot.kind === 'key-store' ? { ...slot, leavesAfter: null } : slot,
    ),
  }
}

/**
 * Brings the contents of a vault file to the present format, without a key. Returns contents that
 * do not parse if that is impossible.
 */
function migrate(contents: unknown): unknown {
  const found = object.safeParse(contents)
  if (!found.success) return contents
  return found.data['format'] === 1 ? from1To2(found.data) : found.data
}

async function readCopy(path: string): Promise<CopyReading> {
  let text: string
  try {
    text = (await readBounded(path, maxFile)).toString('utf8')
  } catch (error) {
    if (isMissing(error)) return { kind: 'absent' }
    return { kind: isNotAFile(error) || isTooLarge(error) ? 'damaged' : 'unreadable' }
  }
  const checked = decodeChecked(text, vaultFormat)
  if (checked.kind !== 'good') return { kind: checked.kind }
  const parsed = vaultContents.safeParse(migrate(checked.value))
  return parsed.success ? { kind: 'good', contents: parsed.data } : { kind: 'damaged' }
}

/** Reads the vault file, or its second copy if the first is missing or damaged. */
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

/** Writes both copies: without a vault file every sealed record would be lost. */
export async function writeVaultFile(folder: string, contents: VaultContents): Promise<void> {
  const { current, previous } = paths(folder)
  const text = encodeChecked(contents)
  await writeDurably(previous, text)
  await writeDurably(current, text)
}

/**
 * Returns `yes` if the vault file may be replaced. `no`: it is not one that this vault has read or
 * tried to write, and may hold the only wrapping of the key of all sealed records.
 */
export function mayReplace(
  found: VaultFileReading,
  known: readonly VaultContents[],
): 'yes' | 'no' | 'unreadable' {
  switch (found.kind) {
    case 'absent':
      return 'yes'
    case 'newer':
      return 'no'
    case 'damaged':
    case 'unreadable':
      return 'unreadable'
    case 'good':
      if (!known.some((one) => isDeepStrictEqual(found.contents, one))) return 'no'
      return found.isPartlyUnreadable ? 'unreadable' : 'yes'
    default:
      return assertNever(found)
  }
}

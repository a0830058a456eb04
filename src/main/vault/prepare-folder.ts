import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { assertNever } from '../../shared/assert-never.ts'
import { syncFolder } from './durable-file.ts'
import { errorCode } from './not-saved.ts'
import type { VaultContents, VaultFileReading } from './vault-file.ts'

/** Makes a folder and those above it. */
export async function makeFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await syncFolder(folder)
  await syncFolder(dirname(folder))
}

/** Makes the folder of the records in a vault whose own folder has to be there. */
export async function makeRecordsFolder(records: string): Promise<void> {
  try {
    await mkdir(records, { mode: 0o700 })
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return
    throw error
  }
  await syncFolder(dirname(records))
}

/**
 * Whether a vault file may be written over what is there: `no` if that is another one, which
 * may hold the only wrapping of the key that everything is sealed with.
 */
export function mayReplace(
  found: VaultFileReading,
  contents: VaultContents,
): 'yes' | 'no' | 'unreadable' {
  switch (found.kind) {
    case 'absent':
      return 'yes'
    case 'newer':
      return 'no'
    case 'damaged':
      return 'unreadable'
    case 'good': {
      const { slots, vaultId } = found.contents
      const isEmptyOfUs = slots.length === 0 && vaultId === contents.vaultId
      return isEmptyOfUs || isDeepStrictEqual(found.contents, contents) ? 'yes' : 'no'
    }
    default:
      return assertNever(found)
  }
}

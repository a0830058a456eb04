import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { assertNever } from '../../shared/assert-never.ts'
import { syncFolder } from './durable-file.ts'
import { errorCode, isMissing } from './not-saved.ts'
import type { VaultContents, VaultFileReading } from './vault-file.ts'

/** Makes a folder, if it is missing, in one that has to be there. */
export async function makeSubfolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { mode: 0o700 })
  } catch (error) {
    // It may be there and not yet be for good: its sync failed, and this is the next try.
    if (errorCode(error) !== 'EEXIST') throw error
  }
  await syncFolder(dirname(folder))
}

/** Makes a folder and those above it. */
export async function makeFolder(folder: string): Promise<void> {
  try {
    await makeSubfolder(folder)
  } catch (error) {
    // Not at once with `recursive`: that takes a full disk for a folder that is missing.
    if (!isMissing(error)) throw error
    await mkdir(folder, { recursive: true, mode: 0o700 })
    await syncFolder(dirname(folder))
  }
}

/**
 * Whether a vault file may be written over what is there: `no` if that is none that this
 * vault has read or tried to write, but another one, which may hold the only wrapping of the
 * key that everything is sealed with.
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

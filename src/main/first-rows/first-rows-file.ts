import { z } from 'zod'
import { maxFirstRows } from '../../shared/limits.ts'
import { type ProfileId, profileId } from '../../shared/profile.ts'
import { overwriteSync, readText } from '../vault/disk.ts'

/** The profiles that were at the top of the list. Only the order of a start depends on it. */
export interface FirstRowsFile {
  read(): readonly ProfileId[]
  write(ids: readonly ProfileId[]): void
}

const content = z.array(profileId).max(maxFirstRows)

function contentOf(file: string): readonly ProfileId[] {
  try {
    return content.parse(JSON.parse(readText(file)))
  } catch {
    // Never saved, or not readable: the list is shown when all profiles are read.
    return []
  }
}

/** Keeps the ids in a file, from one start to the next. */
export function openFirstRowsFile(file: string): FirstRowsFile {
  let known = contentOf(file)
  return {
    read: () => known,
    write: (ids) => {
      if (ids.length === known.length && ids.every((id, index) => id === known[index])) return
      known = ids
      try {
        overwriteSync(file, JSON.stringify(ids))
      } catch {
        // A list that comes a moment later is not worth a message.
      }
    },
  }
}

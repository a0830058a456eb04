import { z } from 'zod'
import { instant } from './clock.ts'
import { appError } from './errors.ts'
import { profileId } from './profile.ts'

/** A profile by the name that a user knows it by. */
export const namedProfile = z.strictObject({ id: profileId, name: z.string() })
export type NamedProfile = z.infer<typeof namedProfile>

const named = z.array(namedProfile)

/** What came of asking for a backup file. */
export const writtenBackup = z.discriminatedUnion('kind', [
  /** The user chose no place for it. */
  z.strictObject({ kind: z.literal('cancelled') }),
  z.strictObject({
    kind: z.literal('written'),
    fileName: z.string(),
    count: z.number().int().nonnegative(),
    /** Their secrets are locked or can't be read, so they are not in the file. */
    notIncluded: named,
    /** They are in the file, but for a refresh token that was used up for a newer one. */
    withoutRefreshToken: named,
    /** Files of profiles that could not be read at all; nobody knows their names. */
    unreadableProfiles: z.number().int().nonnegative(),
  }),
])
export type WrittenBackup = z.infer<typeof writtenBackup>

export const chosenBackup = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('cancelled') }),
  z.strictObject({ kind: z.literal('chosen'), fileName: z.string() }),
])
export type ChosenBackup = z.infer<typeof chosenBackup>

/** What a backup holds, beside what is here; nothing has changed yet. */
export const backupPreview = z.strictObject({
  createdAt: instant,
  /** They are not here. */
  fresh: named,
  /** They are here, exactly so. */
  same: named,
  /** They are here with other settings or secrets. */
  different: named,
  /** They are here and locked, so they stay as they are. */
  locked: named,
  /** They are here, and not in the backup: *Replace everything* removes them. */
  missing: named,
  /** They could not be read when the backup was made: it knows their names alone. */
  notIncluded: named,
  /** Those in the backup that need a refresh token to be typed. */
  withoutRefreshToken: named,
  /**
   * Of those that a restore would add or change: the hosts that secrets or token would go to and
   * that their provider is not known to use, or that they do not go to now.
   */
  elsewhere: z.array(namedProfile.extend({ hosts: z.array(z.string()).min(1) })),
})
export type BackupPreview = z.infer<typeof backupPreview>

/** What to do with what is here. */
export const restoreChoice = z.discriminatedUnion('kind', [
  /** Adds what is new; `different` says what happens to what is here and not the same. */
  z.strictObject({ kind: z.literal('merge'), different: z.enum(['keep', 'take']) }),
  /** Afterwards what is here is what the backup holds; what the preview calls `missing` goes. */
  z.strictObject({ kind: z.literal('replace') }),
])
export type RestoreChoice = z.infer<typeof restoreChoice>

const count = z.number().int().nonnegative()

/** What was done; each profile is the old one or the new one, whole. */
export const restored = z.strictObject({
  added: count,
  changed: count,
  removed: count,
  /** Why it ended before its end; the same restore can be run again. */
  stoppedBy: appError.nullable(),
})
export type Restored = z.infer<typeof restored>

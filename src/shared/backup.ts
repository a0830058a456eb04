import { z } from 'zod'
import { instant } from './clock.ts'
import { appError } from './errors.ts'
import { profileId } from './profile.ts'

/** A profile with its name, for display. */
export const namedProfile = z.strictObject({ id: profileId, name: z.string() })
export type NamedProfile = z.infer<typeof namedProfile>

const named = z.array(namedProfile)

/** The result of writing a backup file. */
export const writtenBackup = z.discriminatedUnion('kind', [
  /** The user cancelled the dialog. */
  z.strictObject({ kind: z.literal('cancelled') }),
  z.strictObject({
    kind: z.literal('written'),
    fileName: z.string(),
    count: z.number().int().nonnegative(),
    /** Not in the file, because their secrets are locked or can't be read. */
    notIncluded: named,
    /** In the file without their refresh token, which was rotated. */
    withoutRefreshToken: named,
    /** Number of unreadable profile files, whose names are unknown. */
    unreadableProfiles: z.number().int().nonnegative(),
  }),
])
export type WrittenBackup = z.infer<typeof writtenBackup>

export const chosenBackup = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('cancelled') }),
  z.strictObject({ kind: z.literal('chosen'), fileName: z.string() }),
])
export type ChosenBackup = z.infer<typeof chosenBackup>

/** The contents of a backup compared with the existing profiles; nothing has changed yet. */
export const backupPreview = z.strictObject({
  createdAt: instant,
  /** They do not exist here. */
  fresh: named,
  /** They exist here and are identical. */
  same: named,
  /** They exist here with other settings or secrets. */
  different: named,
  /** They exist here and are locked, so they stay unchanged. */
  locked: named,
  /** They exist here and not in the backup: *Replace everything* removes them. */
  missing: named,
  /** The backup has only their names, because they could not be read when it was made. */
  notIncluded: named,
  /** Profiles in the backup whose refresh token the user must enter. */
  withoutRefreshToken: named,
  /**
   * Profiles that a restore would add or change, with the hosts that would receive secrets or tokens
   * and do not receive them now, or are not known for their provider.
   */
  elsewhere: z.array(namedProfile.extend({ hosts: z.array(z.string()).min(1) })),
})
export type BackupPreview = z.infer<typeof backupPreview>

/** Selects what a restore does with existing profiles. */
export const restoreChoice = z.discriminatedUnion('kind', [
  /** Adds new profiles; `different` is the treatment of existing ones that differ. */
  z.strictObject({ kind: z.literal('merge'), different: z.enum(['keep', 'take']) }),
  /** Makes the profiles those of the backup; removes those that the preview calls `missing`. */
  z.strictObject({ kind: z.literal('replace') }),
])
export type RestoreChoice = z.infer<typeof restoreChoice>

const count = z.number().int().nonnegative()

/** The result of a restore; each profile is completely the old or the new one. */
export const restored = z.strictObject({
  added: count,
  changed: count,
  removed: count,
  /** The error that stopped it early; the same restore can be repeated. */
  stoppedBy: appError.nullable(),
})
export type Restored = z.infer<typeof restored>

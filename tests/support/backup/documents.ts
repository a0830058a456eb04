import type { BackupDocument } from '../../../src/main/backup/document.ts'
import type { BackedUpProfile } from '../../../src/main/engine/backed-up-profile.ts'
import { sampleProfile } from '../ports/sample-profile.ts'

/** Enough for a key, and next to no work. */
export const cheap = 2

/** A profile as a backup holds it. */
export function backedUpProfile(name: string, id?: string): BackedUpProfile {
  const sample = sampleProfile(name, id)
  const { secrets } = sample.sealed
  return { id: sample.id, settings: sample.settings, secrets, withoutRefreshToken: false }
}

export function documentOf(...profiles: readonly BackedUpProfile[]): BackupDocument {
  return { createdAt: 1_795_262_400_000, profiles: [...profiles], notIncluded: [] }
}

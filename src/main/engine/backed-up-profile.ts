import { z } from 'zod'
import { namedProfile } from '../../shared/backup.ts'
import { givenSecrets, profileId } from '../../shared/profile.ts'
import { profileSettings } from '../../shared/settings/index.ts'

/**
 * A profile as a backup holds it: what the user typed, and no token. Two copies of a refresh
 * token that rotates would end both (RFC 9700 §4.14.2).
 */
export const backedUpProfile = z.strictObject({
  id: profileId,
  settings: profileSettings,
  secrets: givenSecrets,
  /** Its typed refresh token was used up for a newer one, so it is not among the secrets. */
  withoutRefreshToken: z.boolean(),
})
export type BackedUpProfile = z.infer<typeof backedUpProfile>

/** The profiles in a backup. */
export const backedUpProfiles = z.strictObject({
  profiles: z.array(backedUpProfile),
  /** Those whose secrets could not be read then. */
  notIncluded: z.array(namedProfile),
})
export type BackedUpProfiles = z.infer<typeof backedUpProfiles>

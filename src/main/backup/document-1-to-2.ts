import { z } from 'zod'

const documentIn1 = z.looseObject({
  profiles: z.array(z.looseObject({ settings: z.looseObject({}) })),
})

/**
 * Version 2 of a backup adds the folder, the tag and the API address of a profile. Throws if it
 * is given none of version 1.
 */
export function from1To2(contents: unknown): unknown {
  const { profiles, ...others } = documentIn1.parse(contents)
  const added = { group: '', tag: null, apiAddress: '' }
  return {
    ...others,
    profiles: profiles.map((profile) => ({
      ...profile,
      settings: { ...profile.settings, ...added },
    })),
  }
}

import { z } from 'zod'
import { flatSettings, nestedSettings } from '../../shared/flat-settings.ts'

function documentOf<Settings extends z.ZodType>(settings: Settings) {
  return z.looseObject({ profiles: z.array(z.looseObject({ settings })) })
}

const documentIn1 = documentOf(z.looseObject({}))
const documentIn2 = documentOf(flatSettings)

/** Version 2 adds the folder, the tag and the API address of a profile. */
function from1To2(contents: unknown): unknown {
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

/** Version 3 keeps settings in parts, as record format 5 does. */
function from2To3(contents: unknown): unknown {
  const { profiles, ...others } = documentIn2.parse(contents)
  return {
    ...others,
    profiles: profiles.map((profile) => ({
      ...profile,
      settings: nestedSettings(profile.settings),
    })),
  }
}

/**
 * Returns the contents of a backup of any version as the present one would have written them.
 * Throws if they are not of that version.
 */
export function currentDocument(contents: unknown, version: number): unknown {
  const in2 = version < 2 ? from1To2(contents) : contents
  return version < 3 ? from2To3(in2) : in2
}

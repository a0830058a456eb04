import { z } from 'zod'
import type { Migration } from './migrations.ts'

const openIn2 = z.looseObject({
  settings: z.looseObject({}),
  activity: z.array(
    z.looseObject({ at: z.number(), outcome: z.looseObject({ kind: z.string() }), by: z.string() }),
  ),
})

/**
 * Format 3 adds the folder, the tag and the API address of a profile, and when it was last
 * used: as far as format 2 knew, when the user last got a token.
 */
export const from2To3: Migration = ({ open, ...rest }) => {
  const { settings, activity, ...others } = openIn2.parse(open)
  const used = activity.find(({ by, outcome }) => by === 'user' && outcome.kind === 'obtained')
  return {
    ...rest,
    open: {
      ...others,
      settings: { ...settings, group: '', tag: null, apiAddress: '' },
      lastUsed: used?.at ?? null,
      activity,
    },
  }
}

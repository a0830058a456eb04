import { z } from 'zod'
import type { Details } from '../details.ts'
import { detailsFromNames, namesProfile } from '../details-from-names.ts'
import { detailsOfIonApi } from './ionapi.ts'
import { membersOf, namedEntries, scalarText } from './postman-values.ts'

/** The export format of a Postman environment or of globals; one odd value is tolerated. */
export const postmanEnvironment = z.object({
  name: z.string().optional().catch(undefined),
  values: z
    .array(z.unknown())
    .refine(
      (values) =>
        values.length === 0 ||
        values.some((value) => typeof membersOf(value)?.['key'] === 'string'),
    ),
})

/** Returns the details in an environment; `undefined` if its names are not those of a profile. */
export function detailsOfEnvironment(
  environment: z.infer<typeof postmanEnvironment>,
): Details | undefined {
  const pairs = namedEntries(environment.values).map(
    ({ name, value }) => [name, scalarText(value) ?? ''] as const,
  )
  const ionApi = detailsOfIonApi(Object.fromEntries(pairs))
  const details = ionApi ?? detailsFromNames(environment.name ?? '', pairs)
  return namesProfile(details) ? details : undefined
}

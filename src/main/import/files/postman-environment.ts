import { z } from 'zod'
import type { Details } from '../details.ts'
import { detailsFromNames, namesProfile } from '../details-from-names.ts'
import { detailsOfIonApi } from './ionapi.ts'

/** As Postman exports an environment, or its globals. */
export const postmanEnvironment = z.object({
  name: z.string().optional(),
  values: z
    .array(
      z.object({
        key: z.string(),
        value: z.unknown(),
        enabled: z.boolean().optional(),
      }),
    )
    .max(5000),
})

/** The details in an environment; `undefined` if its names are not those of a profile. */
export function detailsOfEnvironment(
  environment: z.infer<typeof postmanEnvironment>,
): Details | undefined {
  const pairs = environment.values
    .filter(({ enabled }) => enabled !== false)
    .map(({ key, value }) => [key, typeof value === 'string' ? value : ''] as const)
  const ionApi = detailsOfIonApi(Object.fromEntries(pairs))
  const details = ionApi ?? detailsFromNames(environment.name ?? '', pairs)
  return namesProfile(details) ? details : undefined
}

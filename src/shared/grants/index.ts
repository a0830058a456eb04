import { z } from 'zod'
import { clientCredentials } from './client-credentials.ts'
import type { GrantDefinition } from './grant-definition.ts'
import { password } from './password.ts'
import { refreshToken } from './refresh-token.ts'

type Table<Grants> = { readonly [Kind in keyof Grants]: GrantDefinition<Kind & string> }
const tableOf = <const Grants extends Table<Grants>>(grants: Grants): Grants => grants

/** The grants by their kind, in the order in which a user chooses from them. */
export const grants = tableOf({ password, clientCredentials, refreshToken })

export type GrantKind = keyof typeof grants
type Definition = (typeof grants)[GrantKind]

export const grantKinds = Object.keys(grants) as GrantKind[]
const definitions: Definition[] = Object.values(grants)

type OneOrMore<Schema> = [Schema, ...Schema[]]

/** The grant of a profile, and the settings that only this grant has. */
export const grant = z.discriminatedUnion(
  'kind',
  definitions.map(({ settings }) => settings) as OneOrMore<Definition['settings']>,
)
export type Grant = z.infer<typeof grant>

/** The same without what is personal. */
export const incompleteGrant = z.discriminatedUnion(
  'kind',
  definitions.map(({ incomplete }) => incomplete) as OneOrMore<Definition['incomplete']>,
)
export type IncompleteGrant = z.infer<typeof incompleteGrant>

/** The same as far as it is known, of a newer version. */
export const understoodGrant = z.discriminatedUnion(
  'kind',
  definitions.map(({ settings }) => settings.strip()) as unknown as OneOrMore<
    Definition['settings']
  >,
)

export type GrantSecret = Definition['secrets'][number]

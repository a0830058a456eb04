import { z } from 'zod'
import { authorizationCode } from './authorization-code.ts'
import { clientCredentials } from './client-credentials.ts'
import { deviceCode } from './device-code.ts'
import type { GrantKind } from './facts.ts'
import { password } from './password.ts'
import { refreshToken } from './refresh-token.ts'

interface GrantSchemas<Kind extends GrantKind> {
  readonly settings: z.ZodObject<{ kind: z.ZodLiteral<Kind> }>
  /** The settings of which the personal ones may be missing. */
  readonly incomplete: z.ZodObject<{ kind: z.ZodLiteral<Kind> }>
}

/** The schemas of the settings that only one grant has. */
export const grantSchemas = {
  password,
  clientCredentials,
  authorizationCode,
  deviceCode,
  refreshToken,
} satisfies { readonly [Kind in GrantKind]: GrantSchemas<Kind> }

type Schemas = (typeof grantSchemas)[GrantKind]
const schemas: Schemas[] = Object.values(grantSchemas)

type OneOrMore<Schema> = [Schema, ...Schema[]]

/** The grant of a profile, and the settings that only this grant has. */
export const grant = z.discriminatedUnion(
  'kind',
  schemas.map(({ settings }) => settings) as OneOrMore<Schemas['settings']>,
)
export type Grant = z.infer<typeof grant>

/** The same without what is personal. */
export const incompleteGrant = z.discriminatedUnion(
  'kind',
  schemas.map(({ incomplete }) => incomplete) as OneOrMore<Schemas['incomplete']>,
)
export type IncompleteGrant = z.infer<typeof incompleteGrant>

/** The same as far as it is known, of a newer version. */
export const understoodGrant = z.discriminatedUnion(
  'kind',
  schemas.map(({ settings }) => settings.strip()) as unknown as OneOrMore<Schemas['settings']>,
)

import { z } from 'zod'
import { basic } from './basic.ts'
import { body } from './body.ts'
import type { AuthenticationMethod } from './facts.ts'
import { none } from './none.ts'
import { query } from './query.ts'

/** The schemas of the settings that only one method has. */
export const authenticationSchemas = { basic, body, query, none } satisfies {
  readonly [Method in AuthenticationMethod]: z.ZodObject<{ method: z.ZodLiteral<Method> }>
}

type Schema = (typeof authenticationSchemas)[AuthenticationMethod]
const schemas: Schema[] = Object.values(authenticationSchemas)

type OneOrMore<Schema> = [Schema, ...Schema[]]

/** A client authentication method with its settings. */
export const clientAuthentication = z.discriminatedUnion('method', schemas as OneOrMore<Schema>)
export type ClientAuthentication = z.infer<typeof clientAuthentication>

/** The same as far as it is known, of a newer version. */
export const understoodAuthentication = z.discriminatedUnion(
  'method',
  schemas.map((schema) => schema.strip()) as unknown as OneOrMore<Schema>,
)

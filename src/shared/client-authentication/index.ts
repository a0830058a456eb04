import { z } from 'zod'
import type { AuthenticationDefinition } from './authentication-definition.ts'
import { basic } from './basic.ts'
import { body } from './body.ts'
import { none } from './none.ts'
import { query } from './query.ts'

type Table<Methods> = {
  readonly [Method in keyof Methods]: AuthenticationDefinition<Method & string>
}
const tableOf = <const Methods extends Table<Methods>>(methods: Methods): Methods => methods

/** The client authentication methods, in the order in which a user chooses from them. */
export const authentications = tableOf({ basic, body, query, none })

export type AuthenticationMethod = keyof typeof authentications
type Definition = (typeof authentications)[AuthenticationMethod]

export const authenticationMethods = Object.keys(authentications) as AuthenticationMethod[]
const definitions: Definition[] = Object.values(authentications)

type OneOrMore<Schema> = [Schema, ...Schema[]]

/** How a client authenticates, and the settings that only this method has. */
export const clientAuthentication = z.discriminatedUnion(
  'method',
  definitions.map(({ settings }) => settings) as OneOrMore<Definition['settings']>,
)
export type ClientAuthentication = z.infer<typeof clientAuthentication>

/** The same as far as it is known, of a newer version. */
export const understoodAuthentication = z.discriminatedUnion(
  'method',
  definitions.map(({ settings }) => settings.strip()) as unknown as OneOrMore<
    Definition['settings']
  >,
)

export type AuthenticationSecret = Definition['secrets'][number]

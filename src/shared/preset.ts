import { z } from 'zod'
import {
  type AuthenticationMethod,
  authenticationMethods,
  authentications,
} from './client-authentication/facts.ts'
import { authenticationSchemas, type ClientAuthentication } from './client-authentication/index.ts'
import { type GrantKind, grantKinds, grants } from './grants/facts.ts'
import { type Grant, grantSchemas } from './grants/index.ts'
import type { FieldSecret } from './profile.ts'
import { presetId } from './settings/about.ts'
import { type ProfileSettings, sharedSettings } from './settings/index.ts'
import { request } from './settings/request.ts'
import { server } from './settings/server.ts'

type OwnFields<Member, Discriminator> = Member extends unknown
  ? Exclude<keyof Member, Discriminator>
  : never

/** The fields of the form that a provider may ask for. */
export type PresetField =
  | 'grantType'
  | 'clientAuthentication'
  | 'clientId'
  | keyof ProfileSettings['server']
  | keyof ProfileSettings['request']
  | OwnFields<Grant, 'kind'>
  | OwnFields<ClientAuthentication, 'method'>
  | FieldSecret

const namesOf = (shape: object, discriminator?: string) =>
  Object.keys(shape).filter((name) => name !== discriminator) as PresetField[]

/** Returns the fields that a grant adds to the form. */
export function grantFields(kind: GrantKind): readonly PresetField[] {
  const { settings } = grantSchemas[kind]
  return [...namesOf(settings.shape, 'kind'), ...grants[kind].secrets]
}

/** Returns the fields that a client authentication method adds to the form. */
export function authenticationFields(method: AuthenticationMethod): readonly PresetField[] {
  const { shape } = authenticationSchemas[method]
  return [...namesOf(shape, 'method'), ...authentications[method].secrets]
}

export const presetFields: readonly PresetField[] = [
  ...new Set<PresetField>([
    'grantType',
    'clientAuthentication',
    'clientId',
    ...namesOf(server.shape),
    ...authenticationMethods.flatMap(authenticationFields),
    ...grantKinds.flatMap(grantFields),
    ...namesOf(request.shape),
  ]),
]

/** A provider as the form sees it: the fields to ask for, the choices and their defaults. */
export const preset = z.strictObject({
  id: presetId,
  name: z.string().min(1),
  /** The domains of its servers; none where every customer has a server of their own. */
  domains: z.array(z.string().min(1)),
  /** Shown if the chosen grant and client authentication need them; the rest is fixed. */
  fields: z.array(z.enum(presetFields)),
  /**
   * Where every customer has a server of their own: the token endpoint with
   * `{server}` in the place of its address, so that the user may type just that.
   */
  tokenEndpointTemplate: z
    .string()
    .regex(/\{server\}/)
    .nullable(),
  /** The API that its tokens are for; `null`: every customer has another, or it is unknown. */
  apiAddress: z.url({ protocol: /^https$/ }).nullable(),
  grantTypes: z.array(z.enum(grantKinds)).min(1),
  clientAuthentications: z.array(z.enum(authenticationMethods)).min(1),
  /** The accepted names of the user-name parameter; empty: the user may type any. */
  userNameFields: z.array(z.string()),
  defaults: sharedSettings
    .pick({ server: true, client: true, grant: true })
    .extend({ request: request.pick({ scope: true }) }),
})
export type Preset = z.infer<typeof preset>

/**
 * Returns the token endpoint that a user typed: a whole address as it is, a bare server address
 * within the preset's template.
 */
export function completeTokenEndpoint(
  typed: string,
  template: Preset['tokenEndpointTemplate'],
): string {
  const value = typed.trim()
  if (value === '' || template === null) return value
  const server = value.replace(/^https?:\/\//, '').replace(/\/+$/, '')
  const isBareServer = !/[/?#@\s]/.test(server)
  if (!isBareServer) return value
  const whole = template.replace('{server}', server)
  return value.startsWith('http:') ? whole.replace('https:', 'http:') : whole
}

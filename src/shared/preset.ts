import { z } from 'zod'
import { basicEncodings, clientAuthentications, grantTypes } from './profile.ts'

/** The fields of the form that a provider may ask for. */
export const presetFields = [
  'tokenEndpoint',
  'grantType',
  'clientAuthentication',
  'basicEncoding',
  'clientId',
  'clientSecret',
  'userNameField',
  'userName',
  'password',
  'refreshToken',
  'scope',
  'audience',
  'resource',
  'bodyFormat',
  'refreshEndpoint',
  'extraParameters',
  'extraHeaders',
] as const
export type PresetField = (typeof presetFields)[number]

/** A provider as the form sees it: what to ask for, what to choose from, what to start with. */
export const preset = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{1,40}$/),
  name: z.string().min(1),
  /** Where its servers are known to be; none where every customer has a server of their own. */
  domains: z.array(z.string().min(1)),
  /** Shown, if the chosen grant and client authentication need them; the rest is fixed. */
  fields: z.array(z.enum(presetFields)),
  /**
   * Where every customer has a server of their own: the token endpoint with
   * `{server}` in the place of its address, so that the user may type just that.
   */
  tokenEndpointTemplate: z
    .string()
    .regex(/\{server\}/)
    .nullable(),
  /** Where the API is that its tokens are for; `null`: every customer has another, or nobody said. */
  apiAddress: z.url({ protocol: /^https$/ }).nullable(),
  grantTypes: z.array(z.enum(grantTypes)).min(1),
  clientAuthentications: z.array(z.enum(clientAuthentications)).min(1),
  /** The accepted names of the user-name parameter; empty: the user may type any. */
  userNameFields: z.array(z.string()),
  defaults: z.strictObject({
    tokenEndpoint: z.string(),
    grantType: z.enum(grantTypes),
    clientAuthentication: z.enum(clientAuthentications),
    basicEncoding: z.enum(basicEncodings),
    userNameField: z.string(),
    scope: z.string(),
  }),
})
export type Preset = z.infer<typeof preset>

/**
 * Makes a token endpoint of what a user typed: a whole address stays as it is, a
 * bare server address is put into the preset's template.
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

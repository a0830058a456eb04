import { z } from 'zod'

const kinds = {
  password: 'password',
  client_credentials: 'clientCredentials',
  refresh_token: 'refreshToken',
} as const

export const flatGrantType = z.enum(Object.keys(kinds) as (keyof typeof kinds)[])

/** Returns the kind of a grant that was written down by its `grant_type`. */
export const kindOfFlat = (grantType: z.infer<typeof flatGrantType>) => kinds[grantType]

/**
 * The settings of a profile in record formats 1 to 4, backups of versions 1 and 2 and share files
 * of version 1. Only their shape is checked: their contents are, once they are nested.
 */
export const flatSettings = z.strictObject({
  name: z.string(),
  presetId: z.string(),
  tokenEndpoint: z.string(),
  refreshEndpoint: z.string(),
  grantType: flatGrantType,
  clientAuthentication: z.enum(['basic', 'body', 'query', 'none']),
  basicEncoding: z.enum(['form', 'raw']),
  bodyFormat: z.string(),
  clientId: z.string(),
  userName: z.string(),
  userNameField: z.string(),
  scope: z.string(),
  audience: z.string(),
  resource: z.string(),
  extraParameters: z.array(z.unknown()),
  extraHeaders: z.array(z.unknown()),
  keepFresh: z.boolean(),
  group: z.string(),
  tag: z.looseObject({}).nullable(),
  apiAddress: z.string(),
})
type FlatSettings = z.infer<typeof flatSettings>

/** Settings that a share file may leave out. */
type Personal = 'clientId' | 'userName' | 'group'
type Shared = Omit<FlatSettings, Personal> & Partial<Pick<FlatSettings, Personal>>

/** Returns the members that hold something. */
function given(members: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const isGiven = (value: unknown) => value !== undefined && value !== '' && value !== null
  return Object.fromEntries(Object.entries(members).filter(([, value]) => isGiven(value)))
}

export function nestedAuthentication({
  clientAuthentication,
  basicEncoding,
}: Pick<FlatSettings, 'clientAuthentication' | 'basicEncoding'>) {
  return clientAuthentication === 'basic'
    ? { method: clientAuthentication, encoding: basicEncoding }
    : { method: clientAuthentication }
}

/** Returns the parts of flat settings, in the form of record format 5. Pure. */
export function nestedSettings(flat: Shared) {
  const { name, presetId, keepFresh, userName, userNameField } = flat
  const { tokenEndpoint, refreshEndpoint, scope, audience, resource } = flat
  const { bodyFormat, extraParameters, extraHeaders } = flat
  const kind = kindOfFlat(flat.grantType)
  const labels = given({ folder: flat.group, tag: flat.tag, apiAddress: flat.apiAddress })
  const target = given({ scope, audience, resource })
  return {
    about: { name, presetId, ...labels, keepFresh, favourite: false },
    server: given({ tokenEndpoint, refreshEndpoint }),
    client: { ...given({ id: flat.clientId }), authentication: nestedAuthentication(flat) },
    grant: kind === 'password' ? { kind, ...given({ userName }), userNameField } : { kind },
    request: { ...target, bodyFormat, extraParameters, extraHeaders },
  }
}

import {
  type AuthenticationMethod,
  authenticationMethods,
  authentications,
} from '../../../shared/client-authentication/facts.ts'
import type { ClientAuthentication } from '../../../shared/client-authentication/index.ts'
import type { ExtraParameter } from '../../../shared/extra.ts'
import { type GrantKind, grantKinds, grants } from '../../../shared/grants/facts.ts'
import { type Grant, grantSchemas } from '../../../shared/grants/index.ts'
import type { Preset } from '../../../shared/preset.ts'
import type { FieldSecret, SecretName } from '../../../shared/profile.ts'
import type { Tag } from '../../../shared/profile-labels.ts'
import type { ProfileView } from '../../../shared/profile-view.ts'
import { defaultRedirectAddress } from '../../../shared/redirect-address.ts'
import type { ImportedSettings, ProfileSettings } from '../../../shared/settings/index.ts'
import { server } from '../../../shared/settings/server.ts'
import { type ExtraRow, rowsOf } from './extra-rows.ts'
import { uniqueName } from './unique-name.ts'

/** The members that any type of a union has, without the discriminator. */
type MembersOf<Union, Discriminator> = {
  [Name in Exclude<Union extends unknown ? keyof Union : never, Discriminator>]: Union extends {
    readonly [Each in Name]?: infer Value
  }
    ? Value
    : never
}

/** The settings of all grants and of all client authentication methods, side by side. */
type Fields = ProfileSettings['about'] &
  ProfileSettings['server'] &
  ProfileSettings['request'] &
  MembersOf<Grant, 'kind'> &
  MembersOf<ClientAuthentication, 'method'>

type ValueOf<Field> = Field extends readonly ExtraParameter[]
  ? readonly ExtraRow[]
  : Field extends Tag
    ? Tag | null
    : Field

/**
 * The contents of the form, flat, so that a value stays when another grant is chosen and comes back
 * with its grant. Empty is what a profile does not set. Secrets are here only from the moment they
 * are typed until the form closes; a saved one is an empty field.
 */
export type FormValues = {
  readonly [Name in keyof Fields]-?: ValueOf<NonNullable<Fields[Name]>>
} & Readonly<Record<FieldSecret, string>> & {
    readonly grantType: GrantKind
    readonly clientAuthentication: AuthenticationMethod
    readonly clientId: string
  }

export const emptyValues: FormValues = {
  name: '',
  presetId: '',
  tokenEndpoint: '',
  grantType: 'password',
  clientAuthentication: 'basic',
  encoding: 'form',
  clientId: '',
  clientSecret: '',
  userNameField: 'username',
  userName: '',
  password: '',
  refreshToken: '',
  issuer: '',
  authorizationEndpoint: '',
  deviceAuthorizationEndpoint: '',
  pushedAuthorizationRequestEndpoint: '',
  revocationEndpoint: '',
  introspectionEndpoint: '',
  userinfoEndpoint: '',
  jwksUri: '',
  redirectAddress: defaultRedirectAddress,
  codeChallengeMethod: 'S256',
  responseMode: 'query',
  prompt: '',
  loginHint: '',
  expectsIssuer: false,
  sendsOrigin: false,
  scope: '',
  refreshEndpoint: '',
  audience: '',
  resource: '',
  bodyFormat: 'form',
  extraParameters: [],
  extraHeaders: [],
  folder: '',
  tag: null,
  apiAddress: '',
  notes: '',
  keepFresh: false,
  favourite: false,
}

/** The settings of a profile, of an import or of a preset's defaults. */
type Settings = Pick<ImportedSettings, 'client' | 'grant' | 'server'> & {
  readonly about?: Partial<ProfileSettings['about']>
  readonly request: Partial<ImportedSettings['request']>
}

interface Filled {
  readonly settings: Settings
  readonly savedSecrets: readonly SecretName[]
}

/** Returns the form's values for settings; those that are not set are empty. */
export function valuesOf({
  settings: { about, server, client, grant, request },
  savedSecrets,
}: Filled): FormValues {
  const { method, ...authentication } = client.authentication
  const { kind, ...ownOfGrant } = grant
  const { extraParameters = [], extraHeaders = [], ...rest } = request
  return {
    ...emptyValues,
    ...about,
    ...server,
    clientId: client.id ?? '',
    clientAuthentication: method,
    ...authentication,
    grantType: kind,
    ...ownOfGrant,
    ...rest,
    extraParameters: rowsOf('extraParameters', extraParameters, savedSecrets),
    extraHeaders: rowsOf('extraHeaders', extraHeaders, savedSecrets),
  }
}

/**
 * Returns the form's values for a second account or environment: the settings of another profile
 * under a name of its own, and none of its secrets.
 */
export function copyOf({ settings }: ProfileView, names: readonly string[]): FormValues {
  const values = valuesOf({ settings, savedSecrets: [] })
  return { ...values, name: uniqueName(settings.about.name, names), favourite: false }
}

/** The fields of a grant that are the same for all users of a provider. */
function commonFields(kind: GrantKind): readonly string[] {
  const personal: readonly string[] = grants[kind].personal
  const members = Object.keys(grantSchemas[kind].settings.shape)
  return members.filter((name) => name !== 'kind' && !personal.includes(name))
}

/** The fields that a provider fills in. */
const ofProvider = [
  'presetId',
  'grantType',
  'clientAuthentication',
  'encoding',
  'scope',
  ...Object.keys(server.shape),
  ...grantKinds.flatMap(commonFields),
] as (keyof FormValues)[]

/**
 * Returns the values that a newly chosen provider fills in; all others stay as typed. For the
 * profile's own provider these are the saved ones: they may differ from the defaults.
 */
export function presetValues(
  { id, defaults }: Preset,
  profile?: Pick<ProfileView, 'settings'>,
): Partial<FormValues> {
  const isOwn = profile !== undefined && profile.settings.about.presetId === id
  const settings = isOwn ? profile.settings : defaults
  const values = { ...valuesOf({ settings, savedSecrets: [] }), presetId: id }
  return Object.fromEntries(ofProvider.map((name) => [name, values[name]]))
}

/** Returns the values that a provider fixes for the fields that are not shown. */
export function fixedValues(preset: Preset): FormValues {
  return { ...emptyValues, ...presetValues(preset) }
}

/**
 * Returns the saved secrets that the form may build upon: those of the provider for which they were
 * typed. Another one gets them only if the user types them again.
 */
export function savedSecretsFor(
  profile: ProfileView | undefined,
  presetId: string,
): readonly SecretName[] {
  return profile?.settings.about.presetId === presetId ? profile.savedSecrets : []
}

/** The method of a client that has no secret. */
const publicMethod = authenticationMethods.find(
  (method) => authentications[method].secrets.length === 0,
)

/**
 * Returns the values that change with the choice of a grant. A program on a computer can't keep a
 * secret (RFC 8252 §8.5), so a client for sign-ins is usually public: it is proposed to a user who
 * has neither typed a secret nor chosen a method, and taken back with the grant.
 */
export function grantValues(
  kind: GrantKind,
  { grantType, clientAuthentication, clientSecret }: FormValues,
  { clientAuthentications, defaults }: Preset,
  savedSecrets: readonly SecretName[],
): Partial<FormValues> {
  const usual = defaults.client.authentication.method
  const hasSecret = clientSecret !== '' || savedSecrets.includes('clientSecret')
  const isProposed =
    grants[kind].needsClientId && !grants[grantType].needsClientId && clientAuthentication === usual
  const isTakenBack =
    !grants[kind].needsClientId &&
    grants[grantType].needsClientId &&
    clientAuthentication === publicMethod
  const next = isProposed && !hasSecret ? publicMethod : isTakenBack ? usual : undefined
  return next !== undefined && clientAuthentications.includes(next)
    ? { grantType: kind, clientAuthentication: next }
    : { grantType: kind }
}

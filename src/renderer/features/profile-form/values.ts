import type { Preset } from '../../../shared/preset.ts'
import type {
  BasicEncoding,
  BodyFormat,
  ClientAuthentication,
  GrantType,
  SecretName,
} from '../../../shared/profile.ts'
import type { Tag } from '../../../shared/profile-labels.ts'
import type { ProfileView } from '../../../shared/profile-view.ts'
import { type ExtraRow, rowsOf } from './extra-rows.ts'
import { uniqueName } from './unique-name.ts'

/**
 * What is typed in the form. Secrets are here only, and only from the moment they are
 * typed until the form closes; a saved one is an empty field.
 */
export interface FormValues {
  readonly name: string
  /** Empty until a provider is chosen. */
  readonly presetId: string
  readonly tokenEndpoint: string
  readonly grantType: GrantType
  readonly clientAuthentication: ClientAuthentication
  readonly basicEncoding: BasicEncoding
  readonly clientId: string
  readonly clientSecret: string
  readonly userNameField: string
  readonly userName: string
  readonly password: string
  readonly refreshToken: string
  readonly scope: string
  readonly refreshEndpoint: string
  readonly audience: string
  readonly resource: string
  readonly bodyFormat: BodyFormat
  readonly extraParameters: readonly ExtraRow[]
  readonly extraHeaders: readonly ExtraRow[]
  readonly group: string
  readonly tag: Tag | null
  readonly apiAddress: string
  readonly keepFresh: boolean
}

export const emptyValues: FormValues = {
  name: '',
  presetId: '',
  tokenEndpoint: '',
  grantType: 'password',
  clientAuthentication: 'basic',
  basicEncoding: 'form',
  clientId: '',
  clientSecret: '',
  userNameField: 'username',
  userName: '',
  password: '',
  refreshToken: '',
  scope: '',
  refreshEndpoint: '',
  audience: '',
  resource: '',
  bodyFormat: 'form',
  extraParameters: [],
  extraHeaders: [],
  group: '',
  tag: null,
  apiAddress: '',
  keepFresh: false,
}

/** The form of a profile that is there already. */
export function valuesOf({
  settings,
  savedSecrets,
}: Pick<ProfileView, 'settings' | 'savedSecrets'>): FormValues {
  return {
    ...emptyValues,
    ...settings,
    extraParameters: rowsOf('extraParameters', settings.extraParameters, savedSecrets),
    extraHeaders: rowsOf('extraHeaders', settings.extraHeaders, savedSecrets),
  }
}

/**
 * The form of a second account or environment: the settings of another profile under a name
 * of its own, and none of its secrets.
 */
export function copyOf({ settings }: ProfileView, names: readonly string[]): FormValues {
  const name = uniqueName(settings.name, names)
  return valuesOf({ settings: { ...settings, name }, savedSecrets: [] })
}

/**
 * What a newly chosen provider fills in; what the user knows by heart stays as typed. Back at
 * the provider of the profile it is what is saved there: that may be more than the defaults.
 */
export function presetValues(
  { id, defaults }: Preset,
  profile?: Pick<ProfileView, 'settings'>,
): Partial<FormValues> {
  const isOwn = profile !== undefined && profile.settings.presetId === id
  const { tokenEndpoint, grantType, clientAuthentication } = isOwn ? profile.settings : defaults
  const { basicEncoding, userNameField, scope } = isOwn ? profile.settings : defaults
  return {
    presetId: id,
    tokenEndpoint,
    grantType,
    clientAuthentication,
    basicEncoding,
    userNameField,
    scope,
  }
}

/** What holds for a provider as long as the user is not asked. */
export function fixedValues(preset: Preset): FormValues {
  return { ...emptyValues, ...presetValues(preset) }
}

/**
 * The saved secrets that the form may build upon: those of the provider for whom they were
 * typed. Another one gets them only if the user types them again.
 */
export function savedSecretsFor(
  profile: ProfileView | undefined,
  presetId: string,
): readonly SecretName[] {
  return profile?.settings.presetId === presetId ? profile.savedSecrets : []
}

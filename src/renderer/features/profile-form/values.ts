import type { Preset } from '../../../shared/preset.ts'
import type { BasicEncoding, ClientAuthentication, GrantType } from '../../../shared/profile.ts'
import type { ProfileView } from '../../../shared/profile-view.ts'

export interface ParameterRow {
  /** Tells rows apart while they are typed in. */
  readonly key: string
  readonly name: string
  readonly value: string
  readonly secret: boolean
}

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
  readonly extraParameters: readonly ParameterRow[]
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
  extraParameters: [],
  keepFresh: false,
}

/** The form of a profile that is there already. */
export function valuesOf({ settings }: ProfileView): FormValues {
  const { extraParameters, ...rest } = settings
  return {
    ...emptyValues,
    ...rest,
    extraParameters: extraParameters.map((parameter, index) => ({
      key: `saved-${index}`,
      name: parameter.name,
      value: parameter.secret ? '' : parameter.value,
      secret: parameter.secret,
    })),
  }
}

/** What a newly chosen provider fills in; what the user knows by heart stays as typed. */
export function presetValues({ id, defaults }: Preset): Partial<FormValues> {
  return { presetId: id, ...defaults }
}

import type { BasicEncoding } from '../../../src/shared/client-authentication/basic.ts'
import type { AuthenticationMethod } from '../../../src/shared/client-authentication/facts.ts'
import type { ExtraHeader, ExtraParameter } from '../../../src/shared/extra.ts'
import type {
  CodeChallengeMethod,
  ResponseMode,
} from '../../../src/shared/grants/authorization-code.ts'
import type { GrantKind } from '../../../src/shared/grants/facts.ts'
import type { Tag } from '../../../src/shared/profile-labels.ts'
import type { TriedMethod } from '../../../src/shared/profile-view.ts'
import type { ImportedSettings, ProfileSettings } from '../../../src/shared/settings/index.ts'
import type { BodyFormat } from '../../../src/shared/settings/request.ts'

/**
 * The settings of a profile in the vocabulary of the tests: one flat list of options. Only
 * this module knows where the program keeps each of them.
 */
export interface SettingsOptions {
  readonly name: string
  readonly presetId: string
  readonly tokenEndpoint: string
  readonly refreshEndpoint: string
  readonly issuer: string
  readonly authorizationEndpoint: string
  readonly deviceAuthorizationEndpoint: string
  readonly pushedAuthorizationRequestEndpoint: string
  readonly grantType: GrantKind
  readonly clientAuthentication: AuthenticationMethod
  readonly basicEncoding: BasicEncoding
  readonly bodyFormat: BodyFormat
  readonly clientId: string
  readonly userName: string
  readonly userNameField: string
  readonly redirectAddress: string
  readonly codeChallengeMethod: CodeChallengeMethod
  readonly responseMode: ResponseMode
  readonly prompt: string
  readonly loginHint: string
  readonly expectsIssuer: boolean
  readonly sendsOrigin: boolean
  readonly scope: string
  readonly audience: string
  readonly resource: string
  readonly extraParameters: readonly ExtraParameter[]
  readonly extraHeaders: readonly ExtraHeader[]
  readonly group: string
  readonly tag: Tag | null
  readonly apiAddress: string
  readonly notes: string
  readonly keepFresh: boolean
  readonly favourite: boolean
}
export type SettingsOption = keyof SettingsOptions
type Values = Readonly<Partial<Record<SettingsOption, unknown>>>

const defaults: SettingsOptions = {
  name: 'Billing',
  presetId: 'any-server',
  tokenEndpoint: 'https://auth.example/token',
  refreshEndpoint: '',
  issuer: '',
  authorizationEndpoint: 'https://auth.example/authorize',
  deviceAuthorizationEndpoint: 'https://auth.example/device',
  pushedAuthorizationRequestEndpoint: '',
  grantType: 'password',
  clientAuthentication: 'basic',
  basicEncoding: 'form',
  bodyFormat: 'form',
  clientId: 'the-client',
  userName: 'ada@example.org',
  userNameField: 'username',
  redirectAddress: 'http://127.0.0.1:17842/callback',
  codeChallengeMethod: 'S256',
  responseMode: 'query',
  prompt: '',
  loginHint: '',
  expectsIssuer: false,
  sendsOrigin: false,
  scope: 'read write',
  audience: '',
  resource: '',
  extraParameters: [],
  extraHeaders: [],
  group: '',
  tag: null,
  apiAddress: '',
  notes: '',
  keepFresh: true,
  favourite: false,
}

/** Of options that some settings have no place for, or that are not set. */
const unset: Partial<SettingsOptions> = {
  name: '',
  tokenEndpoint: '',
  refreshEndpoint: '',
  issuer: '',
  authorizationEndpoint: '',
  deviceAuthorizationEndpoint: '',
  pushedAuthorizationRequestEndpoint: '',
  basicEncoding: 'form',
  clientId: '',
  userName: '',
  userNameField: 'username',
  redirectAddress: 'http://127.0.0.1:17842/callback',
  codeChallengeMethod: 'S256',
  responseMode: 'query',
  prompt: '',
  loginHint: '',
  expectsIssuer: false,
  sendsOrigin: false,
  scope: '',
  audience: '',
  resource: '',
  group: '',
  tag: null,
  apiAddress: '',
  notes: '',
  favourite: false,
}

/** Where the program keeps each option: the names on the way to it, with dots between. */
const places: Readonly<Record<SettingsOption, string>> = {
  name: 'about.name',
  presetId: 'about.presetId',
  tokenEndpoint: 'server.tokenEndpoint',
  refreshEndpoint: 'server.refreshEndpoint',
  issuer: 'server.issuer',
  authorizationEndpoint: 'server.authorizationEndpoint',
  deviceAuthorizationEndpoint: 'server.deviceAuthorizationEndpoint',
  pushedAuthorizationRequestEndpoint: 'server.pushedAuthorizationRequestEndpoint',
  grantType: 'grant.kind',
  clientAuthentication: 'client.authentication.method',
  basicEncoding: 'client.authentication.encoding',
  bodyFormat: 'request.bodyFormat',
  clientId: 'client.id',
  userName: 'grant.userName',
  userNameField: 'grant.userNameField',
  redirectAddress: 'grant.redirectAddress',
  codeChallengeMethod: 'grant.codeChallengeMethod',
  responseMode: 'grant.responseMode',
  prompt: 'grant.prompt',
  loginHint: 'grant.loginHint',
  expectsIssuer: 'grant.expectsIssuer',
  sendsOrigin: 'grant.sendsOrigin',
  scope: 'request.scope',
  audience: 'request.audience',
  resource: 'request.resource',
  extraParameters: 'request.extraParameters',
  extraHeaders: 'request.extraHeaders',
  group: 'about.folder',
  tag: 'about.tag',
  apiAddress: 'about.apiAddress',
  notes: 'about.notes',
  keepFresh: 'about.keepFresh',
  favourite: 'about.favourite',
}

/** The options that are absent from settings where they hold nothing. */
const optional: ReadonlySet<string> = new Set<SettingsOption>([
  'refreshEndpoint',
  'issuer',
  'authorizationEndpoint',
  'deviceAuthorizationEndpoint',
  'pushedAuthorizationRequestEndpoint',
  'prompt',
  'loginHint',
  'clientId',
  'scope',
  'audience',
  'resource',
  'group',
  'tag',
  'apiAddress',
  'notes',
])

const signsIn = ({ grantType }: Values) => grantType === 'authorizationCode'

/** The options that have a place with one grant, or one authentication method, alone. */
const dependent: Readonly<Record<string, (values: Values) => boolean>> = {
  basicEncoding: ({ clientAuthentication }) => clientAuthentication === 'basic',
  userName: ({ grantType }) => grantType === 'password',
  userNameField: ({ grantType }) => grantType === 'password',
  authorizationEndpoint: signsIn,
  deviceAuthorizationEndpoint: ({ grantType }) => grantType === 'deviceCode',
  pushedAuthorizationRequestEndpoint: signsIn,
  redirectAddress: signsIn,
  codeChallengeMethod: signsIn,
  responseMode: signsIn,
  prompt: signsIn,
  loginHint: signsIn,
  expectsIssuer: signsIn,
  sendsOrigin: signsIn,
}
const options = Object.keys(places) as readonly SettingsOption[]

type Branch = Record<string, unknown>

const isBranch = (value: unknown): value is Branch => typeof value === 'object' && value !== null

/** Returns the values in the program's shape; refuses an option that does not exist. */
function shaped(values: Values): unknown {
  const whole: Branch = {}
  for (const [option, value] of Object.entries(values)) {
    const place = (places as Readonly<Record<string, string>>)[option]
    if (place === undefined) throw new Error(`no option of the settings: ${option}`)
    const names = place.split('.')
    const last = names.pop() ?? place
    let branch = whole
    for (const name of names) {
      const next = branch[name]
      const inner: Branch = isBranch(next) ? next : {}
      branch[name] = inner
      branch = inner
    }
    branch[last] = value
  }
  return whole
}

function valueAt(settings: unknown, option: SettingsOption): unknown {
  let value: unknown = settings
  for (const name of places[option].split('.')) {
    value = isBranch(value) ? value[name] : undefined
  }
  return value
}

/** Returns the values that whole settings hold: what is empty or has no place is left out. */
function held(values: Values): Values {
  const isHeld = ([option, value]: readonly [string, unknown]) =>
    !(optional.has(option) && (value === '' || value === null)) &&
    dependent[option]?.(values) !== false
  return Object.fromEntries(Object.entries(values).filter(isHeld))
}

/** Builds settings for a password grant with HTTP Basic, or for what the options say. */
export function makeSettings(changes: Partial<SettingsOptions> = {}): ProfileSettings {
  return shaped(held({ ...defaults, ...changes })) as unknown as ProfileSettings
}

/** Returns the settings with other values for the named options; they need not be valid. */
export function withSettings(
  settings: ProfileSettings,
  changes: Partial<SettingsOptions>,
): ProfileSettings {
  return makeSettings({ ...optionsOf(settings), ...changes })
}

/** Settings as a hostile or mistaken sender may write them: any value for any option. */
export function anySettings(changes: Values): unknown {
  return shaped(held({ ...defaults, ...changes }))
}

/** Builds settings as an import shows them: without a folder, and absent where nothing is known. */
export function makeImportedSettings(changes: Partial<SettingsOptions> = {}): ImportedSettings {
  return importedSettingsOf(makeSettings(changes))
}

/** Returns settings as an import shows them: without the folder. */
export function importedSettingsOf(settings: ProfileSettings): ImportedSettings {
  const { folder: _folder, notes: _notes, favourite: _favourite, name, ...about } = settings.about
  const { tokenEndpoint, ...server } = settings.server
  const imported = {
    ...settings,
    about: { ...about, ...(name !== '' && { name }) },
    server: { ...server, ...(tokenEndpoint !== '' && { tokenEndpoint }) },
  }
  if (!('userName' in imported.grant) || imported.grant.userName !== '') return imported
  const { userName: _userName, ...grant } = imported.grant
  return { ...imported, grant }
}

/** Returns what an import shows as settings that can be saved, in no folder. */
export function settingsFromImport(
  imported: ImportedSettings,
  changes: Partial<SettingsOptions> = {},
): ProfileSettings {
  return makeSettings({ ...optionsOf(imported), ...changes })
}

/**
 * Reads settings option by option. An option that these settings have no place for has the
 * value that means "not set".
 */
export function optionsOf(settings: object): SettingsOptions {
  const read = options.map((option) => {
    const value = valueAt(settings, option)
    return [option, value === undefined ? unset[option] : value]
  })
  return Object.fromEntries(read) as SettingsOptions
}

/** Reads one option of settings that may not be there. */
export function optionOf<O extends SettingsOption>(
  settings: object | undefined,
  option: O,
): SettingsOptions[O] | undefined {
  return settings === undefined ? undefined : optionsOf(settings)[option]
}

/** Builds the note of a client authentication method that was tried. */
export function triedMethod(
  method: AuthenticationMethod,
  isRefused: boolean,
  encoding: BasicEncoding = 'form',
): TriedMethod {
  return { authentication: method === 'basic' ? { method, encoding } : { method }, isRefused }
}

/** The part of the settings that the options name: to compare with `toMatchObject`. */
export function settingsLike(values: Values): Record<string, unknown> {
  return shaped(values) as Branch
}

/** Where a schema or a contract names an option, and what is inside it: `extraHeaders.0.name`. */
export function pathOf(option: SettingsOption, ...inside: readonly (string | number)[]): string {
  return [places[option], ...inside].join('.')
}

/** Names the place that a schema complains about in the vocabulary of the tests. */
export function optionAt(path: string): string {
  const option = options.find((each) => `${path}.`.startsWith(`${places[each]}.`))
  return option === undefined ? path : option + path.slice(places[option].length)
}

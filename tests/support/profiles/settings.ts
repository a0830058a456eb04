import type { ExtraHeader, ExtraParameter } from '../../../src/shared/extra.ts'
import type { ImportCandidate } from '../../../src/shared/import.ts'
import type {
  BasicEncoding,
  BodyFormat,
  ClientAuthentication,
  GrantType,
  ProfileSettings,
} from '../../../src/shared/profile.ts'
import type { Tag } from '../../../src/shared/profile-labels.ts'
import type { TriedMethod } from '../../../src/shared/profile-view.ts'

/**
 * The settings of a profile in the vocabulary of the tests: one flat list of options. Only
 * this module knows where the program keeps each of them.
 */
export interface SettingsOptions {
  readonly name: string
  readonly presetId: string
  readonly tokenEndpoint: string
  readonly refreshEndpoint: string
  readonly grantType: GrantType
  readonly clientAuthentication: ClientAuthentication
  readonly basicEncoding: BasicEncoding
  readonly bodyFormat: BodyFormat
  readonly clientId: string
  readonly userName: string
  readonly userNameField: string
  readonly scope: string
  readonly audience: string
  readonly resource: string
  readonly extraParameters: readonly ExtraParameter[]
  readonly extraHeaders: readonly ExtraHeader[]
  readonly group: string
  readonly tag: Tag | null
  readonly apiAddress: string
  readonly keepFresh: boolean
}
export type SettingsOption = keyof SettingsOptions
type Values = Readonly<Partial<Record<SettingsOption, unknown>>>
type ImportedSettings = ImportCandidate['settings']

const defaults: SettingsOptions = {
  name: 'Billing',
  presetId: 'any-server',
  tokenEndpoint: 'https://auth.example/token',
  refreshEndpoint: '',
  grantType: 'password',
  clientAuthentication: 'basic',
  basicEncoding: 'form',
  bodyFormat: 'form',
  clientId: 'the-client',
  userName: 'ada@example.org',
  userNameField: 'username',
  scope: 'read write',
  audience: '',
  resource: '',
  extraParameters: [],
  extraHeaders: [],
  group: '',
  tag: null,
  apiAddress: '',
  keepFresh: true,
}

/** Of options that some settings have no place for. */
const unset: Partial<SettingsOptions> = {
  refreshEndpoint: '',
  basicEncoding: 'form',
  userName: '',
  userNameField: 'username',
  group: '',
}

/** Where the program keeps each option: the names on the way to it, with dots between. */
const places: Readonly<Record<SettingsOption, string>> = {
  name: 'name',
  presetId: 'presetId',
  tokenEndpoint: 'tokenEndpoint',
  refreshEndpoint: 'refreshEndpoint',
  grantType: 'grantType',
  clientAuthentication: 'clientAuthentication',
  basicEncoding: 'basicEncoding',
  bodyFormat: 'bodyFormat',
  clientId: 'clientId',
  userName: 'userName',
  userNameField: 'userNameField',
  scope: 'scope',
  audience: 'audience',
  resource: 'resource',
  extraParameters: 'extraParameters',
  extraHeaders: 'extraHeaders',
  group: 'group',
  tag: 'tag',
  apiAddress: 'apiAddress',
  keepFresh: 'keepFresh',
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

/** Builds settings for a password grant with HTTP Basic, or for what the options say. */
export function makeSettings(changes: Partial<SettingsOptions> = {}): ProfileSettings {
  return shaped({ ...defaults, ...changes }) as ProfileSettings
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
  return shaped({ ...defaults, ...changes })
}

/** Builds settings as an import shows them: without a folder, and empty where nothing was said. */
export function makeImportedSettings(changes: Partial<SettingsOptions> = {}): ImportedSettings {
  return importedSettingsOf(makeSettings(changes))
}

/** Returns settings as an import shows them: without the folder. */
export function importedSettingsOf(settings: ProfileSettings): ImportedSettings {
  const { group: _, ...imported } = settings
  return imported
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
export function optionsOf(settings: ProfileSettings | ImportedSettings): SettingsOptions {
  const read = options.map((option) => {
    const value = valueAt(settings, option)
    return [option, value === undefined ? unset[option] : value]
  })
  return Object.fromEntries(read) as SettingsOptions
}

/** Reads one option of settings that may not be there. */
export function optionOf<O extends SettingsOption>(
  settings: ProfileSettings | ImportedSettings | undefined,
  option: O,
): SettingsOptions[O] | undefined {
  return settings === undefined ? undefined : optionsOf(settings)[option]
}

/** Builds the note of a client authentication method that was tried. */
export function triedMethod(
  clientAuthentication: ClientAuthentication,
  isRefused: boolean,
  basicEncoding: BasicEncoding = 'form',
): TriedMethod {
  return { clientAuthentication, basicEncoding, isRefused }
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

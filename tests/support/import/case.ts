import type { Candidate } from '../../../src/main/import/candidate.ts'
import type { Import } from '../../../src/main/import/imported.ts'
import { readImport } from '../../../src/main/import/read-import.ts'
import { presets } from '../../../src/main/presets/index.ts'
import type { GrantKind } from '../../../src/shared/grants/facts.ts'
import { defaultRedirectAddress } from '../../../src/shared/redirect-address.ts'
import type { ImportedSettings } from '../../../src/shared/settings/index.ts'
import { optionsOf } from '../profiles/settings.ts'

/** The expected candidate; omitted properties have their defaults. */
export interface Expected {
  readonly title?: string
  readonly name?: string
  readonly preset: 'semansys' | 'social-id' | 'organization-api' | 'any-server'
  /** The provider that the user is asked about. */
  readonly suggested?: 'semansys' | 'social-id' | 'organization-api'
  readonly url: string
  readonly refreshUrl?: string
  readonly grant: GrantKind
  readonly authUrl?: string
  readonly deviceUrl?: string
  /** Absent: the default of the app. */
  readonly redirect?: string
  /** Settings of a sign-in that differ from the usual ones. */
  readonly signIn?: readonly string[]
  readonly auth: 'basic' | 'body' | 'query' | 'none'
  readonly id?: string
  readonly secret?: string
  readonly user?: string
  readonly userField?: string
  readonly password?: string
  readonly refreshToken?: string
  readonly scope?: string
  readonly audience?: string
  readonly resource?: string
  readonly json?: true
  readonly keepFresh?: true
  /**
   * `name=value`, or `name: value` for a header; a secret one with its value in brackets. Behind it
   * when it is sent, if that is not always.
   */
  readonly extras?: readonly string[]
  /** `what: why` */
  readonly leftOut?: readonly string[]
  readonly warnings?: readonly string[]
}

export interface ImportCase {
  readonly name: string
  readonly text: string
  /** Candidates, or why there is none. */
  readonly expected: readonly Expected[] | string
}

function extrasOf({ shown, secrets }: Candidate): readonly string[] {
  const { extraParameters, extraHeaders } = optionsOf(shown.settings)
  const when = ({ sentWith }: (typeof extraParameters)[number]) =>
    sentWith === 'always' ? '' : ` (${sentWith})`
  const value = (kind: 'parameter' | 'header', extra: (typeof extraParameters)[number]) =>
    extra.secret ? `[${secrets[`${kind}:${extra.sentWith}:${extra.name}`] ?? ''}]` : extra.value
  return [
    ...extraParameters.map((extra) => `${extra.name}=${value('parameter', extra)}${when(extra)}`),
    ...extraHeaders.map((extra) => `${extra.name}: ${value('header', extra)}${when(extra)}`),
  ]
}

const redirectIn = (address: string) => (address === defaultRedirectAddress ? undefined : address)

const usual = { codeChallengeMethod: 'S256', responseMode: 'query' } as const

function signInOf(grant: ImportedSettings['grant']): readonly string[] {
  return (['codeChallengeMethod', 'responseMode', 'prompt', 'loginHint'] as const).flatMap(
    (name) => {
      const value: unknown = Reflect.get(grant, name)
      return value === undefined || value === Reflect.get(usual, name) ? [] : [`${name}=${value}`]
    },
  )
}

/** Returns a candidate in the form of the corpus, without defaults. */
export function described(candidate: Candidate): Expected {
  const { shown, secrets } = candidate
  const settings = optionsOf(shown.settings)
  const { server, grant } = shown.settings
  const all = {
    title: shown.title,
    name: settings.name,
    preset: settings.presetId,
    suggested: shown.suggestedPresetId ?? '',
    url: settings.tokenEndpoint,
    refreshUrl: settings.refreshEndpoint,
    grant: settings.grantType,
    authUrl: server.authorizationEndpoint,
    deviceUrl: server.deviceAuthorizationEndpoint,
    redirect: 'redirectAddress' in grant ? redirectIn(grant.redirectAddress) : undefined,
    signIn: signInOf(grant),
    auth: settings.clientAuthentication,
    id: settings.clientId,
    secret: secrets.clientSecret,
    user: settings.userName,
    userField: settings.userNameField === 'username' ? '' : settings.userNameField,
    password: secrets.password,
    refreshToken: secrets.refreshToken,
    scope: settings.scope,
    audience: settings.audience,
    resource: settings.resource,
    json: settings.bodyFormat === 'json' || undefined,
    keepFresh: settings.keepFresh || undefined,
    extras: extrasOf(candidate),
    leftOut: shown.leftOut.map(({ what, why }) => `${what}: ${why}`),
    warnings: shown.warnings,
  }
  const isSaid = (value: unknown) =>
    value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0)
  const said = Object.entries(all).filter(([name, value]) => name === 'url' || isSaid(value))
  return Object.fromEntries(said) as unknown as Expected
}

export function readCase(text: string): readonly Expected[] | string {
  const read: Import = readImport(text, presets)
  return read.kind === 'nothing' ? read.reason : read.candidates.map(described)
}

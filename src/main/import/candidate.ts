import {
  type AuthenticationMethod,
  authentications,
} from '../../shared/client-authentication/facts.ts'
import type { ExtraParameter } from '../../shared/extra.ts'
import { firstOf } from '../../shared/first-of.ts'
import { given } from '../../shared/given.ts'
import { type GrantKind, grantKinds, grants } from '../../shared/grants/facts.ts'
import { grantSchemas } from '../../shared/grants/index.ts'
import type { ImportCandidate, LeftOut } from '../../shared/import.ts'
import type { Preset } from '../../shared/preset.ts'
import { profileDraft, type SecretName, type Secrets } from '../../shared/profile.ts'
import { addressWarningsFor } from '../../shared/provider-hosts.ts'
import { incompleteClient } from '../../shared/settings/client.ts'
import type { ImportedSettings } from '../../shared/settings/index.ts'
import { request } from '../../shared/settings/request.ts'
import { authenticationAsWritten } from '../oauth/client-authentication/index.ts'
import type { ReceivedGrant } from '../oauth/grants/definition.ts'
import { definitionOf } from '../oauth/grants/index.ts'
import { anyServer } from '../presets/any-server.ts'
import { recognisePreset, suggestPreset } from '../presets/recognise.ts'
import { type Address, maxAddressLength, mayStay, readAddress, withParameters } from './address.ts'
import type { Details } from './details.ts'
import { extrasIn, isUnicode } from './extra-values.ts'
import { isPlaceholder } from './placeholder.ts'
import { withoutLastLineEnds } from './request/encoded-text.ts'
import { leaveOut } from './request/pasted-request.ts'
import { withoutEcho } from './strip-repeated-secrets.ts'

/** A profile that could be made, and the secrets that it would have. */
export interface Candidate {
  readonly shown: ImportCandidate
  readonly secrets: Secrets
}

const signIn = grantSchemas.authorizationCode.settings.shape

/** The texts that can be unusable, each with the title under which it is then listed as left out. */
const texts = {
  /** The user is asked for these instead. */
  clientId: { schema: incompleteClient.shape.id, title: null },
  userName: { schema: grantSchemas.password.settings.shape.userName, title: null },
  audience: { schema: request.shape.audience, title: 'audience' },
  scope: { schema: request.shape.scope, title: 'scope' },
  resource: { schema: request.shape.resource, title: 'resource' },
  redirectAddress: { schema: signIn.redirectAddress, title: 'redirect_uri' },
  prompt: { schema: signIn.prompt, title: 'prompt' },
  loginHint: { schema: signIn.loginHint, title: 'login_hint' },
} as const

/** Returns the text, unless it is only a place for one or can't be sent. */
function usable(
  field: keyof typeof texts,
  value: string | undefined,
  leftOut: LeftOut[],
): string | undefined {
  if (value === undefined || value.trim() === '') return undefined
  const { title, schema } = texts[field]
  const isToFillIn = isPlaceholder(value)
  const parsed = schema.safeParse(value.trim())
  if (parsed.success && !isToFillIn && isUnicode(value)) return parsed.data
  if (title !== null) leftOut.push(leaveOut(title, isToFillIn ? 'to-fill-in' : 'not-sendable'))
  return undefined
}

/** Returns an address, unless it is too long: half of one leads elsewhere. */
function whole(url: string, title: string, leftOut: LeftOut[]): string | undefined {
  if (url.length <= maxAddressLength) return url
  leftOut.push(leaveOut(title, 'not-sendable'))
  return undefined
}

/**
 * Returns an address beside the token endpoint.
 * A part to fill in is shown as such in the field, where the user completes it: no draft with
 * one in an address is accepted.
 */
function furtherAddress(
  written: string | undefined,
  title: string,
  leftOut: LeftOut[],
): string | undefined {
  const address = readAddress(written ?? '')
  if (address.user !== null) leftOut.push(leaveOut(title, 'other-credentials'))
  const { url, dropped } = withParameters(address.url, address.query.filter(mayStay))
  const lost = [...dropped, ...address.query.filter((pair) => !mayStay(pair)).map(([name]) => name)]
  for (const name of lost) leftOut.push(leaveOut(name, 'not-sendable'))
  if (address.url === '' && (written ?? '').trim() !== '') {
    leftOut.push(leaveOut(title, 'to-fill-in'))
  }
  return address.url === '' ? undefined : whole(url, title, leftOut)
}

/** Returns the grant that the details mean; `undefined` if it is one that no profile has. */
function grantOf(details: Details): GrantKind | undefined {
  const { grantType } = details
  const known = grantKinds.find((kind) => grants[kind].wireName === grantType?.trim())
  if (known !== undefined) return known
  if (grantType !== undefined && !isPlaceholder(grantType)) return undefined
  return grantKinds.find((kind) => definitionOf(kind).isMeantBy(details))
}

function authenticationOf(details: Details, kind: GrantKind): AuthenticationMethod {
  if (details.authentication !== undefined) return details.authentication
  if (details.clientSecret !== undefined) return 'body'
  return definitionOf(kind).mayBePublic ? 'none' : 'basic'
}

/** The name of a secret in the list of ignored parts. */
const titleOf = (name: SecretName) =>
  name.replace(/^\w+:\w+:/, '').replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/**
 * The secrets that can be sent; a place for one is none. Line breaks at an end come from
 * copying, and one in the middle leaves open where the secret ends: both are named.
 */
function realSecrets(found: ReadonlyMap<SecretName, string>, leftOut: LeftOut[]): Secrets {
  const draftSecrets = profileDraft.shape.secrets
  const real: [SecretName, string][] = []
  for (const [name, value] of found) {
    const trimmed = withoutLastLineEnds(value.replace(/^[\r\n]+/, ''))
    if (isPlaceholder(trimmed)) continue
    if (trimmed !== value) leftOut.push(leaveOut(titleOf(name), 'line-break'))
    const isUsable =
      !/[\r\n]/.test(trimmed) &&
      isUnicode(trimmed) &&
      draftSecrets.safeParse({ [name]: trimmed }).success
    if (isUsable) real.push([name, trimmed])
    else leftOut.push(leaveOut(titleOf(name), 'not-sendable'))
  }
  return Object.fromEntries(real)
}

/** Returns the preset of an address, or for an unknown domain the preset that its path suggests. */
function providerOf(
  address: Address,
  grantType: GrantKind,
  clientAuthentication: AuthenticationMethod,
  hasMore: boolean,
  presets: readonly Preset[],
) {
  const presetId = recognisePreset(address.host)
  const { host, path } = address
  const suggestedPresetId =
    presetId === 'any-server'
      ? suggestPreset({ host, path, grantType, clientAuthentication, hasMore })
      : null
  return { presetId, suggestedPresetId, preset: presets.find(({ id }) => id === presetId) }
}

/** Returns the authentication method in the details, unless the provider has no public clients. */
function methodFor(preset: Preset | undefined, method: AuthenticationMethod): AuthenticationMethod {
  const isPublic = authentications[method].secrets.length === 0
  const isRefused = isPublic && preset?.clientAuthentications.includes(method) === false
  return isRefused ? preset.defaults.client.authentication.method : method
}

/**
 * Returns the name of the user's parameter, and the extra parameters without the provider's other
 * names for it: such a provider takes exactly one of them, and refuses both.
 */
function userNameFieldOf(
  details: Details,
  preset: Preset | undefined,
  extraParameters: readonly ExtraParameter[],
  leftOut: LeftOut[],
) {
  const grant = preset?.defaults.grant
  const userNameField =
    details.userNameField ??
    (grant !== undefined && 'userNameField' in grant ? grant.userNameField : 'username')
  const otherNames = preset?.userNameFields.filter((field) => field !== userNameField) ?? []
  const isOther = ({ name }: ExtraParameter) => otherNames.includes(name)
  for (const { name } of extraParameters.filter(isOther)) leftOut.push(leaveOut(name, 'repeated'))
  return { userNameField, parameters: extraParameters.filter((each) => !isOther(each)) }
}

/** Returns the settings of a sign-in that can be used. */
function signInOf(details: Details, leftOut: LeftOut[]): ReceivedGrant {
  const { codeChallengeMethod, responseMode } = details
  const text = (field: 'redirectAddress' | 'prompt' | 'loginHint') =>
    usable(field, details[field], leftOut)
  return {
    redirectAddress: text('redirectAddress'),
    prompt: text('prompt'),
    loginHint: text('loginHint'),
    codeChallengeMethod,
    responseMode,
  }
}

/** Returns the token endpoint: the address with the parameters that may stay, or the preset's. */
function tokenEndpointOf(address: Address, preset: Preset | undefined, leftOut: LeftOut[]) {
  const { url, dropped } = withParameters(address.url, address.query.filter(mayStay))
  for (const name of dropped) leftOut.push(leaveOut(name, 'not-sendable'))
  return address.url === '' ? preset?.defaults.server.tokenEndpoint : whole(url, 'URL', leftOut)
}

/** Reads the address, and names the parts of it that are not used. */
function addressIn(details: Details, leftOut: LeftOut[]): Address {
  const address = readAddress(details.url)
  // Credentials in a command were read before; in a file they are not meant as the client's.
  if (address.user !== null) leftOut.push(leaveOut(address.host, 'other-credentials'))
  for (const pair of address.query) {
    if (!mayStay(pair)) leftOut.push(leaveOut(pair[0], 'not-sendable'))
  }
  return address
}

/**
 * Returns the profile that these details result in: the provider recognised, placeholders left
 * empty, secrets apart. `undefined` if no profile supports their grant.
 */
export function candidateOf(details: Details, presets: readonly Preset[]): Candidate | undefined {
  const kind = grantOf(details)
  if (kind === undefined) return undefined
  const leftOut = [...details.leftOut]
  const found = new Map<SecretName, string>()
  const { extraParameters, extraHeaders } = extrasIn(details, { secrets: found, leftOut })
  const address = addressIn(details, leftOut)
  const scope = usable('scope', details.scope, leftOut)
  const requested = authenticationOf(details, kind)
  const hasMore = scope !== undefined || extraParameters.length > 0 || extraHeaders.length > 0
  const signInAddress = readAddress(details.authorizationUrl ?? details.deviceUrl ?? '')
  const known = address.url === '' ? signInAddress : address
  const provider = providerOf(known, kind, requested, hasMore, presets)
  const { presetId, suggestedPresetId, preset } = provider
  const method = methodFor(preset, requested)
  const user = userNameFieldOf(details, preset, extraParameters, leftOut)
  for (const name of [...authentications[method].secrets, ...grants[kind].secrets]) {
    found.set(name, details[name] ?? '')
  }

  const tokenEndpoint = tokenEndpointOf(address, preset, leftOut)
  const refreshEndpoint = furtherAddress(details.refreshUrl, 'refresh URL', leftOut)
  const authorizationEndpoint = furtherAddress(details.authorizationUrl, 'auth URL', leftOut)
  const deviceAuthorizationEndpoint = furtherAddress(details.deviceUrl, 'device URL', leftOut)
  const id = usable('clientId', details.clientId, leftOut)
  const userName = usable('userName', details.userName, leftOut)
  const audience = usable('audience', details.audience, leftOut)
  const resource = usable('resource', details.resource, leftOut)
  // The host is the best name for a server that no preset knows.
  const name = firstOf(details.name || (presetId === 'any-server' ? known.host : ''), 120)
  const settings: ImportedSettings = {
    about: { ...given({ name: name || undefined }), presetId, keepFresh: false },
    server: given({
      tokenEndpoint,
      refreshEndpoint,
      authorizationEndpoint,
      deviceAuthorizationEndpoint,
    }),
    client: {
      ...given({ id }),
      authentication: authenticationAsWritten(method),
    },
    grant: definitionOf(kind).settingsIn({
      ...signInOf(details, leftOut),
      userName,
      userNameField: user.userNameField,
    }),
    request: {
      ...given({ scope, audience, resource }),
      bodyFormat: details.bodyFormat ?? 'form',
      extraParameters: [...user.parameters],
      extraHeaders: [...extraHeaders],
    },
  }
  const secrets = realSecrets(found, leftOut)
  // Where secrets go matters more than what they are.
  const warnings = [
    ...addressWarningsFor(preset ?? anyServer, settings),
    ...(details.warnings ?? []),
  ]
  return {
    secrets,
    shown: withoutEcho(
      {
        title: firstOf(details.title, 120),
        settings,
        suggestedPresetId,
        given: Object.keys(secrets) as SecretName[],
        leftOut,
        warnings,
      },
      Object.values(secrets).filter((value) => value !== undefined),
    ),
  }
}

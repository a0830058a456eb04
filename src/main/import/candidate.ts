import {
  type AuthenticationMethod,
  authentications,
} from '../../shared/client-authentication/index.ts'
import {
  type ExtraHeader,
  type ExtraParameter,
  extraHeader,
  extraParameter,
  maxExtras,
} from '../../shared/extra.ts'
import { firstOf } from '../../shared/first-of.ts'
import { given } from '../../shared/given.ts'
import { type GrantKind, grantKinds, grants } from '../../shared/grants/index.ts'
import type { ImportCandidate, LeftOut } from '../../shared/import.ts'
import type { Preset } from '../../shared/preset.ts'
import { extraSecret, profileDraft, type SecretName, type Secrets } from '../../shared/profile.ts'
import { addressWarningsFor } from '../../shared/provider-hosts.ts'
import { incompleteClient } from '../../shared/settings/client.ts'
import type { ImportedSettings } from '../../shared/settings/index.ts'
import { request } from '../../shared/settings/request.ts'
import { isSecretName } from '../oauth/redaction/token-patterns.ts'
import { anyServer } from '../presets/any-server.ts'
import { recognisePreset, suggestPreset } from '../presets/recognise.ts'
import { maxAddressLength, mayStay, readAddress, withParameters } from './address.ts'
import type { Details } from './details.ts'
import { isMarkedPlace, isPlaceholder } from './placeholder.ts'
import { withoutLastLineEnds } from './request/encoded-text.ts'
import { leaveOut, type Pair } from './request/pasted-request.ts'
import { hasUnknownPart, writtenOut } from './request/unknown-part.ts'
import { withoutEcho } from './strip-repeated-secrets.ts'

/** A profile that could be made, and the secrets that it would have. */
export interface Candidate {
  readonly shown: ImportCandidate
  readonly secrets: Secrets
}

/** The texts that can be unusable, each with the title under which it is then listed as left out. */
const texts = {
  /** The user is asked for these instead. */
  clientId: { schema: incompleteClient.shape.id, title: null },
  userName: { schema: grants.password.settings.shape.userName, title: null },
  audience: { schema: request.shape.audience, title: 'audience' },
  scope: { schema: request.shape.scope, title: 'scope' },
  resource: { schema: request.shape.resource, title: 'resource' },
} as const

/** Half of a surrogate pair has no UTF-8: a server would get another sign in its place. */
const isUnicode = (text: string) => !/\p{Surrogate}/u.test(text)

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
 * A part to fill in is shown as such in the field, where the user completes it: no draft with
 * one in an address is accepted.
 */
function refreshAddress(written: string | undefined, leftOut: LeftOut[]): string | undefined {
  const address = readAddress(written ?? '')
  if (address.user !== null) leftOut.push(leaveOut('refresh URL', 'other-credentials'))
  const { url, dropped } = withParameters(address.url, address.query.filter(mayStay))
  const lost = [...dropped, ...address.query.filter((pair) => !mayStay(pair)).map(([name]) => name)]
  for (const name of lost) leftOut.push(leaveOut(name, 'not-sendable'))
  if (address.url === '' && (written ?? '').trim() !== '') {
    leftOut.push(leaveOut('refresh URL', 'to-fill-in'))
  }
  return address.url === '' ? undefined : whole(url, 'refresh URL', leftOut)
}

/** Returns the grant that the details mean; `undefined` if it is one that no profile has. */
function grantOf({ grantType, refreshToken, userName, password }: Details): GrantKind | undefined {
  const known = grantKinds.find((kind) => grants[kind].wireName === grantType?.trim())
  if (known !== undefined) return known
  if (grantType !== undefined && !isPlaceholder(grantType)) return undefined
  if ((userName ?? password) !== undefined) return 'password'
  return refreshToken === undefined ? 'clientCredentials' : 'refreshToken'
}

function authenticationOf(details: Details, kind: GrantKind): AuthenticationMethod {
  if (details.authentication !== undefined) return details.authentication
  if (details.clientSecret !== undefined) return 'body'
  // Only a public client names itself without a secret (RFC 6749 §2.1).
  return kind === 'clientCredentials' ? 'basic' : 'none'
}

/** Random enough to be no plain setting, and no media type. */
const looksSecret = (value: string) =>
  !/^(?:application|text)\/[a-z\d.+*-]+$/i.test(value) &&
  /^(?=.*\d)(?=.*[a-z])[\w+/=.~-]{20,}$/i.test(value) &&
  !/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(value)

/** Names of secrets in further languages and short forms. */
const soundsSecret = (name: string) =>
  isSecretName(name) ||
  /^(pass|pw|pass_?code|senha|wachtwoord|passwort|contrase|mot_?de_?passe)/i.test(name)

/** Not a name that a server has: what ended up in its place may be anything. */
const isOddName = (name: string) => !/^[\w.:[\]-]{1,60}$/.test(name)

/** Extra values that can be sent; what looks secret is kept as one. */
function extrasOf<Extra extends ExtraParameter | ExtraHeader>(
  kind: 'parameter' | 'header',
  pairs: readonly Pair[],
  parse: (extra: unknown) => Extra | undefined,
  collect: { readonly secrets: Map<SecretName, string>; readonly leftOut: LeftOut[] },
): readonly Extra[] {
  const extras: Extra[] = []
  const names = new Set<string>()
  for (const [name, value, marks] of pairs) {
    // A name that is not known can't be asked for, only named.
    if (hasUnknownPart(name) || isMarkedPlace(name)) {
      collect.leftOut.push(leaveOut(writtenOut(name), 'to-fill-in'))
      continue
    }
    const sentWith = marks?.sentWith ?? 'always'
    const key = `${sentWith}:${kind === 'header' ? name.toLowerCase() : name}`
    const secret =
      marks?.isSecret === true ||
      soundsSecret(name) ||
      looksSecret(value) ||
      (value !== '' && (isPlaceholder(value) || isOddName(name)))
    const extra = parse(secret ? { secret, name, sentWith } : { secret, name, value, sentWith })
    if (names.has(key)) collect.leftOut.push(leaveOut(name, 'repeated'))
    else if (extra === undefined || !isUnicode(name + value) || extras.length >= maxExtras) {
      collect.leftOut.push(leaveOut(name, 'not-sendable'))
    } else {
      names.add(key)
      extras.push(extra)
      if (secret) collect.secrets.set(extraSecret(kind, { name, sentWith }), value)
    }
  }
  return extras
}

/** How a secret is called in what is left out. */
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

/**
 * What a profile would be made of these details: the provider recognised, places to fill in
 * left empty, secrets apart. `undefined` if they ask for a token in a way that no profile can.
 */
export function candidateOf(details: Details, presets: readonly Preset[]): Candidate | undefined {
  const kind = grantOf(details)
  if (kind === undefined) return undefined
  const leftOut = [...details.leftOut]
  const found = new Map<SecretName, string>()
  const collect = { secrets: found, leftOut }
  const extraParameters = extrasOf(
    'parameter',
    details.parameters ?? [],
    (extra) => extraParameter.safeParse(extra).data,
    collect,
  )
  const extraHeaders = extrasOf(
    'header',
    details.headers ?? [],
    (extra) => extraHeader.safeParse(extra).data,
    collect,
  )
  const address = readAddress(details.url)
  // Of a command they are read before; in a file nobody means them as the client's.
  if (address.user !== null) leftOut.push(leaveOut(address.host, 'other-credentials'))
  for (const pair of address.query) {
    if (!mayStay(pair)) leftOut.push(leaveOut(pair[0], 'not-sendable'))
  }
  const scope = usable('scope', details.scope, leftOut)
  const told = authenticationOf(details, kind)
  const presetId = recognisePreset(address.host)
  const suggestedPresetId =
    presetId === 'any-server'
      ? suggestPreset({
          host: address.host,
          path: address.path,
          grantType: kind,
          clientAuthentication: told,
          hasMore: scope !== undefined || extraParameters.length > 0 || extraHeaders.length > 0,
        })
      : null
  const preset = presets.find(({ id }) => id === presetId)
  const method =
    told === 'none' && preset?.clientAuthentications.includes(told) === false
      ? preset.defaults.client.authentication.method
      : told
  const defaults = preset?.defaults
  const userNameField =
    details.userNameField ??
    (defaults?.grant.kind === 'password' ? defaults.grant.userNameField : 'username')
  // Such a provider takes exactly one of its names for the user, and refuses both.
  const otherNames = preset?.userNameFields.filter((field) => field !== userNameField) ?? []
  const isOther = ({ name }: ExtraParameter) => otherNames.includes(name)
  for (const { name } of extraParameters.filter(isOther)) leftOut.push(leaveOut(name, 'repeated'))
  for (const name of [...authentications[method].secrets, ...grants[kind].secrets]) {
    found.set(name, details[name] ?? '')
  }

  const { url: withQuery, dropped } = withParameters(address.url, address.query.filter(mayStay))
  for (const name of dropped) leftOut.push(leaveOut(name, 'not-sendable'))
  const tokenEndpoint =
    address.url === '' ? defaults?.server.tokenEndpoint : whole(withQuery, 'URL', leftOut)
  const refreshEndpoint = refreshAddress(details.refreshUrl, leftOut)
  const id = usable('clientId', details.clientId, leftOut)
  const userName = usable('userName', details.userName, leftOut)
  const audience = usable('audience', details.audience, leftOut)
  const resource = usable('resource', details.resource, leftOut)
  // The host is the best name for a server that no preset knows.
  const name = firstOf(details.name || (presetId === 'any-server' ? address.host : ''), 120)
  const settings: ImportedSettings = {
    about: { ...given({ name: name || undefined }), presetId, keepFresh: false },
    server: given({ tokenEndpoint, refreshEndpoint }),
    client: {
      ...given({ id }),
      // Base64 of exactly what stood there, so that the server gets the same header.
      authentication: method === 'basic' ? { method, encoding: 'raw' } : { method },
    },
    grant: kind === 'password' ? { kind, ...given({ userName }), userNameField } : { kind },
    request: {
      ...given({ scope, audience, resource }),
      bodyFormat: details.bodyFormat ?? 'form',
      extraParameters: extraParameters.filter((each) => !isOther(each)),
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

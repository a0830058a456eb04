import { z } from 'zod'
import { extraHeader, extraParameter, maxExtras } from '../../../shared/extra.ts'
import type { Preset } from '../../../shared/preset.ts'
import { type ProfileSettings, profileSettings } from '../../../shared/profile.ts'
import { addressWarningsFor } from '../../../shared/provider-hosts.ts'
import { createSecretFinder } from '../../oauth/redaction/secret-finder.ts'
import { isSecretName } from '../../oauth/redaction/token-patterns.ts'
import { anyServer } from '../../presets/any-server.ts'
import { inAscii } from '../address.ts'
import type { Candidate } from '../candidate.ts'

export const shareFormat = 'token-desk-share'
export const shareVersion = 1

const { shape } = profileSettings

/** What a colleague gets: how to ask, and nothing of who asks. */
const sharedProfile = z.strictObject({
  name: shape.name,
  presetId: shape.presetId,
  tokenEndpoint: shape.tokenEndpoint.or(z.literal('')),
  refreshEndpoint: shape.refreshEndpoint,
  grantType: shape.grantType,
  clientAuthentication: shape.clientAuthentication,
  basicEncoding: shape.basicEncoding,
  bodyFormat: shape.bodyFormat,
  userNameField: shape.userNameField,
  scope: shape.scope,
  audience: shape.audience,
  resource: shape.resource,
  extraParameters: z.array(extraParameter).max(maxExtras),
  extraHeaders: z.array(extraHeader).max(maxExtras),
  tag: shape.tag,
  apiAddress: shape.apiAddress,
  keepFresh: z.boolean(),
})

const shareFile = z.strictObject({
  format: z.literal(shareFormat),
  version: z.literal(shareVersion),
  profile: sharedProfile,
})

/** Enough of a share file of any version to know that it is one. */
const anyShareFile = z.object({ format: z.literal(shareFormat), version: z.number() })

export type SharedReading =
  | { readonly kind: 'profile'; readonly candidate: Candidate }
  | { readonly kind: 'newer' | 'damaged' | 'other' }

/** Reads a share file, strictly; one of a later version may mean what this one does not know. */
export function readShareFile(content: unknown, presets: readonly Preset[]): SharedReading {
  const { data: any } = anyShareFile.safeParse(content)
  if (any === undefined) return { kind: 'other' }
  if (any.version > shareVersion) return { kind: 'newer' }
  const { data } = shareFile.safeParse(content)
  if (data === undefined) return { kind: 'damaged' }
  const { profile } = data
  const preset = presets.find(({ id }) => id === profile.presetId) ?? anyServer
  const presetId = preset.id
  const warnings = [...addressWarningsFor(preset, profile)]
  const tokenEndpoint = inAscii(profile.tokenEndpoint)
  const refreshEndpoint = inAscii(profile.refreshEndpoint)
  const own = { clientId: '', userName: '' }
  const settings = { ...profile, ...own, presetId, tokenEndpoint, refreshEndpoint }
  const shown = {
    title: profile.name,
    settings,
    suggestedPresetId: null,
    given: [],
    leftOut: [],
    warnings,
  }
  return { kind: 'profile', candidate: { secrets: {}, shown } }
}

/** Names of parameters that hold a key in an address, beside those that sound secret. */
const keysInAddresses = /^(code|sig|sv|se|key|auth|pass|pw|sid|user(name)?|client_?id)$/i

/** An address without the parameters that may be somebody's own. */
function withoutOwnParameters(address: string): string {
  if (!URL.canParse(address)) return ''
  const url = new URL(address)
  if (url.search === '') return address
  for (const name of [...url.searchParams.keys()]) {
    if (isSecretName(name) || keysInAddresses.test(name)) url.searchParams.delete(name)
  }
  return url.href
}

/** A shorter one stands in other words by chance. */
const minOwn = 8

/** Whether a text shows a whole secret, however it is encoded, or one of somebody's names. */
function showsOwn(secrets: readonly string[], names: readonly string[]) {
  const finder = createSecretFinder(secrets.map((value) => ({ name: '', value })))
  const isLong = (value: string) => value.length >= minOwn
  return (text: string): boolean =>
    finder.find(text).some(({ isWhole, secret }) => isWhole && isLong(secret.value)) ||
    finder.exactly(text) !== undefined ||
    names.some((name) => isLong(name) && text.includes(name))
}

/**
 * The text of a share file: the settings of a profile without client ID and user name,
 * without the values of secrets and of whatever sounds like one, and without any text that
 * shows one of `secrets` or either name.
 */
export function shareFileOf(settings: ProfileSettings, secrets: readonly string[]): string {
  // In which folder it lies is everybody's own affair.
  const { clientId, userName, name, group: _, ...rest } = settings
  const shows = showsOwn(secrets, [clientId, userName])
  const plain = (text: string) => (shows(text) ? '' : text)
  const extra = <Extra extends { readonly name: string; readonly secret: boolean }>(each: Extra) =>
    each.secret || isSecretName(each.name) || ('value' in each && shows(`${each.value}`))
  const shared = <Extra extends (typeof rest.extraParameters)[number]>(extras: readonly Extra[]) =>
    extras
      .filter((each) => !shows(each.name))
      .map((each) =>
        extra(each) ? { secret: true as const, name: each.name, sentWith: each.sentWith } : each,
      )
  const profile: z.infer<typeof sharedProfile> = {
    ...rest,
    name: plain(name) || rest.presetId,
    tokenEndpoint: plain(withoutOwnParameters(rest.tokenEndpoint)),
    refreshEndpoint:
      rest.refreshEndpoint === '' ? '' : plain(withoutOwnParameters(rest.refreshEndpoint)),
    userNameField: plain(rest.userNameField) || 'username',
    scope: plain(rest.scope),
    audience: plain(rest.audience),
    resource: plain(rest.resource),
    tag: rest.tag !== null && shows(rest.tag.name) ? null : rest.tag,
    apiAddress: rest.apiAddress === '' ? '' : plain(withoutOwnParameters(rest.apiAddress)),
    extraParameters: shared(rest.extraParameters),
    extraHeaders: shared(rest.extraHeaders),
  }
  const file: z.infer<typeof shareFile> = { format: shareFormat, version: shareVersion, profile }
  return `${JSON.stringify(shareFile.parse(file), null, 2)}\n`
}

import { z } from 'zod'
import type { ExtraParameter } from '../../../shared/extra.ts'
import { flatSettings, nestedSettings } from '../../../shared/flat-settings.ts'
import { given } from '../../../shared/given.ts'
import { grants } from '../../../shared/grants/facts.ts'
import type { Grant } from '../../../shared/grants/index.ts'
import type { Preset } from '../../../shared/preset.ts'
import { addressWarningsFor } from '../../../shared/provider-hosts.ts'
import { ownOfUser } from '../../../shared/settings/about.ts'
import {
  type ImportedSettings,
  type ProfileSettings,
  sharedSettings,
} from '../../../shared/settings/index.ts'
import { definitionOf } from '../../oauth/grants/index.ts'
import { createSecretFinder } from '../../oauth/redaction/secret-finder.ts'
import { isSecretName } from '../../oauth/redaction/token-patterns.ts'
import { anyServer } from '../../presets/any-server.ts'
import { inAscii } from '../address.ts'
import type { Candidate } from '../candidate.ts'

const shareFormat = 'token-desk-share'
const shareVersion = 2

const sharedIn1 = flatSettings.omit({ clientId: true, userName: true, group: true })

/** Returns the shared settings of version 1 in parts, without what no share file holds. */
function sharedFrom1(flat: z.infer<typeof sharedIn1>): unknown {
  const { about, ...others } = nestedSettings(flat)
  return { ...others, about: without(about, Object.keys(ownOfUser)) }
}

const shareFile = z.discriminatedUnion('version', [
  z.strictObject({
    format: z.literal(shareFormat),
    version: z.literal(1),
    profile: sharedIn1.transform(sharedFrom1).pipe(sharedSettings),
  }),
  z.strictObject({
    format: z.literal(shareFormat),
    version: z.literal(shareVersion),
    profile: sharedSettings,
  }),
])

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
  const preset = presets.find(({ id }) => id === profile.about.presetId) ?? anyServer
  const server = Object.entries(profile.server).map(([name, address]) => [name, inAscii(address)])
  const settings: ImportedSettings = {
    ...profile,
    about: { ...profile.about, presetId: preset.id },
    server: Object.fromEntries(server),
  }
  const shown = {
    title: profile.about.name,
    settings,
    suggestedPresetId: null,
    given: [],
    leftOut: [],
    warnings: [...addressWarningsFor(preset, profile)],
  }
  return { kind: 'profile', candidate: { secrets: {}, shown } }
}

/** Names of parameters that hold a key in an address, beside those that sound secret. */
const keysInAddresses = /^(code|sig|sv|se|key|auth|pass|pw|sid|user(name)?|client_?id)$/i

/** Returns an address without the parameters that may be personal. */
function withoutOwnParameters(address: string): string {
  if (!URL.canParse(address)) return ''
  const url = new URL(address)
  if (url.search === '') return address
  for (const name of [...url.searchParams.keys()]) {
    if (isSecretName(name) || keysInAddresses.test(name)) url.searchParams.delete(name)
  }
  return url.href
}

/** A shorter one matches unrelated text by chance. */
const minOwn = 8

/** Returns true if a text shows a whole secret, in any encoding, or a personal name. */
function showsOwn(secrets: readonly string[], names: readonly string[]) {
  const finder = createSecretFinder(secrets.map((value) => ({ name: '', value })))
  const isLong = (value: string) => value.length >= minOwn
  return (text: string): boolean =>
    finder.find(text).some(({ isWhole, secret }) => isWhole && isLong(secret.value)) ||
    finder.exactly(text) !== undefined ||
    names.some((name) => isLong(name) && text.includes(name))
}

/** Returns a part of the settings without some of its members. */
function without(part: object, members: readonly string[]): object {
  return Object.fromEntries(Object.entries(part).filter(([name]) => !members.includes(name)))
}

/** Returns a grant without what is personal; a text that shows it is the usual one, or absent. */
function withoutOwn(
  { kind, ...settings }: Grant,
  shows: (text: string) => boolean,
): Readonly<Record<string, unknown>> {
  const rest = Object.entries(without(settings, grants[kind].personal))
  const usual = new Map<string, unknown>(Object.entries(definitionOf(kind).settingsIn({})))
  const plain = rest.map(([field, value]) => [
    field,
    typeof value === 'string' && shows(value) ? usual.get(field) : value,
  ])
  return { kind, ...given(Object.fromEntries(plain)) }
}

/**
 * Returns the text of a share file: the settings of a profile without its folder, client ID and
 * user name, without the values of secrets and of everything that sounds like one, and without
 * any text that shows one of `secrets` or either name.
 */
export function shareFileOf(settings: ProfileSettings, secrets: readonly string[]): string {
  const { tag, apiAddress, ...about } = settings.about
  const { id, ...client } = settings.client
  const { bodyFormat, extraParameters, extraHeaders, ...texts } = settings.request
  const personal: readonly string[] = grants[settings.grant.kind].personal
  const own = Object.entries(settings.grant)
    .filter(([field]) => personal.includes(field))
    .map(([, value]) => String(value))
  const shows = showsOwn(secrets, [id ?? '', ...own])

  /** Returns the members whose text shows nothing of the owner's. */
  const plain = <Part extends object>(part: Part): Part =>
    Object.fromEntries(
      Object.entries(part).filter(([, value]) => typeof value !== 'string' || !shows(value)),
    ) as Part
  const address = (text: string) => {
    const rest = withoutOwnParameters(text)
    return rest === '' || shows(rest) ? undefined : rest
  }
  const server = Object.entries(settings.server).map(([field, text]) => [field, address(text)])
  const isSecret = (each: ExtraParameter) =>
    each.secret || isSecretName(each.name) || shows(each.value)
  const shared = (extras: readonly ExtraParameter[]) =>
    extras
      .filter(({ name }) => !shows(name))
      .map((each) =>
        isSecret(each) ? { secret: true, name: each.name, sentWith: each.sentWith } : each,
      )
  const file = {
    format: shareFormat,
    version: shareVersion,
    profile: {
      about: {
        ...without(plain(about), Object.keys(ownOfUser)),
        name: shows(about.name) ? about.presetId : about.name,
        presetId: about.presetId,
        ...given({
          tag: tag !== undefined && shows(tag.name) ? undefined : tag,
          apiAddress: apiAddress === undefined ? undefined : address(apiAddress),
        }),
      },
      server: given(Object.fromEntries(server)),
      client,
      grant: withoutOwn(settings.grant, shows),
      request: {
        ...plain(texts),
        bodyFormat,
        extraParameters: shared(extraParameters),
        extraHeaders: shared(extraHeaders),
      },
    },
  }
  return `${JSON.stringify(shareFile.parse(file), null, 2)}\n`
}

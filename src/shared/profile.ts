import { z } from 'zod'
import { optionalApiAddress } from './api-address.ts'
import {
  type ExtraHeader,
  type ExtraParameter,
  extraHeader,
  extraParameter,
  isSentWith,
  maxExtras,
  type RequestPurpose,
  repeatedIn,
  type SentValue,
  sentWiths,
} from './extra.ts'
import type { FieldProblem } from './field-problem.ts'
import { group, tag } from './profile-labels.ts'
import { resource } from './resource.ts'
import { hasControlCharacters, parameterName, text } from './text-field.ts'
import { hasPartToFillIn, optionalEndpoint, tokenEndpoint } from './token-endpoint.ts'

/** RFC 6749 §4.3, §4.4 and §6. */
export const grantTypes = ['password', 'client_credentials', 'refresh_token'] as const
export type GrantType = (typeof grantTypes)[number]

/**
 * How the client proves who it is (RFC 6749 §2.3): HTTP Basic, `client_id` and
 * `client_secret` in the body or in the query string, or not at all (public client).
 */
export const clientAuthentications = ['basic', 'body', 'query', 'none'] as const
export type ClientAuthentication = (typeof clientAuthentications)[number]

/**
 * Whether id and secret are form-encoded before base64, as RFC 6749 §2.3.1 asks,
 * or taken as they are, as many servers (and RFC 7617 alone) expect.
 */
export const basicEncodings = ['form', 'raw'] as const
export type BasicEncoding = (typeof basicEncodings)[number]

/**
 * How the parameters are written into the body: as a form, as RFC 6749 §3.2 and
 * appendix B ask, or as a JSON object, which some servers expect instead.
 */
export const bodyFormats = ['form', 'json'] as const
export type BodyFormat = (typeof bodyFormats)[number]

/** What a request with this grant does for a profile. */
export function purposeOf(grantType: GrantType): RequestPurpose {
  return grantType === 'refresh_token' ? 'refreshing' : 'obtaining'
}

export const profileId = z.uuid()
export type ProfileId = z.infer<typeof profileId>

const idPattern = z.regexes.uuid()

/** What `profileId` says, without its report: for many. */
export function isProfileId(text: string): text is ProfileId {
  return idPattern.test(text)
}

/** The parameters for which there are fields of their own, as far as these are filled in. */
function ownParameters(settings: {
  readonly grantType: GrantType
  readonly userNameField: string
  readonly audience: string
  readonly resource: string
}): readonly SentValue[] {
  const { grantType, userNameField, audience, resource } = settings
  const own: SentValue[] = []
  if (audience !== '') own.push({ name: 'audience', sentWith: 'always' })
  if (resource !== '') own.push({ name: 'resource', sentWith: 'always' })
  if (grantType === 'password') own.push({ name: userNameField, sentWith: 'obtaining' })
  return own
}

/**
 * Everything a user fills in that is not a secret: one schema for the form, for
 * what main accepts and for what is on disk.
 */
export const profileSettings = z
  .strictObject({
    name: text(120)
      .trim()
      .min(1, 'required' satisfies FieldProblem),
    presetId: z.string().regex(/^[a-z0-9-]{1,40}$/),
    tokenEndpoint,
    /** Where a refresh token is used, if not at the token endpoint; empty: there. */
    refreshEndpoint: optionalEndpoint,
    grantType: z.enum(grantTypes),
    clientAuthentication: z.enum(clientAuthentications),
    basicEncoding: z.enum(basicEncodings),
    bodyFormat: z.enum(bodyFormats),
    clientId: text(2000),
    /** Sent as the value of `userNameField`; only a password grant has one. */
    userName: text(2000),
    userNameField: parameterName,
    /** RFC 6749 §3.3: words separated by single spaces; empty asks for the server's default. */
    scope: z
      .string()
      .trim()
      .max(4000, 'too-long' satisfies FieldProblem)
      .regex(/^[\x20\x21\x23-\x5b\x5d-\x7e]*$/, 'bad-scope' satisfies FieldProblem)
      .overwrite((value) => value.replace(/ +/g, ' ')),
    /** For whom the token is to be, where a server wants to be told; empty: not sent. */
    audience: text(2000).trim(),
    /** The services that the token is for (RFC 8707); empty: not sent. */
    resource,
    extraParameters: z.array(extraParameter).max(maxExtras),
    extraHeaders: z.array(extraHeader).max(maxExtras),
    keepFresh: z.boolean(),
    group,
    tag,
    /** Where the token is shown to and used, as far as the user knows; empty: unknown. */
    apiAddress: optionalApiAddress,
  })
  .superRefine((settings, context) => {
    const refuse = (path: (string | number)[], message: FieldProblem) =>
      context.addIssue({ code: 'custom', path, message })
    if (settings.clientAuthentication !== 'none' && settings.clientId === '') {
      refuse(['clientId'], 'required')
    }
    if (settings.grantType === 'password' && settings.userName === '') {
      refuse(['userName'], 'required')
    }
    const own = ownParameters(settings)
    if (repeatedIn(own).length > 0) refuse(['userNameField'], 'repeated-parameter')
    for (const index of repeatedIn(settings.extraParameters, own)) {
      refuse(['extraParameters', index, 'name'], 'repeated-parameter')
    }
    const headers = settings.extraHeaders.map((extra) => ({
      ...extra,
      name: extra.name.toLowerCase(),
    }))
    for (const index of repeatedIn(headers)) {
      refuse(['extraHeaders', index, 'name'], 'repeated-header')
    }
  })
export type ProfileSettings = z.infer<typeof profileSettings>

/** Names a secret of a profile. The value itself never leaves main. */
export const secretName = z.union([
  z.enum(['clientSecret', 'password', 'refreshToken']),
  z.templateLiteral([
    z.enum(['parameter', 'header']),
    ':',
    z.enum(sentWiths),
    ':',
    z.string().min(1).max(200),
  ]),
])
export type SecretName = z.infer<typeof secretName>

/** Under which name the value of a secret extra parameter or header is kept. */
export function extraSecret(
  kind: 'parameter' | 'header',
  { sentWith, name }: SentValue,
): SecretName {
  return `${kind}:${sentWith}:${name}`
}

const secretValue = z
  .string()
  .min(1, 'required' satisfies FieldProblem)
  .max(16_000, 'too-long' satisfies FieldProblem)
export const secrets = z.partialRecord(secretName, secretValue)
export type Secrets = Readonly<Partial<Record<SecretName, string>>>

/** A header's value must not begin another header (RFC 9110 §5.5). */
function refuseBrokenHeaders(
  typed: Readonly<Partial<Record<SecretName, string | null>>>,
  context: z.RefinementCtx,
): void {
  for (const [name, value] of Object.entries(typed)) {
    if (name.startsWith('header:') && hasControlCharacters(value ?? '')) {
      const message: FieldProblem = 'control-characters'
      context.addIssue({ code: 'custom', path: [name], message })
    }
  }
}

const draftSecrets = z
  .partialRecord(secretName, secretValue.nullable())
  .superRefine(refuseBrokenHeaders)

/** Secrets that come from outside, whole: each is as a user may type it. */
export const givenSecrets = secrets.superRefine(refuseBrokenHeaders)

/**
 * What a page sends to create or change a profile. A secret that is absent stays
 * as it is; `null` forgets it.
 */
export const profileDraft = z
  .strictObject({ settings: profileSettings, secrets: draftSecrets })
  .superRefine(({ settings }, context) => {
    // A profile of before may have such an address; a new one, or a changed one, may not.
    for (const field of ['tokenEndpoint', 'refreshEndpoint'] as const) {
      if (hasPartToFillIn(settings[field])) {
        const message: FieldProblem = 'part-to-fill-in'
        context.addIssue({ code: 'custom', path: ['settings', field], message })
      }
    }
  })
export type ProfileDraft = z.infer<typeof profileDraft>

interface SecretNeeds {
  readonly clientAuthentication: ClientAuthentication
  readonly grantType: GrantType
  readonly extraParameters: readonly ExtraParameter[]
  readonly extraHeaders: readonly ExtraHeader[]
}

/** The secrets of the extra values that `isNeeded`. */
function extraSecrets(
  { extraParameters, extraHeaders }: SecretNeeds,
  isNeeded: (extra: ExtraParameter | ExtraHeader) => boolean,
): readonly SecretName[] {
  const isSecret = (extra: ExtraParameter | ExtraHeader) => extra.secret && isNeeded(extra)
  return [
    ...extraParameters.filter(isSecret).map((extra) => extraSecret('parameter', extra)),
    ...extraHeaders.filter(isSecret).map((extra) => extraSecret('header', extra)),
  ]
}

function grantSecrets({ clientAuthentication, grantType }: SecretNeeds): readonly SecretName[] {
  const names: SecretName[] = []
  if (clientAuthentication !== 'none') names.push('clientSecret')
  if (grantType === 'password') names.push('password')
  if (grantType === 'refresh_token') names.push('refreshToken')
  return names
}

/** The secrets that a profile with these settings keeps: for obtaining and for refreshing. */
export function requiredSecrets(settings: SecretNeeds): readonly SecretName[] {
  return [...grantSecrets(settings), ...extraSecrets(settings, () => true)]
}

/** The secrets without which a request with the grant of these settings can't be sent. */
export function secretsToSend(settings: SecretNeeds): readonly SecretName[] {
  const purpose = purposeOf(settings.grantType)
  return [
    ...grantSecrets(settings),
    ...extraSecrets(settings, (extra) => isSentWith(extra, purpose)),
  ]
}

import { z } from 'zod'
import { tokenEndpoint } from './token-endpoint.ts'

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

export const profileId = z.uuid()
export type ProfileId = z.infer<typeof profileId>

/** Why a field was not accepted; the words are chosen by the renderer. */
export const fieldProblems = [
  'required',
  'too-long',
  'control-characters',
  'not-a-url',
  'not-https',
  'credentials-in-url',
  'fragment-in-url',
  'not-a-parameter-name',
  'reserved-parameter',
  'repeated-parameter',
  'bad-scope',
  'invalid',
] as const
export type FieldProblem = (typeof fieldProblems)[number]

const text = (longest: number) =>
  z
    .string()
    .max(longest, 'too-long' satisfies FieldProblem)
    .refine((value) => !controlCharacters.test(value), 'control-characters' satisfies FieldProblem)

const controlCharacters = /\p{Cc}/u

/** What a request already says for itself and an extra parameter must not contradict. */
const reservedParameters: ReadonlySet<string> = new Set([
  'grant_type',
  'client_id',
  'client_secret',
  'password',
  'refresh_token',
  'scope',
])

const parameterName = text(200)
  .min(1, 'required' satisfies FieldProblem)
  .regex(/^\S+$/, 'not-a-parameter-name' satisfies FieldProblem)
  .refine((name) => !reservedParameters.has(name), 'reserved-parameter' satisfies FieldProblem)

/** A further request parameter. A secret one keeps its value among the profile's secrets. */
export const extraParameter = z.discriminatedUnion('secret', [
  z.strictObject({ secret: z.literal(false), name: parameterName, value: text(4000) }),
  z.strictObject({ secret: z.literal(true), name: parameterName }),
])
export type ExtraParameter = z.infer<typeof extraParameter>

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
    grantType: z.enum(grantTypes),
    clientAuthentication: z.enum(clientAuthentications),
    basicEncoding: z.enum(basicEncodings),
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
      .transform((value) => value.replace(/ +/g, ' ')),
    extraParameters: z.array(extraParameter).max(50),
    keepFresh: z.boolean(),
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
    const seen = new Set(settings.grantType === 'password' ? [settings.userNameField] : [])
    settings.extraParameters.forEach(({ name }, index) => {
      if (seen.has(name)) refuse(['extraParameters', index, 'name'], 'repeated-parameter')
      seen.add(name)
    })
  })
export type ProfileSettings = z.infer<typeof profileSettings>

/** Names a secret of a profile. The value itself never leaves main. */
export const secretName = z.union([
  z.enum(['clientSecret', 'password', 'refreshToken']),
  z.templateLiteral(['parameter:', z.string().min(1).max(200)]),
])
export type SecretName = z.infer<typeof secretName>

const secretValue = z
  .string()
  .min(1, 'required' satisfies FieldProblem)
  .max(16_000, 'too-long' satisfies FieldProblem)
export const secrets = z.partialRecord(secretName, secretValue)
export type Secrets = Readonly<Partial<Record<SecretName, string>>>

/**
 * What a page sends to create or change a profile. A secret that is absent stays
 * as it is; `null` forgets it.
 */
export const profileDraft = z.strictObject({
  settings: profileSettings,
  secrets: z.partialRecord(secretName, secretValue.nullable()),
})
export type ProfileDraft = z.infer<typeof profileDraft>

/** The secrets without which these settings cannot obtain a token. */
export function requiredSecrets(settings: {
  readonly clientAuthentication: ClientAuthentication
  readonly grantType: GrantType
  readonly extraParameters: readonly ExtraParameter[]
}): readonly SecretName[] {
  const names: SecretName[] = []
  if (settings.clientAuthentication !== 'none') names.push('clientSecret')
  if (settings.grantType === 'password') names.push('password')
  if (settings.grantType === 'refresh_token') names.push('refreshToken')
  for (const parameter of settings.extraParameters) {
    if (parameter.secret) names.push(`parameter:${parameter.name}`)
  }
  return names
}

import { z } from 'zod'
import { type AuthenticationSecret, authentications } from './client-authentication/facts.ts'
import type { ClientAuthentication } from './client-authentication/index.ts'
import type { ExtraHeader, ExtraParameter } from './extra.ts'
import type { FieldProblem } from './field-problem.ts'
import { type GrantSecret, grants } from './grants/facts.ts'
import type { Grant } from './grants/index.ts'
import { isSentWith, type RequestPurpose, type SentValue, sentWiths } from './sent-with.ts'
import { profileSettings } from './settings/index.ts'
import { hasControlCharacters } from './text-field.ts'
import { hasPartToFillIn } from './token-endpoint.ts'

export const profileId = z.uuid()
export type ProfileId = z.infer<typeof profileId>

const idPattern = z.regexes.uuid()

/** As `profileId`, without its report: fast enough for thousands. */
export function isProfileId(text: string): text is ProfileId {
  return idPattern.test(text)
}

/** A secret with a field of its own. */
export type FieldSecret = AuthenticationSecret | GrantSecret
const definitions = [...Object.values(authentications), ...Object.values(grants)]
export const fieldSecrets: readonly FieldSecret[] = [
  ...new Set(definitions.flatMap(({ secrets }): readonly FieldSecret[] => secrets)),
]

/** The name of a secret of a profile. The value itself never leaves main. */
export const secretName = z.union([
  z.enum(fieldSecrets),
  z.templateLiteral([
    z.enum(['parameter', 'header']),
    ':',
    z.enum(sentWiths),
    ':',
    z.string().min(1).max(200),
  ]),
])
export type SecretName = z.infer<typeof secretName>
export type ExtraSecret = Exclude<SecretName, FieldSecret>

/** Returns the name of the secret that is the value of an extra parameter or header. */
export function extraSecret(
  kind: 'parameter' | 'header',
  { sentWith, name }: SentValue,
): ExtraSecret {
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

/** Secrets from a file: each is as a user may type it. */
export const givenSecrets = secrets.superRefine(refuseBrokenHeaders)

/** A profile to create or change. An absent secret is kept; `null` removes it. */
export const profileDraft = z
  .strictObject({ settings: profileSettings, secrets: draftSecrets })
  .superRefine(({ settings }, context) => {
    // A profile of an older version may have such an address; a new one, or a changed one, may not.
    for (const [field, address] of Object.entries(settings.server)) {
      if (hasPartToFillIn(address)) {
        const message: FieldProblem = 'part-to-fill-in'
        context.addIssue({ code: 'custom', path: ['settings', 'server', field], message })
      }
    }
  })
export type ProfileDraft = z.infer<typeof profileDraft>

/** The settings that decide which secrets a profile has. */
interface SecretNeeds {
  readonly client: { readonly authentication: Pick<ClientAuthentication, 'method'> }
  readonly grant: Pick<Grant, 'kind'>
  readonly request: {
    readonly extraParameters: readonly ExtraParameter[]
    readonly extraHeaders: readonly ExtraHeader[]
  }
}

/** Returns the secrets of the extra values that `isNeeded` accepts. */
function extraSecrets(
  { request: { extraParameters, extraHeaders } }: SecretNeeds,
  isNeeded: (extra: ExtraParameter | ExtraHeader) => boolean,
): readonly SecretName[] {
  const isSecret = (extra: ExtraParameter | ExtraHeader) => extra.secret && isNeeded(extra)
  return [
    ...extraParameters.filter(isSecret).map((extra) => extraSecret('parameter', extra)),
    ...extraHeaders.filter(isSecret).map((extra) => extraSecret('header', extra)),
  ]
}

/** Returns the secrets that a profile with these settings keeps: for obtaining and refreshing. */
export function requiredSecrets(settings: SecretNeeds): readonly SecretName[] {
  const { client, grant } = settings
  return [
    ...authentications[client.authentication.method].secrets,
    ...grants[grant.kind].secrets,
    ...extraSecrets(settings, () => true),
  ]
}

/** Returns the secrets that a request of this purpose sends: by default, one with the own grant. */
export function secretsToSend(
  settings: SecretNeeds,
  purpose: RequestPurpose = grants[settings.grant.kind].purpose,
): readonly SecretName[] {
  const { client, grant } = settings
  const isOwnGrant = purpose === grants[grant.kind].purpose
  return [
    ...authentications[client.authentication.method].secrets,
    ...(isOwnGrant ? grants[grant.kind].secrets : []),
    ...extraSecrets(settings, (extra) => isSentWith(extra, purpose)),
  ]
}

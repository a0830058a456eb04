import { z } from 'zod'
import { understoodAuthentication } from '../client-authentication/index.ts'
import type { FieldProblem } from '../field-problem.ts'
import { grants } from '../grants/facts.ts'
import { grant, incompleteGrant, understoodGrant } from '../grants/index.ts'
import { repeatedIn, type SentValue } from '../sent-with.ts'
import { about, ownOfUser } from './about.ts'
import { client, incompleteClient } from './client.ts'
import { request } from './request.ts'
import { server } from './server.ts'

const parts = z.strictObject({ about, server, client, grant, request })
export type ProfileSettings = Readonly<z.infer<typeof parts>>

/** Everything that a user fills in and that is not secret: for the form, for main and for the disk. */
export const profileSettings = parts.superRefine((settings, context) => {
  for (const path of repetitionsIn(settings)) {
    const [part] = path
    const isHeader = part === 'request' && path[1] === 'extraHeaders'
    const message: FieldProblem = isHeader ? 'repeated-header' : 'repeated-parameter'
    context.addIssue({ code: 'custom', path: [...path], message })
  }
  for (const path of missingIn(settings)) {
    const message: FieldProblem = 'required'
    context.addIssue({ code: 'custom', path: [...path], message })
  }
})

/** The paths of settings that the grant needs and that are absent. */
function missingIn({ client, grant, server }: ProfileSettings): readonly (readonly string[])[] {
  const { endpoints, needsClientId } = grants[grant.kind]
  const missing = endpoints.filter((name) => server[name] === undefined)
  return [
    ...missing.map((name) => ['server', name]),
    ...(needsClientId && client.id === undefined ? [['client', 'id']] : []),
  ]
}

/** The paths of parameters and headers that a request would have twice. */
function repetitionsIn(settings: ProfileSettings): readonly (readonly (string | number)[])[] {
  const { audience, resource, extraParameters, extraHeaders } = settings.request
  const targets: SentValue[] = Object.entries({ audience, resource })
    .filter(([, value]) => value !== undefined)
    .map(([name]) => ({ name, sentWith: 'always' }))
  const named = namedParameters(settings)
  const headers = extraHeaders.map((extra) => ({ ...extra, name: extra.name.toLowerCase() }))
  return [
    ...repeatedIn(named, targets).map((index) => ['grant', named[index]?.field ?? '']),
    ...repeatedIn(extraParameters, [...targets, ...named]).map((index) => [
      'request',
      'extraParameters',
      index,
      'name',
    ]),
    ...repeatedIn(headers).map((index) => ['request', 'extraHeaders', index, 'name']),
  ]
}

/** The parameters whose names are settings of the grant. */
function namedParameters(settings: Pick<ProfileSettings, 'grant'>) {
  const { parameterNames, purpose } = grants[settings.grant.kind]
  return parameterNames.map((field) => ({
    field,
    name: String(Reflect.get(settings.grant, field)),
    sentWith: purpose,
  }))
}

/** An address as it was written: a part of it may still have to be filled in. */
const writtenAddress = z.string().min(1).max(2000)

function eachOf<Shape extends object, Schema>(shape: Shape, schema: Schema) {
  const members = Object.keys(shape).map((name) => [name, schema])
  return Object.fromEntries(members) as { readonly [Name in keyof Shape]: Schema }
}

/**
 * The settings as an import finds them: what is missing or can't be used is absent, and the
 * addresses are as they were written.
 */
export const importedSettings = z.strictObject({
  about: about.omit(ownOfUser).extend({ name: z.string().min(1).max(120).exactOptional() }),
  server: z.strictObject(eachOf(server.shape, writtenAddress.exactOptional())),
  client: incompleteClient,
  grant: incompleteGrant,
  request,
})
export type ImportedSettings = z.infer<typeof importedSettings>

/** The settings as one colleague gives them to another: without all that is the owner's. */
export const sharedSettings = z.strictObject({
  about: about.omit(ownOfUser),
  server: server.extend({ tokenEndpoint: server.shape.tokenEndpoint.exactOptional() }),
  client: incompleteClient.omit({ id: true }),
  grant: incompleteGrant,
  request,
})

/**
 * As much of the settings of a newer version as this one understands: unknown members are left
 * out. Settings that this version could not use are refused, such as those with an unknown grant.
 */
export const understoodSettings = z
  .object({
    about: about.strip(),
    server: server.strip(),
    client: incompleteClient.extend({ authentication: understoodAuthentication }).strip(),
    grant: understoodGrant,
    request: request.strip(),
  })
  .pipe(profileSettings)

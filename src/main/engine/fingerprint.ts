import { grants } from '../../shared/grants/facts.ts'
import type { ProfileSettings } from '../../shared/settings/index.ts'
import { definitionOf } from '../oauth/grants/index.ts'

type Shape = Omit<ProfileSettings, 'about'>

/** Returns JSON that is the same for the same data: members by their names, absent ones left out. */
function canonical(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, member]) => `${JSON.stringify(name)}:${canonical(member)}`)
  return `{${members.join(',')}}`
}

/** The server and the client: a refresh token is bound to both (RFC 6749 §10.4). */
function serverLine({ server, client }: Shape): string {
  return canonical({ tokenEndpoint: server.tokenEndpoint, clientId: client.id })
}

/** The owner, the scope and the target of what is granted. */
function grantLine({ grant, request: { scope, audience, resource } }: Shape): string {
  return canonical({ grant: definitionOf(grant.kind).owner(grant), scope, audience, resource })
}

/** The addresses at which a person's sign-in begins, and the issuer that it is checked against. */
function signInAddresses({ server, grant }: Shape): object {
  const { endpoints } = grants[grant.kind]
  const [first] = endpoints
  if (first === undefined) return {}
  const { issuer, pushedAuthorizationRequestEndpoint } = server
  const pushed = first === 'authorizationEndpoint' ? pushedAuthorizationRequestEndpoint : undefined
  return { issuer, pushed, ...Object.fromEntries(endpoints.map((name) => [name, server[name]])) }
}

/** The settings of the grant that say nothing about the owner; `undefined`: none. */
function restOfGrant({ grant }: Shape): object | undefined {
  const owner = definitionOf(grant.kind).owner(grant)
  const rest = Object.entries(grant).filter(([name]) => !Object.hasOwn(owner, name))
  return rest.length === 0 ? undefined : Object.fromEntries(rest)
}

/**
 * Everything else that shapes a request. The refresh endpoint is no server of its own: it is the
 * user's word on where the refresh tokens of this profile are used.
 */
function restLine(settings: Shape, secretsRevision: number): string {
  const { server, client, request } = settings
  const { tokenEndpoint, refreshEndpoint } = server
  const { id: _id, ...authentication } = client
  const { scope: _scope, audience: _audience, resource: _resource, ...others } = request
  return canonical({
    ...signInAddresses(settings),
    grant: restOfGrant(settings),
    refreshEndpoint: refreshEndpoint === tokenEndpoint ? undefined : refreshEndpoint,
    ...authentication,
    ...others,
    extraHeaders: request.extraHeaders.map((extra) => ({
      ...extra,
      name: extra.name.toLowerCase(),
    })),
    secretsRevision,
  })
}

/**
 * Returns a text that is the same for two profiles exactly if they would send the same requests:
 * three lines of JSON. It holds no secret: `secretsRevision` stands for them.
 */
export function fingerprintOf(settings: Shape, secretsRevision: number): string {
  return [serverLine(settings), grantLine(settings), restLine(settings, secretsRevision)].join('\n')
}

/**
 * Returns whether a token with this fingerprint came from the server and the client that the
 * settings name. A refresh token must never be sent to another server.
 */
export function isFromSameServer(fingerprint: string, settings: Shape): boolean {
  return fingerprint.split('\n')[0] === serverLine(settings)
}

/** Returns whether it was granted for the user, the scope and the target that the settings name. */
export function isFromSameGrant(fingerprint: string, settings: Shape): boolean {
  return (
    isFromSameServer(fingerprint, settings) && fingerprint.split('\n')[1] === grantLine(settings)
  )
}

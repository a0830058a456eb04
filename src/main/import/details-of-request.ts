import {
  type GrantKind,
  grantKinds,
  grants,
  type SignInEndpoint,
} from '../../shared/grants/facts.ts'
import type { LeftOut } from '../../shared/import.ts'
import { type Address, mayStay, readAddress, withParameters } from './address.ts'
import type { Details } from './details.ts'
import { isPlaceholder } from './placeholder.ts'
import { base64Decoded } from './request/encoded-text.ts'
import { leaveOut, type Pair, type PastedRequest } from './request/pasted-request.ts'
import { writtenOut } from './request/unknown-part.ts'

/** Parameters that have a field in a profile, by their names on the wire. */
const ownNames = [
  'grant_type',
  'client_id',
  'client_secret',
  'password',
  'refresh_token',
  'scope',
  'audience',
  'resource',
  'redirect_uri',
] as const
type OwnName = (typeof ownNames)[number]
const userNames = ['username', 'email_address', 'user_name', 'email', 'user', 'login', 'userid']

/** The parameters of one sign-in alone, by the endpoint at which it begins. */
const codes = {
  authorizationEndpoint: ['code', 'code_verifier'],
  deviceAuthorizationEndpoint: ['device_code'],
} as const satisfies Record<SignInEndpoint, readonly string[]>

/** Headers without effect at a token endpoint. */
const idleHeaders =
  /^(user-agent|connection|cache-control|pragma|origin|referer|accept-(encoding|language)|postman-token|dnt|priority|sec-.*|te)$/i

/** Media types that Token Desk accepts in any case. */
const acceptsJson = /(^|,)\s*(application\/(json|\*)|\*\/\*)\s*(;|,|$)/i

/** A header by which some servers take the client's secret. */
const secretHeader = /^(x-)?(client|app)[-_]?secret$/i

/** Returns the input of `echo -n … | base64`. */
function echoed(command: string): string | undefined {
  const echo = /\becho\s+-n\s+(["']?)/.exec(command)
  if (echo === null) return undefined
  const given = command.slice(echo.index + echo[0].length)
  const end = given.search(echo[1] === '"' ? /"\s*\|/ : echo[1] === "'" ? /'\s*\|/ : /\|/)
  return end < 0 ? undefined : given.slice(0, end).trimEnd()
}

/**
 * Returns the pair of a Basic header (RFC 7617 §2), also where documentation shows how to build
 * it.
 */
function basicPair(value: string): { readonly id: string; readonly secret: string } {
  const encoded = writtenOut(value.replace(/^basic\s*/i, '').trim())
  const made = echoed(encoded)
  const pair = made ?? (/^[\w+/=-]{4,}$/.test(encoded) ? base64Decoded(encoded) : undefined)
  const [id = '', ...rest] = pair?.includes(':') === true ? pair.split(':') : []
  return { id, secret: rest.join(':') }
}

interface Client {
  readonly authentication?: 'basic' | 'body' | 'query' | 'none'
  readonly clientId?: string
  readonly clientSecret?: string
}

const valueIn = (pairs: readonly Pair[], name: string) => pairs.find(([each]) => each === name)?.[1]

function pairOf(user: string): { readonly id: string; readonly secret: string } {
  const [id = '', ...rest] = user.split(':')
  return { id, secret: rest.join(':') }
}

/** Returns the pair of the first `Authorization` header; names all others as left out. */
function headerPair({ headers }: PastedRequest, leftOut: LeftOut[]) {
  const given = headers.filter(([name]) => name.toLowerCase() === 'authorization')
  const isBasic = ([, value]: Pair) => /^basic\b/i.test(value)
  const basic = given.find(isBasic)
  for (const each of given.filter((header) => header !== basic)) {
    leftOut.push(leaveOut('Authorization', isBasic(each) ? 'repeated' : 'other-credentials'))
  }
  return basic === undefined ? undefined : basicPair(basic[1])
}

/**
 * Returns the client and its authentication: the header goes before the body, and the body before
 * the address.
 */
function clientOf(
  request: PastedRequest,
  address: Address,
  query: readonly Pair[],
  leftOut: LeftOut[],
): Client {
  const header = headerPair(request, leftOut)
  const user = request.user ?? address.user
  const basic = header ?? (user === null ? undefined : pairOf(user))
  const inBody = valueIn(request.body, 'client_secret')
  const inQuery = valueIn(query, 'client_secret')
  const id = valueIn(request.body, 'client_id') ?? valueIn(query, 'client_id')
  if (basic !== undefined) {
    if ((inBody ?? inQuery) !== undefined) {
      leftOut.push(leaveOut('client_secret', 'second-authentication'))
    }
    // A header with a placeholder does not name the client.
    const clientId = basic.id === '' ? (id ?? '') : basic.id
    if (id !== undefined && basic.id !== '' && !isPlaceholder(id)) {
      leftOut.push(leaveOut('client_id', id === basic.id ? 'sent-once' : 'second-authentication'))
    }
    const other = request.user === null ? basic : pairOf(request.user)
    if (other.id !== basic.id || other.secret !== basic.secret) {
      leftOut.push(leaveOut('--user', 'second-authentication'))
    }
    return { authentication: 'basic', clientId, clientSecret: basic.secret }
  }
  const named = id === undefined ? {} : { clientId: id }
  if (inBody !== undefined) return { ...named, authentication: 'body', clientSecret: inBody }
  if (inQuery !== undefined) return { ...named, authentication: 'query', clientSecret: inQuery }
  if (request.headers.some(([name]) => secretHeader.test(name))) {
    return { ...named, authentication: 'none' }
  }
  return named
}

/**
 * Separates the parameters that have a field in a profile with this grant, and those that belong
 * to another grant; all others are extra.
 */
function isOwnOf(grant: string | undefined, sent: readonly Pair[]) {
  const has = (name: string) => valueIn(sent, name) !== undefined
  const kind = grantKinds.find((each) => grants[each].wireName === grant)
  const hasOwnUser = (each: GrantKind) => grants[each].personal.some((name) => name === 'userName')
  const isForUser = kind === undefined || hasOwnUser(kind)
  const userNameField = isForUser ? userNames.find(has) : undefined
  const isWithUser =
    grant === undefined ? userNameField !== undefined || has('password') : isForUser
  const isForRefresh = grant === undefined ? !isWithUser : grant === 'refresh_token'
  const unused: readonly OwnName[] = [
    ...(isWithUser ? [] : (['password'] as const)),
    ...(isForRefresh ? [] : (['refresh_token'] as const)),
  ]
  const usedUp: readonly string[] =
    kind === undefined ? [] : grants[kind].endpoints.flatMap((each) => codes[each])
  const isUnused = (name: string) => unused.some((each) => each === name)
  const isUsedUp = (name: string) => usedUp.some((each) => each === name)
  const hasRedirect = usedUp.includes('code')
  const isOwn = (name: string) =>
    (!isUnused(name) &&
      ownNames.some((own) => own === name) &&
      (hasRedirect || name !== 'redirect_uri')) ||
    name === userNameField
  return { isOwn, isUnused, isUsedUp, userNameField }
}

/** Returns the headers that a profile sends; names the others with the reason. */
function sentHeaders({ headers }: PastedRequest, leftOut: LeftOut[]): readonly Pair[] {
  return headers.filter(([name, value]) => {
    if (/^accept$/i.test(name)) return !acceptsJson.test(value)
    if (/^host$/i.test(name)) leftOut.push(leaveOut(name, 'other-site'))
    if (idleHeaders.test(name)) leftOut.push(leaveOut(name, 'no-effect'))
    if (/^cookie$/i.test(name)) leftOut.push(leaveOut(name, 'cookies'))
    return (
      !idleHeaders.test(name) && !/^(authorization|content-(type|length)|cookie|host)$/i.test(name)
    )
  })
}

/**
 * Reads the client, the grant and the parameters of a request; names the parts that have no place
 * in a profile.
 */
export function detailsOfRequest(request: PastedRequest): Details {
  const address = readAddress(request.url)
  const query = [...address.query, ...request.query]
  const leftOut: LeftOut[] = address.undecodable.map((name) => leaveOut(name, 'not-sendable'))
  const client = clientOf(request, address, query, leftOut)
  const isInQuery = client.authentication === 'query'
  const sent = [...request.body, ...query]
  const grantType = valueIn(sent, 'grant_type')
  const { isOwn, isUnused, isUsedUp, userNameField } = isOwnOf(grantType?.trim(), sent)
  const own = (name: OwnName) => (isOwn(name) ? valueIn(sent, name) : undefined)
  const isRepeated = ([name]: Pair, at: number) =>
    isOwn(name) && name !== 'resource' && sent.findIndex(([each]) => each === name) < at
  for (const [name] of sent.filter(isRepeated)) leftOut.push(leaveOut(name, 'repeated'))
  // RFC 8707 §2: there may be several.
  const resources = sent.filter(([name]) => name === 'resource').map(([, value]) => value)

  for (const [name] of sent) {
    if (isUnused(name)) leftOut.push(leaveOut(name, 'not-used'))
    if (isUsedUp(name)) leftOut.push(leaveOut(name, 'used-up'))
  }

  const isExtra = ([name]: Pair) => !isOwn(name) && !isUnused(name) && !isUsedUp(name)
  const further = query.filter(isExtra)
  const staying = isInQuery ? [] : further.filter(mayStay)
  const moved = isInQuery ? further : further.filter((pair) => !mayStay(pair))
  if (!isInQuery) {
    for (const [name] of moved) leftOut.push(leaveOut(name, 'moved-to-body'))
    for (const [name] of query.filter(([each]) => isOwn(each))) {
      const isSecret = name === 'password' || name === 'refresh_token'
      const isNamed =
        name === 'client_secret' || (name === 'client_id' && client.authentication === 'basic')
      if (!isNamed) {
        leftOut.push(leaveOut(name, isSecret ? 'moved-to-body' : 'sent-in-body'))
      }
    }
  }
  if (request.method !== 'POST') leftOut.push(leaveOut(request.method, 'always-post'))
  const { url, dropped } = withParameters(address.url, address.url === '' ? [] : staying)
  const homeless = address.url === '' ? staying.map(([name]) => name) : dropped
  for (const name of homeless) leftOut.push(leaveOut(name, 'not-sendable'))
  return {
    title: request.title,
    name: '',
    url,
    grantType,
    ...client,
    userNameField,
    userName: userNameField === undefined ? undefined : valueIn(sent, userNameField),
    password: own('password'),
    refreshToken: own('refresh_token'),
    redirectAddress: own('redirect_uri'),
    scope: own('scope'),
    audience: own('audience'),
    resource: resources.length === 0 ? undefined : resources.join(' '),
    bodyFormat: request.bodyFormat,
    parameters: [...request.body.filter(isExtra), ...moved],
    headers: sentHeaders(request, leftOut),
    leftOut: [...request.leftOut, ...leftOut],
    warnings: request.hasPlus ? ['plus-is-space'] : [],
  }
}

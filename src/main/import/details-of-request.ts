import type { LeftOut } from '../../shared/import.ts'
import { type Address, mayStay, readAddress, withParameters } from './address.ts'
import { base64Text } from './base64.ts'
import type { Details } from './details.ts'
import { leaveOut, type Pair, type PastedRequest } from './pasted-request.ts'
import { isPlaceholder } from './placeholder.ts'

/** The parameters that a profile has a field for, by what servers call them. */
const ownNames = [
  'grant_type',
  'client_id',
  'client_secret',
  'password',
  'refresh_token',
  'scope',
  'audience',
  'resource',
] as const
const userNames = ['username', 'email_address', 'user_name', 'email', 'user', 'login', 'userid']

/** Headers that every request has, or that mean nothing to a server of tokens. */
const usualHeaders = /^(content-type|accept|content-length)$/i
const idleHeaders =
  /^(user-agent|host|connection|cache-control|pragma|origin|referer|accept-(encoding|language)|postman-token|dnt|priority|sec-.*|te)$/i

/** What `echo -n … | base64` is given. */
function echoed(command: string): string | undefined {
  const echo = /\becho\s+-n\s+(["']?)/.exec(command)
  if (echo === null) return undefined
  const given = command.slice(echo.index + echo[0].length)
  const end = given.search(echo[1] === '"' ? /"\s*\|/ : echo[1] === "'" ? /'\s*\|/ : /\|/)
  return end < 0 ? undefined : given.slice(0, end).trimEnd()
}

/** The pair of a Basic header (RFC 7617 §2), also where papers show how to make it. */
export function basicPair(value: string): { readonly id: string; readonly secret: string } {
  const encoded = value.replace(/^basic\s*/i, '').trim()
  const made = echoed(encoded)
  const pair = made ?? (/^[\w+/=-]{4,}$/.test(encoded) ? base64Text(encoded) : undefined)
  const [id = '', ...rest] = pair?.includes(':') === true ? pair.split(':') : []
  return { id, secret: rest.join(':') }
}

interface Client {
  readonly authentication?: 'basic' | 'body' | 'query'
  readonly clientId?: string
  readonly clientSecret?: string
}

const valueIn = (pairs: readonly Pair[], name: string) => pairs.find(([each]) => each === name)?.[1]

function pairOf(user: string): { readonly id: string; readonly secret: string } {
  const [id = '', ...rest] = user.split(':')
  return { id, secret: rest.join(':') }
}

/** Who the client is and how it says so: the header counts before the body, that before the address. */
function clientOf(
  request: PastedRequest,
  address: Address,
  query: readonly Pair[],
  leftOut: LeftOut[],
): Client {
  const header = request.headers.find(([name]) => name.toLowerCase() === 'authorization')?.[1]
  const user = request.user ?? address.user
  const basic =
    header !== undefined && /^basic\b/i.test(header)
      ? basicPair(header)
      : user === null
        ? undefined
        : pairOf(user)
  if (header !== undefined && !/^basic\b/i.test(header)) {
    leftOut.push(leaveOut('Authorization', 'other-credentials'))
  }
  const inBody = valueIn(request.body, 'client_secret')
  const inQuery = valueIn(query, 'client_secret')
  const id = valueIn(request.body, 'client_id') ?? valueIn(query, 'client_id')
  if (basic !== undefined) {
    if ((inBody ?? inQuery) !== undefined) {
      leftOut.push(leaveOut('client_secret', 'second-authentication'))
    }
    // Of a header that is to be filled in nobody knows whom it names.
    const clientId = basic.id === '' ? (id ?? '') : basic.id
    if (id !== undefined && id !== clientId && !isPlaceholder(id)) {
      leftOut.push(leaveOut('client_id', 'second-authentication'))
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
  return named
}

/** What a request says of its sender and its wishes; what a profile has no place for is named. */
export function detailsOfRequest(request: PastedRequest): Details {
  const address = readAddress(request.url)
  const query = [...address.query, ...request.query]
  const leftOut: LeftOut[] = []
  const client = clientOf(request, address, query, leftOut)
  const isInQuery = client.authentication === 'query'
  const sent = [...request.body, ...query]
  const grantType = valueIn(sent, 'grant_type')
  // Elsewhere such a name is that of a parameter like any other.
  const isForUser = grantType !== 'client_credentials' && grantType !== 'refresh_token'
  const userNameField = isForUser
    ? userNames.find((name) => valueIn(sent, name) !== undefined)
    : undefined
  const isOwn = ([name]: Pair) => ownNames.some((own) => own === name) || name === userNameField
  const own = (name: (typeof ownNames)[number]) => valueIn(sent, name)
  const isRepeated = ([name]: Pair, at: number) =>
    isOwn([name, '']) && name !== 'resource' && sent.findIndex(([each]) => each === name) < at
  for (const [name] of sent.filter(isRepeated)) leftOut.push(leaveOut(name, 'repeated'))
  // RFC 8707 §2: there may be several.
  const resources = sent.filter(([name]) => name === 'resource').map(([, value]) => value)

  const further = query.filter((pair) => !isOwn(pair))
  const staying = isInQuery ? [] : further.filter(mayStay)
  const moved = isInQuery ? further : further.filter((pair) => !mayStay(pair))
  if (!isInQuery) for (const [name] of moved) leftOut.push(leaveOut(name, 'moved-to-body'))
  const ownInQuery = query.filter(([name]) => name === 'password' || name === 'refresh_token')
  if (!isInQuery) for (const [name] of ownInQuery) leftOut.push(leaveOut(name, 'moved-to-body'))
  if (request.method !== 'POST') leftOut.push(leaveOut(request.method, 'always-post'))
  const headers = request.headers.filter(([name]) => {
    if (idleHeaders.test(name)) leftOut.push(leaveOut(name, 'no-effect'))
    if (/^cookie$/i.test(name)) leftOut.push(leaveOut(name, 'cookies'))
    return (
      !usualHeaders.test(name) && !idleHeaders.test(name) && !/^(cookie|authorization)$/i.test(name)
    )
  })
  return {
    title: request.title,
    name: '',
    url: address.url === '' ? '' : withParameters(address.url, staying),
    ...(address.url === '' && { urlPath: address.path }),
    grantType,
    ...client,
    userNameField,
    userName: userNameField === undefined ? undefined : valueIn(sent, userNameField),
    password: own('password'),
    refreshToken: own('refresh_token'),
    scope: own('scope'),
    audience: own('audience'),
    resource: resources.length === 0 ? undefined : resources.join(' '),
    bodyFormat: request.bodyFormat,
    parameters: [...request.body.filter((pair) => !isOwn(pair)), ...moved],
    headers,
    leftOut: [...request.leftOut, ...leftOut],
    warnings: request.hasPlus ? ['plus-is-space'] : [],
  }
}

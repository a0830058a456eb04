import { responseModes } from '../../shared/grants/authorization-code.ts'
import { grants } from '../../shared/grants/facts.ts'
import type { LeftOut } from '../../shared/import.ts'
import { readAddress } from './address.ts'
import type { Details } from './details.ts'
import { detailsOfRequest } from './details-of-request.ts'
import { leaveOut, type Pair, type PastedRequest } from './request/pasted-request.ts'

/** Parameters of which the app draws its own for each sign-in (RFC 6749 §4.1.1, RFC 7636 §4.3). */
const madeAnew: ReadonlySet<string> = new Set(['state', 'nonce', 'code_challenge', 'request_uri'])

const valueIn = (pairs: readonly Pair[], name: string) => pairs.find(([each]) => each === name)?.[1]

/** The settings of a sign-in in the parameters of an authorization request. */
type SignIn = Pick<Details, 'responseMode' | 'prompt' | 'loginHint'> & {
  /** All others, which go along with the sign-in alone. */
  readonly parameters: readonly Pair[]
}

/** Returns the settings that have a field, and the other parameters of an authorization request. */
export function signInIn(
  { parameters }: { readonly parameters: readonly Pair[] },
  leftOut: LeftOut[],
): SignIn {
  const own = new Set(['response_mode', 'prompt', 'login_hint', ...madeAnew])
  for (const [name] of parameters) {
    if (madeAnew.has(name)) leftOut.push(leaveOut(name, 'own-value'))
  }
  const mode = valueIn(parameters, 'response_mode')
  const responseMode = responseModes.find((each) => each === mode)
  if (mode !== undefined && responseMode === undefined) {
    leftOut.push(leaveOut('response_mode', 'own-value'))
  }
  return {
    responseMode,
    prompt: valueIn(parameters, 'prompt'),
    loginHint: valueIn(parameters, 'login_hint'),
    parameters: parameters
      .filter(([name]) => !own.has(name))
      .map(([name, value]) => [name, value, { sentWith: 'authorizing' }]),
  }
}

/** Parameters of an authorization request that have a field in every profile. */
const common = ['client_id', 'redirect_uri', 'scope', 'audience', 'resource'] as const

/** Returns the details of an authorization request (RFC 6749 §4.1.1). */
function detailsOfAuthorization(request: PastedRequest, sent: readonly Pair[]): Details {
  const { url, undecodable } = readAddress(request.url)
  const leftOut = [...request.leftOut, ...undecodable.map((name) => leaveOut(name, 'not-sendable'))]
  const own = new Set<string>([...common, 'response_type', 'code_challenge_method'])
  const isFirst = ([name]: Pair, at: number) => sent.findIndex(([each]) => each === name) === at
  for (const [name] of sent.filter((pair, at) => own.has(pair[0]) && !isFirst(pair, at))) {
    if (name !== 'resource') leftOut.push(leaveOut(name, 'repeated'))
  }
  const resources = sent.filter(([name]) => name === 'resource').map(([, value]) => value)
  return {
    title: request.title,
    name: '',
    url: '',
    authorizationUrl: url,
    grantType: grants.authorizationCode.wireName,
    clientId: valueIn(sent, 'client_id'),
    redirectAddress: valueIn(sent, 'redirect_uri'),
    codeChallengeMethod: valueIn(sent, 'code_challenge_method') === 'plain' ? 'plain' : 'S256',
    scope: valueIn(sent, 'scope'),
    audience: valueIn(sent, 'audience'),
    resource: resources.length === 0 ? undefined : resources.join(' '),
    ...signInIn({ parameters: sent.filter(([name]) => !own.has(name)) }, leftOut),
    leftOut,
  }
}

/** Usual paths of endpoints for device codes (RFC 8628 §3.1). */
const devicePath = /\/(?:device[-_]?(?:code|auth(?:ori[sz]ation)?)?|device\/code)\/?$/i

/**
 * Returns the details of a request that begins a sign-in: with a browser, or for a device code;
 * `undefined` for any other.
 */
export function detailsOfSignIn(request: PastedRequest): Details | undefined {
  const { url, path, query } = readAddress(request.url)
  const sent = [...query, ...request.query, ...request.body]
  if (valueIn(sent, 'grant_type') !== undefined) return undefined
  const responseType = valueIn(sent, 'response_type')
  if (responseType !== undefined) {
    const details = detailsOfAuthorization(request, sent)
    // Any other type brings the token itself in the redirect, which no profile supports.
    const hasCode = responseType.split(/[\s+]/).includes('code')
    return hasCode ? details : { ...details, grantType: 'implicit' }
  }
  if (!devicePath.test(path) || valueIn(sent, 'client_id') === undefined) return undefined
  const { parameters = [], ...details } = detailsOfRequest(request)
  return {
    ...details,
    url: '',
    deviceUrl: url,
    grantType: grants.deviceCode.wireName,
    parameters: parameters.map(([name, value, marks]) => [
      name,
      value,
      { ...marks, sentWith: 'authorizing' },
    ]),
  }
}

/**
 * Joins the requests of one sign-in, as documentation prints them: the one that begins it, and the
 * one that gets the token.
 */
export function joined(
  signIns: readonly Details[],
  others: readonly Details[],
): readonly Details[] {
  const waiting = [...others]
  const all = signIns.map((signIn) => {
    const at = waiting.findIndex(
      ({ grantType, clientId }) =>
        grantType?.trim() === signIn.grantType &&
        (clientId === undefined || clientId === signIn.clientId),
    )
    const [token] = at < 0 ? [] : waiting.splice(at, 1)
    if (token === undefined) return signIn
    const isGiven = ([, value]: [string, unknown]) => value !== undefined
    return {
      ...signIn,
      ...Object.fromEntries(Object.entries(token).filter(isGiven)),
      redirectAddress: signIn.redirectAddress ?? token.redirectAddress,
      parameters: [...(signIn.parameters ?? []), ...(token.parameters ?? [])],
      leftOut: [...signIn.leftOut, ...token.leftOut],
    }
  })
  return [...all, ...waiting]
}

/** Returns the details in the address of a sign-in page, as a browser or a message shows it. */
export function pastedAddress(text: string): Details | undefined {
  const address = text.replace(/[\r\n]+[ \t]*/g, '').replace(/^[<"']|[>"']$/g, '')
  if (!/^https?:\/\/[^\s?]+\?\S/i.test(address)) return undefined
  return detailsOfSignIn({
    title: '',
    method: 'GET',
    url: address,
    headers: [],
    user: null,
    query: [],
    body: [],
    bodyFormat: 'form',
    hasPlus: false,
    leftOut: [],
  })
}

import type { ServerResponse } from 'node:http'
import { type LoopbackServer, type ReceivedRequest, startServer } from '../ports/loopback-server.ts'
import { encoded } from '../tokens/make-token.ts'
import type { Canaries } from './canaries.ts'

/** Answers one request; `received` is all that came with it, as it came and decoded. */
type Leak = (response: ServerResponse, received: string, canaries: Canaries) => void

function answer(response: ServerResponse, status: number, body: object | string): void {
  const isPage = typeof body === 'string'
  response.writeHead(status, { 'content-type': isPage ? 'text/html' : 'application/json' })
  response.end(isPage ? body : JSON.stringify(body))
}

/** What of a text a header can hold. */
const inHeader = (text: string) => text.replace(/[^ -~]/g, '?').slice(0, 16_000)

/** Everything that can go wrong with an answer, each with the secrets in it. */
export const mistakes = {
  'says all in JSON': (response, received) =>
    answer(response, 401, { error: 'invalid_client', error_description: received }),
  'says all in a page': (response, received) =>
    answer(response, 500, `<h1>Oops</h1><pre>${received}`),
  'says all without a form': (response, received) => answer(response, 200, received),
  'says all in headers': (response, received) => {
    response.setHeader('x-debug', inHeader(received))
    response.setHeader('set-cookie', `last=${encodeURIComponent(received).slice(0, 2000)}`)
    answer(response, 400, { error: 'invalid_request' })
  },
  'says all in its challenge': (response, received) => {
    response.setHeader('www-authenticate', `Basic realm="${inHeader(received).replace(/"/g, "'")}"`)
    answer(response, 401, {})
  },
  'sends all on': (response, received, { serverLink }) => {
    const place = `/${encodeURIComponent(received).slice(0, 8000)}?token=${serverLink.text}`
    response.writeHead(307, { location: `https://elsewhere.example${place}` }).end()
  },
  'names a secret as its code': (response, received, canaries) => {
    const { shortPassword, code, deviceCode, clientSecret } = canaries
    const sent = [shortPassword, code, deviceCode, clientSecret]
    const own = sent.find(({ text }) => received.includes(text)) ?? shortPassword
    answer(response, 400, { error: own.text })
  },
  'links to a secret': (response, _received, { serverLink }) =>
    answer(response, 400, {
      error: 'invalid_grant',
      error_uri: `https://help.example/?token=${serverLink.text}`,
    }),
  'asks for a pause of all': (response, received) => {
    response.setHeader('retry-after', inHeader(received))
    answer(response, 429, { error: 'slow_down', error_description: received })
  },
  'gives a token that breaks out': (response, _received, { accessToken }) =>
    answer(response, 200, { access_token: `${accessToken.text}\r\nX: y`, token_type: 'Bearer' }),
  'gives a token beside an error': (response, _received, { accessToken, refreshToken }) =>
    answer(response, 400, {
      error: 'invalid_scope',
      access_token: accessToken.text,
      refresh_token: refreshToken.text,
    }),
  'says too much': (response, received) =>
    answer(response, 200, received.padEnd(1_200_000, received)),
  'stops in between': (response, received) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': 100_000 })
    response.write(JSON.stringify({ access_token: received }))
    setTimeout(() => response.destroy(), 20)
  },
  'hangs up': (response) => response.socket?.resetAndDestroy(),
  'never answers': () => {},
} as const satisfies Readonly<Record<string, Leak>>
export type Mistake = keyof typeof mistakes

/** The client that the ID tokens of sign-ins are for. */
export const signedInClient = 'client'

/** A code that holds the `nonce` of its sign-in, so that the server has nothing to remember. */
export const codeWith = (nonce: string, { code }: Canaries) => `${code.text}.${nonce}`

/** An ID token of the sign-in of this code, or device code, with the signature that must be nowhere. */
function idTokenOf(code: string, issuer: string, { idToken }: Canaries): string {
  const now = Math.floor(Date.now() / 1000)
  const [, nonce] = code.split('.')
  const claims = { iss: issuer, sub: 'ada', aud: signedInClient, iat: now, exp: now + 3600, nonce }
  const [header, , signature] = idToken.text.split('.')
  return [header, encoded(JSON.stringify(claims)), signature].join('.')
}

function giveTokens(
  response: ServerResponse,
  isRefresh: boolean,
  canaries: Canaries,
  idToken: string,
): void {
  const { accessToken, jwt, refreshToken, rotatedRefreshToken } = canaries
  answer(response, 200, {
    access_token: (isRefresh ? jwt : accessToken).text,
    token_type: 'Bearer',
    expires_in: 3600,
    refresh_token: (isRefresh ? rotatedRefreshToken : refreshToken).text,
    id_token: idToken,
  })
}

function allOf({ path = '', headers, body }: ReceivedRequest): string {
  const basic = /^Basic (.*)$/.exec(headers.authorization ?? '')?.[1] ?? ''
  const form = new URLSearchParams(body.toString() || path.split('?')[1])
  return [
    path,
    JSON.stringify(headers),
    Buffer.from(basic, 'base64').toString(),
    body.toString(),
    ...form.values(),
  ].join(' ')
}

/** Answers where a sign-in begins; false: at no such address. */
function beginSignIn(
  response: ServerResponse,
  place: string,
  origin: string,
  { requestUri, deviceCode }: Canaries,
): boolean {
  if (place === '/par') {
    const uri = `urn:ietf:params:oauth:request_uri:${requestUri.text}`
    answer(response, 201, { request_uri: uri, expires_in: 600 })
  } else if (place === '/device') {
    answer(response, 200, {
      device_code: deviceCode.text,
      user_code: 'WDJB-MJHT',
      verification_uri: `${origin}/enter`,
      expires_in: 600,
      interval: 1,
    })
  } else return false
  return true
}

/** A token endpoint at `/token`, where a sign-in begins at `/par` and `/device`, and one for each mistake at the path that `pathOf` gives. */
export async function startLeakingServer(canaries: Canaries): Promise<LoopbackServer> {
  const server: LoopbackServer = await startServer((_request, response) => {
    const request = server.received.at(-1)
    if (request === undefined) throw new Error('the server calls with a request it remembers')
    const received = allOf(request)
    const [place = ''] = (request.path ?? '').split('?')
    const isRefresh = /grant_type["=:]+refresh_token/.test(received)
    const mistake = (Object.keys(mistakes) as Mistake[]).find((each) => pathOf(each) === place)
    // Where the path says so, only the refresh goes wrong.
    if (mistake !== undefined) mistakes[mistake](response, received, canaries)
    else if (place === '/dead' && isRefresh) {
      answer(response, 400, { error: 'invalid_grant', error_description: received })
    } else if (!beginSignIn(response, place, server.origin, canaries)) {
      const form = new URLSearchParams(request.body.toString())
      const code = form.get('code') ?? form.get('device_code')
      const { idToken } = canaries
      const own = code === null ? idToken.text : idTokenOf(code, server.origin, canaries)
      giveTokens(response, isRefresh, canaries, own)
    }
  })
  return server
}

export const pathOf = (mistake: Mistake) => `/${mistake.replaceAll(' ', '-')}`

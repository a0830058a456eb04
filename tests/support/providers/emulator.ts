import type { IncomingHttpHeaders } from 'node:http'
import { startServer } from '../ports/loopback-server.ts'
import { type Parameters, parseForm, parseParameters } from './parameters.ts'
import type { TokenStore } from './token-store.ts'

export interface RecordedRequest {
  readonly method: string
  readonly path: string
  /** As it came, without the question mark. */
  readonly query: string
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
  /** What the body says; `undefined` if it is no form. */
  readonly form: Parameters | undefined
  /** What it was answered with. */
  readonly status: number
}

export interface TokenRequest {
  readonly authorization: string | undefined
  readonly query: Parameters
  readonly form: Parameters
}

export interface Answer {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

export interface EmulatorOptions {
  /** Seconds, in the place of the documented life. */
  readonly expiresIn?: number
}

export interface Emulator<Credentials> {
  readonly tokenEndpoint: string
  readonly credentials: Credentials
  readonly requests: readonly RecordedRequest[]
  /** Answers the next request with this status, whatever it asks; call again for one more. */
  failNext(status: number): void
  setMode(mode: 'normal' | 'server-error'): void
  setExpiresIn(seconds: number): void
  revokeRefreshTokens(): void
  /** What must be found nowhere: the planted secrets and all tokens issued so far. */
  secrets(): readonly string[]
  close(): Promise<void>
}

/** What makes one provider differ from another. */
export interface ProviderRules<Credentials> {
  readonly path: string
  readonly credentials: Credentials
  readonly planted: readonly string[]
  readonly tokens: TokenStore
  /** The answer to a POST whose parameters could be read. */
  answer(request: TokenRequest): Answer
  /** The answer to what could not be read as parameters at all. */
  readonly malformed: Answer
  failure(status: number): Answer
}

/** JSON as an answer that must not be kept (RFC 6749 §5.1). */
export function json(status: number, body: string, headers: Answer['headers'] = {}): Answer {
  const own = { 'content-type': 'application/json', 'cache-control': 'no-store' }
  return { status, body, headers: { ...own, ...headers } }
}

/** Serves one provider's token endpoint on a free port of this computer. */
export async function startEmulator<Credentials>(
  rules: ProviderRules<Credentials>,
): Promise<Emulator<Credentials>> {
  const requests: RecordedRequest[] = []
  const failures: number[] = []
  let mode: 'normal' | 'server-error' = 'normal'

  function answerTo(request: Omit<RecordedRequest, 'status'>): Answer {
    const failure = failures.shift()
    if (failure !== undefined) return rules.failure(failure)
    if (mode === 'server-error') return rules.failure(500)
    if (request.path !== rules.path) return { status: 404 }
    if (request.method !== 'POST') return { status: 405, headers: { allow: 'POST' } }
    const query = parseParameters(request.query)
    if (query === undefined || request.form === undefined) return rules.malformed
    const { authorization } = request.headers
    return rules.answer({ authorization, query, form: request.form })
  }

  const server = await startServer((_incoming, response) => {
    const received = server.received.at(-1)
    if (received === undefined) throw new Error('the server calls with a request it remembers')
    const { method = '', path: url = '', headers, body } = received
    const [path = '', ...rest] = url.split('?')
    const form = parseForm(headers['content-type'], body)
    const request = { method, path, query: rest.join('?'), headers, body, form }
    const answer = answerTo(request)
    requests.push({ ...request, status: answer.status })
    const text = answer.body ?? ''
    response.writeHead(answer.status, {
      ...answer.headers,
      'content-length': Buffer.byteLength(text),
    })
    response.end(text)
  })

  return {
    tokenEndpoint: server.origin + rules.path,
    credentials: rules.credentials,
    requests,
    failNext: (status) => failures.push(status),
    setMode: (next) => {
      mode = next
    },
    setExpiresIn: rules.tokens.setExpiresIn,
    revokeRefreshTokens: rules.tokens.revokeRefreshTokens,
    secrets: () => [...rules.planted, ...rules.tokens.all()],
    close: server.close,
  }
}

import { app, type ClientRequest, net, type Session, session } from 'electron'
import type { Http, HttpRequest, HttpResult } from '../engine/ports.ts'
import { problemOfNetError } from './net-error.ts'
import { createSessionPool, type SessionPool } from './session-pool.ts'
import { hangUp, hasBegunToSend } from './upload.ts'

export interface HttpLimits {
  /** Milliseconds from the call to the last byte of the response. */
  readonly timeout: number
  /** Bytes of the body after decompression. */
  readonly maxBody: number
}

const usualLimits: HttpLimits = { timeout: 30_000, maxBody: 1024 * 1024 }

/**
 * Electron keeps every session until the app ends, at 0.7 MB each, so a storm of renewals after sleep
 * must not create one per profile. With at most six requests to one host at once, these serve ten
 * servers that do not respond.
 */
const maxSessions = 64

let openedSessions = 0

async function openSession(): Promise<Session> {
  openedSessions += 1
  const own = session.fromPartition(`token-endpoints-${openedSessions}`, { cache: false })
  // Soon after the start of the app, a new session may not know the proxy yet and bypass it: 10 of
  // 75 first requests did, measured on a busy computer, and 0 of 50 after this.
  await own.forceReloadProxyConfig()
  return own
}

/**
 * Returns a pool of sessions in memory, without cache, cookies, logins or shared connections. The
 * connections of a returned session are closed before it is used again.
 */
function createRequestSessions(): SessionPool<Session> {
  const clean = (own: Session) => own.closeAllConnections()
  return createSessionPool({ open: openSession, clean, max: maxSessions })
}

type Headers = Readonly<Record<string, string | readonly string[]>>
type NoAnswer = (mayHaveArrived: boolean) => HttpResult

const cancelled: NoAnswer = (mayHaveArrived) => ({ kind: 'cancelled', mayHaveArrived })
const timedOut: NoAnswer = (mayHaveArrived) => ({
  kind: 'unreachable',
  reason: 'timeout',
  mayHaveArrived,
})

const lost = { kind: 'unreachable', reason: 'connection-lost' } as const

function joined(headers: Headers): Readonly<Record<string, string>> {
  const values = new Map<string, string>()
  for (const [name, value] of Object.entries(headers)) {
    values.set(name.toLowerCase(), [value].flat().join(', '))
  }
  return Object.fromEntries(values)
}

/** Returns origin and path, because a query may contain a secret. */
function withoutQuery(location: string, base: string): string | null {
  if (!URL.canParse(location, base)) return null
  const { protocol, origin, pathname } = new URL(location, base)
  return protocol === 'https:' || protocol === 'http:' ? `${origin}${pathname}` : null
}

/** Chromium sends the values of headers as UTF-8. */
function start(ownSession: Session, { method, url, headers, body }: HttpRequest): ClientRequest {
  const request = net.request({
    method,
    url,
    session: ownSession,
    credentials: 'omit',
    cache: 'no-store',
    redirect: 'manual',
    referrerPolicy: 'no-referrer',
  })
  request.setHeader('user-agent', `TokenDesk/${app.getVersion()}`)
  request.setHeader('connection', 'close')
  for (const [name, value] of Object.entries(headers)) request.setHeader(name, value)
  if (method === 'GET') request.end()
  else request.end(body, 'utf8')
  return request
}

/** Returns why there is no response; Chromium's byte count proves more than its error name. */
function failureOf(netError: string, request: ClientRequest, { body }: HttpRequest): HttpResult {
  const problem = problemOfNetError(netError)
  if (problem.kind !== 'unreachable' || body === '') return problem
  const mayHaveArrived = hasBegunToSend(request)
  // A TLS alert after the handshake: the secure connection was lost.
  const hasBroken = mayHaveArrived && problem.reason === 'no-secure-connection'
  return { ...problem, ...(hasBroken ? lost : {}), mayHaveArrived }
}

function answerTo(
  asked: HttpRequest,
  ownSession: Session,
  limits: HttpLimits,
  signal: AbortSignal,
): Promise<HttpResult> {
  if (signal.aborted) return Promise.resolve(cancelled(false))
  const request = start(ownSession, asked)
  const placeOf = (location: string) => withoutQuery(location, asked.url)
  return new Promise((resolve) => {
    let isHangingUp = false
    function settle(result: HttpResult): void {
      clearTimeout(timer)
      signal.removeEventListener('abort', cancel)
      resolve(result)
      request.abort()
    }
    function giveUp(noAnswer: NoAnswer): void {
      if (isHangingUp) return
      isHangingUp = true
      void hangUp(request, ownSession).then((mayHaveArrived) => settle(noAnswer(mayHaveArrived)))
    }
    const fail = ({ message }: Error) => {
      if (!isHangingUp) settle(failureOf(message, request, asked))
    }
    const cancel = () => giveUp(cancelled)
    const timer = setTimeout(() => giveUp(timedOut), limits.timeout)
    signal.addEventListener('abort', cancel)

    request.on('redirect', (status, _method, location) => {
      settle({ kind: 'moved', status, location: placeOf(location) })
    })
    // Only proxies ask here, because `credentials: 'omit'` ignores a server's 401. A proxy asks before
    // it opens a tunnel, but has already received a request without TLS.
    request.on('login', () => {
      const mayHaveArrived = !asked.url.startsWith('https:')
      settle({ kind: 'unreachable', reason: 'proxy', mayHaveArrived })
    })
    request.on('error', fail)
    request.on('response', (response) => {
      const status = response.statusCode
      // Without TLS, Chromium accepts truncated status lines and any number as a status; records only
      // hold three digits (RFC 9110 §15).
      if (status < 100 || status > 999) return settle({ ...lost, mayHaveArrived: true })
      const headers = joined(response.headers)
      const { location } = headers
      if (status >= 300 && status < 400 && location !== undefined) {
        return settle({ kind: 'moved', status, location: placeOf(location) })
      }
      const chunks: Buffer[] = []
      let size = 0
      response.on('data', (chunk) => {
        size += chunk.length
        if (size > limits.maxBody) settle({ kind: 'too-large', status })
        else chunks.push(chunk)
      })
      response.on('error', fail)
      response.on('end', () => {
        settle({ kind: 'answer', status, headers, body: new Uint8Array(Buffer.concat(chunks)) })
      })
    })
  })
}

/**
 * Restricts Chromium to HTTP/1.1, where one connection carries one request. Over HTTP/2 it repeats
 * POST requests automatically and can't tell whether one was sent (decision 10). Call before the app
 * is ready.
 */
export function speakHttp1Only(): void {
  app.commandLine.appendSwitch('disable-http2')
  app.commandLine.appendSwitch('disable-quic')
}

/**
 * Sends requests through Chromium, so that the system's proxy and certificates apply. Create it after
 * the app is ready.
 *
 * Chromium repeats a POST request automatically when a reused connection breaks. The server may have
 * rotated the refresh token by then and treat the repetition as theft (RFC 9700 §4.14.2), so each
 * request gets a new connection (decision 10).
 */
export function createHttp(limits: HttpLimits = usualLimits): Http {
  const sessions = createRequestSessions()
  return {
    send: async (asked, signal) => {
      const result = await sessions.lend(signal, (own) => answerTo(asked, own, limits, signal))
      return result ?? cancelled(false)
    },
  }
}

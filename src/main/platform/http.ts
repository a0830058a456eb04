import { app, type ClientRequest, net, type Session, session } from 'electron'
import type { Http, HttpRequest, HttpResult } from '../engine/ports.ts'
import { problemOfNetError } from './net-error.ts'

export interface HttpLimits {
  /** Milliseconds from the call to the last byte of the answer. */
  readonly timeout: number
  /** Bytes of the body after decompression. */
  readonly largestBody: number
}

const usualLimits: HttpLimits = { timeout: 30_000, largestBody: 1024 * 1024 }

type Headers = Readonly<Record<string, string | readonly string[]>>

function joined(headers: Headers): Readonly<Record<string, string>> {
  const values = new Map<string, string>()
  for (const [name, value] of Object.entries(headers)) {
    values.set(name.toLowerCase(), [value].flat().join(', '))
  }
  return Object.fromEntries(values)
}

/** Origin and path: a query may hold a secret. */
function withoutQuery(location: string, base: string): string | null {
  if (!URL.canParse(location, base)) return null
  const { protocol, origin, pathname } = new URL(location, base)
  return protocol === 'https:' || protocol === 'http:' ? `${origin}${pathname}` : null
}

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
  request.end(body, 'utf8')
  return request
}

function answerTo(
  request: ClientRequest,
  url: string,
  limits: HttpLimits,
  signal: AbortSignal,
): Promise<HttpResult> {
  return new Promise((resolve) => {
    function settle(result: HttpResult): void {
      clearTimeout(timer)
      signal.removeEventListener('abort', cancel)
      resolve(result)
      request.abort()
    }
    const fail = ({ message }: Error) => settle(problemOfNetError(message))
    const cancel = () => settle({ kind: 'cancelled' })
    const timeOut = () => settle({ kind: 'unreachable', reason: 'timeout' })
    const timer = setTimeout(timeOut, limits.timeout)
    signal.addEventListener('abort', cancel)

    request.on('redirect', (status, _method, location) => {
      settle({ kind: 'moved', status, location: withoutQuery(location, url) })
    })
    // Only a proxy asks here: `credentials: 'omit'` keeps quiet about a server's own 401.
    request.on('login', () => settle({ kind: 'unreachable', reason: 'proxy' }))
    request.on('error', fail)
    request.on('response', (response) => {
      const status = response.statusCode
      const headers = joined(response.headers)
      const { location } = headers
      if (status >= 300 && status < 400 && location !== undefined) {
        return settle({ kind: 'moved', status, location: withoutQuery(location, url) })
      }
      const chunks: Buffer[] = []
      let size = 0
      response.on('data', (chunk) => {
        size += chunk.length
        if (size > limits.largestBody) settle({ kind: 'too-large', status })
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
 * Sends requests through Chromium, so that the proxy and the certificates of the
 * system apply. To be made after the app is ready.
 *
 * Chromium sends a POST again by itself when a connection that was used before breaks.
 * A server may have used up the refresh token by then and take the second one for theft
 * (RFC 9700 §4.14.2). So each request gets a fresh connection: HTTP/1.1 is told to
 * close, and whatever is left is hung up when nothing is under way.
 */
export function createHttp(limits: HttpLimits = usualLimits): Http {
  // In memory, without a cache, and for nothing else: no cookie, no login to inherit.
  const ownSession = session.fromPartition('token-endpoints', { cache: false })
  let underWay = 0
  let hangingUp = Promise.resolve()

  return {
    async send(asked, signal) {
      underWay += 1
      try {
        await hangingUp
        if (signal.aborted) return { kind: 'cancelled' }
        return await answerTo(start(ownSession, asked), asked.url, limits, signal)
      } finally {
        underWay -= 1
        if (underWay === 0) hangingUp = ownSession.closeAllConnections()
      }
    },
  }
}

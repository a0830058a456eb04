import { once } from 'node:events'
import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http'
import { Failure } from '../../shared/errors.ts'
import type { RedirectListener, RedirectRequest, RedirectResult } from '../engine/ports.ts'

interface Limits {
  /** Milliseconds until a request must have arrived as a whole. */
  readonly requestTimeout: number
}

const usualLimits: Limits = { requestTimeout: 10_000 }

/** Bytes. An authorization code alone can be over 1,000 characters long. */
const maxHeader = 64 * 1024
const maxBody = 1024 * 1024
/** Browsers open some connections in advance; more than these are no browser's. */
const maxSockets = 20
const maxPortAttempts = 10

/**
 * The addresses to bind: literals only, because a hosts file may point `localhost` elsewhere.
 * A browser may resolve `localhost` to either of the two.
 */
const bindings: Readonly<Record<string, readonly [string, ...string[]]>> = {
  '127.0.0.1': ['127.0.0.1'],
  '[::1]': ['::1'],
  localhost: ['127.0.0.1', '::1'],
}

const hasNoIpv6 = ({ code }: NodeJS.ErrnoException) =>
  code === 'EADDRNOTAVAIL' || code === 'EAFNOSUPPORT'

/** Resolves with the port that the server is bound to. */
async function bind(server: Server, host: string, port: number): Promise<number> {
  server.listen({ host, port, exclusive: true })
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('not bound to a port')
  return address.port
}

type Answer = (request: IncomingMessage, response: ServerResponse) => Promise<void>

function startServer(handler: RequestListener, { requestTimeout }: Limits): Server {
  const server = createServer(
    {
      maxHeaderSize: maxHeader,
      requestTimeout,
      headersTimeout: requestTimeout,
      connectionsCheckingInterval: Math.min(requestTimeout / 4, 1000),
    },
    handler,
  )
  server.maxConnections = maxSockets
  return server
}

function stopAll(servers: readonly Server[]): void {
  for (const server of servers) {
    server.close()
    server.closeAllConnections()
  }
}

interface Bound {
  readonly servers: readonly Server[]
  readonly port: number
}

async function bindOnce(
  [firstHost, ...otherHosts]: readonly [string, ...string[]],
  wanted: number,
  start: () => Server,
): Promise<Bound> {
  const servers: Server[] = []
  const bindNext = (host: string, port: number) => {
    const server = start()
    servers.push(server)
    return bind(server, host, port)
  }
  try {
    const port = await bindNext(firstHost, wanted)
    for (const host of otherHosts) {
      await bindNext(host, port).catch((cause: NodeJS.ErrnoException) => {
        if (!hasNoIpv6(cause)) throw cause
      })
    }
    return { servers, port }
  } catch (cause) {
    stopAll(servers)
    throw cause
  }
}

/** Binds one server per address, all to the same port; port 0 takes any that is free on all. */
async function bindAll(
  hosts: readonly [string, ...string[]],
  port: number,
  start: () => Server,
): Promise<Bound> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await bindOnce(hosts, port, start)
    } catch {
      // Another program may have a free port of the first address on the second.
      const mayTryAnother = port === 0 && attempt < maxPortAttempts
      if (!mayTryAnother) throw new Failure({ code: 'port-unavailable', port })
    }
  }
}

const pageHeaders = {
  'content-type': 'text/html; charset=utf-8',
  // Chromium would answer the real redirect from the cached response to a prefetch.
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  connection: 'close',
}

function answerWith(
  response: ServerResponse,
  status: number,
  page = '',
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, { ...pageHeaders, ...headers }).end(page)
}

function isPrefetch({ headers }: IncomingMessage): boolean {
  const purposes = [headers['sec-purpose'], headers['purpose'], headers['x-moz']].flat()
  return purposes.some((purpose) => /prefetch|prerender|preview/i.test(purpose ?? ''))
}

/** Reads a form (the response mode `form_post`); `null` if it is too large or breaks off. */
async function readForm(request: IncomingMessage): Promise<URLSearchParams | null> {
  const chunks: Buffer[] = []
  let size = 0
  try {
    // Destroying the request would destroy the socket, and with it the response.
    const body: AsyncIterable<Buffer> = request.iterator({ destroyOnReturn: false })
    for await (const chunk of body) {
      size += chunk.length
      if (size > maxBody) return null
      chunks.push(chunk)
    }
  } catch {
    return null
  }
  return new URLSearchParams(Buffer.concat(chunks).toString('utf8'))
}

const isForm = ({ headers }: IncomingMessage) =>
  /^application\/x-www-form-urlencoded\s*(;|$)/i.test(headers['content-type'] ?? '')

/**
 * Builds the request handler. `redirected` is called once, after the page for the first accepted
 * redirect has been sent; later requests get the same page and change nothing.
 */
function createAnswer(
  { accepts, pages }: RedirectRequest,
  expected: URL,
  boundHost: () => string,
  redirected: (parameters: URLSearchParams) => void,
): Answer {
  let isTaken = false

  function take(parameters: URLSearchParams, response: ServerResponse): void {
    if (!isTaken && !accepts(parameters)) {
      answerWith(response, 400, pages.refused)
      return
    }
    if (!isTaken) response.once('close', () => redirected(parameters))
    isTaken = true
    answerWith(response, 200, pages.accepted)
  }

  return async (request, response) => {
    const { method, headers, url = '' } = request
    // SECURITY: a page of another site can reach this port by a name of its own (DNS rebinding).
    if (headers.host?.toLowerCase() !== boundHost()) return answerWith(response, 400)
    const target = URL.canParse(url, expected.origin) ? new URL(url, expected.origin) : null
    if (target?.pathname !== expected.pathname) return answerWith(response, 404)
    const allow = { allow: 'GET, POST' }
    // A preflight must neither end the wait nor be allowed to go on.
    if (method === 'OPTIONS') return answerWith(response, 204, '', allow)
    if (method !== 'GET' && method !== 'POST') return answerWith(response, 405, '', allow)
    if (isPrefetch(request)) return answerWith(response, 503)
    if (method === 'GET') return take(target.searchParams, response)
    if (!isForm(request)) return answerWith(response, 415)
    const form = await readForm(request)
    return form === null ? answerWith(response, 413) : take(form, response)
  }
}

/** Returns the address as it was given, with the port in the place of `:0`. */
function withPort(address: string, port: number): string {
  return address.replace(/^(http:\/\/(?:\[::1\]|[^/:]+)):0(?=[/?]|$)/, `$1:${port}`)
}

/**
 * Receives redirects by a server of Node on loopback addresses alone. Nothing of a request is
 * logged: its query or body holds the authorization code.
 */
export function createRedirectListener(limits: Limits = usualLimits): RedirectListener {
  return {
    listen: async (request, signal) => {
      const expected = URL.canParse(request.address) ? new URL(request.address) : null
      const hosts = expected === null ? undefined : bindings[expected.hostname]
      if (expected === null || expected.protocol !== 'http:' || hosts === undefined) {
        throw new Error('not an http loopback address')
      }
      const boundUrl = new URL(expected)
      let end: (result: RedirectResult) => void = () => {}
      let fail: (cause: unknown) => void = () => {}
      const result = new Promise<RedirectResult>((resolve, reject) => {
        end = resolve
        fail = reject
      })
      const answer = createAnswer(
        request,
        expected,
        () => boundUrl.host,
        (parameters) => end({ kind: 'redirected', parameters }),
      )
      const handler: RequestListener = (incoming, response) => {
        answer(incoming, response).catch((cause: unknown) => {
          answerWith(response, 500)
          fail(cause)
        })
      }
      // An address without a port has port 80.
      const wanted = expected.port === '' ? 80 : Number(expected.port)
      const { servers, port } = await bindAll(hosts, wanted, () => startServer(handler, limits))
      boundUrl.port = String(port)
      const cancel = () => end({ kind: 'cancelled' })
      if (signal.aborted) cancel()
      signal.addEventListener('abort', cancel)
      const closed = result.finally(() => {
        signal.removeEventListener('abort', cancel)
        stopAll(servers)
      })
      return { address: withPort(request.address, port), result: closed }
    },
  }
}

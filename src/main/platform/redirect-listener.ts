import { once } from 'node:events'
import type { RequestListener, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import type { PortProblem } from '../../shared/outcome.ts'
import type {
  RedirectListener,
  RedirectNotice,
  RedirectRequest,
  RedirectResult,
} from '../engine/ports.ts'
import { createRedirectAnswers } from './redirect-answers.ts'
import { type RedirectPageTexts, redirectPageHeaders } from './redirect-page.ts'

interface Parts {
  /** The texts of the pages, in the language of the user. */
  readonly texts: RedirectPageTexts
  /** Milliseconds until a request must have arrived as a whole. */
  readonly requestTimeout?: number
  /** Binds a server, and resolves with its port; rejects as `Server.listen` does. */
  readonly bind?: Bind
}

type Bind = (server: Server, host: string, port: number) => Promise<number>

/** Bytes. An authorization code alone can be over 1,000 characters long. */
const maxHeader = 64 * 1024
/** Connections of one address. Browsers open some in advance; more than these are no browser's. */
const maxSockets = 20
const maxPortAttempts = 10
/** Milliseconds for requests that are under way when the wait ends. */
const timeToFinish = 1000

/**
 * The addresses to bind: literals only, because a hosts file may point `localhost` elsewhere.
 * A browser may resolve `localhost` to either of the two.
 */
const bindings: Readonly<Record<string, readonly [string, ...string[]]>> = {
  '127.0.0.1': ['127.0.0.1'],
  '[::1]': ['::1'],
  localhost: ['127.0.0.1', '::1'],
}

const codeOf = (cause: unknown) => (cause as NodeJS.ErrnoException).code ?? ''
const hasNoIpv6 = (cause: unknown) => ['EADDRNOTAVAIL', 'EAFNOSUPPORT'].includes(codeOf(cause))

/** Returns why a free port can't be bound; an empty object: another program has it. */
/** The ports of all waits of the app, whichever listener began them. */
const ownPorts = new Set<number>()

function problemOf(
  cause: unknown,
  hosts: readonly string[],
  port: number,
): { readonly reason?: PortProblem } {
  if (codeOf(cause) === 'EADDRINUSE' && ownPorts.has(port)) return { reason: 'another-sign-in' }
  if (hosts.includes('::1') && hasNoIpv6(cause)) return { reason: 'no-ipv6' }
  return codeOf(cause) === 'EACCES' ? { reason: 'reserved' } : {}
}

/** Resolves with the port that the server is bound to. */
export const bindServer: Bind = async (server, host, port) => {
  server.listen({ host, port, exclusive: true })
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('not bound to a port')
  return address.port
}

/** A server on one address, and its connections. */
interface Listening {
  readonly server: Server
  /** Ends all connections at once. */
  stop(): void
  /** Ends the connections that wait for no response at once, and the others soon. */
  finish(): void
}

/** The first bytes of a TLS record with a greeting (RFC 8446 §5.1). */
const isTls = (packet: Buffer | undefined) => packet?.[0] === 0x16 && (packet[1] ?? 3) === 3

const statusOfError: Readonly<Record<string, string>> = {
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
}

function refuseUnreadable(code: string | undefined, socket: Duplex): void {
  const status = statusOfError[code ?? ''] ?? '400 Bad Request'
  const head = `HTTP/1.1 ${status}\r\nCache-Control: no-store\r\nConnection: close\r\n\r\n`
  socket.end(head, () => socket.destroy())
}

/** Loaded with the first wait: most starts need no server. */
type Http = typeof import('node:http')

interface Handlers {
  readonly handler: RequestListener
  readonly onTls: () => void
}

function startServer({ createServer }: Http, { handler, onTls }: Handlers, timeout: number) {
  const answering = new Set<Duplex>()
  const server = createServer(
    {
      maxHeaderSize: maxHeader,
      requestTimeout: timeout,
      headersTimeout: timeout,
      connectionsCheckingInterval: Math.min(timeout / 4, 1000),
    },
    (request, response) => {
      const { socket } = request
      answering.add(socket)
      response.once('close', () => answering.delete(socket))
      handler(request, response)
    },
  )
  /** In the order of their arrival. */
  const sockets = new Set<Duplex>()
  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
    // The one with the redirect must get in even if others do nothing but stay.
    const isSpare = (each: Duplex) => !answering.has(each)
    if (sockets.size > maxSockets) [...sockets].find(isSpare)?.destroy()
  })
  server.on('clientError', (error: NodeJS.ErrnoException & { rawPacket?: Buffer }, socket) => {
    if (isTls(error.rawPacket)) {
      onTls()
      socket.destroy()
    } else {
      refuseUnreadable(error.code, socket)
    }
  })
  // Node would answer and keep the connection. No browser expects anything but `100-continue`.
  server.on('checkExpectation', (_, response) => {
    response.writeHead(417, redirectPageHeaders).end()
  })
  // Once it listens, an error concerns one connection, such as too many open files.
  server.on('error', () => {})
  function stop(): void {
    server.close()
    server.closeAllConnections()
  }
  function finish(): void {
    server.close()
    for (const socket of sockets) if (!answering.has(socket)) socket.destroy()
    if (sockets.size > 0) setTimeout(stop, timeToFinish).unref()
  }
  return { server, stop, finish }
}

interface Bound {
  readonly all: readonly Listening[]
  readonly port: number
}

async function bindOnce(
  [firstHost, ...otherHosts]: readonly [string, ...string[]],
  wanted: number,
  start: () => Listening,
  bind: Bind,
): Promise<Bound> {
  const all: Listening[] = []
  const bindNext = (host: string, port: number) => {
    const next = start()
    all.push(next)
    return bind(next.server, host, port)
  }
  try {
    const port = await bindNext(firstHost, wanted)
    for (const host of otherHosts) {
      await bindNext(host, port).catch((cause: unknown) => {
        if (!hasNoIpv6(cause)) throw cause
      })
    }
    return { all, port }
  } catch (cause) {
    for (const each of all) each.stop()
    throw cause
  }
}

/** Binds one server per address, all to the same port; port 0 takes any that is free on all. */
async function bindAll(
  hosts: readonly [string, ...string[]],
  port: number,
  start: () => Listening,
  bind: Bind,
): Promise<Bound | { readonly reason?: PortProblem }> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await bindOnce(hosts, port, start, bind)
    } catch (cause) {
      // Another program may have a free port of the first address on the second.
      const mayTryAnother = port === 0 && attempt < maxPortAttempts
      if (!mayTryAnother) return problemOf(cause, hosts, port)
    }
  }
}

/** Returns the address as it was given, with the port in the place of `:0`, however that is written. */
function withPort(address: string, port: number): string {
  return address.replace(/^(http:\/\/[^/?#]*:)0+(?=[/?#]|$)/i, `$1${port}`)
}

/** Calls `onNotice` once for each kind. */
function createNotify({ onNotice }: RedirectRequest, fail: (cause: unknown) => void) {
  const given = new Set<RedirectNotice>()
  return (notice: RedirectNotice) => {
    if (given.has(notice)) return
    given.add(notice)
    try {
      onNotice?.(notice)
    } catch (cause) {
      fail(cause)
    }
  }
}

/**
 * Receives redirects by servers of Node on loopback addresses alone. Nothing of a request is
 * logged: its query or body holds the authorization code.
 */
export function createRedirectListener({
  texts,
  requestTimeout = 10_000,
  bind = bindServer,
}: Parts): RedirectListener {
  return {
    listen: async (request, signal) => {
      const { address, accepts } = request
      const expected = URL.canParse(address) ? new URL(address) : null
      const hosts = expected === null ? undefined : bindings[expected.hostname]
      if (expected === null || expected.protocol !== 'http:' || hosts === undefined) {
        throw new Error('not an http loopback address')
      }
      const cancelled: RedirectResult = { kind: 'cancelled' }
      if (signal.aborted) {
        return { kind: 'listening', address, result: Promise.resolve(cancelled) }
      }

      let end: (result: RedirectResult) => void = () => {}
      let fail: (cause: unknown) => void = () => {}
      const result = new Promise<RedirectResult>((resolve, reject) => {
        end = resolve
        fail = reject
      })
      const notify = createNotify(request, (cause) => fail(cause))
      let boundPort = 0
      const answer = createRedirectAnswers({
        accepts,
        expected,
        port: () => boundPort,
        texts,
        noParameters: () => notify('no-parameters'),
        redirected: (parameters) => end({ kind: 'redirected', parameters }),
      })
      const handler: RequestListener = (incoming, response) => {
        answer(incoming, response).catch((cause: unknown) => {
          response.destroy()
          fail(cause)
        })
      }

      // An address without a port has port 80.
      const wanted = expected.port === '' ? 80 : Number(expected.port)
      const http = await import('node:http')
      const handlers = { handler, onTls: () => notify('tls') }
      const start = () => startServer(http, handlers, requestTimeout)
      const bound = await bindAll(hosts, wanted, start, bind)
      if (!('all' in bound)) return { kind: 'port-unavailable', port: wanted, ...bound }
      boundPort = bound.port
      ownPorts.add(boundPort)
      const cancel = () => end(cancelled)
      if (signal.aborted) cancel()
      signal.addEventListener('abort', cancel)
      const closed = result.finally(() => {
        signal.removeEventListener('abort', cancel)
        ownPorts.delete(boundPort)
        for (const each of bound.all) {
          if (signal.aborted) each.stop()
          else each.finish()
        }
      })
      return { kind: 'listening', address: withPort(address, boundPort), result: closed }
    },
  }
}

import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type RequestListener } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { makeSelfSigned } from '../faults/certificates.ts'

export interface ReceivedRequest {
  readonly method: string | undefined
  readonly path: string | undefined
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
}

/** A server of this computer that remembers what it was sent. */
export interface LoopbackServer {
  readonly origin: string
  /** Whole requests, in the order of their arrival. */
  readonly received: readonly ReceivedRequest[]
  /** Answers `CONNECT`, with which a proxy is asked for a tunnel (RFC 9110 §9.3.6). */
  onConnect(answer: (socket: Duplex) => void): void
  /** Resolves when no client holds a connection. */
  idle(): Promise<void>
  /** Resolves when so many whole requests have arrived. */
  receives(count: number): Promise<void>
  close(): Promise<void>
}

/** Starts a server that answers with `listener` when a request is there with all of its body. */
export async function startServer(
  listener: RequestListener,
  scheme: 'http' | 'https' = 'http',
): Promise<LoopbackServer> {
  const received: ReceivedRequest[] = []
  const sockets = new Set<Socket>()
  const changes = new Set<() => void>()
  const announce = () => {
    for (const check of changes) check()
  }

  const remember: RequestListener = (request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const { method, url: path, headers } = request
      received.push({ method, path, headers, body: Buffer.concat(chunks) })
      announce()
      listener(request, response)
    })
  }
  const server =
    scheme === 'http' ? createServer(remember) : createTlsServer(makeSelfSigned(), remember)
  server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.on('error', () => {})
    socket.on('close', () => {
      sockets.delete(socket)
      announce()
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('not a TCP server')

  function until(isSo: () => boolean): Promise<void> {
    return new Promise((resolve) => {
      const check = () => {
        if (!isSo()) return
        changes.delete(check)
        resolve()
      }
      changes.add(check)
      check()
    })
  }

  return {
    origin: `${scheme}://127.0.0.1:${address.port}`,
    received,
    onConnect: (answer) => {
      server.on('connect', (_request, socket: Duplex) => answer(socket))
    },
    idle: () => until(() => sockets.size === 0),
    receives: (count) => until(() => received.length >= count),
    async close() {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}

/** The address of a port that nobody listens on. */
export async function findClosedPort(): Promise<string> {
  const server = await startServer(() => {})
  await server.close()
  return server.origin
}

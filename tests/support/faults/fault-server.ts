import { once } from 'node:events'
import { createServer, type Server, type Socket } from 'node:net'
import { createServer as createTlsServer } from 'node:tls'
import type { Credentials } from './certificates.ts'

/** What a server does to a client: with its connection, or once the request is there. */
export interface Fault {
  /** Before anything was read. */
  readonly onConnection?: (socket: Socket) => void
  /** When the whole of the request is there. */
  readonly onRequest?: (socket: Socket) => void
  /** Speak TLS, with these. */
  readonly tls?: Credentials
}

/** A server of this computer that does not do as it should. */
export interface FaultServer {
  /** `127.0.0.1:12345` */
  readonly host: string
  /** How often somebody connected. */
  readonly connections: number
  /** How many whole requests came. */
  readonly requests: number
  /** All that came, decrypted. */
  readonly received: string
  /** Resolves when so many have connected. */
  connected(count?: number): Promise<void>
  /** Resolves when so many whole requests have come. */
  asked(count?: number): Promise<void>
  /** Resolves when nobody holds a connection. */
  idle(): Promise<void>
  close(): Promise<void>
}

/** Whether head and body are there; the body is as long as its head says. */
function isWhole(received: string): boolean {
  const end = received.indexOf('\r\n\r\n')
  if (end < 0) return false
  const length = Number(/content-length: *(\d+)/i.exec(received.slice(0, end))?.[1] ?? 0)
  return received.length >= end + 4 + length
}

/** Starts a server with one fault. */
export async function startFaultServer(fault: Fault): Promise<FaultServer> {
  const sockets = new Set<Socket>()
  const waiting = new Set<() => void>()
  let connections = 0
  let requests = 0
  let received = ''

  function announce(): void {
    for (const check of waiting) check()
  }

  function until(isSo: () => boolean): Promise<void> {
    return new Promise((resolve) => {
      const check = () => {
        if (!isSo()) return
        waiting.delete(check)
        resolve()
      }
      waiting.add(check)
      check()
    })
  }

  function keep(socket: Socket): void {
    connections += 1
    sockets.add(socket)
    socket.on('error', () => {})
    socket.on('close', () => {
      sockets.delete(socket)
      announce()
    })
    announce()
  }

  function serve(socket: Socket): void {
    socket.on('error', () => {})
    // Half-open is for the server's own goodbye; it does not stay when the client has left.
    socket.on('end', () => socket.destroy())
    fault.onConnection?.(socket)
    let request = ''
    socket.on('data', (bytes) => {
      received += bytes.toString('latin1')
      request += bytes.toString('latin1')
      if (!isWhole(request)) return
      request = ''
      requests += 1
      fault.onRequest?.(socket)
      announce()
    })
  }

  const server: Server =
    fault.tls === undefined
      ? createServer({ allowHalfOpen: true }, serve)
      : createTlsServer({ ...fault.tls, ALPNProtocols: ['http/1.1'] }, serve)
  server.on('connection', keep)
  server.on('tlsClientError', () => {})
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('not a TCP server')

  return {
    host: `127.0.0.1:${address.port}`,
    get connections() {
      return connections
    },
    get requests() {
      return requests
    },
    get received() {
      return received
    },
    connected: (count = 1) => until(() => connections >= count),
    asked: (count = 1) => until(() => requests >= count),
    idle: () => until(() => sockets.size === 0),
    async close() {
      const closed = once(server, 'close')
      server.close()
      for (const socket of sockets) socket.destroy()
      await closed
    },
  }
}

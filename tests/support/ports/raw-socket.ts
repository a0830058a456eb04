import { once } from 'node:events'
import { connect, type Socket } from 'node:net'

/** A connection that sends bytes as they are. */
export interface RawSocket {
  readonly socket: Socket
  write(bytes: string | Uint8Array): void
  /** Resolves with all that came, in Latin-1, when the other side or `destroy` has ended it. */
  readonly received: Promise<string>
}

/** Connects to a port of this computer; `null` if nothing listens there. */
export async function openRawSocket(port: number, host: string): Promise<RawSocket | null> {
  const socket = connect({ port, host, allowHalfOpen: false })
  const chunks: Buffer[] = []
  socket.on('data', (chunk) => chunks.push(chunk))
  const received = new Promise<string>((resolve) => {
    socket.once('close', () => resolve(Buffer.concat(chunks).toString('latin1')))
  })
  // A reset is one way in which a server ends a connection.
  socket.on('error', () => {})
  try {
    await once(socket, 'connect')
  } catch {
    return null
  }
  return { socket, received, write: (bytes) => socket.write(bytes) }
}

/** Sends one packet and resolves with all that came back until the server ended the connection. */
export async function exchange(port: number, host: string, bytes: string | Uint8Array) {
  const raw = await openRawSocket(port, host)
  raw?.write(bytes)
  return raw === null ? null : raw.received
}

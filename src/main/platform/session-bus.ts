import net from 'node:net'
import { decodeMessage, encodeCall, type Message } from './bus-message.ts'

/** A method to call, with texts as its arguments. */
export interface BusCall {
  readonly destination: string
  readonly path: string
  readonly interface: string
  readonly member: string
  readonly args: readonly string[]
}

export interface SessionBus {
  /** The values of the answer; rejects if the method fails or the bus is gone. */
  call(call: BusCall): Promise<readonly unknown[]>
  close(): void
}

interface Listeners {
  readonly onSignal: (member: string, args: readonly unknown[]) => void
  /** The bus is gone, or never was there; told once. */
  readonly onEnd: () => void
}

const bus = {
  destination: 'org.freedesktop.DBus',
  path: '/org/freedesktop/DBus',
  interface: 'org.freedesktop.DBus',
} as const

/** `undefined`: no text of UTF-8 is written so. */
function unescaped(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}

/**
 * The socket that an address of D-Bus names (D-Bus Specification, "Server Addresses"), the
 * first that is of a kind we know; `undefined`: there is none.
 */
export function socketOf(address: string): string | undefined {
  for (const each of address.split(';')) {
    const [, fields] = /^unix:(.*)$/.exec(each) ?? []
    for (const field of fields?.split(',') ?? []) {
      const [, key, value = ''] = /^(path|abstract)=(.+)$/.exec(field) ?? []
      const name = key === undefined ? undefined : unescaped(value)
      if (name !== undefined) return key === 'path' ? name : `\0${name}`
    }
  }
  return undefined
}

/** Where the desktop of the user says that its bus is. */
export function sessionBusAddress(env: NodeJS.ProcessEnv): string {
  const runtime = env['XDG_RUNTIME_DIR'] ?? '/nowhere'
  return env['DBUS_SESSION_BUS_ADDRESS'] ?? `unix:path=${runtime}/bus`
}

/**
 * Asks the bus of the desktop: calls with texts as arguments, and signals. Nothing else is
 * needed of it, and nothing is offered on it.
 */
export function openSessionBus(address: string, { onSignal, onEnd }: Listeners): SessionBus {
  const socket = net.connect({ path: socketOf(address) ?? '/nowhere' })
  const waiting = new Map<number, (answer: Message | null) => void>()
  let received: Buffer = Buffer.alloc(0)
  let isAuthenticated = false
  let hasEnded = false
  let serial = 0
  let unsent: Buffer[] = []

  function end(): void {
    if (hasEnded) return
    hasEnded = true
    socket.destroy()
    for (const settle of waiting.values()) settle(null)
    waiting.clear()
    onEnd()
  }

  function send(bytes: Buffer): void {
    if (isAuthenticated) socket.write(bytes)
    else unsent.push(bytes)
  }

  /** The server answers `OK` and an id to the one mechanism that is offered. */
  function authenticate(): void {
    const lineEnd = received.indexOf('\r\n')
    if (lineEnd < 0) return
    if (!received.toString('latin1', 0, lineEnd).startsWith('OK ')) throw new Error('not let in')
    received = received.subarray(lineEnd + 2)
    isAuthenticated = true
    socket.write('BEGIN\r\n')
    for (const bytes of unsent) socket.write(bytes)
    unsent = []
  }

  function take(message: Message): void {
    if (message.kind === 'signal') onSignal(message.member, message.body)
    if (message.kind !== 'answer' && message.kind !== 'failure') return
    waiting.get(message.replyTo)?.(message)
    waiting.delete(message.replyTo)
  }

  socket.on('connect', () => {
    const id = Buffer.from(String(process.getuid?.() ?? 0)).toString('hex')
    socket.write(`\0AUTH EXTERNAL ${id}\r\n`)
  })
  socket.on('data', (bytes) => {
    received = Buffer.concat([received, bytes])
    try {
      if (!isAuthenticated) authenticate()
      while (isAuthenticated) {
        const decoded = decodeMessage(received)
        if (decoded === undefined) return
        received = received.subarray(decoded.length)
        take(decoded.message)
      }
    } catch {
      // Not the protocol that we know: as if it were not there.
      end()
    }
  })
  socket.on('error', end)
  socket.on('close', end)
  // Nobody keeps the app alive for it.
  socket.unref()

  function call(what: BusCall): Promise<readonly unknown[]> {
    serial += 1
    const own = serial
    return new Promise((resolve, reject) => {
      if (hasEnded) return reject(new Error('the session bus is gone'))
      waiting.set(own, (answer) => {
        if (answer?.kind === 'answer') resolve(answer.body)
        else reject(new Error('the session bus gave no answer'))
      })
      send(encodeCall(own, what))
    })
  }

  void call({ ...bus, member: 'Hello', args: [] }).catch(end)
  return { call, close: end }
}

import net from 'node:net'
import { decodeMessage, encodeCall, type Message } from './bus-message.ts'

/** A method call with texts as arguments. */
export interface BusCall {
  readonly destination: string
  readonly path: string
  readonly interface: string
  readonly member: string
  readonly args: readonly string[]
}

export interface SessionBus {
  /** Returns the values of the reply; rejects if the method fails or the connection ends. */
  call(call: BusCall): Promise<readonly unknown[]>
  close(): void
}

interface Listeners {
  readonly onSignal: (member: string, args: readonly unknown[]) => void
  /** Called once when the connection ends or could not be opened. */
  readonly onEnd: () => void
}

const bus = {
  destination: 'org.freedesktop.DBus',
  path: '/org/freedesktop/DBus',
  interface: 'org.freedesktop.DBus',
} as const

/** Returns `undefined` if the text is not escaped UTF-8. */
function unescaped(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}

/**
 * Returns the first supported socket in a D-Bus address (D-Bus Specification, "Server Addresses");
 * `undefined`: there is none.
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

/** Returns the address of the user's session bus. */
export function sessionBusAddress(env: NodeJS.ProcessEnv): string {
  const runtime = env['XDG_RUNTIME_DIR'] ?? '/nowhere'
  return env['DBUS_SESSION_BUS_ADDRESS'] ?? `unix:path=${runtime}/bus`
}

/**
 * Connects to the session bus, for method calls with texts as arguments and for signals. Offers no
 * objects on the bus.
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

  /** Expects `OK` and an id in reply to the only offered mechanism. */
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
      // Not D-Bus: treated as if there were no bus.
      end()
    }
  })
  socket.on('error', end)
  socket.on('close', end)
  // unref: must not keep the process alive.
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

import { once } from 'node:events'
import { createConnection, type Socket } from 'node:net'

/** The mouse of an X server, moved as if a hand did. */
export interface Pointer {
  move(x: number, y: number): void
  /** With the left button, where it stands. */
  click(): void
  close(): void
}

const extension = 'XTEST'
const queryExtension = 98
const fakeInput = 2
const events = { press: 4, release: 5, move: 6 } as const
const leftButton = 1

/** Exactly so many bytes, however they come. */
async function read(socket: Socket, length: number): Promise<Buffer> {
  for (;;) {
    const bytes: Buffer | null = socket.read(length)
    if (bytes !== null) return bytes
    if (socket.readableEnded) throw new Error('the X server hangs up')
    await once(socket, 'readable')
  }
}

/** Where clients look first, then where servers of every age listen. */
async function connect(display: string): Promise<Socket> {
  const place = `/tmp/.X11-unix/X${display.replace(/^:|\.\d+$/g, '')}`
  const open = async (at: string): Promise<Socket> => {
    const socket = createConnection(at)
    await once(socket, 'connect')
    return socket
  }
  const socket = await open(`\0${place}`).catch(() => open(place))
  // Whoever waits for the screen to change notices that nothing moves the mouse any more.
  return socket.on('error', () => {})
}

/** Says hello (X Window System Protocol, §8): least significant byte first, no authorization. */
async function greet(socket: Socket): Promise<void> {
  const hello = Buffer.alloc(12)
  hello.write('l')
  hello.writeUInt16LE(11, 2)
  socket.write(hello)
  const head = await read(socket, 8)
  const rest = await read(socket, head.readUInt16LE(6) * 4)
  if (head.readUInt8(0) !== 1) throw new Error(`the X server refuses: ${rest.toString('latin1')}`)
}

/** The number by which this server knows the requests of XTEST. */
async function findExtension(socket: Socket): Promise<number> {
  const question = Buffer.alloc(16)
  question.writeUInt8(queryExtension, 0)
  question.writeUInt16LE(question.length / 4, 2)
  question.writeUInt16LE(extension.length, 4)
  question.write(extension, 8)
  socket.write(question)
  const reply = await read(socket, 32)
  if (reply.readUInt8(8) !== 1) throw new Error('the X server has no XTEST')
  return reply.readUInt8(9)
}

/**
 * Takes hold of the mouse. Two requests of X are all that is needed of it; a library of all of
 * them is a hundred times as long.
 * @param display as in DISPLAY, of a server on this machine
 */
export async function takePointer(display: string): Promise<Pointer> {
  const socket = await connect(display)
  await greet(socket)
  const opcode = await findExtension(socket)
  socket.resume()

  function fake(type: number, detail: number, x = 0, y = 0): void {
    const request = Buffer.alloc(36)
    request.writeUInt8(opcode, 0)
    request.writeUInt8(fakeInput, 1)
    request.writeUInt16LE(request.length / 4, 2)
    request.writeUInt8(type, 4)
    request.writeUInt8(detail, 5)
    request.writeInt16LE(x, 24)
    request.writeInt16LE(y, 26)
    socket.write(request)
  }

  return {
    move: (x, y) => fake(events.move, 0, Math.round(x), Math.round(y)),
    click: () => {
      fake(events.press, leftButton)
      fake(events.release, leftButton)
    },
    close: () => {
      socket.destroy()
    },
  }
}

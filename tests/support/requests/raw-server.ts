import { once } from 'node:events'
import { createServer } from 'node:net'

export interface RawServer {
  readonly origin: string
  /** The bytes of each request, as they came, in the order of their arrival. */
  readonly received: readonly Buffer[]
  close(): Promise<void>
}

const blankLine = '\r\n\r\n'

/** Whether head and body are there: this reads no more of the head than it must. */
function isWhole(bytes: Buffer): boolean {
  const end = bytes.indexOf(blankLine)
  if (end < 0) return false
  const length = /^content-length: *(\d+)\r$/im.exec(bytes.toString('latin1', 0, end + 2))
  return bytes.length >= end + blankLine.length + Number(length?.[1] ?? 0)
}

/** A loopback server below HTTP: it keeps every byte, and answers each request with `body`. */
export async function startRawServer(body: () => string): Promise<RawServer> {
  const received: Buffer[] = []
  const server = createServer((socket) => {
    let bytes: Buffer = Buffer.alloc(0)
    socket.on('error', () => {})
    socket.on('data', (chunk) => {
      bytes = Buffer.concat([bytes, chunk])
      if (!isWhole(bytes)) return
      received.push(bytes)
      const answer = body()
      socket.end(
        'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n' +
          `Content-Length: ${Buffer.byteLength(answer)}${blankLine}${answer}`,
      )
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return {
    origin: `http://127.0.0.1:${address.port}`,
    received,
    async close() {
      server.close()
      await once(server, 'close')
    },
  }
}

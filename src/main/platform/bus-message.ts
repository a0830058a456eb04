import type { BusCall } from './session-bus.ts'

/** What of a message of the bus is of use here; `body` has its plain values. */
export type Message =
  | { readonly kind: 'answer'; readonly replyTo: number; readonly body: readonly unknown[] }
  | { readonly kind: 'failure'; readonly replyTo: number }
  | { readonly kind: 'signal'; readonly member: string; readonly body: readonly unknown[] }
  | { readonly kind: 'other' }

const kinds = { call: 1, answer: 2, failure: 3, signal: 4 } as const
const fields = {
  path: 1,
  interface: 2,
  member: 3,
  replyTo: 5,
  destination: 6,
  signature: 8,
} as const

/** The longest message that the specification allows. */
const longest = 2 ** 27

const aligned = (offset: number, to: number) => Math.ceil(offset / to) * to

function textBytes(text: string): Buffer {
  const bytes = Buffer.from(`${text}\0`)
  const length = Buffer.alloc(4)
  length.writeUInt32LE(bytes.length - 1)
  return Buffer.concat([length, bytes])
}

function padded(bytes: Buffer, to: number): Buffer {
  return Buffer.concat([bytes, Buffer.alloc(aligned(bytes.length, to) - bytes.length)])
}

function field(code: number, type: 'o' | 's' | 'g', text: string): Buffer {
  const value =
    type === 'g' ? Buffer.from([text.length, ...Buffer.from(`${text}\0`)]) : textBytes(text)
  return Buffer.concat([Buffer.from([code, 1, type.charCodeAt(0), 0]), value])
}

/** A method call in the bytes of the D-Bus Specification, "Message Protocol", little-endian. */
export function encodeCall(serial: number, call: BusCall): Buffer {
  let body: Buffer = Buffer.alloc(0)
  for (const text of call.args) body = Buffer.concat([padded(body, 4), textBytes(text)])
  const wanted = [
    field(fields.path, 'o', call.path),
    field(fields.interface, 's', call.interface),
    field(fields.member, 's', call.member),
    field(fields.destination, 's', call.destination),
    ...(call.args.length === 0 ? [] : [field(fields.signature, 'g', 's'.repeat(call.args.length))]),
  ]
  let all: Buffer = Buffer.alloc(0)
  for (const each of wanted) all = Buffer.concat([padded(all, 8), each])
  const head = Buffer.alloc(16)
  head.set(['l'.charCodeAt(0), kinds.call, 0, 1])
  head.writeUInt32LE(body.length, 4)
  head.writeUInt32LE(serial, 8)
  head.writeUInt32LE(all.length, 12)
  return Buffer.concat([padded(Buffer.concat([head, all]), 8), body])
}

/** Reads values one after the other; throws on types that are not used here, and past the end. */
function createReader(bytes: Buffer, isLittle: boolean, start: number) {
  let offset = start

  function number(): number {
    offset = aligned(offset, 4)
    const value = isLittle ? bytes.readUInt32LE(offset) : bytes.readUInt32BE(offset)
    offset += 4
    return value
  }

  function text(length: number): string {
    if (offset + length + 1 > bytes.length) throw new RangeError('a text ends after its message')
    const value = bytes.toString('utf8', offset, offset + length)
    offset += length + 1
    return value
  }

  function byte(): number {
    const value = bytes.readUInt8(offset)
    offset += 1
    return value
  }

  function value(type: string): unknown {
    if (type === 's' || type === 'o') return text(number())
    if (type === 'g') return text(byte())
    if (type === 'u') return number()
    if (type === 'b') return number() === 1
    if (type === 'v') return value(text(byte()))
    throw new TypeError(`a value of type ${type}`)
  }

  return {
    value,
    byte,
    number,
    align: (to: number) => {
      offset = aligned(offset, to)
    },
    at: () => offset,
  }
}

/** The first message of what was received, and its length; `undefined`: it is not whole yet. */
export function decodeMessage(
  received: Buffer,
): { readonly message: Message; readonly length: number } | undefined {
  if (received.length < 16) return undefined
  const isLittle = received[0] === 'l'.charCodeAt(0)
  const lengths = createReader(received, isLittle, 4)
  const [bodyLength] = [lengths.number(), lengths.number()]
  const bodyStart = aligned(16 + lengths.number(), 8)
  const length = bodyStart + bodyLength
  if (length > longest) throw new RangeError('a message is too long')
  if (received.length < length) return undefined

  const header = createReader(received.subarray(0, bodyStart), isLittle, 16)
  const found = new Map<number, unknown>()
  while (header.at() + 8 <= bodyStart) {
    header.align(8)
    const code = header.byte()
    if (code === 0) break
    found.set(code, header.value('v'))
  }
  const replyTo = Number(found.get(fields.replyTo) ?? 0)
  const message = messageOf(received[1], replyTo, String(found.get(fields.member) ?? ''), () => {
    const reader = createReader(received.subarray(0, length), isLittle, bodyStart)
    return [...String(found.get(fields.signature) ?? '')].map((type) => reader.value(type))
  })
  return { message, length }
}

function messageOf(
  kind: number | undefined,
  replyTo: number,
  member: string,
  body: () => readonly unknown[],
): Message {
  if (kind === kinds.answer) return { kind: 'answer', replyTo, body: body() }
  if (kind === kinds.failure) return { kind: 'failure', replyTo }
  if (kind === kinds.signal) return { kind: 'signal', member, body: body() }
  return { kind: 'other' }
}

import { createValueReader } from './bus-values.ts'
import type { BusCall } from './session-bus.ts'

/** The used parts of a bus message; `body` has its plain values. */
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

/** Bytes; the maximum of the specification. */
const longest = 2 ** 27

/** Bytes of values that are read; no used reply has more. */
const maxBody = 2 ** 20

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

/** Encodes a method call (D-Bus Specification, "Message Protocol"), little-endian. */
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

type Fields = ReadonlyMap<number, unknown>

/** Returns the byte order of a message; throws if its mark is invalid. */
function isLittleEndian(first: number | undefined): boolean {
  if (first === 'l'.charCodeAt(0)) return true
  if (first === 'B'.charCodeAt(0)) return false
  throw new TypeError('a message without a byte order')
}

function fieldsOf(header: Buffer, isLittle: boolean): Fields {
  const reader = createValueReader(header, isLittle, 16)
  const found = new Map<number, unknown>()
  while (reader.at() + 8 <= header.length) {
    reader.align(8)
    const code = reader.byte()
    if (code === 0) break
    found.set(code, reader.value('v'))
  }
  return found
}

/**
 * Returns the first message in the received bytes, and its length; `undefined`: incomplete. Throws if
 * the bytes are not a message. Skips messages with unreadable values, because any program may send
 * messages on the bus.
 */
export function decodeMessage(
  received: Buffer,
): { readonly message: Message; readonly length: number } | undefined {
  if (received.length < 16) return undefined
  const isLittle = isLittleEndian(received[0])
  const lengths = createValueReader(received, isLittle, 4)
  const [bodyLength] = [lengths.number(), lengths.number()]
  const bodyStart = aligned(16 + lengths.number(), 8)
  const length = bodyStart + bodyLength
  if (length > longest) throw new RangeError('a message is too long')
  if (received.length < length) return undefined
  return { message: messageIn(received.subarray(0, length), bodyStart, isLittle), length }
}

function messageIn(whole: Buffer, bodyStart: number, isLittle: boolean): Message {
  let found: Fields
  try {
    found = fieldsOf(whole.subarray(0, bodyStart), isLittle)
  } catch {
    return { kind: 'other' }
  }
  const replyTo = Number(found.get(fields.replyTo) ?? 0)
  switch (whole[1]) {
    case kinds.failure:
      return { kind: 'failure', replyTo }
    case kinds.answer: {
      const body = bodyOf(whole, bodyStart, isLittle, found)
      // The caller gets a failure instead of an unreadable reply.
      return body === undefined ? { kind: 'failure', replyTo } : { kind: 'answer', replyTo, body }
    }
    case kinds.signal: {
      const body = bodyOf(whole, bodyStart, isLittle, found) ?? []
      return { kind: 'signal', member: String(found.get(fields.member) ?? ''), body }
    }
    default:
      return { kind: 'other' }
  }
}

function bodyOf(
  whole: Buffer,
  bodyStart: number,
  isLittle: boolean,
  found: Fields,
): readonly unknown[] | undefined {
  if (whole.length - bodyStart > maxBody) return undefined
  try {
    const signature = String(found.get(fields.signature) ?? '')
    return createValueReader(whole, isLittle, bodyStart).values(signature)
  } catch {
    return undefined
  }
}

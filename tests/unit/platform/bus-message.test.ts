import { describe, expect, test } from 'vitest'
import { decodeMessage, encodeCall } from '../../../src/main/platform/bus-message.ts'
import { createValueReader } from '../../../src/main/platform/bus-values.ts'

const names = { destination: 'a.b', path: '/', interface: 'a.b', member: 'Changed' } as const
const call = encodeCall(7, { ...names, args: ['one', 'two'] })

/** The same message as one of another kind: 2 is an answer, 3 a failure, 4 a signal. */
function ofKind(kind: number, change: (bytes: Buffer) => void = () => {}): Buffer {
  const bytes = Buffer.from(call)
  bytes[1] = kind
  change(bytes)
  return bytes
}

/** Writes another signature of the same length into the header. */
function withSignature(bytes: Buffer, signature: string): void {
  const at = bytes.indexOf('\x02ss\0', 'latin1')
  expect(at).toBeGreaterThan(0)
  bytes.write(signature, at + 1, 'latin1')
}

describe('a message', () => {
  test('is read when it is whole, and not before', () => {
    const bytes = ofKind(4)
    const { length } = bytes
    for (const end of [0, 15, length - 1]) {
      expect(decodeMessage(bytes.subarray(0, end))).toBeUndefined()
    }
    const message = { kind: 'signal', member: 'Changed', body: ['one', 'two'] }
    expect(decodeMessage(Buffer.concat([bytes, Buffer.alloc(3)]))).toEqual({ message, length })
  })

  test.each(['zs', '?!', 'a(', '{s', 'as'])(
    'whose values, of the types %s, can’t be read is passed over whole',
    (signature) => {
      const change = (bytes: Buffer) => withSignature(bytes, signature)
      const { length } = call
      expect(decodeMessage(ofKind(4, change))).toEqual({
        message: { kind: 'signal', member: 'Changed', body: [] },
        length,
      })
      expect(decodeMessage(ofKind(2, change))).toMatchObject({
        message: { kind: 'failure' },
        length,
      })
    },
  )

  test('with more values than anything that is asked for is passed over unread', () => {
    const long = encodeCall(7, { ...names, args: ['x'.repeat(2 ** 20)] })
    long[1] = 4
    expect(decodeMessage(long)).toEqual({
      message: { kind: 'signal', member: 'Changed', body: [] },
      length: long.length,
    })
  })

  test.each([0x6d, 0xff, 0])('that begins with byte %i is none', (first) => {
    const bytes = ofKind(4)
    bytes[0] = first
    expect(() => decodeMessage(bytes)).toThrow()
  })

  test('that says it is gigabytes long is none', () => {
    expect(() => decodeMessage(ofKind(4, (bytes) => bytes.writeUInt32LE(2 ** 31, 4)))).toThrow()
  })
})

describe('a value', () => {
  const read = (bytes: readonly number[], signature: string) =>
    createValueReader(Buffer.from(bytes), true, 0).values(signature)

  test('of every basic type is read', () => {
    expect(read([255, 0, 255, 255, 255, 255], 'ynq')).toEqual([255, -1, 65535])
    expect(read([1, 0, 0, 0, 254, 255, 255, 255, 9, 0, 0, 0], 'biu')).toEqual([true, -2, 9])
    const eight = [255, 255, 255, 255, 255, 255, 255, 255]
    expect(read([...eight, ...eight], 'xt')).toEqual([-1n, 2n ** 64n - 1n])
    expect(read([0, 0, 0, 0, 0, 0, 248, 63], 'd')).toEqual([1.5])
  })

  test('in an array of structures is read, with the room between them', () => {
    const one = [1, 0, 0, 0, 65, 0, 0, 0]
    const two = [1, 0, 0, 0, 66, 0]
    expect(read([14, 0, 0, 0, 0, 0, 0, 0, ...one, ...two], 'a(s)')).toEqual([[['A'], ['B']]])
  })

  test.each([
    ['an array that ends after its message', [200, 0, 0, 0, 1], 'ay'],
    ['a text that ends after its message', [200, 0, 0, 0, 65, 0], 's'],
    ['a number that is cut off', [1, 0], 'u'],
    [
      'a variant in itself, for ever',
      Array.from({ length: 600 }, (_, at) => [1, 118, 0][at % 3] ?? 0),
      'v',
    ],
    ['an array of nothing', [8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], 'a()'],
    ['arrays in arrays without end', [0, 0, 0, 0], 'a'.repeat(200)],
  ])('is refused: %s', (_what, bytes, signature) => {
    expect(() => read(bytes, signature)).toThrow()
  })
})

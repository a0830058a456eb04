/** Nested containers; the maximum of the specification. */
const maxDepth = 64

/** Bytes to which values of each basic type are aligned (D-Bus Specification, "Marshaling"). */
const alignments: Readonly<Record<string, number>> = {
  y: 1,
  g: 1,
  v: 1,
  n: 2,
  q: 2,
  b: 4,
  i: 4,
  u: 4,
  h: 4,
  s: 4,
  o: 4,
  a: 4,
  x: 8,
  t: 8,
  d: 8,
  '(': 8,
  '{': 8,
}

const aligned = (offset: number, to: number) => Math.ceil(offset / to) * to

/** Returns the end of the single complete type that begins at `start` of a signature. */
function endOfType(signature: string, start: number, depth = 0): number {
  const type = signature[start]
  if (type === undefined || depth > maxDepth) throw new TypeError('a signature is not whole')
  if (type === 'a') return endOfType(signature, start + 1, depth + 1)
  const close = type === '(' ? ')' : type === '{' ? '}' : undefined
  if (close === undefined) {
    if (alignments[type] === undefined) throw new TypeError(`a value of type ${type}`)
    return start + 1
  }
  let end = start + 1
  // An empty one has no size, so an array could hold any number of them.
  if (signature[end] === close) throw new TypeError('a structure without values')
  while (signature[end] !== close) end = endOfType(signature, end, depth + 1)
  return end + 1
}

/** Splits a signature into its single complete types: `sa{sv}` is `s` and `a{sv}`. */
function typesOf(signature: string): readonly string[] {
  const types: string[] = []
  for (let start = 0; start < signature.length; ) {
    const end = endOfType(signature, start)
    types.push(signature.slice(start, end))
    start = end
  }
  return types
}

/**
 * Creates a reader of consecutive D-Bus values of every type of the specification. Arrays and
 * structures become arrays, a dictionary becomes an array of pairs, and a variant becomes its value.
 * Throws on unknown types and past the end.
 */
export function createValueReader(bytes: Buffer, isLittle: boolean, start: number) {
  let offset = start
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

  function align(to: number): void {
    offset = aligned(offset, to)
  }

  /** Returns the aligned position of the next value of this size, and advances past it. */
  function take(size: number): number {
    align(size)
    const at = offset
    offset += size
    return at
  }

  const byte = () => view.getUint8(take(1))
  const number = () => view.getUint32(take(4), isLittle)

  function text(length: number): string {
    if (offset + length + 1 > bytes.length) throw new RangeError('a text ends after its message')
    const value = bytes.toString('utf8', offset, offset + length)
    offset += length + 1
    return value
  }

  function array(type: string, depth: number): readonly unknown[] {
    const length = number()
    align(alignments[type[0] ?? ''] ?? 1)
    const end = offset + length
    if (end > bytes.length) throw new RangeError('an array ends after its message')
    const items: unknown[] = []
    while (offset < end) items.push(value(type, depth + 1))
    return items
  }

  function structure(types: string, depth: number): readonly unknown[] {
    align(8)
    return typesOf(types).map((type) => value(type, depth + 1))
  }

  function variant(depth: number): unknown {
    const [type, ...more] = typesOf(text(byte()))
    if (type === undefined || more.length > 0) throw new TypeError('a variant holds one value')
    return value(type, depth + 1)
  }

  function value(type: string, depth = 0): unknown {
    if (depth > maxDepth) throw new RangeError('values are nested too deeply')
    switch (type[0]) {
      case 'y':
        return byte()
      case 'b':
        return number() === 1
      case 'n':
        return view.getInt16(take(2), isLittle)
      case 'q':
        return view.getUint16(take(2), isLittle)
      case 'i':
        return view.getInt32(take(4), isLittle)
      case 'u':
      case 'h':
        return number()
      case 'x':
        return view.getBigInt64(take(8), isLittle)
      case 't':
        return view.getBigUint64(take(8), isLittle)
      case 'd':
        return view.getFloat64(take(8), isLittle)
      case 's':
      case 'o':
        return text(number())
      case 'g':
        return text(byte())
      case 'v':
        return variant(depth)
      case 'a':
        return array(type.slice(1), depth)
      case '(':
      case '{':
        return structure(type.slice(1, -1), depth)
      default:
        throw new TypeError(`a value of type ${type}`)
    }
  }

  return {
    /** Reads the value of one complete type. */
    value: (type: string) => value(type),
    /** Reads the values of all types of a signature. */
    values: (signature: string) => typesOf(signature).map((type) => value(type)),
    byte,
    number,
    align,
    at: () => offset,
  }
}

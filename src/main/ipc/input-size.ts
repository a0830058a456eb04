/** What an input may hold at most; the largest that a user can make is far below. */
const inputLimits = {
  /** Characters of all strings and names together. */
  characters: 4_000_000,
  /** Values of all kinds, and places in arrays, empty ones too. */
  values: 20_000,
  /** Objects within objects. */
  depth: 16,
} as const

/**
 * Whether an input is small and plain enough to be parsed: text, numbers, booleans, nothing,
 * arrays and plain objects. A message between processes can also hold a map, bytes, an array
 * of a thousand million empty places or an object within itself; a schema would walk through
 * the latter two until main stood still. Never throws and goes no further than the limits;
 * only the names of one object can't be listed in part.
 */
export function isSmallAndPlain(input: unknown): boolean {
  let { characters, values } = { characters: 0, values: 0 }
  const waiting: { readonly value: unknown; readonly depth: number }[] = [
    { value: input, depth: 0 },
  ]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { value, depth } = next
    values += 1
    if (values > inputLimits.values || depth > inputLimits.depth) return false
    if (typeof value === 'string') characters += value.length
    else if (Array.isArray(value)) {
      if (value.length > inputLimits.values) return false
      for (const each of value) waiting.push({ value: each, depth: depth + 1 })
    } else if (isPlainObject(value)) {
      for (const name in value) {
        characters += name.length
        if (waiting.length > inputLimits.values) return false
        waiting.push({ value: value[name], depth: depth + 1 })
      }
    } else if (!isPrimitive(value)) return false
    if (characters > inputLimits.characters) return false
  }
  return true
}

function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === null || prototype === Object.prototype
}

function isPrimitive(value: unknown): boolean {
  return value === null || ['undefined', 'boolean', 'number'].includes(typeof value)
}

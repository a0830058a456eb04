/** The result of reading the source of a JSON value step by step. */
export interface SlowValue {
  readonly source: string
  /** In their order, repeated ones as often as they are said. */
  readonly members: readonly { readonly name: string; readonly value: SlowValue }[]
  readonly items: readonly SlowValue[]
  /** Of all names in it, an object says one twice. */
  readonly repeats: boolean
  /** The numbers in it, as they stand there. */
  readonly numbers: readonly string[]
  readonly hasProto: boolean
  /** Brackets inside one another. */
  readonly depth: number
}

const blank = /[ \t\r\n]*/y
const string = /"(?:[^"\\]|\\.)*"/y
const scalar = /[^\s,\]}]+/y

/** `text` must be JSON. Slow and obvious, to compare others with. */
export function readSlowly(text: string): SlowValue {
  let at = 0
  function take(pattern: RegExp): string {
    pattern.lastIndex = at
    const taken = pattern.exec(text)?.[0] ?? ''
    at += taken.length
    return taken
  }
  function takeList<Item>(item: () => Item): Item[] {
    const list: Item[] = []
    at += 1
    take(blank)
    while (text[at] !== ']' && text[at] !== '}') {
      if (text[at] === ',') at += 1
      list.push(item())
      take(blank)
    }
    at += 1
    return list
  }
  function member() {
    take(blank)
    const name: string = JSON.parse(take(string))
    take(blank)
    at += 1
    return { name, value: value() }
  }
  function value(): SlowValue {
    take(blank)
    const start = at
    const first = text[at] ?? ''
    const members = first === '{' ? takeList(member) : []
    const items = first === '[' ? takeList(value) : []
    const inner = [...members.map((each) => each.value), ...items]
    const names = members.map(({ name }) => name)
    if (first === '"') take(string)
    const number = /[-\d]/.test(first) ? [take(scalar)] : []
    if (start === at) take(scalar)
    return {
      source: text.slice(start, at),
      members,
      items,
      repeats: new Set(names).size < names.length || inner.some(({ repeats }) => repeats),
      numbers: [...number, ...inner.flatMap(({ numbers }) => numbers)],
      hasProto: names.includes('__proto__') || inner.some(({ hasProto }) => hasProto),
      depth: Math.max(0, ...inner.map(({ depth }) => depth)) + (/[[{]/.test(first) ? 1 : 0),
    }
  }
  return value()
}

/** A decimal number in one way of writing it: its sign, its digits, its power of ten. */
export function plainly(number: string): string {
  const [, sign = '', whole = '', fraction = '', exponent = '0'] =
    /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/i.exec(number) ?? []
  const digits = `${whole}${fraction}`.replace(/^0+/, '')
  const kept = digits.replace(/0+$/, '')
  if (kept === '') return '0'
  const power = Number(exponent) - fraction.length + digits.length - kept.length
  return `${sign}${kept}e${power}`
}

import { getNodeValue, type Node, type ParseError, parseTree } from 'jsonc-parser'

/** No honest answer or token nests deeper, and what shows it may recurse. */
const deepest = 64

/**
 * Whether `text` opens more than 64 arrays and objects inside each other. One pass
 * that looks at brackets outside strings, so that it is safe before any parser. A line
 * break ends a string, as it does for the parser that comes after.
 */
export function isTooDeep(text: string): boolean {
  let depth = 0
  let isInString = false
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index]
    if (isInString) {
      if (character === '\\') index += 1
      else if (character === '"' || character === '\n' || character === '\r') isInString = false
    } else if (character === '"') {
      isInString = true
    } else if (character === '{' || character === '[') {
      depth += 1
      if (depth > deepest) return true
    } else if (character === '}' || character === ']') {
      depth -= 1
    }
  }
  return false
}

export type JsonObjectReading =
  | {
      readonly kind: 'object'
      readonly members: ReadonlyMap<string, unknown>
      /** Names that occur more than once: readers disagree about which one counts. */
      readonly repeated: ReadonlySet<string>
      readonly hasTrailingComma: boolean
    }
  | { readonly kind: 'too-deep' }
  | { readonly kind: 'not-an-object' }

function parse(text: string, allowTrailingComma: boolean): Node | undefined {
  const errors: ParseError[] = []
  const root = parseTree(text, errors, { allowTrailingComma, disallowComments: true })
  return errors.length === 0 ? root : undefined
}

/** Reads a JSON object (RFC 8259 §4); a trailing comma is forgiven, a comment is not. */
export function readJsonObject(text: string): JsonObjectReading {
  if (isTooDeep(text)) return { kind: 'too-deep' }
  const strict = parse(text, false)
  const root = strict ?? parse(text, true)
  if (root?.type !== 'object') return { kind: 'not-an-object' }
  const members = new Map<string, unknown>()
  const repeated = new Set<string>()
  for (const { children: [name, value] = [] } of root.children ?? []) {
    const key = String(name?.value)
    if (members.has(key)) repeated.add(key)
    members.set(key, value === undefined ? undefined : getNodeValue(value))
  }
  return { kind: 'object', members, repeated, hasTrailingComma: strict === undefined }
}

/** The value of a member, as a text and as a kind. */
export type JsonMember =
  | { readonly kind: 'text'; readonly name: string; readonly text: string }
  /** A number or a truth value, exactly as it is written: a double would lose digits. */
  | { readonly kind: 'literal'; readonly name: string; readonly text: string }
  | { readonly kind: 'null' | 'nested'; readonly name: string }

const token = /\s*(?:"[^"\\]*(?:\\.[^"\\]*)*"|[[\]{}:,]|[^\s"[\]{}:,]+)/y

/** The tokens of a text that is JSON, as they are written. */
function tokensOf(text: string): readonly string[] {
  const tokens: string[] = []
  token.lastIndex = 0
  for (let found = token.exec(text); found !== null; found = token.exec(text)) {
    tokens.push(found[0].trim())
  }
  return tokens
}

function memberOf(name: string, value: string): JsonMember {
  if (value.startsWith('"')) return { kind: 'text', name, text: `${JSON.parse(value)}` }
  return value === 'null' ? { kind: 'null', name } : { kind: 'literal', name, text: value }
}

/**
 * The members of a JSON object in their order, also those whose name is repeated;
 * `undefined` if the text is no JSON object.
 */
export function jsonMembers(text: string): readonly JsonMember[] | undefined {
  let parsed: unknown
  try {
    parsed = JSON.parse(text)
  } catch {
    return undefined
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) return undefined
  const tokens = tokensOf(text)
  const members: JsonMember[] = []
  let at = 1
  while (at < tokens.length - 1) {
    const name = `${JSON.parse(tokens[at] ?? '""')}`
    const value = tokens[at + 2] ?? ''
    let depth = 0
    // Behind the name and its colon, to the comma behind the value.
    for (at += 2; at < tokens.length; at += 1) {
      const each = tokens[at] ?? ''
      if (each === ',' && depth === 0) break
      if (each === '{' || each === '[') depth += 1
      if (each === '}' || each === ']') depth -= 1
    }
    members.push(/^[{[]/.test(value) ? { kind: 'nested', name } : memberOf(name, value))
    at += 1
  }
  return members
}

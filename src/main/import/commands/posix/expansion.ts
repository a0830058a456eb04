import { withoutLastLineEnds } from '../../request/encoded-text.ts'
import { unknownPart } from '../../request/unknown-part.ts'
import { ansiQuotedAt } from './literals.ts'
import { mayBePrinting, outputOf } from './text-commands.ts'
import type { Variables } from './variables.ts'

/** Maximum depth of nested expansions; a longer `${…}` or `$(…)` is not evaluated. */
const maxDepth = 8
const maxLength = 10_000

export interface ExpansionContext {
  readonly variables: Variables
  readonly depth: number
  /** Reads the commands of a text with the same variables. */
  readonly commandsIn: (text: string, depth: number) => readonly (readonly string[])[]
}

/** The words that an expansion results in, and its length in the text. */
export interface Expansion {
  readonly words: readonly string[]
  readonly length: number
}

/**
 * Returns the end of `$(…)` or `${…}`, behind its closing bracket; the end of the text if there is
 * none.
 */
function bracketEnd(text: string, start: number, open: string, close: string): number {
  let depth = 0
  let isQuoted = false
  for (let at = start; at < text.length; at += 1) {
    const each = text[at]
    if (each === '\\') at += 1
    // Within `${…}` in quotation marks an apostrophe is a letter.
    else if (open === '(' && each === '"') isQuoted = !isQuoted
    else if (open === '(' && each === "'" && !isQuoted) {
      const isAnsi = text[at - 1] === '$'
      const end = isAnsi ? ansiQuotedAt(text, at + 1).end : text.indexOf("'", at + 1)
      at = end < 0 ? text.length : end
    } else if (isQuoted) continue
    else if (each === open) depth += 1
    else if (each === close && --depth === 0) return at + 1
  }
  return text.length
}

/** Returns the text behind `:-` and the like, without quotation marks around it. */
function wordOf(text: string, context: ExpansionContext): string {
  if (/^'[^']*'$/.test(text)) return text.slice(1, -1)
  const inner = /^"[^"]*"$/.test(text) ? text.slice(1, -1) : text
  return expandedText(inner, { ...context, depth: context.depth + 1 })
}

/** Evaluates `${…}` (XCU §2.6.2). */
function parameter(inner: string, source: string, context: ExpansionContext): readonly string[] {
  const { variables } = context
  const [, array] = /^([A-Za-z_]\w*)\[[@*]\]$/.exec(inner) ?? []
  const elements = array === undefined ? undefined : variables.elementsOf(array)
  if (elements !== undefined) return elements
  const [, name, operator = '', word = ''] =
    /^([A-Za-z_]\w*)(?:(:?[-=?+])([\s\S]*))?$/.exec(inner) ?? []
  if (name === undefined) return [unknownPart(source)]
  const value = variables.valueOf(name)
  const isUsable = value !== undefined && (value !== '' || !operator.startsWith(':'))
  if (operator.endsWith('+')) return [isUsable ? wordOf(word, context) : '']
  if (isUsable) return [value]
  return [/[-=]$/.test(operator) ? wordOf(word, context) : unknownPart(source)]
}

function substitution(inner: string, source: string, context: ExpansionContext): string {
  if (!mayBePrinting(inner)) return unknownPart(source)
  const output = outputOf(context.commandsIn(inner, context.depth + 1))
  // A shell removes trailing line breaks (XCU §2.6.3).
  return output === undefined ? unknownPart(source) : withoutLastLineEnds(output)
}

/**
 * Evaluates the expansion at a `$` or a back-tick; `undefined` if that is a plain character.
 * Commands are not run: their output is unknown, unless they only print their arguments.
 */
export function expansionAt(
  text: string,
  at: number,
  context: ExpansionContext,
): Expansion | undefined {
  const { variables, depth } = context
  const next = text[at + 1] ?? ''
  if (text[at] === '`') {
    const end = text.indexOf('`', at + 1)
    if (end < 0) return undefined
    const source = text.slice(at, end + 1)
    if (source.length > maxLength || depth > maxDepth) {
      return { words: [unknownPart('')], length: source.length }
    }
    const inner = source.slice(1, -1).replace(/\\([`$\\])/g, '$1')
    return { words: [substitution(inner, source, context)], length: source.length }
  }
  if (next === '(' || next === '{') {
    const window = text.slice(at, at + maxLength)
    const end = bracketEnd(window, 1, next, next === '(' ? ')' : '}')
    const source = window.slice(0, end)
    const isWhole = source.endsWith(next === '(' ? ')' : '}')
    if (!isWhole || depth > maxDepth || source.startsWith('$((')) {
      // Too long or never closed: the rest is not read for anything else.
      const length = isWhole ? source.length : text.length - at
      return { words: [unknownPart(isWhole ? source : '')], length }
    }
    const inner = source.slice(2, -1)
    const words =
      next === '{' ? parameter(inner, source, context) : [substitution(inner, source, context)]
    return { words, length: source.length }
  }
  const [name] = /^(?:[A-Za-z_]\w{0,200}|[\d@*#?!])/.exec(text.slice(at + 1, at + 202)) ?? []
  if (name === undefined) return undefined
  return { words: [variables.valueOf(name) ?? unknownPart(`$${name}`)], length: name.length + 1 }
}

/** Evaluates the expansions of a text and nothing else: no words, no quotation marks. */
export function expandedText(text: string, context: ExpansionContext): string {
  let read = ''
  for (let at = 0; at < text.length; at += 1) {
    const each = text[at] ?? ''
    const next = text[at + 1] ?? ''
    if (each === '\\' && '$`\\\n'.includes(next) && next !== '') {
      read += next === '\n' ? '' : next
      at += 1
    } else if (each === '$' || each === '`') {
      const expansion = expansionAt(text, at, context)
      read += expansion?.words.join(' ') ?? each
      at += (expansion?.length ?? 1) - 1
    } else read += each
  }
  return read
}

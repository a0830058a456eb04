import { call, cast, member, typeName } from './members.ts'
import { formatted, joined, replaced, sum } from './operators.ts'
import {
  isAtEnd,
  maxNesting,
  nested,
  type PsReader,
  peek,
  setEntry,
  skipBrackets,
  skipSpace,
  skipStatement,
  take,
  takeVariable,
  valueNamed,
} from './ps-reader.ts'
import { quoted } from './quoting.ts'

import { createTable, made, type PsValue, psNull, psText, written } from './value.ts'

/** The target of an assignment: a variable, or an entry of its value. */
export type Place =
  | { readonly kind: 'variable'; readonly name: string }
  | { readonly kind: 'entry'; readonly of: PsValue; readonly name: string }

interface Found {
  readonly value: PsValue
  readonly place?: Place
}

const bareKey = /[^\s=;{}()'"$]{1,200}/y

/** Returns the name of an entry of a table; `undefined` if it is not known. */
function key(reader: PsReader): string | undefined {
  const text = quoted(reader)
  if (text !== undefined) return text.kind === 'text' && !text.origin ? text.text : undefined
  const [bare] = take(reader, bareKey) ?? []
  if (bare !== undefined) return bare
  const value = isAtEnd(reader) ? made : written(primary(reader))
  return value.kind === 'text' && value.origin === undefined ? value.text : undefined
}

/** Reads `@{ name = value; … }` from behind its bracket. */
function table(reader: PsReader): PsValue {
  const read = createTable()
  for (;;) {
    skipSpace(reader, 'statements')
    const each = reader.text[reader.at]
    if (each === undefined || each === '}') break
    const before = reader.at
    const name = key(reader)
    skipSpace(reader, 'blanks')
    if (reader.text[reader.at] === '=') {
      reader.at += 1
      skipSpace(reader, 'lines')
      const value = reader.state.pipeline(reader)
      if (name === undefined || name === '') read.isPartial = true
      else setEntry(read, name, value)
    } else {
      read.isPartial = true
      skipStatement(reader)
    }
    const isStray = /[){]/.test(reader.text[reader.at] ?? '')
    read.isPartial ||= isStray
    if (reader.at === before || isStray) reader.at += 1
  }
  reader.state.isUnclosed ||= reader.at >= reader.text.length
  reader.at += 1
  return read
}

/** Reads `[name]`; `undefined` if there is none. */
export function takeType(reader: PsReader): string | undefined {
  if (reader.text[reader.at] !== '[') return undefined
  const start = reader.at + 1
  skipBrackets(reader)
  return typeName(reader.text.slice(start, Math.min(reader.at - 1, start + 200)))
}

const number = /(?:0x[\da-f]+|\d+(?:\.\d+)?(?:e[+-]?\d+)?)(?![\w.-])/iy
const scriptWord = /[^\s;|(){}=,+]+/y

/** Reads a value without operators and suffixes. */
export function simple(reader: PsReader): Found {
  const { text, state } = reader
  const inQuotes = quoted(reader)
  if (inQuotes !== undefined) return { value: inQuotes }
  const start = text.slice(reader.at, reader.at + 2)
  if (start === '@{') return { value: nested(reader, '@{', () => table(reader)) }
  if (start === '@(' || start === '$(') {
    reader.at += 1
    const value = nested(reader, '(', () => state.statements(reader, ')'))
    if (start === '$(' || value.kind === 'list' || value.kind === 'unknown') return { value }
    return { value: { kind: 'list', items: value.kind === 'null' ? [] : [value] } }
  }
  if (start[0] === '(') {
    return { value: nested(reader, '(', () => state.statements(reader, ')')) }
  }
  if (start[0] === '{') {
    nested(reader, '{', () => state.statements(reader, '}'))
    return { value: made }
  }
  const name = takeVariable(reader)
  if (name !== undefined)
    return { value: valueNamed(state, name), place: { kind: 'variable', name } }
  const [digits] = take(reader, number) ?? []
  if (digits !== undefined) return { value: { kind: 'number', text: digits } }
  if (start[0] === '[') {
    const type = takeType(reader) ?? ''
    if (text.startsWith('::', reader.at)) return { value: { kind: 'type', name: type } }
    skipSpace(reader, 'blanks')
    if (isAtEnd(reader) || state.depth >= maxNesting) return { value: made }
    state.depth += 1
    const value = cast(type, unary(reader))
    state.depth -= 1
    return { value }
  }
  if (take(reader, scriptWord) === null) reader.at += 1
  return { value: made }
}

const memberName = /(?:\.|::)(\w{1,80}|(?=['"$(]))/y

/** Reads the arguments of a method. */
function given(reader: PsReader): readonly PsValue[] {
  const values: PsValue[] = []
  nested(reader, '(', () => {
    for (;;) {
      skipSpace(reader, 'lines')
      const each = reader.text[reader.at]
      if (each === undefined || each === ')') break
      const before = reader.at
      if (each === ',') reader.at += 1
      else values.push(binary(reader, 0, false))
      if (reader.at === before) reader.at += 1
    }
    reader.state.isUnclosed ||= reader.at >= reader.text.length
    reader.at += 1
    return psNull
  })
  return values
}

/** Reads a value with its members, methods and entries, and its target for an assignment. */
export function chain(reader: PsReader, first: Found = simple(reader)): Found {
  const { text, state } = reader
  let found: Found = first
  for (;;) {
    const { value } = found
    const each = text[reader.at]
    const [, named] = peek(reader, memberName) ?? []
    if (named !== undefined) {
      take(reader, memberName)
      const shown = named === '' ? written(simple(reader).value) : psText(named)
      const name = shown.text
      if (text[reader.at] === '(') found = { value: call(state.room, value, name, given(reader)) }
      else found = { value: member(value, name), place: { kind: 'entry', of: value, name } }
    } else if (each === '[') {
      const index = nested(reader, '[', () => {
        const read = binary(reader, 0, true)
        skipSpace(reader, 'lines')
        if (text[reader.at] === ']') reader.at += 1
        else reader.state.isUnclosed ||= reader.at >= text.length
        return read
      })
      found = entryOf(value, index)
    } else return found
  }
}

function entryOf(value: PsValue, index: PsValue): Found {
  if (value.kind === 'list' && index.kind === 'number') {
    return { value: value.items.at(Number(index.text)) ?? psNull }
  }
  if (value.kind !== 'table' || index.kind !== 'text' || index.origin !== undefined) {
    return { value: made, place: { kind: 'entry', of: value, name: '' } }
  }
  return { value: member(value, index.text), place: { kind: 'entry', of: value, name: index.text } }
}

const primary = (reader: PsReader): PsValue => chain(reader).value

const unaryOperator = /-(join|[ci]?split|not|bnot)(?![\w-])|!|\+\+|--|[-+](?=[\d.$(])|,/iy

function unary(reader: PsReader): PsValue {
  skipSpace(reader, 'blanks')
  const found = take(reader, unaryOperator)
  if (found === null) return primary(reader)
  const { state } = reader
  if (state.depth >= maxNesting) {
    skipStatement(reader)
    return made
  }
  state.depth += 1
  const value = unary(reader)
  state.depth -= 1
  if (found[1]?.toLowerCase() === 'join') {
    return value.kind === 'list' ? joined(state.room, value.items) : value
  }
  if (found[0] === ',') return { kind: 'list', items: [value] }
  if (value.kind !== 'number' || !'+-'.includes(found[0])) return made
  return { kind: 'number', text: found[0] === '-' ? `-${value.text}` : value.text }
}

const operator =
  /-([ci]?(?:f|replace|join|split|eq|ne|gt|ge|lt|le|like|notlike|match|notmatch|contains|notcontains|in|notin|is|isnot|as|and|or|xor|band|bor|bxor|shl|shr))(?![\w-])|\.\.|\?\?(?!=)|[-+*/%](?!=)|,/iy

/** Returns the precedence of an operator (about_Operator_Precedence). */
function levelOf(sign: string): number {
  if (sign === ',') return 6
  if (sign === '..') return 5
  if (sign === 'f') return 5
  if (/^[*/%]$/.test(sign)) return 4
  if (/^[-+]$/.test(sign)) return 3
  return /^(?:and|or|xor|band|bor|bxor|\?\?)$/.test(sign) ? 1 : 2
}

function applied(reader: PsReader, sign: string, left: PsValue, right: PsValue): PsValue {
  const { room } = reader.state
  if (sign === 'f') return formatted(room, left, right)
  if (sign === '+') return sum(room, left, right)
  if (/^[ci]?replace$/.test(sign)) return replaced(room, left, right, sign[0] !== 'c')
  if (sign !== 'join') return made
  const separator = written(right)
  if (separator.origin !== undefined) return made
  return left.kind === 'list' ? joined(room, left.items, separator.text) : left
}

/** Reads a value with its operators, down to the precedence `least`. */
export function binary(
  reader: PsReader,
  least: number,
  takesComma: boolean,
  first: PsValue = unary(reader),
): PsValue {
  let left = first
  for (;;) {
    skipSpace(reader, 'blanks')
    const found = peek(reader, operator)
    const sign = (found?.[1] ?? found?.[0] ?? '').toLowerCase()
    const level = levelOf(sign)
    if (found === null || level < least || (sign === ',' && !takesComma)) return left
    reader.at += found[0].length
    skipSpace(reader, 'lines')
    const right = binary(reader, level + 1, takesComma)
    if (sign !== ',') left = applied(reader, sign, left, right)
    else left = listed(reader, left, right)
  }
}

/** Reads `a, b, c`: all but the first comma add to the list that the first one makes. */
function listed(reader: PsReader, left: PsValue, right: PsValue): PsValue {
  const items = [left, right]
  for (;;) {
    skipSpace(reader, 'blanks')
    if (reader.text[reader.at] !== ',') return { kind: 'list', items }
    reader.at += 1
    skipSpace(reader, 'lines')
    items.push(binary(reader, levelOf(',') + 1, true))
  }
}

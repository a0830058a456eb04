import { withLineFeeds } from '../normalize-command.ts'
import { command } from './command.ts'
import { result } from './command-results.ts'
import { binary, chain, type Place, takeType } from './expression.ts'
import { isTableType, setMember } from './members.ts'
import { sum } from './operators.ts'
import {
  isAtEnd,
  maxNesting,
  type PsReader,
  type PsState,
  peek,
  skipBrackets,
  skipSpace,
  skipStatement,
  take,
  takeVariable,
} from './ps-reader.ts'
import { made, type PsScript, type PsValue, psNull, unset } from './value.ts'

/** Characters that a script may produce; enough for several of the largest requests. */
const roomOfScript = 4_000_000

const keyword =
  /(if|elseif|else|while|do|until|for|foreach|switch|try|catch|finally|trap|function|filter|param|begin|process|end|return|throw|exit|break|continue)(?![\w-])/iy
const conditions = /^(?:if|elseif|else|while|do|for|foreach|switch|catch|trap)$/i

/** The beginning of a value; a statement that begins in another way is a command. */
const beginsValue = /[$'"@([{!,]|[-+]?\d|-(?:join|[ci]?split|not|bnot)(?![\w-])/iy
/** An attribute of a script, which stands before its parameters. */
const attribute = /\[(?:cmdletbinding|outputtype|diagnostics)[\w.]*\(/iy
const assignment = /(\?\?|[-+*/%])?=(?!=)/y

const isSame = (one: PsValue, other: PsValue) =>
  one.kind === 'text' && other.kind === 'text' && one.text === other.text

/**
 * Sets a variable or an entry. In a block that may not be executed, the earlier value may apply as
 * well, so the value is unknown.
 */
function set(state: PsState, place: Place | undefined, next: PsValue, current: PsValue): void {
  const isFirst =
    current.kind === 'null' || (current.kind === 'unknown' && current.origin === 'variable')
  const now = state.conditions === 0 || isFirst || isSame(next, current) ? next : made
  if (place?.kind === 'variable') state.variables.set(place.name, now)
  else if (place !== undefined && (place.name === '' || !setMember(place.of, place.name, now))) {
    if (place.of.kind === 'table') place.of.isPartial = true
  }
}

/** Reads a statement that begins with a value: an assignment, or operators and pipes. */
function valueStatement(reader: PsReader): PsValue {
  const { state } = reader
  if (peek(reader, /\$/y) === null && peek(reader, /\[/y) === null) {
    return piped(reader, binary(reader, 0, true))
  }
  let type: string | undefined
  while (reader.text[reader.at] === '[') {
    type = takeType(reader)
    if (reader.text.startsWith('::', reader.at)) {
      const found = chain(reader, { value: { kind: 'type', name: type ?? '' } })
      return piped(reader, binary(reader, 0, true, found.value))
    }
    skipSpace(reader, 'lines')
  }
  if (reader.text[reader.at] !== '$' && type !== undefined) {
    // Reads `[ordered]@{ … }` and other casts: those that change a value are not evaluated.
    const value = isAtEnd(reader) ? made : binary(reader, 0, true)
    const isKept = isTableType(type) || /^(?:string|uri|object)(?:\[\])?$/.test(type)
    return piped(reader, isKept || value.kind === 'unknown' ? value : made)
  }
  const { value, place } = chain(reader)
  skipSpace(reader, 'blanks')
  const found = take(reader, assignment)
  if (found === null) return piped(reader, binary(reader, 0, true, value))
  skipSpace(reader, 'lines')
  const right = assigned(reader)
  const [, sign] = found
  set(
    state,
    place,
    sign === undefined ? right : sign === '+' ? sum(state.room, value, right) : made,
    value,
  )
  return right
}

function assigned(reader: PsReader): PsValue {
  const { state } = reader
  // Reads `$x = if …` as a statement of its own, of which only a part is executed.
  if (peek(reader, keyword) !== null) return made
  if (state.depth >= maxNesting) {
    skipStatement(reader)
    return made
  }
  state.depth += 1
  const value = pipeline(reader)
  state.depth -= 1
  return value
}

/** Reads a statement and returns its result; one that can't be read to its end is unknown. */
function pipeline(reader: PsReader): PsValue {
  const value =
    peek(reader, beginsValue) === null
      ? piped(reader, result(reader.state.room, command(reader), psNull))
      : valueStatement(reader)
  skipSpace(reader, 'blanks')
  if (isAtEnd(reader)) return value
  skipStatement(reader)
  return made
}

function piped(reader: PsReader, first: PsValue): PsValue {
  let value = first
  for (;;) {
    skipSpace(reader, 'blanks')
    if (reader.text[reader.at] !== '|' || reader.text[reader.at + 1] === '|') return value
    reader.at += 1
    skipSpace(reader, 'lines')
    value = result(reader.state.room, command(reader), value)
  }
}

/** Reads the parameters of a script or of a function: those without a default are unknown. */
function parameters(reader: PsReader): void {
  const { text, state } = reader
  reader.at += 1
  for (;;) {
    skipSpace(reader, 'lines')
    const each = text[reader.at]
    if (each === undefined || each === ')') break
    if (each === '[') skipBrackets(reader)
    else {
      const name = takeVariable(reader)
      if (name === undefined) reader.at += 1
      else {
        skipSpace(reader, 'lines')
        const isSet = take(reader, /=/y) !== null
        if (isSet) skipSpace(reader, 'lines')
        state.variables.set(name, isSet ? binary(reader, 0, false) : unset(name))
      }
    }
  }
  state.isUnclosed ||= reader.at >= text.length
  reader.at += 1
}

/** Reads the text between a keyword and its block, as far as it matters. */
function afterKeyword(reader: PsReader, word: string): void {
  skipSpace(reader, 'blanks')
  if (/^(?:function|filter)$/i.test(word)) take(reader, /[\w:-]{1,100}/y)
  skipSpace(reader, 'blanks')
  if (reader.text[reader.at] !== '(') return
  if (/^(?:function|filter|param)$/i.test(word)) parameters(reader)
  else if (conditions.test(word) || /^until$/i.test(word)) skipBrackets(reader)
}

/** Reads statements up to `close`, or to the end of the text. */
function statements(reader: PsReader, close: ')' | '}' | null): PsValue {
  const { text, state } = reader
  const results: PsValue[] = []
  const blocks: boolean[] = []
  let isConditional = false
  for (;;) {
    skipSpace(reader, 'statements')
    const each = text[reader.at]
    if (each === undefined) {
      state.isUnclosed ||= close !== null
      break
    }
    const before = reader.at
    const [word] = take(reader, keyword) ?? []
    if (word !== undefined) {
      isConditional = conditions.test(word)
      afterKeyword(reader, word)
    } else if (peek(reader, attribute) !== null) skipBrackets(reader)
    else if (each === '{') {
      blocks.push(isConditional)
      if (isConditional) state.conditions += 1
      isConditional = false
      reader.at += 1
    } else if (each === '}' && blocks.length > 0) {
      if (blocks.pop() === true) state.conditions -= 1
      reader.at += 1
    } else if (each === close) {
      reader.at += 1
      break
    } else if (/[)}|&]/.test(each) && peek(reader, /&\s/y) === null) reader.at += 1
    else {
      const value = pipeline(reader)
      if (value.kind !== 'null') results.push(value)
    }
    if (reader.at === before) reader.at += 1
  }
  for (const isOpen of blocks) if (isOpen) state.conditions -= 1
  const [first = psNull] = results
  return results.length > 1 ? { kind: 'list', items: results } : first
}

/**
 * Reads a PowerShell script: the variables that are set to texts and tables, and its commands with
 * their arguments. Nothing is executed: the result of a command or a method is unknown, except for
 * the few that are evaluated here.
 */
export function readPsScript(text: string): PsScript {
  const state: PsState = {
    variables: new Map(),
    commands: [],
    room: { left: roomOfScript },
    isUnclosed: false,
    depth: 0,
    conditions: 0,
    statements,
    pipeline,
  }
  statements({ text: withLineFeeds(text), at: 0, state }, null)
  return { commands: state.commands, isUnclosed: state.isUnclosed }
}

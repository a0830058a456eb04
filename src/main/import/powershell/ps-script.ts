import { isContinued } from '../shells/commands.ts'
import { withLineFeeds } from '../tidied.ts'
import { binary, chain, type Place, quoted, simple, takeType } from './expression.ts'
import { joined, jsonOf, sum, takeRoom } from './making.ts'
import { create, isTableType, setMember, typeName } from './members.ts'
import {
  isAtEnd,
  maxNesting,
  type PsReader,
  type PsState,
  peek,
  skipBrackets,
  skipSpace,
  skipStatement,
  tableOf,
  take,
  takeVariable,
  valueNamed,
} from './ps-reader.ts'
import {
  made,
  type PsArgument,
  type PsCommand,
  type PsScript,
  type PsValue,
  psNull,
  psText,
  unset,
  written,
} from './value.ts'

/** Characters that a script may make of others; one of the largest size writes out a few of these. */
const roomOfScript = 4_000_000

const keyword =
  /(if|elseif|else|while|do|until|for|foreach|switch|try|catch|finally|trap|function|filter|param|begin|process|end|return|throw|exit|break|continue)(?![\w-])/iy
const conditions = /^(?:if|elseif|else|while|do|for|foreach|switch|catch|trap)$/i

/** What begins a value; anything else at the beginning of a statement is a command. */
const beginsValue = /[$'"@([{!,]|[-+]?\d|-(?:join|[ci]?split|not|bnot)(?![\w-])/iy
/** What stands before a script or a parameter and says how it is called. */
const attribute = /\[(?:cmdletbinding|outputtype|diagnostics)[\w.]*\(/iy
const assignment = /(\?\?|[-+*/%])?=(?!=)/y

const isSame = (one: PsValue, other: PsValue) =>
  one.kind === 'text' && other.kind === 'text' && one.text === other.text

/**
 * Sets a variable or an entry. In a block that may not be carried out, what was set before may
 * count as well as this, so neither does.
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

/** A statement that begins with a value: it is set, or followed by operators and pipes. */
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
    // `[ordered]@{ … }` and other casts: those that change a value are not evaluated.
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
  // `$x = if …`: it is read as a statement of its own, of which only a part is carried out.
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

/** A statement, and what it results in; what can't be read to its end is not known. */
export function pipeline(reader: PsReader): PsValue {
  const value =
    peek(reader, beginsValue) === null
      ? piped(reader, result(reader, command(reader), psNull))
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
    value = result(reader, command(reader), value)
  }
}

/** What one of the few commands that are known results in. */
function result(reader: PsReader, read: PsCommand, input: PsValue): PsValue {
  const { room } = reader.state
  const values = read.arguments.flatMap((each) => (each.kind === 'value' ? [each.value] : []))
  const [first = psNull] = values
  switch (read.name.toLowerCase()) {
    case 'convertto-json':
      return jsonOf(room, input.kind === 'null' ? first : input)
    case 'convertfrom-json':
      return fromJson(reader, input.kind === 'null' ? first : input)
    case 'out-null':
      return psNull
    case 'new-object': {
      const [kind = psNull, list, ...more] = values
      const given = list?.kind === 'list' ? list.items : list === undefined ? [] : [list, ...more]
      const type = typeName(written(kind).text)
      const [members] = given
      return isTableType(type) && members?.kind === 'table' ? members : create(type, given)
    }
    default:
      return made
  }
}

function fromJson(reader: PsReader, value: PsValue): PsValue {
  if (value.kind !== 'text' || value.origin !== undefined) return made
  if (!takeRoom(reader.state.room, value.text.length)) return made
  try {
    return ofJson(JSON.parse(value.text), 0)
  } catch {
    return made
  }
}

function ofJson(value: unknown, depth: number): PsValue {
  if (typeof value === 'string') return psText(value)
  if (typeof value === 'boolean') return { kind: 'boolean', is: value }
  if (value === null) return psNull
  if (typeof value !== 'object' || depth > 16) return made
  if (Array.isArray(value))
    return { kind: 'list', items: value.map((each) => ofJson(each, depth + 1)) }
  return tableOf(Object.entries(value).map(([name, each]) => [name, ofJson(each, depth + 1)]))
}

const splat = /@((?:\w{1,20}:)?\w{1,80})(?![\w'"({.])/y
const staticCall = /\[[\w.]{1,100}\]::/y
const plainWord = /[^\s;|(){}`'"$@,&[]+/y
const escapedLineEnd = /`[ \t]*(?:\n|$)/y

/** A part of a word that PowerShell replaces by a value; `undefined` if none begins here. */
function valuePart(reader: PsReader, isFirst: boolean): PsValue | undefined {
  const { text, state } = reader
  const start = text.slice(reader.at, reader.at + 2)
  if (start[0] === '"' || start[0] === "'" || (isFirst && start[0] === '@')) {
    const value = quoted(reader)
    if (value !== undefined) return value
  }
  const isValue = /^(?:@[{(]|[({]|\$[\w{(?^$])/.test(start) || peek(reader, staticCall) !== null
  // Within a word, what follows the name of a variable is a part of the word.
  if (isFirst && isValue) return chain(reader).value
  if (start === '$(') return simple(reader).value
  const name = start[0] === '$' ? takeVariable(reader) : undefined
  return name === undefined ? undefined : valueNamed(state, name)
}

/** A word of a command, glued together of plain, quoted and variable parts. */
function commandWord(reader: PsReader): PsValue {
  const { text, state } = reader
  const parts: PsValue[] = []
  let isList = false
  while (reader.at < text.length && !(isList && text[reader.at] === ',')) {
    const each = text[reader.at] ?? ''
    if (text.startsWith('&&', reader.at) || peek(reader, escapedLineEnd) !== null) break
    const value = valuePart(reader, parts.length === 0)
    isList = value !== undefined
    if (value !== undefined) parts.push(value)
    else if (/[\s;|(){}]/.test(each) || (each === ',' && parts.length === 0)) break
    else {
      const [plain] = take(reader, plainWord) ?? []
      if (plain === undefined) reader.at += each === '`' ? 2 : 1
      parts.push(psText(plain ?? (each === '`' ? (text[reader.at - 1] ?? '') : each)))
    }
  }
  const [first = psText('')] = parts
  return parts.length > 1 ? joined(state.room, parts) : first
}

/** `@name`: the entries of a table as parameters, or a list as values. */
function splatted(reader: PsReader): readonly PsArgument[] | undefined {
  const found = peek(reader, splat)
  if (found === null) return undefined
  const value = valueNamed(reader.state, (found[1] ?? '').toLowerCase().replace(/^\w+:/, ''))
  if (value.kind !== 'table' && value.kind !== 'list') return undefined
  reader.at += found[0].length
  if (value.kind === 'list') return value.items.map((item) => ({ kind: 'value', value: item }))
  const partial: readonly PsArgument[] = value.isPartial
    ? [{ kind: 'parameter', name: `@${found[1]}`, source: `@${found[1]}` }]
    : []
  const entries = [...value.entries.values()].flatMap((entry): PsArgument[] => [
    { kind: 'parameter', name: entry.name, source: `-${entry.name}` },
    { kind: 'value', value: entry.value },
  ])
  return [...entries, ...partial]
}

function isEndOfCommand(reader: PsReader): boolean {
  const { text, at } = reader
  const each = text[at]
  if (each === '\n') return !isContinued(text, at)
  return each === undefined || ';|)}'.includes(each) || text.startsWith('&&', at)
}

/** A parameter whose value comes at once, and is more than a word: `-Headers:@{…}`. */
const gluedName = /[-–—]([A-Za-z]+):(?=[@$('"])(?!\$(?:true|false)\b)/iy
const redirection = /[\d*]?>>?(?:&\d)?/y

/** Reads a command and keeps it. */
function command(reader: PsReader): PsCommand {
  const { text, state } = reader
  if (/[&.]/.test(text[reader.at] ?? '') && /\s/.test(text[reader.at + 1] ?? '')) {
    reader.at += 1
    skipSpace(reader, 'blanks')
  }
  const name = written(commandWord(reader)).text
  const given: PsArgument[] = []
  for (;;) {
    skipSpace(reader, 'blanks')
    if (isEndOfCommand(reader)) break
    if (text[reader.at] === '\n') skipSpace(reader, 'lines')
    const before = reader.at
    const [, glued] = take(reader, gluedName) ?? []
    if (glued !== undefined) {
      given.push({ kind: 'parameter', name: glued, source: `-${glued}` })
      continue
    }
    if (take(reader, redirection) !== null) {
      skipSpace(reader, 'blanks')
      if (text[reader.at - 2] !== '&') commandWord(reader)
      continue
    }
    const splats = splatted(reader)
    if (splats !== undefined) {
      given.push(...splats)
      continue
    }
    const isQuoted = /['"]/.test(text[before] ?? '')
    const value = commandWord(reader)
    const word = value.kind === 'text' ? value.text : ''
    if (!isQuoted && value.kind === 'text' && /^[-–—]\D/.test(word))
      given.push({ kind: 'parameter', name: word.replace(/^[-–—]/, ''), source: word })
    else if (reader.at > before) given.push({ kind: 'value', value: withMore(reader, value) })
    if (reader.at === before) reader.at += 1
  }
  const read = { name, arguments: given }
  if (name !== '') state.commands.push(read)
  return read
}

/** `a, b`: several values for one parameter. */
function withMore(reader: PsReader, first: PsValue): PsValue {
  const items = [first]
  for (;;) {
    if (peek(reader, /[^\S\n]*,/y) === null) break
    take(reader, /[^\S\n]*,/y)
    skipSpace(reader, 'lines')
    const before = reader.at
    items.push(commandWord(reader))
    if (reader.at === before) break
  }
  return items.length === 1 ? first : { kind: 'list', items }
}

/** The parameters of a script or of a function: those without a value of their own are not known. */
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

/** Reads what stands between a keyword and its block, as far as it matters. */
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
 * Reads a PowerShell script: the variables that are set to texts and tables, and its
 * commands with what they are given. Nothing is carried out: a value that a command or a
 * method makes, if it is none of the few that are evaluated here, is not known.
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

/** A command as a program outside of PowerShell gets it. */
export function psWords({ name, arguments: given }: PsCommand): readonly string[] {
  return [
    name,
    ...given.flatMap((each) => {
      if (each.kind === 'parameter') return [each.source]
      const items = each.value.kind === 'list' ? each.value.items : [each.value]
      return items.map((item) => written(item).text)
    }),
  ]
}

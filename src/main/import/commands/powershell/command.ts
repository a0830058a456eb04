import { isContinued } from '../command-list.ts'
import { chain, simple } from './expression.ts'
import { joined } from './operators.ts'
import { type PsReader, peek, skipSpace, take, takeVariable, valueNamed } from './ps-reader.ts'
import { quoted } from './quoting.ts'
import { type PsArgument, type PsCommand, type PsValue, psText, written } from './value.ts'

const splat = /@((?:\w{1,20}:)?\w{1,80})(?![\w'"({.])/y
const staticCall = /\[[\w.]{1,100}\]::/y
const plainWord = /[^\s;|(){}`'"$@,&[]+/y
const escapedLineEnd = /`[ \t]*(?:\n|$)/y

/** Reads a part of a word that PowerShell replaces by a value; `undefined` if there is none. */
function valuePart(reader: PsReader, isFirst: boolean): PsValue | undefined {
  const { text, state } = reader
  const start = text.slice(reader.at, reader.at + 2)
  if (start[0] === '"' || start[0] === "'" || (isFirst && start[0] === '@')) {
    const value = quoted(reader)
    if (value !== undefined) return value
  }
  const isValue = /^(?:@[{(]|[({]|\$[\w{(?^$])/.test(start) || peek(reader, staticCall) !== null
  // Within a word, the text behind a variable's name belongs to the word.
  if (isFirst && isValue) return chain(reader).value
  if (start === '$(') return simple(reader).value
  const name = start[0] === '$' ? takeVariable(reader) : undefined
  return name === undefined ? undefined : valueNamed(state, name)
}

/** Reads a word of plain, quoted and variable parts. */
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

/** Reads `@name`: the entries of a table as parameters, or a list as values. */
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

/** A parameter with its value attached that is more than a word: `-Headers:@{…}`. */
const gluedName = /[-–—]([A-Za-z]+):(?=[@$('"])(?!\$(?:true|false)\b)/iy
const redirection = /[\d*]?>>?(?:&\d)?/y

/** Reads a command and adds it to the script. */
export function command(reader: PsReader): PsCommand {
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

/** Returns a command as an external program gets it. */
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

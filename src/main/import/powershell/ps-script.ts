import { isContinued } from '../shells/commands.ts'
import { expression, type PsReader, quotedAt, skipSpace } from './ps-reader.ts'
import {
  type PsArgument,
  type PsCommand,
  type PsScript,
  type PsValue,
  psTable,
  psText,
  textOf,
} from './value.ts'

const assignment =
  /^(?:\[[\w.]+\]\s*)?\$(?:\{([^}\n]{1,80})\}|(?:(?:global|script|local|env):)?(\w{1,80}))\s*=(?!=)/i

/** `$body.client_id = …` and `$body['client_id'] = …` */
const entryAssignment = /^\$(\w{1,80})(?:\.(\w{1,80})|\[\s*['"]([^'"\n]{1,80})['"]\s*\])\s*=(?!=)/

/** A word of a command, glued together of plain, quoted and variable parts. */
function commandWord(reader: PsReader): PsValue {
  const { text } = reader
  let word: PsValue | undefined
  while (reader.at < text.length) {
    const each = text[reader.at] ?? ''
    const isValue =
      each === '$' ||
      (word === undefined && /^(?:@\{|\(|\[\w+[\].])/.test(text.slice(reader.at, reader.at + 40)))
    let part: PsValue
    const quoted = quotedAt(reader)
    if (quoted !== undefined) part = psText(quoted)
    else if (isValue) {
      const before = reader.at
      part = each === '$' ? variablePart(reader) : expression(reader)
      if (reader.at === before) reader.at += 1
    } else if (/[\s;|(){}]/.test(each) || (each === ',' && word === undefined)) break
    else if (each === '`') {
      if (/^`[ \t]*\r?\n/.test(text.slice(reader.at, reader.at + 40))) break
      part = psText(text[reader.at + 1] ?? '')
      reader.at += 2
    } else {
      part = psText(each)
      reader.at += 1
    }
    word = word === undefined ? part : psText(textOf(word) + textOf(part))
  }
  return word ?? psText('')
}

/** A variable alone; what may follow it, such as `+`, is no part of a command's word. */
function variablePart(reader: PsReader): PsValue {
  const inner: PsReader = { ...reader, text: reader.text }
  const [name = '$'] =
    /^\$(?:\{[^}\n]{1,80}\}|(?:(?:global|script|local|env):)?\w{1,80})?/i.exec(
      reader.text.slice(reader.at, reader.at + 90),
    ) ?? []
  reader.at += name.length
  const key = name.replace(/^\$\{?(?:(?:global|script|local|env):)?/i, '').replace(/\}$/, '')
  return inner.variables.get(key.toLowerCase()) ?? { kind: 'unknown', source: name }
}

/** `@name`: the entries of a table as parameters. */
function splatted(reader: PsReader, word: string): readonly PsArgument[] | undefined {
  const [, name = ''] = /^@(\w+)$/.exec(word) ?? []
  const value = reader.variables.get(name.toLowerCase())
  if (value?.kind !== 'table') return undefined
  return value.entries.flatMap(([key, each]): PsArgument[] => [
    { kind: 'parameter', name: key, source: `-${key}` },
    { kind: 'value', value: each },
  ])
}

function isEndOfCommand(reader: PsReader): boolean {
  const { text, at } = reader
  const each = text[at]
  if (each === '\n' || each === '\r') return !isContinued(text, at)
  return each === undefined || ';|)}'.includes(each)
}

/** A parameter whose value comes at once, and is more than a word: `-Headers:@{…}`. */
const gluedName = /^[-–—]([A-Za-z]+):(?=[@$('"])(?!\$(?:true|false)\b)/i

function command(reader: PsReader): PsCommand {
  if (/[&.]/.test(reader.text[reader.at] ?? '') && /\s/.test(reader.text[reader.at + 1] ?? '')) {
    reader.at += 1
    skipSpace(reader, false)
  }
  const name = textOf(commandWord(reader))
  const given: PsArgument[] = []
  for (;;) {
    skipSpace(reader, false)
    if (isEndOfCommand(reader)) break
    const before = reader.at
    const [start, glued] = gluedName.exec(reader.text.slice(before, before + 100)) ?? []
    if (start !== undefined && glued !== undefined) {
      given.push({ kind: 'parameter', name: glued, source: `-${glued}` })
      reader.at += start.length
      continue
    }
    const isQuoted = /^['"]/.test(reader.text[before] ?? '')
    const value = commandWord(reader)
    const word = textOf(value)
    const isParameter = !isQuoted && value.kind === 'text' && /^[-–—]\D/.test(word)
    const splat = isQuoted ? undefined : splatted(reader, word)
    if (splat !== undefined) given.push(...splat)
    else if (isParameter)
      given.push({ kind: 'parameter', name: word.replace(/^[-–—]/, ''), source: word })
    else if (reader.at > before) given.push({ kind: 'value', value })
    if (reader.at === before) reader.at += 1
  }
  return { name, arguments: given }
}

/** Sets the variable that an assignment names; `false` if there is no assignment here. */
function assign(reader: PsReader): boolean {
  const rest = reader.text.slice(reader.at, reader.at + 300)
  const whole = assignment.exec(rest)
  const entry = entryAssignment.exec(rest)
  const found = whole ?? entry
  if (found === null) return false
  reader.at += found[0].length
  skipSpace(reader, true)
  // `$answer = Invoke-RestMethod …`: the command is what matters.
  if (
    /^[A-Za-z]+-[A-Za-z]+\b|^(?:curl|irm|iwr)\b/i.test(reader.text.slice(reader.at, reader.at + 40))
  )
    return true
  const value = expression(reader)
  const name = (whole?.[1] ?? whole?.[2] ?? entry?.[1] ?? '').toLowerCase()
  if (whole !== null) reader.variables.set(name, value)
  else {
    const key = entry?.[2] ?? entry?.[3] ?? ''
    const before = reader.variables.get(name)
    const entries = before?.kind === 'table' ? before.entries : []
    reader.variables.set(name, psTable([...entries, [key, value]]))
  }
  return true
}

/**
 * Reads a PowerShell script: the variables that are set to texts and tables, and its
 * commands with what they are given. Nothing is carried out. What it does not know stays as
 * it is written.
 */
export function readPsScript(text: string): PsScript {
  const reader: PsReader = { text, at: 0, variables: new Map(), isUnclosed: false }
  const commands: PsCommand[] = []
  for (;;) {
    skipSpace(reader, true)
    if (reader.at >= text.length) break
    const before = reader.at
    if (!assign(reader)) {
      const read = command(reader)
      if (read.name !== '') commands.push(read)
    }
    if (reader.at === before) reader.at += 1
  }
  return { commands, isUnclosed: reader.isUnclosed }
}

/** A command as a program outside of PowerShell gets it. */
export function psWords({ name, arguments: given }: PsCommand): readonly string[] {
  return [
    name,
    ...given.map((each) => (each.kind === 'parameter' ? each.source : textOf(each.value))),
  ]
}

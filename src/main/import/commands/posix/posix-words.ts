import { hasUnknownPart, piecesOf } from '../../request/unknown-part.ts'
import {
  type CommandList,
  type Commands,
  createCommandList,
  isContinued,
  lineEndAt,
} from '../command-list.ts'
import { type ExpansionContext, expandedText, expansionAt } from './expansion.ts'
import { ansiQuotedAt, type HereDocument, hereDocumentAt, hereText } from './literals.ts'
import { mayBePrinting, outputOf } from './text-commands.ts'
import { createVariables, isAssigning, type Variables } from './variables.ts'

/** Maximum depth of nested here-documents. */
const maxDocuments = 2

/** Maximum depth of nested brackets. */
const maxEnclosures = 100

/** The constructs that are open around the command being read, with their ends. */
type Enclosure =
  | { readonly kind: 'substitution'; readonly end: string }
  | { readonly kind: 'group'; readonly end: ')' }
  | {
      readonly kind: 'array'
      readonly end: ')'
      readonly name: string
      readonly isAppended: boolean
      readonly outer: CommandList
    }

interface Reading extends Commands {
  /** Texts of here-documents that no known command reads. */
  readonly documents: readonly string[]
}

/** Reads one text; `variables` are those set before it, and are updated. */
function read(text: string, variables: Variables, depth: number): Reading {
  const main = createCommandList((words) => variables.run(words))
  let list = main
  let isUnclosed = false
  let at = 0
  const enclosures: Enclosure[] = []
  const documents: string[] = []
  const awaited: { readonly document: HereDocument; readonly words: readonly string[] }[] = []
  const context: ExpansionContext = {
    variables,
    depth,
    commandsIn: (inner, innerDepth) => read(inner, variables, innerDepth).commands,
  }

  /** Reads `"…"` from behind its opening mark. */
  function doubleQuoted(): void {
    list.append('')
    while (at < text.length && text[at] !== '"') {
      const each = text[at] ?? ''
      const next = text[at + 1] ?? ''
      if (each === '$' || each === '`') expand(true)
      else if (each !== '\\') {
        list.append(each)
        at += 1
      } else if (next === '\n' || (next === '\r' && text[at + 2] === '\n')) {
        at += next === '\n' ? 2 : 3
      } else if ('$`"\\'.includes(next) && next !== '') {
        list.append(next)
        at += 2
      } else {
        list.append(each)
        at += 1
      }
    }
    isUnclosed ||= at >= text.length
    at += 1
  }

  function singleQuoted(): void {
    const end = text.indexOf("'", at)
    list.append(text.slice(at, end < 0 ? text.length : end))
    isUnclosed ||= end < 0
    at = end < 0 ? text.length : end + 1
  }

  function ansiQuoted(): void {
    const quoted = ansiQuotedAt(text, at)
    list.append(quoted.text)
    isUnclosed ||= quoted.end >= text.length
    at = quoted.end + 1
  }

  /** Inserts the expansion at this place; outside quotes its blanks separate words. */
  function expand(isQuoted: boolean): void {
    const expansion = expansionAt(text, at, context)
    if (expansion === undefined) {
      isUnclosed ||= text[at] === '`'
      list.append(text[at] ?? '')
      at += 1
      return
    }
    at += expansion.length
    const isWhole = isQuoted || isAssigning(list.words(), list.word())
    for (const [index, word] of expansion.words.entries()) {
      if (index > 0) list.endWord()
      if (isWhole) list.append(word)
      else for (const piece of piecesOf(word)) appendParted(piece)
    }
  }

  /** Appends a text whose blanks separate words. */
  function appendParted(piece: string): void {
    if (hasUnknownPart(piece)) list.append(piece)
    else {
      for (const part of piece.split(/([ \t\n]+)/)) {
        if (/^[ \t\n]/.test(part)) list.endWord()
        else if (part !== '') list.append(part)
      }
    }
  }

  /**
   * Returns true if a variable is set here to the output of commands, as in `TOKEN=$(curl …)`: the
   * commands are read, and the variable has no known value.
   */
  function beginsAssigned(): boolean {
    const [opening = ''] = /^"?(?:\$\((?!\()|`)/.exec(text.slice(at, at + 4)) ?? []
    if (opening === '' || !/^[A-Za-z_]\w*=$/.test(list.word())) return false
    if (!isAssigning(list.words(), list.word())) return false
    if (mayBePrinting(text.slice(at + opening.length, at + opening.length + 40))) return false
    variables.unset(list.word().slice(0, -1))
    list.dropWord()
    const mark = opening.startsWith('"') ? '"' : ''
    enclosures.push({ kind: 'substitution', end: (opening.endsWith('`') ? '`' : ')') + mark })
    at += opening.length
    return true
  }

  /** Ends the open construct at its closing bracket. */
  function endsEnclosure(): boolean {
    const last = enclosures.at(-1)
    if (last === undefined || text[at] !== last.end[0]) return false
    list.endCommand()
    enclosures.pop()
    at += text.startsWith(last.end, at) ? last.end.length : 1
    if (last.kind === 'array') {
      variables.setArray(last.name, list.all().flat(), last.isAppended)
      list = last.outer
    }
    return true
  }

  /** `(` begins the elements of an array, or a group of commands. */
  function beginsGroup(): boolean {
    if (enclosures.length > maxEnclosures) return false
    const [, name, plus] = /^([A-Za-z_]\w*)(\+?)=$/.exec(list.word()) ?? []
    if (name !== undefined) {
      list.dropWord()
      enclosures.push({ kind: 'array', end: ')', name, isAppended: plus === '+', outer: list })
      list = createCommandList()
    } else if (list.hasWord() || list.words().length > 0) return false
    else enclosures.push({ kind: 'group', end: ')' })
    at += 1
    return true
  }

  /** Skips `>`, `<` and the name of a file, which is no word of the command. */
  function redirection(): void {
    const document = hereDocumentAt(text, at)
    if (text.startsWith('<<<', at)) {
      list.takeNextAsInput()
      at += 3
    } else if (document !== undefined) {
      list.endWord()
      awaited.push({ document, words: list.words() })
      at += document.length
    } else {
      if (/^\d$/.test(list.word())) list.dropWord()
      list.endWord()
      const [whole = '>'] = /^[<>]+&?[ \t]*[^\s;|&]*/.exec(text.slice(at, at + 500)) ?? []
      at += whole.length
    }
  }

  /** Reads the here-documents whose operators stand on the line that ends here. */
  function hereDocuments(): void {
    for (const { document, words } of awaited.splice(0)) {
      const { body, end } = hereText(text, at, document)
      at = end
      const input = document.isLiteral ? body : expandedText(body, context)
      list.setInput(input, words)
      documents.push(body)
    }
  }

  /** Handles `|`: known output of the command before it is the input of the next. */
  function pipe(): void {
    list.endCommand()
    const last = list.all().at(-1) ?? []
    const output = mayBePrinting(`${last[0]} `) ? outputOf([last]) : undefined
    if (output !== undefined) list.setInput(output)
  }

  while (at < text.length) {
    const each = text[at] ?? ''
    const next = text[at + 1] ?? ''
    const toFillIn = each === '<' ? /^<[\w .-]{1,60}>/.exec(text.slice(at, at + 62)) : null
    if (each === '\n' || each === '\r') {
      at += each === '\r' && next === '\n' ? 2 : 1
      if (awaited.length > 0) {
        list.endWord()
        hereDocuments()
        list.endCommand()
      } else if (isContinued(text, at)) list.endWord()
      else list.endCommand()
    } else if (/\s/.test(each)) {
      list.endWord()
      at += 1
    } else if (each === '\\') {
      const skipped = lineEndAt(text, at + 1)
      // A lost line break leaves a lone backslash.
      const isLost = skipped === 0 && !list.hasWord() && /^[ \t]?$/.test(next)
      if (skipped === 0 && !isLost) list.append(next)
      at += isLost ? 1 : skipped === 0 ? 2 : skipped + 1
    } else if (endsEnclosure() || beginsAssigned()) {
      // Both advance.
    } else if (each === "'" || each === '"') {
      at += 1
      if (each === "'") singleQuoted()
      else doubleQuoted()
    } else if (each === '$' && (next === "'" || next === '"')) {
      at += 2
      if (next === "'") ansiQuoted()
      else doubleQuoted()
    } else if (each === '$' || each === '`') {
      expand(false)
    } else if (each === '(' && beginsGroup()) {
      // It advances.
    } else if (toFillIn !== null) {
      list.append(toFillIn[0])
      at += toFillIn[0].length
    } else if (each === '<' || each === '>') {
      redirection()
    } else if (each === '&' && list.hasWord() && /[^\s&>]/.test(next)) {
      list.append(each)
      at += 1
    } else if (each === '|' && next !== '|') {
      pipe()
      at += 1
    } else if (each === ';' || each === '|' || each === '&') {
      list.endCommand()
      at += 1
    } else if (each === '#' && !list.hasWord()) {
      while (at < text.length && text[at] !== '\n') at += 1
    } else {
      list.append(each)
      at += 1
    }
  }
  list.endCommand()
  isUnclosed ||= enclosures.some(({ kind }) => kind === 'array')
  return { commands: main.all(), inputs: main.inputs(), isUnclosed, documents }
}

/**
 * Splits a text into commands and words as a POSIX shell does (XCU §2.2, §2.3, §2.6), and forgives
 * common mistakes of documentation: an address with `&` outside quotes stays whole, `<word>` is a
 * placeholder, and a line that begins with a dash continues the command before it. Variables that
 * the text sets are inserted; nothing is run. A variable that it does not set and the output of a
 * command are unknown parts. The text of a here-document comes last, as commands of its own: it
 * may be a script or a note.
 */
export function posixWords(text: string): Commands {
  const variables = createVariables()
  const { commands, inputs, isUnclosed, documents } = read(text, variables, 0)
  const all = [...commands]
  const allInputs = new Map(inputs)
  let waiting = documents
  for (let depth = 0; depth < maxDocuments && waiting.length > 0; depth += 1) {
    const readings = waiting.map((document) => read(document, variables, 0))
    for (const reading of readings.filter((each) => !each.isUnclosed)) {
      all.push(...reading.commands)
      for (const [words, input] of reading.inputs ?? []) allInputs.set(words, input)
    }
    waiting = readings.flatMap((reading) => reading.documents)
  }
  return { commands: all, inputs: allInputs, isUnclosed }
}

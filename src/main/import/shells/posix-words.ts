import { type Commands, createCommandList, isContinued, lineEndAt } from './commands.ts'

const simpleEscapes: Readonly<Record<string, string>> = {
  a: '\u0007',
  b: '\b',
  e: '\u001b',
  E: '\u001b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
}

/** One escape of `$'…'`, after its backslash: its text and its length (POSIX.1-2024 §2.2.4). */
function ansiEscape(text: string, at: number): { readonly text: string; readonly length: number } {
  const rest = text.slice(at, at + 10)
  const hex =
    /^x([\da-fA-F]{1,2})/.exec(rest) ??
    /^u([\da-fA-F]{1,4})/.exec(rest) ??
    /^U([\da-fA-F]{1,8})/.exec(rest)
  const octal = /^[0-7]{1,3}/.exec(rest)
  const code =
    hex !== null ? Number.parseInt(hex[1] ?? '', 16) : Number.parseInt(octal?.[0] ?? '', 8)
  const length = (hex ?? octal)?.[0].length
  if (length !== undefined && code <= 0x10ffff) return { text: String.fromCodePoint(code), length }
  const letter = rest.slice(0, 1)
  return { text: simpleEscapes[letter] ?? letter, length: 1 }
}

/** The end of `$(…)`, after its closing bracket; the end of the text if there is none. */
function substitutionEnd(text: string, start: number): number {
  let depth = 0
  for (let at = start; at < text.length; at += 1) {
    if (text[at] === '(') depth += 1
    if (text[at] === ')' && --depth === 0) return at + 1
  }
  return text.length
}

/** Whether a substitution begins that a variable is set to; `word` is looked at only then. */
function isAssigned(text: string, at: number, word: () => string): boolean {
  return /^"?\$\([^(]/.test(text.slice(at, at + 4)) && /^[A-Za-z_]\w*=$/.test(word())
}

/**
 * Splits a text into commands and words as a POSIX shell does (XCU §2.2, §2.3), with what
 * papers get wrong forgiven: an address with `&` outside of quotes stays whole, `<word>` is a
 * word to fill in, and a line that begins with a dash goes on with the command before it.
 * Variables and substitutions are not carried out but stay as they are written; only what a
 * variable is set to, as in `TOKEN=$(curl …)`, is read as a command.
 */
export function posixWords(text: string): Commands {
  const list = createCommandList()
  let isUnclosed = false
  let at = 0
  /** How each substitution that is being read ends. */
  const ends: string[] = []

  /** Reads `"…"` from behind its opening mark. */
  function doubleQuoted(): void {
    list.append('')
    for (; at < text.length && text[at] !== '"'; at += 1) {
      const next = text[at + 1] ?? ''
      if (text[at] === '$' && next === '(') {
        const end = substitutionEnd(text, at + 1)
        list.append(text.slice(at, end))
        at = end - 1
      } else if (text[at] !== '\\') list.append(text[at] ?? '')
      else if (next === '\n') at += 1
      else if (next === '\r' && text[at + 2] === '\n') at += 2
      else if ('$`"\\'.includes(next) && next !== '') {
        list.append(next)
        at += 1
      } else list.append('\\')
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
    list.append('')
    for (; at < text.length && text[at] !== "'"; at += 1) {
      if (text[at] !== '\\') list.append(text[at] ?? '')
      else {
        const escaped = ansiEscape(text, at + 1)
        list.append(escaped.text)
        at += escaped.length
      }
    }
    isUnclosed ||= at >= text.length
    at += 1
  }

  /** `>` and what it writes into; the file's name is no word of the command. */
  function redirection(): void {
    if (/^\d$/.test(list.word())) list.dropWord()
    list.endWord()
    const [whole = '>'] = /^[<>]+&?[ \t]*[^\s;|&]*/.exec(text.slice(at, at + 500)) ?? []
    at += whole.length
  }

  while (at < text.length) {
    const each = text[at] ?? ''
    const next = text[at + 1] ?? ''
    const toFillIn = each === '<' ? /^<[\w .-]{1,60}>/.exec(text.slice(at, at + 62)) : null
    if (each === '\n' || each === '\r') {
      at += 1
      if (isContinued(text, at)) list.endWord()
      else list.endCommand()
    } else if (/\s/.test(each)) {
      list.endWord()
      at += 1
    } else if (each === '\\') {
      const skipped = lineEndAt(text, at + 1)
      if (skipped === 0) list.append(next)
      at += skipped === 0 ? 2 : skipped + 1
    } else if (isAssigned(text, at, list.word)) {
      list.dropWord()
      ends.push(each === '"' ? ')"' : ')')
      at += each === '"' ? 3 : 2
    } else if (each === "'" || each === '"') {
      at += 1
      if (each === "'") singleQuoted()
      else doubleQuoted()
    } else if (each === '$' && (next === "'" || next === '"')) {
      at += 2
      if (next === "'") ansiQuoted()
      else doubleQuoted()
    } else if (each === ')' && ends.length > 0) {
      list.endCommand()
      const end = ends.pop() ?? each
      at += text.startsWith(end, at) ? end.length : 1
    } else if (each === '$' && next === '(') {
      const end = substitutionEnd(text, at + 1)
      list.append(text.slice(at, end))
      at = end
    } else if (toFillIn !== null) {
      list.append(toFillIn[0])
      at += toFillIn[0].length
    } else if (each === '<' || each === '>') {
      redirection()
    } else if (each === '&' && list.hasWord() && /[^\s&>]/.test(next)) {
      list.append(each)
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
  return { commands: list.all(), isUnclosed }
}

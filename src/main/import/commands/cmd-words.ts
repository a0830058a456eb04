import { unknownPart } from '../request/unknown-part.ts'
import { type Commands, createCommandList, isContinued, lineEndAt } from './command-list.ts'

/** Maximum characters of inserted values: variables of variables double with each line. */
const maxPutIn = 100_000

/** `set NAME=value` and `set "NAME=value"`; with a switch it asks or calculates. */
const setting = /^\s*@?set[ \t]+(?:"(\w{1,80})=([^\r\n]*)"[ \t]*|(\w{1,80})=([^\r\n]*))$/i

/**
 * A name in percent signs, in capitals as the variables of Windows are written. Behind an
 * encoded byte it may be the rest of a character in UTF-8, such as `%E2%82%AC`.
 */
const named = /(?<!%[\dA-F]{2})%[A-Z_]{2}[A-Z\d_]+%/

/** Returns true if a text has variables of cmd.exe in it. */
export const hasCmdVariables = (text: string): boolean =>
  /^[ \t]*@?set[ \t]+"?\w+=/im.test(text) || named.test(text)

/**
 * Replaces the variables that a text sets, as cmd.exe does first of all. A variable that it does
 * not set is an unknown part.
 */
function withCmdVariables(text: string): string {
  const values = new Map<string, string>()
  let room = maxPutIn
  const filled = (line: string) =>
    line.replace(/%(\w{1,80})%/g, (written, name: string, at: number) => {
      const value = values.get(name.toUpperCase())
      if (value === undefined || value.length > room) {
        const isNamed = named.test(line.slice(Math.max(0, at - 3), at + written.length))
        return isNamed || value !== undefined ? unknownPart(written) : written
      }
      room -= value.length
      return value
    })
  const lines = text.split('\n').map((line) => {
    const whole = filled(line)
    const found = setting.exec(whole.replace(/\r$/, ''))
    if (found === null) return whole
    const [, quotedName, quotedValue, name = '', value = ''] = found
    // Outside of quotation marks a caret escapes what follows it.
    values.set((quotedName ?? name).toUpperCase(), quotedValue ?? value.replace(/\^(.)/g, '$1'))
    return ''
  })
  return lines.join('\n')
}

/**
 * Returns the command lines of a text without carets. A caret counts only outside quotation marks,
 * and one before a mark makes the mark a plain character.
 */
function commandLines(text: string): readonly string[] {
  const lines: string[] = []
  let line = ''
  let isQuoted = false
  const end = () => {
    if (line.trim() !== '') lines.push(line)
    line = ''
    isQuoted = false
  }
  for (let at = 0; at < text.length; at += 1) {
    const each = text[at] ?? ''
    if (each === '"') {
      isQuoted = !isQuoted
      line += each
    } else if (isQuoted && (each !== '^' || lineEndAt(text, at + 1) === 0)) {
      line += each
    } else if (each === '^') {
      const skipped = lineEndAt(text, at + 1)
      // The first character of the next line is escaped too, but a space stays one.
      if (skipped > 0) line += ' '
      else line += text[at + 1] ?? ''
      at += skipped > 0 ? skipped : 1
    } else if (each === '\n' || each === '\r') {
      if (isContinued(text, at + 1)) line += ' '
      else end()
    } else if (
      each === '|' ||
      (each === '&' && !/[^\s&]&[^\s&]/.test(text.slice(at - 1, at + 2)))
    ) {
      end()
    } else line += each
  }
  end()
  return lines
}

/**
 * Splits a command line as Windows programs do: backslashes count only before a quotation mark,
 * and two marks within quotes are one. Returns true if every mark was closed.
 */
function wordsOf(text: string, list: ReturnType<typeof createCommandList>): boolean {
  let isQuoted = false
  for (let at = 0; at < text.length; at += 1) {
    const each = text[at] ?? ''
    if (each === '\\') {
      const [slashes = ''] = /^\\+/.exec(text.slice(at)) ?? []
      const isBeforeMark = text[at + slashes.length] === '"'
      list.append('\\'.repeat(isBeforeMark ? Math.floor(slashes.length / 2) : slashes.length))
      at += slashes.length - 1
      if (isBeforeMark && slashes.length % 2 === 1) {
        list.append('"')
        at += 1
      }
    } else if (each === '"') {
      list.append('')
      if (isQuoted && text[at + 1] === '"') {
        list.append('"')
        at += 1
      } else isQuoted = !isQuoted
    } else if (!isQuoted && /\s/.test(each)) list.endWord()
    else list.append(each)
  }
  list.endCommand()
  return !isQuoted
}

/** Splits a text into commands and words as cmd.exe and the programs it starts do. */
export function cmdWords(text: string): Commands {
  const list = createCommandList()
  const lines = commandLines(withCmdVariables(text))
  let isUnclosed = false
  for (const line of lines) isUnclosed = !wordsOf(line, list) || isUnclosed
  return { commands: list.all(), isUnclosed }
}

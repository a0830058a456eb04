import { unknownPart } from '../unknown-part.ts'

/** Characters that are put in at most: variables of variables double with each line. */
const maxPutIn = 100_000

/** `set NAME=value` and `set "NAME=value"`; with a switch it asks or calculates. */
const setting = /^\s*@?set[ \t]+(?:"(\w{1,80})=([^\r\n]*)"[ \t]*|(\w{1,80})=([^\r\n]*))$/i

/**
 * A name in percent signs, in capitals as the variables of Windows are written. Behind an
 * encoded byte it may be the rest of a character in UTF-8, such as `%E2%82%AC`.
 */
const named = /(?<!%[\dA-F]{2})%[A-Z_]{2}[A-Z\d_]+%/

/** Tells if a text has variables of cmd.exe in it. */
export const hasCmdVariables = (text: string): boolean =>
  /^[ \t]*@?set[ \t]+"?\w+=/im.test(text) || named.test(text)

/**
 * Puts the variables that a text sets in their places, as cmd.exe does before anything else
 * counts. One that it does not set is an unknown part.
 */
export function withCmdVariables(text: string): string {
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

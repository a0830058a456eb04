/**
 * How Windows' Command Prompt and the C runtime take a line apart, written from their
 * documentation ("How a Windows program splits its command line", cmd /?), apart from the
 * code that is tested.
 */

/** First of all, whatever is quoted: `%NAME%`. What is not defined stays, as at the prompt. */
function withVariables(line: string, variables: Readonly<Record<string, string>>): string {
  return line.replace(/%([^%]+)%/g, (all, name: string) => variables[name.toUpperCase()] ?? all)
}

/** Then carets, outside of quotation marks. Throws where the line would do something else. */
function withoutCarets(line: string): string {
  let isQuoted = false
  let read = ''
  for (let at = 0; at < line.length; at += 1) {
    const sign = line[at] ?? ''
    if (sign === '\n' || sign === '\r') throw new Error('a line break ends the command')
    if (!isQuoted && sign === '^') {
      at += 1
      read += line[at] ?? ''
      continue
    }
    if (!isQuoted && '&|<>()'.includes(sign)) throw new Error(`the prompt acts on ${sign}`)
    if (sign === '"') isQuoted = !isQuoted
    read += sign
  }
  return read
}

/** 2n backslashes before a quotation mark are n; one more makes the mark a plain one. */
function argumentsOf(line: string): readonly string[] {
  const found: string[] = []
  let current: string | undefined
  let isQuoted = false
  for (let at = 0; at < line.length; at += 1) {
    const [slashes = ''] = /^\\*/.exec(line.slice(at)) ?? []
    const next = line[at + slashes.length]
    if (slashes !== '' && next === '"') {
      current = (current ?? '') + '\\'.repeat(Math.floor(slashes.length / 2))
      if (slashes.length % 2 === 1) {
        current += '"'
        at += slashes.length
      } else at += slashes.length - 1
      continue
    }
    const sign = line[at] ?? ''
    if (sign === '"') {
      isQuoted = !isQuoted
      current ??= ''
    } else if (sign === ' ' && !isQuoted) {
      if (current !== undefined) found.push(current)
      current = undefined
    } else current = (current ?? '') + sign
  }
  return current === undefined ? found : [...found, current]
}

/** What a program is given that is started by this line at the prompt. */
export function argumentsAtPrompt(
  line: string,
  variables: Readonly<Record<string, string>> = {},
): readonly string[] {
  return argumentsOf(withoutCarets(withVariables(line, variables)))
}

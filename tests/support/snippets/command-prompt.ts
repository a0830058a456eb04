/**
 * Reads a line as Windows' Command Prompt and the C runtime do. Written from the published
 * descriptions ("How does the Windows Command Interpreter (CMD.EXE) parse scripts?" with its
 * percent, caret and delayed phases; cmd /?, set /?; "Parsing C++ command-line arguments"),
 * apart from the code that is tested.
 */

export interface PromptOptions {
  readonly variables?: Readonly<Record<string, string>>
  /** On by default: `%NAME:old=new%` and `%NAME:~start,length%`. */
  readonly hasExtensions?: boolean
  /** Off by default: `!NAME!`, after everything else. */
  readonly hasDelayedExpansion?: boolean
  /** In a batch file an undefined variable is nothing, and `%%` is a percent sign. */
  readonly isBatchFile?: boolean
}

type Lookup = (name: string) => string | undefined

/** The end of a slice, which counts from the end of the value if it is negative. */
const position = (at: number, length: number) =>
  at < 0 ? Math.max(0, length + at) : Math.min(at, length)

/** Applies what stands behind the colon; `undefined` if it is no modifier. */
function modified(value: string, modifier: string): string | undefined {
  const slice = /^~(-?\d+)?(?:,(-?\d+)?)?$/.exec(modifier)
  if (slice !== null) {
    const start = position(Number(slice[1] ?? 0), value.length)
    if (slice[2] === undefined) return value.slice(start)
    const length = Number(slice[2])
    const end = length < 0 ? value.length + length : start + length
    return value.slice(start, Math.max(start, end))
  }
  const equals = modifier.indexOf('=', 1)
  if (equals < 0) return undefined
  const search = modifier.slice(0, equals).toLowerCase()
  const replacement = modifier.slice(equals + 1)
  if (search.startsWith('*')) {
    const at = value.toLowerCase().indexOf(search.slice(1))
    return at < 0 ? value : replacement + value.slice(at + search.length - 1)
  }
  let read = ''
  for (let at = 0; at < value.length; ) {
    const isHere = value.slice(at, at + search.length).toLowerCase() === search
    read += isHere ? replacement : value[at]
    at += isHere ? search.length : 1
  }
  return read
}

interface Variable {
  readonly value: string
  readonly end: number
}

/**
 * Reads a variable whose opening `mark` stands before `from`; `undefined` if there is none. What
 * is not defined has `onUndefined` as its value, as far as it reaches.
 */
function variableAt(
  line: string,
  from: number,
  mark: '%' | '!',
  lookup: Lookup,
  hasExtensions: boolean,
  onUndefined: '' | undefined,
): Variable | undefined {
  const close = line.indexOf(mark, from)
  const colon = hasExtensions ? line.indexOf(':', from) : -1
  const isColonFirst = colon >= 0 && (close < 0 || colon < close) && line[colon + 1] !== mark
  const end = isColonFirst ? colon : close
  if (end < 0 || end === from) return undefined
  const value = lookup(line.slice(from, end))
  if (value === undefined) {
    return onUndefined === undefined ? undefined : { value: onUndefined, end: end + 1 }
  }
  if (!isColonFirst) return { value, end: end + 1 }
  if (close < 0) return undefined
  const changed = modified(value, line.slice(colon + 1, close))
  return changed === undefined ? undefined : { value: changed, end: close + 1 }
}

/** First of all, whatever is quoted. */
function afterPercents(line: string, lookup: Lookup, options: PromptOptions): string {
  const { hasExtensions = true, isBatchFile = false } = options
  let read = ''
  for (let at = 0; at < line.length; ) {
    if (line[at] !== '%') {
      read += line[at]
      at += 1
      continue
    }
    if (isBatchFile && line[at + 1] === '%') {
      read += '%'
      at += 2
      continue
    }
    if (isBatchFile && /^[*\d]$/.test(line[at + 1] ?? '')) {
      at += 2
      continue
    }
    const onUndefined = isBatchFile ? '' : undefined
    const variable = variableAt(line, at + 1, '%', lookup, hasExtensions, onUndefined)
    if (variable === undefined) {
      read += isBatchFile ? '' : '%'
      at += 1
      continue
    }
    read += variable.value
    at = variable.end
  }
  return read
}

/** Then carets, outside of quotation marks. Throws where the line would do something else. */
function afterCarets(line: string): string {
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

/** At last, if it is switched on and a `!` is there: carets again, and `!NAME!`. */
function afterDelayedExpansion(line: string, lookup: Lookup, hasExtensions: boolean): string {
  if (!line.includes('!')) return line
  let read = ''
  for (let at = 0; at < line.length; ) {
    if (line[at] === '^') {
      read += line[at + 1] ?? ''
      at += 2
    } else if (line[at] === '!') {
      while (line[at + 1] === '!') at += 1
      const variable = variableAt(line, at + 1, '!', lookup, hasExtensions, '')
      read += variable?.value ?? ''
      at = variable?.end ?? at + 1
    } else {
      read += line[at]
      at += 1
    }
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

/**
 * The arguments of the one program that this line starts. Throws where it would do anything
 * else: start another one, write to a file.
 */
export function argumentsAtPrompt(line: string, options: PromptOptions = {}): readonly string[] {
  const { variables = {}, hasExtensions = true, hasDelayedExpansion = false } = options
  const lookup: Lookup = (name) => variables[name.toUpperCase()]
  const command = afterCarets(afterPercents(line, lookup, options))
  return argumentsOf(
    hasDelayedExpansion ? afterDelayedExpansion(command, lookup, hasExtensions) : command,
  )
}

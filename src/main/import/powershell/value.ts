/** A value of a PowerShell script, as far as a request can be made of one. */
export type PsValue =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'table'
      readonly entries: readonly (readonly [string, PsValue])[]
      /** Characters in it, however often it holds the same. */
      readonly size: number
    }
  /** Whatever else: an object, the result of a call, a variable that nobody set. */
  | { readonly kind: 'unknown'; readonly source: string }

/** A request has no longer values; a script that makes some means no request. */
export const longestText = 100_000

const tooLong: PsValue = { kind: 'unknown', source: '' }

export const psText = (text: string): PsValue =>
  text.length > longestText ? tooLong : { kind: 'text', text }

function sizeOf(value: PsValue): number {
  switch (value.kind) {
    case 'text':
      return value.text.length + 1
    case 'unknown':
      return value.source.length + 1
    case 'table':
      return value.size
  }
}

/** A table, unless it holds itself so often that nobody could write it out. */
export function psTable(entries: readonly (readonly [string, PsValue])[]): PsValue {
  const size = entries.reduce((sum, [name, value]) => sum + name.length + sizeOf(value), 1)
  return size > longestText ? tooLong : { kind: 'table', entries, size }
}

/** A table may be put into a text as often as the text has room for its name. */
const written = new WeakMap<PsValue, string>()

/** What stands in a request for a value; what is not known stays as it is written. */
export function textOf(value: PsValue): string {
  switch (value.kind) {
    case 'text':
      return value.text
    case 'unknown':
      return value.source
    case 'table': {
      const text = written.get(value) ?? JSON.stringify(plainOf(value))
      written.set(value, text)
      return text
    }
  }
}

/** As `ConvertTo-Json` would write it. */
export function plainOf(value: PsValue): unknown {
  if (value.kind !== 'table') return textOf(value)
  return Object.fromEntries(value.entries.map(([name, each]) => [name, plainOf(each)]))
}

/** One command of a script: its name and what it is given. */
export interface PsCommand {
  readonly name: string
  readonly arguments: readonly PsArgument[]
}

export type PsArgument =
  | { readonly kind: 'parameter'; readonly name: string; readonly source: string }
  | { readonly kind: 'value'; readonly value: PsValue }

export interface PsScript {
  readonly commands: readonly PsCommand[]
  readonly isUnclosed: boolean
}

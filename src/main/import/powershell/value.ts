/** A value of a PowerShell script, as far as a request can be made of one. */
export type PsValue =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'table'; readonly entries: readonly (readonly [string, PsValue])[] }
  /** Whatever else: an object, the result of a call, a variable that nobody set. */
  | { readonly kind: 'unknown'; readonly source: string }

export const psText = (text: string): PsValue => ({ kind: 'text', text })

/** What stands in a request for a value; what is not known stays as it is written. */
export function textOf(value: PsValue): string {
  switch (value.kind) {
    case 'text':
      return value.text
    case 'unknown':
      return value.source
    case 'table':
      return JSON.stringify(plainOf(value))
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

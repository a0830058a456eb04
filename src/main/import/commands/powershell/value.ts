import { unknownPart } from '../../request/unknown-part.ts'

/**
 * The reason why a value is unknown: the script does not set the variable, or a command or a
 * method makes the value.
 */
export type Origin = 'variable' | 'made'

export interface PsText {
  readonly kind: 'text'
  readonly text: string
  /** Set if a part of the text is not known; that part is marked in it. */
  readonly origin?: Origin | undefined
}

export interface PsTable {
  readonly kind: 'table'
  /** By their names in lower case: PowerShell ignores case. */
  readonly entries: Map<string, { readonly name: string; readonly value: PsValue }>
  /** It was changed in an unknown way, so it may have more entries, or fewer. */
  isPartial: boolean
}

/** An object of .NET: its arguments, and the members set and added since. */
export interface PsObject {
  readonly kind: 'object'
  readonly type: string
  readonly given: readonly PsValue[]
  readonly members: Map<string, PsValue>
  readonly added: (readonly PsValue[])[]
}

export const encodings = ['utf-8', 'ascii', 'latin1', 'utf-16le'] as const
export type Encoding = (typeof encodings)[number]

/** A value of a PowerShell script that a request can contain. */
export type PsValue =
  | PsText
  /** As it is written: a long one keeps its digits. */
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'boolean'; readonly is: boolean }
  | { readonly kind: 'null' }
  | { readonly kind: 'list'; readonly items: readonly PsValue[] }
  | PsTable
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'encoding'; readonly encoding: Encoding }
  | { readonly kind: 'type'; readonly name: string }
  | PsObject
  | { readonly kind: 'unknown'; readonly origin: Origin; readonly name: string }

export const psNull: PsValue = { kind: 'null' }
export const psText = (text: string, origin?: Origin): PsText => ({ kind: 'text', text, origin })
export const createTable = (): PsTable => ({ kind: 'table', entries: new Map(), isPartial: false })

/** A value that a command, an operator or a method makes and that is not evaluated here. */
export const made: PsValue = { kind: 'unknown', origin: 'made', name: 'value' }

/** Returns a value that the script does not set. */
export function unset(name: string): PsValue {
  const plain = name.replace(/\W/g, '').slice(0, 40)
  return { kind: 'unknown', origin: 'variable', name: plain === '' ? 'value' : plain }
}

/**
 * Returns a value as PowerShell inserts it into a text. Unknown parts are marked, so that the name
 * of a command or of a variable is never taken for the value itself.
 */
export function written(value: PsValue): PsText {
  switch (value.kind) {
    case 'text':
      return value
    case 'number':
      return psText(value.text)
    case 'boolean':
      return psText(value.is ? 'True' : 'False')
    case 'null':
      return psText('')
    case 'unknown':
      return psText(
        unknownPart(value.origin === 'variable' ? `$${value.name}` : '$(…)'),
        value.origin,
      )
    default:
      return psText(unknownPart('$(…)'), 'made')
  }
}

/** A command of a script: its name and arguments. */
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

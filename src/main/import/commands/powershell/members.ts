import { decodeUtf8 } from '../../../oauth/formats/encodings.ts'
import { percentDecoded } from '../../request/encoded-text.ts'
import { encodedPart, formatted, joined, type Room, takeRoom } from './operators.ts'
import { setEntry } from './ps-reader.ts'
import {
  createTable,
  type Encoding,
  made,
  type PsObject,
  type PsTable,
  type PsValue,
  psNull,
  psText,
  unset,
  written,
} from './value.ts'

const tables =
  /^(?:hashtable|ordered|(?:collections\.)?(?:hashtable|specialized\.ordereddictionary)|(?:collections\.)?generic\.(?:sorted)?dictionary\[.*|pscustomobject|psobject|management\.automation\.psobject)$/

/** Returns the name of a type in lower case and its shortest form. */
export const typeName = (written: string): string =>
  written
    .toLowerCase()
    .replace(/\s/g, '')
    .replace(/^system\./, '')
    .replace(/`\d+/g, '')

export const isTableType = (type: string): boolean => tables.test(type)

const encodingNames: Readonly<Record<string, Encoding>> = {
  utf8: 'utf-8',
  'utf-8': 'utf-8',
  '65001': 'utf-8',
  ascii: 'ascii',
  'us-ascii': 'ascii',
  latin1: 'latin1',
  'iso-8859-1': 'latin1',
  '28591': 'latin1',
  unicode: 'utf-16le',
  'utf-16': 'utf-16le',
}
const encodingOf = (name: string): PsValue => {
  const plain = name.toLowerCase()
  const encoding = Object.hasOwn(encodingNames, plain) ? encodingNames[plain] : undefined
  return encoding === undefined ? made : { kind: 'encoding', encoding }
}

/** Creates an object of a type from arguments. */
export function create(type: string, given: readonly PsValue[]): PsValue {
  if (isTableType(type)) return given.length === 0 ? createTable() : made
  const [, encoding] = /^text\.(utf8|ascii|unicode)encoding$/.exec(type) ?? []
  if (encoding !== undefined) return encodingOf(encoding)
  return { kind: 'object', type, given, members: new Map(), added: [] }
}

/** Evaluates `[type] value`. */
export function cast(type: string, value: PsValue): PsValue {
  if (/^(?:string|uri|object|psobject)$/.test(type)) {
    if (value.kind === 'unknown' || value.kind === 'table') return value
    return type === 'string' ? written(value) : value
  }
  if (isTableType(type) || /^(?:object|string|array)(?:\[\])?$/.test(type)) return value
  const isNumber = /^(?:u?int(?:16|32|64)?|long)$/.test(type) && value.kind === 'number'
  return isNumber || value.kind === 'unknown' ? value : made
}

function bytesOf(room: Room, encoding: Encoding, value: PsValue): PsValue {
  if (value.kind !== 'text' || value.origin !== undefined) return made
  if (!takeRoom(room, value.text.length * 2)) return made
  if (encoding === 'utf-8') return { kind: 'bytes', bytes: new TextEncoder().encode(value.text) }
  if (encoding === 'utf-16le') {
    const units = Array.from({ length: value.text.length }, (_, at) => value.text.charCodeAt(at))
    return {
      kind: 'bytes',
      bytes: Uint8Array.from(units.flatMap((unit) => [unit & 255, unit >> 8])),
    }
  }
  // .NET writes a question mark for what an encoding does not have.
  const highest = encoding === 'ascii' ? 0x7f : 0xff
  const letters = Array.from(value.text, (letter) => letter.codePointAt(0) ?? 0)
  return {
    kind: 'bytes',
    bytes: Uint8Array.from(letters.map((code) => (code > highest ? 0x3f : code))),
  }
}

/** Evaluates `[type]::Member`. */
function staticMember(type: string, name: string): PsValue {
  if (type === 'text.encoding') return encodingOf(name)
  if (type === 'string' && name === 'empty') return psText('')
  return made
}

/** Evaluates `[type]::Method(…)`. */
function callStatic(room: Room, type: string, name: string, given: readonly PsValue[]): PsValue {
  const [first = psNull, second = psNull] = given
  switch (`${type}::${name}`) {
    case 'convert::tobase64string': {
      if (first.kind !== 'bytes' || !takeRoom(room, first.bytes.length * 2)) return made
      return psText(Buffer.from(first.bytes).toString('base64'))
    }
    case 'text.encoding::getencoding':
      return encodingOf(written(first).text)
    case 'uri::escapedatastring':
      return encodedPart(room, first, '%20')
    case 'web.httputility::urlencode':
    case 'net.webutility::urlencode':
      return encodedPart(room, first, '+')
    case 'uri::unescapedatastring':
      return first.kind === 'text' ? psText(percentDecoded(first.text), first.origin) : made
    case 'string::format':
      return formatted(room, first, { kind: 'list', items: given.slice(1) })
    case 'string::concat':
      return joined(room, given)
    case 'string::join': {
      const items = second.kind === 'list' ? second.items : given.slice(1)
      return first.kind === 'text' ? joined(room, items, first.text) : made
    }
    default:
      return name === 'new' ? create(type, given) : made
  }
}

/** Evaluates `value.Member`. */
export function member(value: PsValue, name: string): PsValue {
  switch (value.kind) {
    case 'table':
      return value.entries.get(name.toLowerCase())?.value ?? (value.isPartial ? made : psNull)
    case 'object': {
      const key = name.toLowerCase()
      const found = value.members.get(key) ?? create('', [])
      // A member can be set before the object is read.
      value.members.set(key, found)
      return found
    }
    case 'unknown':
      return value.origin === 'variable' ? unset(name) : made
    case 'type':
      return staticMember(value.name, name.toLowerCase())
    default:
      return made
  }
}

/** Sets `value.Member`; `false` if it has none. */
export function setMember(value: PsValue, name: string, to: PsValue): boolean {
  if (value.kind === 'table') setEntry(value, name, to)
  else if (value.kind === 'object') value.members.set(name.toLowerCase(), to)
  else return false
  return true
}

const trims: Readonly<Record<string, (text: string) => string>> = {
  trim: (text) => text.trim(),
  trimstart: (text) => text.trimStart(),
  trimend: (text) => text.trimEnd(),
  tostring: (text) => text,
}

function callText(
  room: Room,
  value: Extract<PsValue, { kind: 'text' }>,
  name: string,
  given: readonly PsValue[],
): PsValue {
  const [first, second] = given
  if (given.length === 0 && Object.hasOwn(trims, name)) {
    if (!takeRoom(room, value.text.length)) return made
    return psText(trims[name]?.(value.text) ?? '', value.origin)
  }
  if (value.origin !== undefined || !takeRoom(room, value.text.length)) return made
  if (/^tolower(?:invariant)?$/.test(name)) return psText(value.text.toLowerCase())
  if (/^toupper(?:invariant)?$/.test(name)) return psText(value.text.toUpperCase())
  const isReplace = name === 'replace' && first?.kind === 'text' && second?.kind === 'text'
  if (!isReplace || first.text === '' || given.length !== 2) return made
  const parts = value.text.split(first.text).map((part) => psText(part))
  return joined(room, parts, second.text)
}

function callTable(table: PsTable, name: string, given: readonly PsValue[]): PsValue {
  const [key, value] = given
  const isNamed = key?.kind === 'text' && key.origin === undefined
  if (isNamed && value !== undefined && /^(?:add|set_item)$/.test(name)) {
    setEntry(table, key.text, value)
    return psNull
  }
  if (isNamed && name === 'remove') {
    table.entries.delete(key.text.toLowerCase())
    return psNull
  }
  if (isNamed && name === 'item') return member(table, key.text)
  if (name === 'clear') {
    table.entries.clear()
    return psNull
  }
  // These only read the table. All others may change it, in unknown ways.
  if (!/^(?:contains(?:key)?|get\w*|tostring|clone)$/.test(name)) table.isPartial = true
  return made
}

function callObject(object: PsObject, name: string, given: readonly PsValue[]): PsValue {
  if (name === 'add' && given.length > 0) {
    object.added.push(given)
    return psNull
  }
  return made
}

/** Evaluates `value.Method(…)`. */
export function call(
  room: Room,
  value: PsValue,
  method: string,
  given: readonly PsValue[],
): PsValue {
  const name = method.toLowerCase()
  switch (value.kind) {
    case 'type':
      return callStatic(room, value.name, name, given)
    case 'text':
      return callText(room, value, name, given)
    case 'table':
      return callTable(value, name, given)
    case 'object':
      return callObject(value, name, given)
    case 'encoding': {
      const [first = psNull] = given
      if (name === 'getbytes') return bytesOf(room, value.encoding, first)
      const isText = name === 'getstring' && first.kind === 'bytes' && value.encoding === 'utf-8'
      const text = isText ? decodeUtf8(first.bytes) : undefined
      return text === undefined || !takeRoom(room, text.length) ? made : psText(text)
    }
    default:
      return made
  }
}

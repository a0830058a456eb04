import { create, isTableType, typeName } from './members.ts'
import { jsonOf, type Room, takeRoom } from './operators.ts'
import { tableOf } from './ps-reader.ts'
import { made, type PsCommand, type PsValue, psNull, psText, written } from './value.ts'

/** Parameters about the output of these commands, which take a value. */
const aboutOutput = /^-(?:d|es|er|wa|inf|out|pip)/i

/** Returns the values that a command works on. */
function valuesOf({ arguments: given }: PsCommand): readonly PsValue[] {
  return given.flatMap((each, at) => {
    const before = given[at - 1]
    const isAbout = before?.kind === 'parameter' && aboutOutput.test(before.source)
    return each.kind === 'value' && !isAbout ? [each.value] : []
  })
}

/** Returns the result of a command with `input` from a pipe; only a few commands are known. */
export function result(room: Room, read: PsCommand, input: PsValue): PsValue {
  const values = valuesOf(read)
  const [first = psNull] = values
  switch (read.name.toLowerCase()) {
    case 'convertto-json':
      return jsonOf(room, input.kind === 'null' ? first : input)
    case 'convertfrom-json':
      return fromJson(room, input.kind === 'null' ? first : input)
    case 'out-null':
      return psNull
    case 'new-object': {
      const [kind = psNull, list, ...more] = values
      const given = list?.kind === 'list' ? list.items : list === undefined ? [] : [list, ...more]
      const type = typeName(written(kind).text)
      const [members] = given
      return isTableType(type) && members?.kind === 'table' ? members : create(type, given)
    }
    default:
      return made
  }
}

function fromJson(room: Room, value: PsValue): PsValue {
  if (value.kind !== 'text' || value.origin !== undefined) return made
  if (!takeRoom(room, value.text.length)) return made
  try {
    return ofJson(JSON.parse(value.text), 0)
  } catch {
    return made
  }
}

function ofJson(value: unknown, depth: number): PsValue {
  if (typeof value === 'string') return psText(value)
  if (typeof value === 'boolean') return { kind: 'boolean', is: value }
  if (value === null) return psNull
  if (typeof value !== 'object' || depth > 16) return made
  if (Array.isArray(value))
    return { kind: 'list', items: value.map((each) => ofJson(each, depth + 1)) }
  return tableOf(Object.entries(value).map(([name, each]) => [name, ofJson(each, depth + 1)]))
}

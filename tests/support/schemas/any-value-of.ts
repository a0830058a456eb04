import fc from 'fast-check'
import { z } from 'zod'

/** Texts that the schemas of this project make differences between. */
const texts = [
  '',
  ' ',
  'a',
  ' a ',
  'read  write',
  'https://login.example/token',
  'http://login.example/token',
  'http://127.0.0.1/token#x',
  'https://login.example/token?client_secret=x',
  '00000000-0000-4000-8000-000000000001',
  '00000000-0000-0000-0000-00000000000g',
  'Zm9v',
  'Zm9',
  'clientSecret',
  'header:always:X-Key',
  'parameter:sometimes:x',
  'authorization',
  'X-Key',
  'password',
  'username',
  'invalid_client',
  'any-server',
  'line\nbreak',
  'x'.repeat(130),
]

const numbers = [0, -0, 1, -1, 0.5, 200, 3600, 2 ** 53, Number.NaN, Number.POSITIVE_INFINITY]

/** One of these, mostly one that the schema accepts. */
function mostlyAccepted(schema: z.core.$ZodType, values: readonly unknown[]) {
  const accepted = values.filter((value) => z.safeParse(schema, value).success)
  const any = fc.constantFrom(...values)
  return accepted.length === 0
    ? any
    : fc.oneof(
        { weight: 50, arbitrary: fc.constantFrom(...accepted) },
        { weight: 1, arbitrary: any },
      )
}

const strays = fc.oneof(
  fc.constantFrom(...texts, ...numbers),
  fc.boolean(),
  fc.constantFrom(null, undefined, [], {}, ['a'], { a: 1 }, new Date(0), Object.create({ a: 1 })),
)

function objectOf(shape: Readonly<Record<string, z.core.$ZodType>>): fc.Arbitrary<unknown> {
  const members = Object.entries(shape).map(([name, member]) => [name, anyValueOf(member)] as const)
  const requiredKeys = Object.keys(shape).filter((name) => shape[name]?._zod.optin === undefined)
  return fc.record(Object.fromEntries(members), { requiredKeys })
}

function mostlyRight(schema: z.core.$ZodType): fc.Arbitrary<unknown> {
  const { def } = (schema as z.core.$ZodTypes)._zod
  switch (def.type) {
    case 'string':
    case 'template_literal':
    case 'pipe':
      return mostlyAccepted(schema, texts)
    case 'number':
      return mostlyAccepted(schema, numbers)
    case 'boolean':
      return fc.boolean()
    case 'enum':
    case 'literal':
      return fc.constantFrom(...(schema._zod.values ?? []))
    case 'nullable':
      return fc.option(anyValueOf(def.innerType))
    case 'optional':
      return anyValueOf(def.innerType)
    case 'array':
      return fc.array(anyValueOf(def.element), { maxLength: 3 })
    case 'object':
      return objectOf(def.shape)
    case 'record':
      return fc.dictionary(
        anyValueOf(def.keyType) as fc.Arbitrary<string>,
        anyValueOf(def.valueType),
        {
          maxKeys: 3,
        },
      )
    case 'union':
      return fc.oneof(...def.options.map(anyValueOf))
    default:
      return strays
  }
}

/** Puts one thing too many into an object or an array, or takes one away. */
function disturbed(value: unknown, stray: unknown): unknown {
  if (Array.isArray(value))
    return stray === undefined ? Object.assign([], { 1: 'x' }) : [...value, stray]
  if (typeof value !== 'object' || value === null) return stray
  const [first] = Object.keys(value)
  if (stray === undefined && first !== undefined) return { ...value, [first]: undefined }
  if (stray === null && first !== undefined) {
    const { [first]: _, ...rest } = value as Readonly<Record<string, unknown>>
    return rest
  }
  return { ...value, accessToken: stray }
}

/** Values that a schema accepts, changes or refuses: most of them are right but for a detail. */
export function anyValueOf(schema: z.core.$ZodType): fc.Arbitrary<unknown> {
  const right = mostlyRight(schema)
  return fc.oneof(
    { weight: 300, arbitrary: right },
    {
      weight: 1,
      arbitrary: fc.tuple(right, strays).map(([value, stray]) => disturbed(value, stray)),
    },
    { weight: 1, arbitrary: strays },
  )
}

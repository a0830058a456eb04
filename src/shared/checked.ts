import type { z } from 'zod'

/** Whether parsing would give back the very same value. `false` may also mean: ask zod. */
type Fits = (value: unknown) => boolean
type Schema = z.core.$ZodType

const known = new WeakMap<Schema, Fits>()

/**
 * As `schema.parse`, but a value that needs no change is not copied, which is several
 * times faster. Zod itself judges all others, so that what is refused, what is changed and
 * why is always as it says. Throws `ZodError`.
 */
export function checked<Type extends z.ZodType>(schema: Type, value: unknown): z.output<Type> {
  return fitsOf(schema)(value) ? (value as z.output<Type>) : schema.parse(value)
}

function fitsOf(schema: Schema): Fits {
  const made = known.get(schema) ?? withChecks(schema, shapeOf(schema))
  known.set(schema, made)
  return made
}

/** The checks of a schema, in zod's own order: a format such as `z.uuid()` is its own first. */
function withChecks(schema: Schema, hasShape: Fits): Fits {
  const { def, traits } = schema._zod
  const own = traits.has('$ZodCheck') ? [schema] : []
  const checks = [...own, ...(def.checks ?? [])] as unknown as readonly z.core.$ZodCheck<unknown>[]
  if (checks.length === 0) return hasShape
  return (value) => {
    if (!hasShape(value)) return false
    const payload: z.core.ParsePayload = { value, issues: [] }
    return checks.every((check) => {
      void check._zod.check(payload)
      return payload.issues.length === 0 && payload.value === value
    })
  }
}

function shapeOf(schema: Schema): Fits {
  const { def } = (schema as z.core.$ZodTypes)._zod
  switch (def.type) {
    case 'string':
      return def.coerce === true ? byZod(schema) : (value) => typeof value === 'string'
    case 'number':
      return def.coerce === true ? byZod(schema) : Number.isFinite
    case 'boolean':
      return def.coerce === true ? byZod(schema) : (value) => typeof value === 'boolean'
    case 'enum':
    case 'literal': {
      const values: ReadonlySet<unknown> = schema._zod.values ?? new Set()
      return (value) => values.has(value)
    }
    case 'nullable': {
      const fits = fitsOf(def.innerType)
      return (value) => value === null || fits(value)
    }
    case 'array': {
      const fits = fitsOf(def.element)
      // Neither gaps nor names: both would be counted otherwise.
      return (value) =>
        Array.isArray(value) && Object.keys(value).length === value.length && value.every(fits)
    }
    case 'object':
      return strictObject(def) ?? byZod(schema)
    case 'record':
      return def.partial === true ? partialRecord(def) : byZod(schema)
    case 'union':
      return isDiscriminated(def) ? discriminatedUnion(def) : union(def)
    default:
      return byZod(schema)
  }
}

/** What is not known here is left to zod, which copies objects: those never fit. */
function byZod(schema: Schema): Fits {
  return (value) => {
    if (typeof value === 'object') return false
    const result = (schema as z.ZodType).safeParse(value)
    return result.success && Object.is(result.data, value)
  }
}

function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  return (
    typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
  )
}

const isOptional = (schema: Schema): schema is z.core.$ZodOptional =>
  (schema as z.core.$ZodTypes)._zod.def.type === 'optional'

function strictObject({ shape, catchall }: z.core.$ZodObjectDef): Fits | undefined {
  const members = Object.entries(shape)
  const isStrict = catchall?._zod.def.type === 'never'
  // A member that zod fills in changes the value.
  const areKept = members.every(
    ([, member]) => member._zod.optin === undefined || isOptional(member),
  )
  if (!isStrict || !areKept) return undefined
  const required = members
    .filter(([, member]) => !isOptional(member))
    .map(([name, member]) => [name, fitsOf(member)] as const)
  const optional = members.flatMap(([name, member]) =>
    isOptional(member) ? [[name, fitsOf(member._zod.def.innerType)] as const] : [],
  )
  return (value) => {
    if (!isPlain(value)) return false
    const present = optional.filter(([name]) => Object.hasOwn(value, name))
    return (
      Object.keys(value).length === required.length + present.length &&
      required.every(([name, fits]) => Object.hasOwn(value, name) && fits(value[name])) &&
      present.every(([name, fits]) => fits(value[name]))
    )
  }
}

function partialRecord({ keyType, valueType }: z.core.$ZodRecordDef): Fits {
  const [fitsKey, fitsValue] = [fitsOf(keyType), fitsOf(valueType)]
  return (value) =>
    isPlain(value) &&
    Object.entries(value).every(
      ([key, member]) => key !== '__proto__' && fitsKey(key) && fitsValue(member),
    )
}

/** The first option that accepts a value decides, also if it would change the value. */
function union({ options }: z.core.$ZodUnionDef): Fits {
  const all = options.map((option) => [fitsOf(option), option as z.ZodType] as const)
  return (value) => {
    for (const [fits, option] of all) {
      if (fits(value)) return true
      if (option.safeParse(value).success) return false
    }
    return false
  }
}

function isDiscriminated(def: z.core.$ZodUnionDef): def is z.core.$ZodDiscriminatedUnionDef {
  return 'discriminator' in def
}

function discriminatedUnion(def: z.core.$ZodDiscriminatedUnionDef): Fits {
  const byName = new Map<unknown, Fits>()
  for (const option of def.options) {
    const names = option._zod.propValues?.[def.discriminator] ?? []
    for (const name of names) byName.set(name, fitsOf(option))
  }
  return (value) => isPlain(value) && byName.get(value[def.discriminator])?.(value) === true
}

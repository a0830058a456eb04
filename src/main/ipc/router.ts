import type { ZodError, ZodType } from 'zod'
import {
  type ParsedInput,
  type RequestName,
  type RequestOutput,
  requests,
} from '../../shared/contract.ts'
import { type AppError, Failure, type Result } from '../../shared/errors.ts'
import { type FieldProblem, fieldProblems } from '../../shared/field-problem.ts'
import type { Log } from '../engine/ports.ts'
import { isOurMainFrame, type SenderEvent } from './sender.ts'

/** One handler per request; a missing one does not compile. */
export type Handlers = {
  readonly [Name in RequestName]: (
    input: ParsedInput<Name>,
  ) => RequestOutput<Name> | Promise<RequestOutput<Name>>
}

export type Router = (
  event: SenderEvent,
  name: unknown,
  input: unknown,
) => Promise<Result<RequestOutput<RequestName>>>

/**
 * Answers the requests of pages. Refuses, in this order, a sender that is not our
 * own main frame, a name that is not in the contract, an input that is too large or not
 * plain data, and one that does not parse. Answers are parsed too, so that a stray secret
 * is an error and not a leak. Never rejects: an error is data. `whenLoaded` returns what a
 * request has to wait for, or `null`.
 */
export function createRouter(
  handlers: Handlers,
  log: Log,
  whenLoaded: (name: RequestName) => Promise<void> | null = () => null,
): Router {
  return async (event, name, input) => {
    if (!isOurMainFrame(event)) return refuse('sender')
    if (!isRequestName(name)) return refuse('name')
    if (!isSmallAndPlain(input)) return refuse('shape')
    const parsed = requests[name].input.safeParse(input)
    if (!parsed.success) {
      const problems = profileProblems(parsed.error)
      return problems === undefined ? refuse('input') : { ok: false, error: problems }
    }
    try {
      await whenLoaded(name)
      return { ok: true, value: await answer(handlers, name, parsed.data) }
    } catch (cause) {
      if (cause instanceof Failure) return { ok: false, error: cause.error }
      return { ok: false, error: { code: 'internal', incident: log.incident(name, cause) } }
    }

    function refuse(reason: Extract<AppError, { code: 'request-refused' }>['reason']) {
      log.info('request-refused', { reason })
      return { ok: false, error: { code: 'request-refused', reason } } as const
    }
  }
}

async function answer(
  handlers: Handlers,
  name: RequestName,
  input: unknown,
): Promise<RequestOutput<RequestName>> {
  // The table ties each handler to the schema that has just parsed its input; the
  // compiler cannot follow that through a union of names.
  const handler = handlers[name] as (input: unknown) => unknown
  const { output } = requests[name]
  return (output as ZodType<RequestOutput<RequestName>>).parse(await handler(input))
}

function isRequestName(name: unknown): name is RequestName {
  return typeof name === 'string' && Object.hasOwn(requests, name)
}

/** The limits of an input; the largest that a user can make is far below. */
const inputLimits = {
  /** Characters of all strings and names together. */
  characters: 4_000_000,
  /** Values of all kinds, and places in arrays, empty ones too. */
  values: 20_000,
  /** Objects within objects. */
  depth: 16,
} as const

/**
 * Returns true for an input that is small and plain enough to be parsed: text, numbers, booleans,
 * null, undefined, arrays and plain objects. A message between processes can also hold a map,
 * bytes, an array of a thousand million empty places or an object within itself; a schema would
 * block main on the latter two. Never throws and goes no further than the limits; only the names
 * of one object can't be listed in part.
 */
function isSmallAndPlain(input: unknown): boolean {
  let { characters, values } = { characters: 0, values: 0 }
  const waiting: { readonly value: unknown; readonly depth: number }[] = [
    { value: input, depth: 0 },
  ]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { value, depth } = next
    values += 1
    if (values > inputLimits.values || depth > inputLimits.depth) return false
    if (typeof value === 'string') characters += value.length
    else if (Array.isArray(value)) {
      if (value.length > inputLimits.values) return false
      for (const each of value) waiting.push({ value: each, depth: depth + 1 })
    } else if (isPlainObject(value)) {
      for (const name in value) {
        characters += name.length
        if (waiting.length > inputLimits.values) return false
        waiting.push({ value: value[name], depth: depth + 1 })
      }
    } else if (!isPrimitive(value)) return false
    if (characters > inputLimits.characters) return false
  }
  return true
}

function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === null || prototype === Object.prototype
}

function isPrimitive(value: unknown): boolean {
  return value === null || ['undefined', 'boolean', 'number'].includes(typeof value)
}

/**
 * Returns the error of a draft that a user filled in wrongly, field by field; `undefined`
 * if something other than the draft is wrong, which no user can correct. The values
 * themselves are left out: they may be secrets.
 */
function profileProblems(error: ZodError): AppError | undefined {
  const fields = error.issues.map(({ path, message }) => ({
    inDraft: path[0] === 'draft' && path.length > 1,
    path: path.slice(1).join('.'),
    problem: isFieldProblem(message) ? message : ('invalid' as const),
  }))
  if (!fields.every(({ inDraft }) => inDraft)) return undefined
  return {
    code: 'profile-invalid',
    fields: fields.map(({ path, problem }) => ({ path, problem })),
  }
}

function isFieldProblem(message: string): message is FieldProblem {
  return (fieldProblems as readonly string[]).includes(message)
}

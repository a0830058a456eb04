import type { ZodType } from 'zod'
import {
  type ParsedInput,
  type RequestName,
  type RequestOutput,
  requests,
} from '../../shared/contract.ts'
import { type AppError, Failure, type Result } from '../../shared/errors.ts'
import type { Log } from '../engine/ports.ts'
import { isSmallAndPlain } from './input-size.ts'
import { profileProblems } from './profile-problems.ts'
import { isOurMainFrame, type SenderEvent } from './sender.ts'

/** One handler a request; a missing one does not compile. */
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
 * own main frame, a name that is not in the contract, an input that is too large or no
 * plain data, and one that does not parse. Answers are parsed too, so that a stray secret
 * is an error and not a leak. Never rejects: what went wrong is data. `whenLoaded` is what a
 * request has to wait for, if it has to.
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

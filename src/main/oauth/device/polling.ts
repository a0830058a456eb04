import type { Instant } from '../../../shared/clock.ts'
import type { Outcome } from '../../../shared/outcome.ts'
import { serverErrorIn } from '../errors/error-fields.ts'
import { shownCode } from '../errors/shown-evidence.ts'
import { readRetryAfter } from '../formats/dates.ts'
import { plainName } from '../formats/json.ts'
import { readBody, type TokenAnswer } from '../response/response-body.ts'
import type { TokenReading } from '../response/token-response.ts'

/** The meaning of a poll's answer for the wait (RFC 8628 §3.5). */
export type PollReading =
  /** The token is there, or the server refused: the exchange has the outcome. */
  | { readonly kind: 'ends' }
  | { readonly kind: 'ends-as'; readonly outcome: Outcome }
  /** The person has not finished. `retryAfter` in seconds. */
  | {
      readonly kind: 'pending'
      readonly isTooFast: boolean
      readonly retryAfter: number
    }
  /** Not an answer of the token endpoint: a gateway's page, nothing, an error without a reason. */
  | { readonly kind: 'unclear'; readonly isTooFast: boolean; readonly retryAfter: number }

const denials: ReadonlySet<string> = new Set(['accessdenied', 'authorizationdeclined'])
const expirations: ReadonlySet<string> = new Set([
  'expiredtoken',
  'codeexpired',
  'devicecodeexpired',
])

/** Refusals that waiting does not change. */
const finalKinds: ReadonlySet<Outcome['kind']> = new Set([
  'client-refused',
  'user-refused',
  'needs-sign-in',
  'grant-not-allowed',
  'scope-refused',
  'bad-request',
])

/**
 * Reads a poll's answer. Only the `error` counts: servers send it under 200, 400, 401, 403 and 428.
 * `reading` is the same answer as that of any token request.
 */
export function readPoll(answer: TokenAnswer, reading: TokenReading, now: Instant): PollReading {
  if (reading.kind === 'token') return { kind: 'ends' }
  const { status, headers } = answer
  const retryAfter = readRetryAfter(headers, now) ?? 0
  const body = readBody(answer)
  if (body.kind === 'fields') {
    const own = body.fields.get('error')
    const error = serverErrorIn(body.fields, status >= 200 && status < 300)
    const code = typeof own === 'string' ? own.trim() : (error?.code ?? null)
    const word = plainName(code ?? '')
    if (word === 'authorizationpending') return { kind: 'pending', isTooFast: false, retryAfter }
    if (word === 'slowdown') return { kind: 'pending', isTooFast: true, retryAfter }
    if (expirations.has(word)) return { kind: 'ends-as', outcome: { kind: 'sign-in-expired' } }
    if (denials.has(word)) {
      const outcome = { kind: 'denied', oauthError: shownCode(code, []) } as const
      return { kind: 'ends-as', outcome }
    }
    if (code !== null && finalKinds.has(reading.outcome.kind)) return { kind: 'ends' }
    // There was a token, and the code is used up.
    if (reading.outcome.kind === 'unsafe-answer') return { kind: 'ends' }
  }
  return { kind: 'unclear', isTooFast: status === 429, retryAfter }
}

/** The state of a wait for a person. */
export interface Polling {
  /** Seconds; it only grows. */
  readonly interval: number
  /** The server has asked for slower polls. */
  readonly isSlowed: boolean
  /** Connections lost since the last answer. */
  readonly lost: number
  /** Seconds that the last answer asked to wait (RFC 9110 §10.2.3). */
  readonly retryAfter: number
  /** Answers that were not clear, before the first one that was. */
  readonly unclear: number
  /** The server has said that it waits for the person. */
  readonly isUnderstood: boolean
}

export const startPolling = (interval: number): Polling => ({
  interval,
  isSlowed: false,
  lost: 0,
  retryAfter: 0,
  unclear: 0,
  isUnderstood: false,
})

export const afterLostConnection = (polling: Polling): Polling => ({
  ...polling,
  lost: polling.lost + 1,
  retryAfter: 0,
})

export function afterAnswer(
  polling: Polling,
  { kind, isTooFast, retryAfter }: Extract<PollReading, { kind: 'pending' | 'unclear' }>,
): Polling {
  return {
    // RFC 8628 §3.5: five seconds more for this and all later polls.
    interval: polling.interval + (isTooFast ? 5 : 0),
    isSlowed: polling.isSlowed || isTooFast,
    lost: 0,
    retryAfter,
    unclear: polling.unclear + (kind === 'unclear' ? 1 : 0),
    isUnderstood: polling.isUnderstood || kind === 'pending',
  }
}

const maxUnclear = 10

/** Returns true if no answer was one of a token endpoint, so that waiting is of no use. */
export const isHopeless = ({ isUnderstood, unclear }: Polling) =>
  !isUnderstood && unclear >= maxUnclear

/** Milliseconds between two polls after lost connections. */
const maxPause = 120_000

/**
 * Returns the milliseconds to wait before the next poll. The clocks of virtual machines run up to
 * 30 % fast, and a server may count from when it sent its answer, so the wait is longer than the
 * interval. It is doubled with each consecutive lost connection (RFC 8628 §3.5).
 */
export function pauseOf({ interval, isSlowed, lost, retryAfter }: Polling): number {
  const pause = interval * (isSlowed ? 1.4 : 1.2) * 1000
  const doubled = Math.max(pause, Math.min(pause * 2 ** lost, maxPause))
  return Math.round(Math.max(doubled, retryAfter * 1000))
}

import type { Instant } from '../../shared/clock.ts'
import { Failure } from '../../shared/errors.ts'
import type { Outcome } from '../../shared/outcome.ts'
import { mayBeOpened } from '../../shared/redirect-address.ts'
import type { RefusalRule } from '../../shared/refusal-rule.ts'
import { buildDeviceRequest } from '../oauth/device/device-request.ts'
import {
  type DeviceAuthorization,
  type DeviceReading,
  readDeviceResponse,
} from '../oauth/device/device-response.ts'
import {
  afterAnswer,
  afterLostConnection,
  isHopeless,
  type PollReading,
  pauseOf,
  readPoll,
  startPolling,
} from '../oauth/device/polling.ts'
import { outcomeWithoutAnswer } from '../oauth/errors/refusal-outcome.ts'
import type { HttpResult } from './ports.ts'
import type { Exchange, TokenRun } from './run-exchanges.ts'
import type { PlanTools, SignInPlan } from './run-plans.ts'
import type { RunSteps, SignIn } from './run-steps.ts'
import { namedSecrets } from './stored-profile.ts'

const secretsOf = ({ sealed }: TokenRun) => namedSecrets(sealed).map(({ value }) => value)

/** Reads the result of the request for a device code. */
function readResult(
  result: HttpResult,
  tokenRun: TokenRun,
  now: Instant,
  rules: readonly RefusalRule[],
): DeviceReading {
  const secrets = secretsOf(tokenRun)
  const context = { grantType: tokenRun.settings.grant.kind, now, rules, secrets }
  return result.kind === 'answer'
    ? readDeviceResponse(result, context)
    : { kind: 'no-code', outcome: outcomeWithoutAnswer(result, secrets) }
}

/** Lets the user act on a sign-in: any device will do, and nothing comes back to paste. */
function signInOf({ address, completeAddress, userCode }: DeviceAuthorization): SignIn {
  const page = completeAddress ?? address
  return {
    address: async () => {
      // SECURITY: the server chose the address, and other schemes start other programs.
      if (!mayBeOpened(page)) throw new Failure({ code: 'browser-unavailable' })
      return page
    },
    code: userCode,
    paste: () => 'no-code',
  }
}

function readExchange({ result, reading, arrivedAt }: Exchange): PollReading {
  if (result.kind === 'answer') return readPoll(result, reading, arrivedAt)
  if (result.kind === 'too-large') {
    return readPoll({ status: result.status, headers: {}, body: 'too-large' }, reading, arrivedAt)
  }
  return { kind: 'unclear', isTooFast: false, retryAfter: 0 }
}

/**
 * Polls until the person has finished or refused, or `timeLeft` says that the code has expired.
 * `null`: the last exchange has the outcome.
 */
async function waitForPerson(
  { poll, pause }: RunSteps,
  { settings }: TokenRun,
  { deviceCode, interval }: DeviceAuthorization,
  timeLeft: (paused: number) => number,
): Promise<Outcome | null> {
  const proof = { parameters: [['device_code', deviceCode]], secret: ['device_code'] } as const
  const planned = { grant: { kind: settings.grant.kind, proof }, settings }
  let polling = startPolling(interval)
  let paused = 0
  let last: Exchange | null = null
  for (;;) {
    const wait = Math.min(pauseOf(polling), Math.max(0, timeLeft(paused)))
    await pause(wait)
    paused += wait
    if (timeLeft(paused) <= 0) {
      // A server that never spoke of a sign-in has another trouble than a slow person.
      return polling.isUnderstood || last === null ? { kind: 'sign-in-expired' } : null
    }
    last = await poll(planned)
    if (last.result.kind === 'unreachable') {
      polling = afterLostConnection(polling)
      continue
    }
    const reading = readExchange(last)
    if (reading.kind === 'ends') return null
    if (reading.kind === 'ends-as') return reading.outcome
    polling = afterAnswer(polling, reading)
    if (isHopeless(polling)) return null
  }
}

/**
 * Plans the sign-in on another device (RFC 8628): a code that a person enters on any device, and
 * polls until that has happened.
 */
export function devicePlan(
  tokenRun: TokenRun,
  { clock, rulesOf }: PlanTools,
): ReturnType<SignInPlan> {
  return async (steps) => {
    const requestedAt = clock.now()
    const result = await steps.prepare(
      buildDeviceRequest(tokenRun.settings, tokenRun.sealed.secrets),
    )
    const rules = rulesOf(tokenRun.settings.about.presetId)
    const reading = readResult(result, tokenRun, clock.now(), rules)
    if (reading.kind === 'no-code') return reading.outcome
    const { authorization } = reading
    // The report shows the answer that it came with.
    steps.conceal([{ name: 'device code', value: authorization.deviceCode }])
    const { userCode: code, address, completeAddress, lifetime } = authorization
    // Counted from the request, because the code may have been made then.
    const expiresAt = requestedAt + lifetime * 1000
    const progress = { kind: 'showing-device-code', code, address, completeAddress } as const
    steps.show({ ...progress, expiresAt }, signInOf(authorization))
    const timeLeft = (paused: number) => Math.min(expiresAt - clock.now(), lifetime * 1000 - paused)
    return waitForPerson(steps, tokenRun, authorization, timeLeft)
  }
}

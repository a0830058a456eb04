import type { Outcome } from '../../../shared/outcome.ts'
import { mayBeOpened } from '../../../shared/redirect-address.ts'
import { meaningOfCode } from '../errors/error-codes.ts'
import { serverErrorIn } from '../errors/error-fields.ts'
import { type AnswerContext, outcomeOfRefusal } from '../errors/refusal-outcome.ts'
import { plainName } from '../formats/json.ts'
import { showsSecret } from '../redaction/secret-finder.ts'
import { type BodyReading, readBody, type TokenAnswer } from '../response/response-body.ts'

/** A code for the app, and what a person needs to allow it (RFC 8628 §3.2). */
export interface DeviceAuthorization {
  /** Secret. */
  readonly deviceCode: string
  /** The code to type, exactly as the server spells it. */
  readonly userCode: string
  /** Where to type it. */
  readonly address: string
  /** The address with the code in it (§3.3.1), if it can be used. */
  readonly completeAddress: string | null
  /** Seconds until the codes expire. */
  readonly lifetime: number
  /** Seconds between two polls. */
  readonly interval: number
}

export type DeviceReading =
  | { readonly kind: 'code'; readonly authorization: DeviceAuthorization }
  | { readonly kind: 'no-code'; readonly outcome: Outcome }

type Fields = Extract<BodyReading, { kind: 'fields' }>

const noCode = (outcome: Outcome): DeviceReading => ({ kind: 'no-code', outcome })

/** Seconds (RFC 8628 §3.2: without one, 5). */
const usualInterval = 5
const maxInterval = 300
/** Seconds. Servers choose five to thirty minutes. */
const usualLifetime = 900
const maxLifetime = 3600

const maxDeviceCode = 16 * 1024
const maxShown = 2000

/** Names in plain form: Google says `verification_url`, Amazon writes in camel case. */
const names = {
  deviceCode: ['devicecode'],
  userCode: ['usercode'],
  address: ['verificationuri', 'verificationurl'],
  completeAddress: ['verificationuricomplete', 'verificationurlcomplete'],
  lifetime: ['expiresin'],
  interval: ['interval'],
} as const
type Member = keyof typeof names
const memberNames: ReadonlySet<string> = new Set(Object.values(names).flat())

function membersOf({ fields, repeated }: Fields): ReadonlyMap<string, unknown> | 'repeated' {
  const members = new Map<string, unknown>()
  for (const [name, value] of fields) {
    const plain = plainName(name)
    if (!memberNames.has(plain)) continue
    if (members.has(plain) || repeated.has(name)) return 'repeated'
    members.set(plain, value)
  }
  return members
}

/** Returns a text or a number, which a server may write for a code of digits. */
function textOf(members: ReadonlyMap<string, unknown>, member: Member): string {
  for (const name of names[member]) {
    const value = members.get(name)
    if (typeof value === 'string' && value !== '') return value
    if (typeof value === 'number') return String(value)
  }
  return ''
}

/**
 * Returns a number of seconds between one and `max`; `usual` if there is none or it makes no sense.
 * Less than a second would be polls without a pause.
 */
function secondsOf(
  members: ReadonlyMap<string, unknown>,
  member: Member,
  { usual, max }: { readonly usual: number; readonly max: number },
): number {
  const seconds = Number(textOf(members, member).trim())
  return Number.isFinite(seconds) && seconds > 0 ? Math.min(Math.max(seconds, 1), max) : usual
}

/** Returns the complete address if it leads to the place of the plain one, which the person sees. */
function usableAddress(complete: string, address: string): string | null {
  if (!mayBeOpened(complete) || !mayBeOpened(address)) return null
  return new URL(complete).host === new URL(address).host ? complete : null
}

/** Statuses of an address where no device endpoint is, or of a server that allows none. */
const unsupported: ReadonlySet<number> = new Set([401, 403, 404, 405, 410, 422])

/** Outcomes that name a cause of their own, be the status as it may. */
const otherCauses: ReadonlySet<Outcome['kind']> = new Set([
  'gateway-refused',
  'rate-limited',
  'server-trouble',
  'unreachable',
  'scope-refused',
])

/** A server that gives no device codes, to this client or at all. */
const notSupported = (status: number, oauthError: string | null = null): Outcome => ({
  kind: 'grant-not-allowed',
  status,
  oauthError,
})

function readRefusal(answer: TokenAnswer, body: BodyReading, context: AnswerContext): Outcome {
  const { status, headers } = answer
  const error = body.kind === 'fields' ? serverErrorIn(body.fields, status < 300) : null
  const outcome = outcomeOfRefusal({ status, headers, body, error }, context)
  const isSignInPage =
    outcome.kind === 'not-an-oauth-answer' && outcome.looksLike === 'sign-in-page'
  // A code says more than the status: a wrong secret is no missing endpoint.
  const isExplained = meaningOfCode(error?.code ?? null) !== null || otherCauses.has(outcome.kind)
  if (isExplained || isSignInPage || !unsupported.has(status)) return outcome
  return notSupported(status, 'oauthError' in outcome ? outcome.oauthError : null)
}

function readSuccess(fields: Fields, status: number, context: AnswerContext): DeviceReading {
  const members = membersOf(fields)
  if (members === 'repeated') {
    return noCode({ kind: 'unsafe-answer', status, reason: 'repeated-key' })
  }
  const complete = textOf(members, 'completeAddress')
  const address = textOf(members, 'address') || complete
  if (address === '') return noCode(notSupported(status))
  const deviceCode = textOf(members, 'deviceCode')
  const userCode = textOf(members, 'userCode')
  if (deviceCode === '' || userCode === '') {
    return noCode({ kind: 'not-an-oauth-answer', status, looksLike: 'something-else' })
  }
  if (deviceCode.length > maxDeviceCode || Math.max(userCode.length, address.length) > maxShown) {
    return noCode({ kind: 'unsafe-answer', status, reason: 'too-large' })
  }
  // SECURITY: the page shows these texts, and no secret may be in them.
  const secrets = [...context.secrets, deviceCode]
  const isLeak = (text: string) => text === deviceCode || showsSecret(text, secrets)
  if (isLeak(userCode) || isLeak(address)) {
    return noCode({ kind: 'unsafe-answer', status, reason: 'token-characters' })
  }
  return {
    kind: 'code',
    authorization: {
      deviceCode,
      userCode,
      address,
      completeAddress: isLeak(complete) ? null : usableAddress(complete, address),
      lifetime: secondsOf(members, 'lifetime', { usual: usualLifetime, max: maxLifetime }),
      interval: secondsOf(members, 'interval', { usual: usualInterval, max: maxInterval }),
    },
  }
}

/**
 * Reads the response of a device authorization endpoint (RFC 8628 §3.2), JSON or a form. A server
 * without this endpoint is `grant-not-allowed`. Never throws.
 */
export function readDeviceResponse(answer: TokenAnswer, context: AnswerContext): DeviceReading {
  const { status } = answer
  const body = readBody(answer)
  const isSuccess = status >= 200 && status < 300
  const hasError = body.kind === 'fields' && serverErrorIn(body.fields, isSuccess) !== null
  if (!isSuccess || hasError) return noCode(readRefusal(answer, body, context))
  if (body.kind === 'fields') return readSuccess(body, status, context)
  if (body.kind === 'unsafe') return noCode({ kind: 'unsafe-answer', status, reason: body.reason })
  return noCode({ kind: 'not-an-oauth-answer', status, looksLike: body.looksLike })
}

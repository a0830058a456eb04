import type { SecretName } from '../../shared/profile.ts'
import { type Exchange, type NamedSecret, supportReport } from '../oauth/support-report.ts'
import { type Flight, type FlownLeg, type FlownLegs, outcomeOf } from './flight.ts'

function answerOf({ result }: FlownLeg): Exchange['answer'] {
  switch (result.kind) {
    case 'answer':
      return result
    case 'too-large':
      return { kind: 'answer', status: result.status, headers: {}, body: 'too-large' }
    case 'moved': {
      const headers = result.location === null ? {} : { location: result.location }
      return { kind: 'answer', status: result.status, headers, body: new Uint8Array() }
    }
    default:
      return { kind: 'no-answer' }
  }
}

/** In the words of the form's fields. */
function titleOf(name: SecretName): string {
  if (name === 'clientSecret') return 'client secret'
  if (name === 'refreshToken') return 'refresh token'
  if (name === 'password') return 'password'
  const [kind = '', , ...rest] = name.split(':')
  return `${kind} ${rest.join(':')}`
}

function tokensOf(token: {
  readonly accessToken: string
  readonly refreshToken: string | null
}): readonly NamedSecret[] {
  const { accessToken, refreshToken } = token
  const access = { name: 'access token', value: accessToken }
  return refreshToken === null ? [access] : [access, { name: 'refresh token', value: refreshToken }]
}

/** All that was secret when the flight departed, and what came. */
function secretsIn({ sealed }: Flight, legs: FlownLegs): readonly NamedSecret[] {
  const names = Object.keys(sealed.secrets) as SecretName[]
  return [
    ...names.map((name) => ({ name: titleOf(name), value: sealed.secrets[name] ?? '' })),
    ...(sealed.token === null ? [] : tokensOf(sealed.token)),
    ...legs.flatMap(({ reading }) => (reading.kind === 'token' ? tokensOf(reading.token) : [])),
  ]
}

/** Bytes. What is larger than an honest answer is not kept as it came. */
const smallBody = 16 * 1024

function isSmall({ result }: FlownLeg): boolean {
  return result.kind !== 'answer' || result.body.length <= smallBody
}

/**
 * How the report of a flight is had when somebody asks for it. It takes milliseconds to
 * make, and of ten thousand renewals that fail together hardly one is asked about. What was `before` is told after it.
 */
export function reportMaker(
  flight: Flight,
  legs: FlownLegs,
  before: (() => string) | null,
): () => string {
  const whole = (text: string) => (before === null ? text : `${text}\nBefore that:\n\n${before()}`)
  if (legs.every(isSmall)) return () => whole(reportOf(flight, legs))
  const text = reportOf(flight, legs)
  return () => whole(text)
}

/** The report of a flight for a support desk. */
export function reportOf(flight: Flight, legs: FlownLegs): string {
  const exchanges = legs.map(
    (leg): Exchange => ({
      request: leg.request,
      sentAt: leg.sentAt,
      endedAt: leg.arrivedAt,
      answer: answerOf(leg),
      outcome: outcomeOf(leg),
    }),
  )
  return supportReport(exchanges, secretsIn(flight, legs))
}

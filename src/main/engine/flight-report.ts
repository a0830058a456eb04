import { type Exchange, type NamedSecret, supportReport } from '../oauth/support-report.ts'
import { type Flight, type FlownLeg, type FlownLegs, outcomeOf } from './flight.ts'
import { namedSecrets, tokensOf } from './profile-secrets.ts'

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

/** All that was secret when the flight departed, and what came. */
function secretsIn({ sealed }: Flight, legs: FlownLegs): readonly NamedSecret[] {
  return [
    ...namedSecrets(sealed),
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

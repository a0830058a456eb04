import {
  type NamedSecret,
  type ReportedExchange,
  supportReport,
} from '../oauth/report/support-report.ts'
import { namedSecrets, tokensOf } from './profile-secrets.ts'
import { type Exchange, outcomeOf, type TokenRun } from './run-exchanges.ts'

function answerOf({ result }: Exchange): ReportedExchange['answer'] {
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
function secretsIn({ sealed }: TokenRun, exchanges: readonly Exchange[]): readonly NamedSecret[] {
  return [
    ...namedSecrets(sealed),
    ...exchanges.flatMap(({ reading }) =>
      reading.kind === 'token' ? tokensOf(reading.token) : [],
    ),
  ]
}

/** Bytes. What is larger than an honest answer is not kept as it came. */
const smallBody = 16 * 1024

function isSmall({ result }: Exchange): boolean {
  return result.kind !== 'answer' || result.body.length <= smallBody
}

/**
 * How the report of a flight is had when somebody asks for it. It takes milliseconds to
 * make, and of ten thousand renewals that fail together hardly one is asked about. What was `before` is told after it.
 */
export function reportMaker(
  tokenRun: TokenRun,
  exchanges: readonly Exchange[],
  before: (() => string) | null,
): () => string {
  const whole = (text: string) => (before === null ? text : `${text}\nBefore that:\n\n${before()}`)
  if (exchanges.every(isSmall)) return () => whole(reportOf(tokenRun, exchanges))
  const text = reportOf(tokenRun, exchanges)
  return () => whole(text)
}

/** The report of a flight for a support desk. */
export function reportOf(tokenRun: TokenRun, exchanges: readonly Exchange[]): string {
  const reported = exchanges.map(
    (exchange): ReportedExchange => ({
      request: exchange.request,
      sentAt: exchange.sentAt,
      endedAt: exchange.arrivedAt,
      answer: answerOf(exchange),
      outcome: outcomeOf(exchange),
    }),
  )
  return supportReport(reported, secretsIn(tokenRun, exchanges))
}

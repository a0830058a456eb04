import {
  type NamedSecret,
  type ReportedExchange,
  supportReport,
} from '../oauth/report/support-report.ts'
import { type Exchange, outcomeOf, type TokenRun } from './run-exchanges.ts'
import { namedSecrets, tokensOf } from './stored-profile.ts'

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

/** Returns the secrets at the start of the run, and the tokens that it brought. */
function secretsIn({ sealed }: TokenRun, exchanges: readonly Exchange[]): readonly NamedSecret[] {
  return [
    ...namedSecrets(sealed),
    ...exchanges.flatMap(({ reading }) =>
      reading.kind === 'token' ? tokensOf(reading.token) : [],
    ),
  ]
}

/** Bytes. A larger body than that of a usual response is not kept. */
const smallBody = 16 * 1024

function isSmall({ result }: Exchange): boolean {
  return result.kind !== 'answer' || result.body.length <= smallBody
}

/**
 * Returns a function that builds the report of a run. A report takes milliseconds, and of ten
 * thousand renewals that fail together hardly one is read. The report `before` is appended.
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

/** Builds the report of a run for support. */
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

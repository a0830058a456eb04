import {
  type NamedSecret,
  type ReportedExchange,
  type ReportedStep,
  supportReport,
} from '../oauth/report/support-report.ts'
import {
  type Exchange,
  isSent,
  outcomeOf,
  type PreparedExchange,
  type RunResult,
  secretsOfProof,
  type TokenRun,
} from './run-exchanges.ts'
import { namedSecrets, tokensOf } from './stored-profile.ts'

function answerOf({ result }: Pick<Exchange, 'result'>): ReportedExchange['answer'] {
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

/** Returns the secrets at the start of the run, those of its sign-in, and the tokens that it brought. */
function secretsIn(
  { sealed }: TokenRun,
  { exchanges, trace }: Pick<RunResult, 'exchanges' | 'trace'>,
): readonly NamedSecret[] {
  return [
    ...namedSecrets(sealed),
    ...(trace?.secrets ?? []),
    ...exchanges.flatMap(({ grant }) => secretsOfProof(grant)),
    ...exchanges.flatMap(({ reading }) =>
      reading.kind === 'token' ? tokensOf(reading.token) : [],
    ),
  ]
}

/** Bytes. A larger body than that of a usual response is not kept. */
const smallBody = 16 * 1024

function isSmall({ result }: Pick<Exchange, 'result'>): boolean {
  return result.kind !== 'answer' || result.body.length <= smallBody
}

/** Returns true if the run did something that a report can show. */
export function hasSteps({ exchanges, trace }: RunResult): boolean {
  return exchanges.length > 0 || (trace !== undefined && isSent(trace))
}

/**
 * Returns a function that builds the report of a run. A report takes milliseconds, and of ten
 * thousand renewals that fail together hardly one is read. The report `before` is appended.
 */
export function reportMaker(
  tokenRun: TokenRun,
  result: RunResult,
  before: (() => string) | null,
): () => string {
  const whole = (text: string) => (before === null ? text : `${text}\nBefore that:\n\n${before()}`)
  const all = [...result.exchanges, ...(result.trace?.prepared ?? [])]
  if (all.every(isSmall)) return () => whole(reportOf(tokenRun, result))
  const text = reportOf(tokenRun, result)
  return () => whole(text)
}

const reportedExchange = (exchange: PreparedExchange | Exchange): ReportedExchange => ({
  request: exchange.request,
  sentAt: exchange.sentAt,
  endedAt: exchange.arrivedAt,
  answer: answerOf(exchange),
  outcome: 'reading' in exchange ? outcomeOf(exchange) : null,
})

/** Builds the report of a run for support. */
export function reportOf(
  tokenRun: TokenRun,
  result: Pick<RunResult, 'exchanges' | 'trace'> & Partial<Pick<RunResult, 'outcome'>>,
): string {
  const { exchanges, trace, outcome = null } = result
  const steps: ReportedStep[] = [
    ...(trace?.prepared ?? []).map(reportedExchange),
    ...(trace?.signIn ? [trace.signIn] : []),
    ...exchanges.map(reportedExchange),
  ]
  // Without a token request, the outcome is that of the steps before it.
  const ofAll = exchanges.length === 0 ? outcome : null
  return supportReport(steps, secretsIn(tokenRun, result), ofAll)
}

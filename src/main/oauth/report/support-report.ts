import type { Instant } from '../../../shared/clock.ts'
import type { Outcome } from '../../../shared/outcome.ts'
import { ours, shown, textOf } from '../redaction/masked-text.ts'
import {
  createSecretFinder,
  type NamedSecret,
  type SecretFinder,
} from '../redaction/secret-finder.ts'
import {
  browserLines,
  type Line,
  parameterLines,
  type ReportedRequest,
  requestLines,
} from './report-request.ts'
import { answerLines, type ReceivedAnswer } from './report-response.ts'

export type { NamedSecret } from '../redaction/secret-finder.ts'

/** A request and its result. */
export interface ReportedExchange {
  readonly request: ReportedRequest
  readonly sentAt: Instant
  readonly endedAt: Instant
  readonly answer:
    | ({ readonly kind: 'answer' } & ReceivedAnswer)
    /** No response arrived; the outcome says why. */
    | { readonly kind: 'no-answer' }
  /** `null`: it is not known of this request alone. */
  readonly outcome: Outcome | null
}

/** A sign-in in the browser: its address, and the parameters that came back. */
export interface ReportedSignIn {
  readonly address: string
  readonly startedAt: Instant
  /** `null`: none came. */
  readonly response: {
    readonly from: 'redirect' | 'paste'
    readonly at: Instant
    /** Absent: the user pasted a bare code. */
    readonly parameters: readonly (readonly [name: string, value: string])[]
  } | null
}

export type ReportedStep = ReportedExchange | ReportedSignIn

const isSignIn = (step: ReportedStep): step is ReportedSignIn => 'address' in step

const maxReportLength = 64 * 1024
const maxExchanges = 12

const timeOf = (instant: Instant) =>
  new Date(instant).toISOString().replace('T', ' ').replace('Z', ' UTC')

/** Returns the kind of an outcome and its evidence, which holds nothing secret. */
function outcomeLine(outcome: Outcome, finder: SecretFinder): Line {
  const { kind, ...evidence } = outcome
  const facts = Object.entries(evidence).flatMap(([name, value]) => [
    ours(`, ${name}: `),
    ...shown(String(value), finder),
  ])
  return [ours(`Token Desk understood: ${kind}`), ...facts]
}

function exchangeLines(
  { request, sentAt, endedAt, answer, outcome }: ReportedExchange,
  title: string,
  finder: SecretFinder,
): readonly Line[] {
  const span = `after ${Math.max(0, endedAt - sentAt)} ms`
  const came =
    answer.kind === 'answer'
      ? [[ours(`Answer, ${span}`)], ...answerLines(answer, finder)]
      : [[ours(`No answer came; given up ${span}`)]]
  return [
    [],
    [ours(`${title}, sent ${timeOf(sentAt)}`)],
    ...requestLines(request, finder),
    [],
    ...came,
    ...(outcome === null ? [] : [[], outcomeLine(outcome, finder)]),
  ]
}

function signInLines({ address, startedAt, response }: ReportedSignIn, finder: SecretFinder) {
  const lines: readonly Line[] = [
    [],
    [ours(`Sign-in in the browser, begun ${timeOf(startedAt)}`)],
    ...browserLines(address, finder),
    [],
  ]
  if (response === null) return [...lines, [ours('No answer came back')]]
  const { from, at, parameters } = response
  const how = from === 'redirect' ? 'Answer of the browser' : 'Answer, pasted by the user,'
  const title = `${how} after ${Math.max(0, at - startedAt)} ms`
  return [...lines, [ours(title)], ...parameterLines(parameters, finder)]
}

/** Cuts between lines, so that no mask is cut. */
function bounded(text: string): string {
  const bytes = new TextEncoder().encode(text)
  if (bytes.length <= maxReportLength) return text
  const kept = new TextDecoder().decode(bytes.subarray(0, maxReportLength - 100))
  return `${kept.slice(0, kept.lastIndexOf('\n'))}\n… (shortened)\n`
}

/**
 * Builds the report that a support team needs: the requests as they were sent and the server's
 * answers, in plain text of at most 64 KiB. Every secret and token is replaced by its length,
 * wherever it stands: as it was sent, in capitals or small letters, in either normal form of
 * Unicode, with `?` for what is no ASCII, in percent (`%u` as well), form encoding or
 * quoted-printable, with the escapes of JSON, C or HTML (up to three of these in turn), in base64,
 * in hex, in UTF-16, as a dump or list of bytes in hex, octal, decimal or binary; and in any of
 * these within one of them. So is any part of eight characters or more, and anything else that
 * looks like a token or stands in an element with the name of a secret. If an answer shows a
 * secret in another way, its body is left out. Secrets of one to three characters are replaced
 * where they are a whole value.
 */
export function supportReport(
  steps: readonly ReportedStep[],
  secrets: readonly NamedSecret[],
  outcome: Outcome | null = null,
): string {
  const finder = createSecretFinder(secrets)
  const head: readonly Line[] = [
    [ours('Token Desk: report for support')],
    [ours('Secrets and tokens are replaced by their length.')],
  ]
  const last = steps.slice(-maxExchanges)
  const requestsIn = (some: readonly ReportedStep[]) =>
    some.filter((step) => !isSignIn(step)).length
  const count = requestsIn(steps)
  let number = count - requestsIn(last)
  const lines = last.flatMap((step) => {
    if (isSignIn(step)) return signInLines(step, finder)
    number += 1
    return exchangeLines(step, count === 1 ? 'Request' : `Request ${number} of ${count}`, finder)
  })
  const end = outcome === null ? [] : [[], outcomeLine(outcome, finder)]
  const text = [...head, ...lines, ...end].map((line) => textOf(line).trimEnd()).join('\n')
  return bounded(`${text}\n`)
}

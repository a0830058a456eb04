import type { Instant } from '../../shared/clock.ts'
import { Failure } from '../../shared/errors.ts'
import type { Outcome } from '../../shared/outcome.ts'
import type { RedirectNotice, RunProgress } from '../../shared/profile-view.ts'
import {
  type Attempt,
  type AuthorizationSettings,
  authorizationAddress,
  pushedAddress,
  pushedRequest,
} from '../oauth/authorization/authorization-request.ts'
import {
  type AuthorizationResponse,
  errorWithoutState,
  isResponse,
  readAuthorizationResponse,
  readPushedResponse,
} from '../oauth/authorization/authorization-response.ts'
import { readPastedRedirect } from '../oauth/authorization/pasted-redirect.ts'
import { outcomeWithoutAnswer } from '../oauth/errors/refusal-outcome.ts'
import type { NamedSecret } from '../oauth/redaction/secret-finder.ts'
import type { TokenRun } from './run-exchanges.ts'
import type { PlanTools } from './run-plans.ts'
import { RunEnded, type RunSteps, type SignIn } from './run-steps.ts'
import { namedSecrets } from './stored-profile.ts'

/** More redirects of others are not counted: each count is sent to the window. */
const maxCounted = 99

export interface SignInContext {
  readonly tokenRun: TokenRun
  readonly settings: AuthorizationSettings
  readonly tools: PlanTools
  readonly steps: RunSteps
}

/** Returns the secrets of a sign-in, which nothing may show. */
export function secretsOfAttempt(attempt: Omit<Attempt, 'redirectUri'>): readonly NamedSecret[] {
  const { state, nonce, verifier, challenge } = attempt
  const named: Readonly<Record<string, string | null>> = {
    state,
    nonce,
    'code verifier': verifier,
    'code challenge': challenge,
  }
  return Object.entries(named).flatMap(([name, value]): NamedSecret[] =>
    value === null ? [] : [{ name, value }],
  )
}

/** The page to sign in at. */
interface Page {
  readonly address: string
  /** A pushed request is used once and soon (RFC 9126 §2.2, §4); `null`: it is no pushed one. */
  readonly usableUntil: Instant | null
}

/** A refusal of the pushed request, which ends the run. */
export class PushRefused extends Error {
  constructor(readonly outcome: Outcome) {
    super(outcome.kind)
  }
}

type Waiting = Extract<RunProgress, { kind: 'waiting-for-browser' }>

/** The wait for a person who signs in with the browser. */
export interface SignInWait {
  /** Resolves with the first response, in the browser or in a pasted text. */
  readonly answered: Promise<AuthorizationResponse>
  /** Makes the page ready. Throws `PushRefused`, and as `RunSteps.prepare` does. */
  prepare(): Promise<void>
  /** Shows the wait and opens the browser. If there is none, the user opens the page by hand. */
  open(isListening: boolean): Promise<void>
  /** For the listener: returns true for the response, and counts what is none. */
  accepts(parameters: URLSearchParams): boolean
  redirected(parameters: URLSearchParams): void
  notice(notice: RedirectNotice): void
  /** Nothing that comes later counts. */
  stop(): void
}

/** Begins the wait for the response to one authorization request. */
export function createSignInWait(
  { tokenRun, settings, tools, steps }: SignInContext,
  attempt: Attempt,
  expiresAt: Instant,
): SignInWait {
  const { server, grant, about } = settings
  const { clock, browser } = tools
  const startedAt = clock.now()
  const secrets = [...namedSecrets(tokenRun.sealed), ...secretsOfAttempt(attempt)].map(
    ({ value }) => value,
  )
  let settle: (response: AuthorizationResponse) => void = () => {}
  const answered = new Promise<AuthorizationResponse>((resolve) => {
    settle = resolve
  })
  let isOver = false
  let isShown = false
  let page: Page | null = null
  let isPageUsed = false
  let progress: Waiting = {
    kind: 'waiting-for-browser',
    host: new URL(server.authorizationEndpoint ?? '').host,
    isListening: false,
    isOpened: true,
    strayRedirects: 0,
    expiresAt,
  }

  const answerContext = () => ({
    grantType: grant.kind,
    now: clock.now(),
    rules: tools.rulesOf(about.presetId),
    secrets,
  })

  const expected = () => ({
    state: attempt.state,
    issuer: server.issuer ?? null,
    expectsIssuer: grant.expectsIssuer,
    redirectUri: attempt.redirectUri,
    context: answerContext(),
  })

  function show(changed: Partial<Waiting>): void {
    progress = { ...progress, ...changed }
    if (isShown && !isOver) steps.show(progress, signIn)
  }

  function end(response: AuthorizationResponse): void {
    isOver = true
    if (response.kind === 'code') steps.conceal([{ name: 'code', value: response.code }])
    settle(response)
  }

  async function pushedPage(endpoint: string): Promise<Page> {
    const request = pushedRequest(settings, tokenRun.sealed.secrets, attempt, endpoint)
    const result = await steps.prepare(request)
    if (result.kind !== 'answer') throw new PushRefused(outcomeWithoutAnswer(result, secrets))
    const reading = readPushedResponse(result, { ...answerContext(), address: endpoint })
    if (reading.kind === 'outcome') throw new PushRefused(reading.outcome)
    const { requestUri, expiresIn } = reading
    steps.conceal([{ name: 'request URI', value: requestUri }])
    const life = expiresIn === null ? Number.POSITIVE_INFINITY : expiresIn * 1000
    return { address: pushedAddress(settings, requestUri), usableUntil: clock.now() + life }
  }

  /** Returns a page that the browser can still open. */
  async function usablePage(): Promise<Page> {
    const endpoint = server.pushedAuthorizationRequestEndpoint
    const isUsable =
      page !== null &&
      (page.usableUntil === null || (!isPageUsed && clock.now() < page.usableUntil))
    if (page !== null && isUsable) return page
    page =
      endpoint === undefined
        ? { address: authorizationAddress(settings, attempt), usableUntil: null }
        : await pushedPage(endpoint)
    isPageUsed = false
    steps.reportSignIn({ address: page.address, startedAt, response: null })
    return page
  }

  async function usedAddress(): Promise<string> {
    const { address } = await usablePage()
    isPageUsed = true
    return address
  }

  function report(from: 'redirect' | 'paste', parameters: URLSearchParams): void {
    const codes = parameters.getAll('code').filter((value) => value !== '')
    steps.conceal(codes.map((value) => ({ name: 'code', value })))
    const response = { from, at: clock.now(), parameters: [...parameters] }
    steps.reportSignIn({ address: page?.address ?? '', startedAt, response })
  }

  const signIn: SignIn = {
    code: null,
    address: async () => {
      try {
        return await usedAddress()
      } catch (cause) {
        if (cause instanceof PushRefused) end({ kind: 'outcome', outcome: cause.outcome })
        else if (!(cause instanceof RunEnded)) throw cause
        throw new Failure({ code: 'no-sign-in' })
      }
    },
    opened: () => {
      if (!progress.isOpened) show({ isOpened: true })
    },
    paste: (text) => {
      if (isOver) return 'other-sign-in'
      const reading = readPastedRedirect(text, expected())
      if (reading.result !== 'taken') return reading.result
      report('paste', reading.parameters)
      end(reading.response)
      return 'taken'
    },
  }

  return {
    answered,
    prepare: async () => {
      await usablePage()
    },
    open: async (isListening) => {
      isShown = true
      show({ isListening })
      try {
        await browser.open(await usedAddress())
      } catch (cause) {
        if (!(cause instanceof Failure)) throw cause
        isPageUsed = false
        show({ isOpened: false })
      }
    },
    accepts: (parameters) => {
      if (isOver) return false
      if (isResponse(parameters, attempt.state)) return true
      const reportedError = errorWithoutState(parameters, secrets)
      const strayRedirects = Math.min(progress.strayRedirects + 1, maxCounted)
      if (reportedError !== null) show({ reportedError })
      else if (strayRedirects !== progress.strayRedirects) show({ strayRedirects })
      return false
    },
    redirected: (parameters) => {
      if (isOver) return
      report('redirect', parameters)
      end(readAuthorizationResponse(parameters, expected()))
    },
    notice: (notice) => show({ notices: [...(progress.notices ?? []), notice] }),
    stop: () => {
      isOver = true
    },
  }
}

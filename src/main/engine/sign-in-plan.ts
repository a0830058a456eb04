import { isListenedTo } from '../../shared/redirect-address.ts'
import {
  type Attempt,
  type AuthorizationSettings,
  asksForIdToken,
  challengeOf,
  encodeBase64Url,
  redirectUriOf,
} from '../oauth/authorization/authorization-request.ts'
import {
  type AuthorizationResponse,
  promptAfter,
} from '../oauth/authorization/authorization-response.ts'
import type { Parameter } from '../oauth/request/parameters.ts'
import type { Proof } from '../oauth/request/token-request.ts'
import type { RedirectWait } from './ports.ts'
import type { SignInPlan } from './run-plans.ts'
import {
  createSignInWait,
  PushRefused,
  type SignInContext,
  type SignInWait,
  secretsOfAttempt,
} from './sign-in-wait.ts'

/** How long the browser is waited for. */
const maxSignInTime = 10 * 60_000

/** Bytes (RFC 7636 §4.1). */
const randomLength = 32

type Values = Omit<Attempt, 'redirectUri'>

/** Draws the values of a sign-in, which no other has. */
async function drawValues({ settings, tokenRun, tools }: SignInContext): Promise<Values> {
  const random = () => encodeBase64Url(tools.randomBytes.bytes(randomLength))
  const verifier = random()
  return {
    state: random(),
    nonce: asksForIdToken(settings) ? random() : null,
    verifier,
    challenge: await challengeOf(settings.grant.codeChallengeMethod, verifier),
    isForSomebodyElse: tokenRun.isForSomebodyElse ?? false,
    askedPrompt: promptAfter(tokenRun.lastOutcome),
  }
}

/** Returns what belongs to the code in the token request (RFC 6749 §4.1.3, RFC 7636 §4.5). */
function proofOf(attempt: Attempt, code: string): Proof {
  const { redirectUri, verifier, challenge, nonce } = attempt
  const parameters: Parameter[] = [
    ['code', code],
    ['redirect_uri', redirectUri],
  ]
  if (challenge !== null) parameters.push(['code_verifier', verifier])
  const others = secretsOfAttempt(attempt)
  const secret = ['code', 'code_verifier']
  return { parameters, secret, others, ...(nonce === null ? {} : { nonce }) }
}

/** The sign-in in the browser, once the listener is bound. */
interface Bound {
  readonly attempt: Attempt
  readonly wait: SignInWait
  readonly listening: Extract<RedirectWait, { kind: 'listening' }> | null
}

/** Waits for the first response; `expired`: none came in time. Nothing later counts. */
async function firstResponse(
  { tools, steps }: SignInContext,
  { wait, listening }: Bound,
  closing: AbortSignal,
): Promise<AuthorizationResponse | 'expired'> {
  try {
    return await steps.waitFor((signal) => {
      void listening?.result.then((result) => {
        if (result.kind === 'redirected') wait.redirected(result.parameters)
      })
      // A browser that opens slowly must not hold up the response.
      const opening = wait.open(listening !== null).then(() => wait.answered)
      const timeIsUp = tools.delay
        .wait(maxSignInTime, AbortSignal.any([signal, closing]))
        .then(() => 'expired' as const)
      return Promise.race([wait.answered, opening, timeIsUp])
    })
  } finally {
    wait.stop()
  }
}

/** Resolves once the port is free again. */
async function closed(listen: Promise<RedirectWait> | null): Promise<void> {
  const listening = await listen?.catch(() => null)
  if (listening?.kind === 'listening') await listening.result.catch(() => null)
}

/**
 * Plans a sign-in with the user's browser (RFC 6749 §4.1, RFC 7636, RFC 8252): listen, push the
 * request if the server wants that (RFC 9126), open the browser, wait for the redirect or for the
 * address that the user pastes, and exchange the code once. The listener is closed on every way out.
 */
export const signInPlan: SignInPlan = (tokenRun, tools) => async (steps) => {
  const settings = tokenRun.settings as AuthorizationSettings
  const context: SignInContext = { tokenRun, settings, tools, steps }
  const { redirectAddress } = settings.grant
  const closing = new AbortController()
  let listen: Promise<RedirectWait> | null = null
  let wait: SignInWait | null = null
  try {
    const values = await drawValues(context)
    steps.conceal(secretsOfAttempt(values))
    const found = await steps.waitFor(async () => {
      if (!isListenedTo(redirectAddress)) return null
      const request = {
        address: redirectAddress,
        accepts: (parameters: URLSearchParams) => wait?.accepts(parameters) ?? false,
        onNotice: (notice: Parameters<SignInWait['notice']>[0]) => wait?.notice(notice),
      }
      listen = tools.redirectListener.listen(request, closing.signal)
      return listen
    })
    // No other port: it is not registered with the server, or another program waits there.
    if (found?.kind === 'port-unavailable') return found
    const redirectUri = redirectUriOf(redirectAddress, found?.address ?? redirectAddress)
    const attempt = { ...values, redirectUri }
    wait = createSignInWait(context, attempt, tools.clock.now() + maxSignInTime)
    await wait.prepare()
    const bound = { attempt, wait, listening: found }
    const response = await firstResponse(context, bound, closing.signal)
    closing.abort()
    if (response === 'expired') return { kind: 'sign-in-expired' }
    if (response.kind === 'outcome') return response.outcome
    steps.show({ kind: 'requesting' })
    const { kind } = settings.grant
    await steps.send({ grant: { kind, proof: proofOf(attempt, response.code) }, settings })
    return null
  } catch (cause) {
    if (cause instanceof PushRefused) return cause.outcome
    throw cause
  } finally {
    closing.abort()
    await closed(listen)
  }
}

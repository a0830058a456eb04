import { assertNever } from '../../shared/assert-never.ts'
import type { ApiAnswer, TokenTest } from '../../shared/token-test.ts'
import type { Translate } from '../language.ts'

/** The result of a token test, for users who don't know status codes. */
export interface TokenTestText {
  readonly tone: 'good' | 'bad' | 'unclear'
  readonly title: string
  readonly what: readonly string[]
}

/** Returns the server's remarks in `WWW-Authenticate` (RFC 6750 §3.1). */
function challengeText(t: Translate, { status, challenge }: ApiAnswer): readonly string[] {
  const { asksFor, error, scope } = challenge
  if (asksFor === 'person') return [t('tokenTest.asks.person')]
  if (asksFor === 'password') return [t('tokenTest.asks.password')]
  if (error === 'invalid_token') return [t('tokenTest.error.invalid_token')]
  if (error === 'insufficient_scope') {
    return scope === null
      ? [t('tokenTest.error.insufficient_scope')]
      : [t('tokenTest.error.insufficientScopeNamed', { scope })]
  }
  if (error === 'invalid_request') return [t('tokenTest.error.invalid_request')]
  if (error !== null) return [t('tokenTest.error.other', { code: error })]
  return status === 401 && asksFor === 'other' ? [t('tokenTest.asks.other')] : []
}

const sentencesOf = {
  400: 'notUnderstood',
  401: 'refused',
  403: 'forbidden',
  404: 'nothingThere',
  405: 'notThisWay',
  410: 'nothingThere',
  429: 'tooMany',
} as const

function kindOf(status: number) {
  if (status >= 200 && status < 300) return 'accepted'
  if (status >= 500) return 'serverTrouble'
  const known = Object.entries(sentencesOf).find(([number]) => Number(number) === status)
  return known?.[1] ?? 'other'
}

const tones = {
  accepted: 'good',
  refused: 'bad',
  forbidden: 'bad',
  notUnderstood: 'unclear',
  nothingThere: 'unclear',
  notThisWay: 'unclear',
  tooMany: 'unclear',
  serverTrouble: 'unclear',
  other: 'unclear',
} as const satisfies Record<ReturnType<typeof kindOf>, TokenTestText['tone']>

function answerText(t: Translate, answer: ApiAnswer): TokenTestText {
  const { status } = answer
  const kind = kindOf(status)
  const more = kind === 'accepted' ? [] : challengeText(t, answer)
  return {
    tone: tones[kind],
    title: t(`tokenTest.status.${kind}.title`, { status }),
    what: [t(`tokenTest.status.${kind}.what`), ...more],
  }
}

export function tokenTestText(t: Translate, test: TokenTest): TokenTestText {
  const tone = 'unclear'
  switch (test.kind) {
    case 'answer':
      return answerText(t, test)
    case 'moved': {
      const { status, location } = test
      const to = location === null ? [] : [t('tokenTest.movedTo', { location })]
      const what = [...to, t('tokenTest.movedWhat')]
      return { tone, title: t('tokenTest.moved', { status }), what }
    }
    case 'unreachable':
      return {
        tone,
        title: t('outcome.unreachable.title'),
        what: [t(`outcome.unreachable.what.${test.reason}`), t('tokenTest.saysNothing')],
      }
    case 'certificate-not-trusted':
      return {
        tone,
        title: t('outcome.certificate-not-trusted.title'),
        what: [t(`outcome.certificate-not-trusted.what.${test.problem}`)],
      }
    case 'cancelled':
      return { tone, title: t('outcome.cancelled.title'), what: [] }
    default:
      return assertNever(test)
  }
}

import { assertNever } from '../../shared/assert-never.ts'
import { wayToEnd } from '../../shared/authorization-servers.ts'
import type { Outcome } from '../../shared/outcome.ts'
import type { ProfileSettings } from '../../shared/settings/index.ts'
import type {
  Introspection,
  SignatureCheck,
  SignatureChecks,
  TokenEnding,
  Userinfo,
} from '../../shared/token-checks.ts'
import type { Translate } from '../language.ts'
import type { Speech } from './claim-value.ts'
import { type TokenTestText, tokenTestText } from './token-test.ts'

/** Names the servers that a check would send the token to, if they are not all the one that issued it. */
export function introText({ t, locale }: Speech, { server }: ProfileSettings): string {
  const way = wayToEnd(server)
  const addresses = [
    server.tokenEndpoint,
    server.introspectionEndpoint ?? [],
    server.userinfoEndpoint ?? [],
    way.kind === 'request' ? way.address : [],
  ].flat()
  const hosts = new Set(addresses.map((address) => new URL(address).host))
  if (hosts.size === 1) return t('tokenChecks.intro')
  const list = new Intl.ListFormat(locale, { type: 'conjunction' })
  const asked = new Set(addresses.slice(1).map((address) => new URL(address).host))
  return t('tokenChecks.introOthers', { hosts: list.format(asked) })
}

/** A fact that the server stated; `term` is the field's own word. */
interface StatedFact {
  readonly label: string
  readonly term?: string
  readonly text: string
}

/** The result of a check, in plain words. */
export interface CheckText extends TokenTestText {
  /** Above the title, where there are several results. */
  readonly about?: string
  readonly facts?: readonly StatedFact[]
}

function codeText(t: Translate, outcome: Outcome): readonly string[] {
  const code = 'oauthError' in outcome ? outcome.oauthError : null
  return code === null ? [] : [t('tokenChecks.failed.code', { code })]
}

/** Describes why a request about a token failed. */
function failedText(t: Translate, outcome: Outcome): Omit<TokenTestText, 'tone'> {
  switch (outcome.kind) {
    case 'unreachable':
      return {
        title: t('outcome.unreachable.title'),
        what: [t(`outcome.unreachable.what.${outcome.reason}`)],
      }
    case 'certificate-not-trusted':
      return {
        title: t('outcome.certificate-not-trusted.title'),
        what: [t(`outcome.certificate-not-trusted.what.${outcome.problem}`)],
      }
    case 'moved': {
      const { location } = outcome
      const what =
        location === null ? t('outcome.moved.what') : t('outcome.moved.whatTo', { location })
      return { title: t('outcome.moved.title'), what: [what] }
    }
    case 'gateway-refused':
      return {
        title: t('outcome.gateway-refused.title'),
        what: [t(`outcome.gateway-refused.what.${outcome.reason}`)],
      }
    case 'rate-limited':
    case 'server-trouble':
      return {
        title: t(`outcome.${outcome.kind}.title`),
        what: [t(`outcome.${outcome.kind}.what`)],
      }
    case 'client-refused':
      return {
        title: t('tokenChecks.failed.client.title'),
        what: [t('tokenChecks.failed.client.what'), ...codeText(t, outcome)],
      }
    case 'unsafe-answer':
      return { title: t('outcome.unsafe-answer.title'), what: [t('tokenChecks.failed.unsafe')] }
    case 'not-an-oauth-answer':
      return {
        title: t('tokenChecks.failed.strange.title'),
        what: [t('tokenChecks.failed.strange.what')],
      }
    case 'cancelled':
      return { title: t('outcome.cancelled.title'), what: [] }
    default:
      return {
        title: t('tokenChecks.failed.refused.title'),
        what: [t('tokenChecks.failed.refused.what'), ...codeText(t, outcome)],
      }
  }
}

const otherServerText = (t: Translate): CheckText => ({
  tone: 'unclear',
  title: t('tokenChecks.otherServer.title'),
  what: [t('tokenChecks.otherServer.what')],
})

/** Describes what came of asking the server to end a token. */
export function endingText({ t, moments }: Speech, ending: TokenEnding): CheckText {
  if (ending.kind === 'other-server') return otherServerText(t)
  const { refreshToken, accessToken, format, expiresAt, stoppedRenewal } = ending
  const stopped = stoppedRenewal ? [t('tokenChecks.ended.stoppedRenewal')] : []
  const isRefreshLeft = refreshToken?.kind === 'failed'
  if (accessToken.kind === 'failed') {
    const why = failedText(t, accessToken.outcome)
    if (refreshToken?.kind === 'accepted') {
      const what = [t('tokenChecks.endedPartly.accessLeft'), ...codeText(t, accessToken.outcome)]
      return {
        tone: 'unclear',
        title: t('tokenChecks.endedPartly.title'),
        what: [...what, ...stopped],
      }
    }
    if (accessToken.outcome.kind === 'cancelled') return { tone: 'unclear', ...why }
    const what = [t('tokenChecks.notEnded.what'), why.title, ...why.what]
    return { tone: 'bad', title: t('tokenChecks.notEnded.title'), what }
  }
  if (isRefreshLeft) {
    const what = [t('tokenChecks.endedPartly.refreshLeft'), ...codeText(t, refreshToken.outcome)]
    return {
      tone: 'unclear',
      title: t('tokenChecks.endedPartly.title'),
      what: [...what, ...stopped],
    }
  }
  const until =
    expiresAt === null
      ? t('tokenChecks.ended.mayWork')
      : t('tokenChecks.ended.mayWorkUntil', { moment: moments.short(expiresAt) })
  return {
    tone: 'good',
    title: t('tokenChecks.ended.title'),
    what: [...(format === 'opaque' ? [] : [until]), t('tokenChecks.ended.gone')],
  }
}

/** Describes the server's word on a token. Not active is never called expired. */
export function introspectionText({ t, moments }: Speech, result: Introspection): CheckText {
  switch (result.kind) {
    case 'active': {
      const { subject, userName, client, scope, expiresAt, issuer } = result
      const stated: readonly (readonly [string, string | null])[] = [
        [t('tokenChecks.active.subject'), subject],
        [t('tokenChecks.active.userName'), userName],
        [t('tokenChecks.active.client'), client],
        [
          t('tokenChecks.active.scope'),
          scope === null || scope.length === 0 ? null : scope.join(' '),
        ],
        [t('tokenChecks.active.expires'), expiresAt === null ? null : moments.exact(expiresAt)],
        [t('tokenChecks.active.issuer'), issuer],
      ]
      const facts = stated.flatMap(([label, text]) => (text === null ? [] : [{ label, text }]))
      const what = facts.length === 0 ? [t('tokenChecks.active.nothing')] : []
      return { tone: 'good', title: t('tokenChecks.active.title'), what, facts }
    }
    case 'not-active':
      return {
        tone: 'unclear',
        title: t('tokenChecks.notActive.title'),
        what: [t('tokenChecks.notActive.what')],
      }
    case 'failed':
      return { tone: 'unclear', ...failedText(t, result.outcome) }
    case 'other-server':
      return otherServerText(t)
    default:
      return assertNever(result)
  }
}

function signatureText(t: Translate, check: SignatureCheck): TokenTestText {
  switch (check.kind) {
    case 'genuine':
    case 'not-genuine':
    case 'key-not-found': {
      const tone = ({ genuine: 'good', 'not-genuine': 'bad', 'key-not-found': 'unclear' } as const)[
        check.kind
      ]
      const title = t(`tokenChecks.signed.${check.kind}.title`)
      return { tone, title, what: [t(`tokenChecks.signed.${check.kind}.what`)] }
    }
    case 'not-checkable':
      return {
        tone: 'unclear',
        title: t('tokenChecks.signed.not-checkable.title'),
        what: [t(`tokenChecks.signed.not-checkable.why.${check.why}`)],
      }
    case 'not-reached': {
      const { outcome } = check
      if (outcome.kind === 'cancelled') return { tone: 'unclear', ...failedText(t, outcome) }
      // The keys have less time than a token.
      const isSlow = outcome.kind === 'unreachable' && outcome.reason === 'timeout'
      const { title, what } = failedText(t, outcome)
      const why = isSlow ? [t('tokenChecks.signed.not-reached.slow')] : [title, ...what]
      return {
        tone: 'unclear',
        title: t('tokenChecks.signed.not-reached.title'),
        what: [...why, t('tokenChecks.signed.not-reached.what')],
      }
    }
    default:
      return assertNever(check)
  }
}

/** Describes the signatures of a profile's tokens, one text for each. */
export function signatureTexts(
  { t }: Speech,
  { accessToken, idToken, host }: SignatureChecks,
): readonly CheckText[] {
  const textOf = (check: SignatureCheck): TokenTestText => {
    const text = signatureText(t, check)
    const isCompared = ['genuine', 'not-genuine', 'key-not-found'].includes(check.kind)
    if (!isCompared || host === null) return text
    return { ...text, what: [...text.what, t('tokenChecks.signed.keysFrom', { host })] }
  }
  if (idToken === null) return [textOf(accessToken)]
  return [
    { about: t('tokenChecks.signed.accessToken'), ...textOf(accessToken) },
    { about: t('tokenChecks.signed.idToken'), ...textOf(idToken) },
  ]
}

/** Describes the person that the server names. */
export function userinfoText({ t }: Speech, result: Userinfo): CheckText {
  switch (result.kind) {
    case 'person': {
      const { name, userName, email, subject, isCompared, isSigned } = result
      const stated = [
        { label: t('tokenChecks.person.name'), text: name },
        { label: t('tokenChecks.person.userName'), text: userName },
        { label: t('tokenChecks.person.email'), text: email },
        {
          label: t('tokenChecks.person.subject'),
          term: t('tokenChecks.person.subjectTerm'),
          text: subject,
        },
      ]
      const facts = stated.flatMap(({ text, ...fact }) =>
        text === null ? [] : [{ ...fact, text }],
      )
      const what = [
        ...(isCompared ? [t('tokenChecks.person.same')] : []),
        ...(isSigned ? [t('tokenChecks.person.signed')] : []),
      ]
      return { tone: 'good', title: t('tokenChecks.person.title'), what, facts }
    }
    case 'somebody-else':
      return {
        tone: 'bad',
        title: t('tokenChecks.somebodyElse.title'),
        what: [t('tokenChecks.somebodyElse.what')],
      }
    case 'unreadable': {
      const what = result.isEncrypted
        ? t('tokenChecks.unreadable.encrypted')
        : t('tokenChecks.unreadable.what')
      return { tone: 'unclear', title: t('tokenChecks.unreadable.title'), what: [what] }
    }
    case 'refused':
      return tokenTestText(t, result.test)
    case 'other-server':
      return otherServerText(t)
    default:
      return assertNever(result)
  }
}

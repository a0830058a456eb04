import { assertNever } from '../../shared/assert-never.ts'
import type { ProfileView } from '../../shared/profile-view.ts'
import type { Translate } from '../language.ts'
import type { technical } from '../locales/en/technical.ts'
import { askedAddress, type FailedOutcome, type FailedRequest } from './failed-request.ts'
import type { Moments } from './moment.ts'

/** A line for readers who know the protocol. */
export interface TechnicalDetail {
  readonly label: string
  /** The field's own word for the label, where it differs. */
  readonly term: string | null
  /** A word or number of the protocol; `null` where there is none. */
  readonly code: string | null
  /** The meaning of the code; without a code, the whole text. */
  readonly text: string
}

type KnownStatus = keyof typeof technical.status
type KnownWord = keyof typeof technical.word

const isKnownStatus = (t: Translate, status: string): status is KnownStatus =>
  t.has(`technical.status.${status}`)
const isKnownWord = (t: Translate, word: string): word is KnownWord =>
  !word.includes('.') && t.has(`technical.word.${word}`)

/** Returns the technical details of a failure, each with its meaning. */
export function technicalDetails(
  t: Translate,
  profile: ProfileView,
  failure: FailedRequest,
  moments: Moments,
  provider: string,
): readonly TechnicalDetail[] {
  const plain = (label: string, text: string) => ({ label, term: null, code: null, text })
  return [
    ...answerDetails(t, failure.outcome),
    plain(t('technical.request'), requestText(t, failure)),
    addressDetail(t, profile, failure),
    plain(t('technical.provider'), provider),
    plain(t('technical.when'), moments.exact(failure.at)),
  ]
}

function requestText(t: Translate, { what, by }: FailedRequest): string {
  const request = t(`technical.requests.${what}`)
  return by === 'renewal' ? t('technical.byRenewal', { request }) : request
}

function addressDetail(
  t: Translate,
  profile: ProfileView,
  failure: FailedRequest,
): TechnicalDetail {
  const label = t('technical.address')
  const { grant } = profile.settings
  if (failure.outcome.kind === 'port-unavailable' && 'redirectAddress' in grant) {
    const term = t('technical.addressTerm.redirectAddress')
    return { label, term, code: null, text: grant.redirectAddress }
  }
  const { endpoint, address } = askedAddress(profile, failure)
  return { label, term: t(`technical.addressTerm.${endpoint}`), code: null, text: address }
}

/** Returns the server's status and error code, if it responded. */
export function answerDetails(t: Translate, outcome: FailedOutcome): readonly TechnicalDetail[] {
  const label = t('technical.answer')
  switch (outcome.kind) {
    case 'certificate-not-trusted': {
      const text = t(`technical.certificate.${outcome.problem}`)
      return [{ label, term: null, code: t('technical.tls'), text }]
    }
    case 'not-believed': {
      const text = t(`technical.doubt.${outcome.doubt}`)
      return [{ label, term: null, code: null, text }]
    }
    case 'denied':
      return outcome.oauthError === null ? [] : wordDetails(t, outcome)
    case 'unreachable':
    case 'sign-in-expired':
      return [{ label, term: null, code: null, text: t('technical.noAnswer') }]
    case 'port-unavailable':
      return [{ label, term: null, code: null, text: t('technical.noRequest') }]
    case 'moved':
    case 'not-an-oauth-answer':
    case 'unsafe-answer':
      return [statusDetail(t, outcome.status)]
    case 'client-refused':
    case 'user-refused':
    case 'needs-sign-in':
    case 'grant-not-allowed':
    case 'scope-refused':
    case 'bad-request':
    case 'rate-limited':
    case 'server-trouble':
    case 'gateway-refused':
      return [
        statusDetail(t, outcome.status),
        ...wordDetails(t, outcome),
        ...productDetails(t, outcome),
      ]
    default:
      return assertNever(outcome)
  }
}

function statusDetail(t: Translate, status: number): TechnicalDetail {
  const key = String(status)
  return {
    label: t('technical.answer'),
    term: null,
    code: t('technical.http', { status }),
    text: isKnownStatus(t, key)
      ? t(`technical.status.${key}`)
      : t(`technical.statusClass.${classOf(status)}`),
  }
}

/** RFC 9110 §15: the first digit says of what kind an unknown status is. */
function classOf(status: number): keyof typeof technical.statusClass {
  const classes = { 2: 'success', 3: 'redirect', 4: 'refused', 5: 'trouble' } as const
  const digit = Math.floor(status / 100)
  return digit === 2 || digit === 3 || digit === 4 || digit === 5 ? classes[digit] : 'unknown'
}

function wordDetails(
  t: Translate,
  { kind, oauthError }: Extract<FailedOutcome, { oauthError: string | null }>,
): readonly TechnicalDetail[] {
  if (oauthError === null) return []
  const word = oauthError.toLowerCase()
  const text = isKnownWord(t, word)
    ? t(`technical.word.${word}`)
    : t('technical.otherWord', { title: t(`outcome.${kind}.title`) })
  return [{ label: t('technical.said'), term: null, code: oauthError, text }]
}

/** Returns the code of the server's product, which people find in its documentation. */
function productDetails(
  t: Translate,
  { kind, providerCode, cause }: Extract<FailedOutcome, { providerCode?: string }>,
): readonly TechnicalDetail[] {
  if (providerCode === undefined) return []
  const text =
    cause === undefined
      ? t('technical.otherWord', { title: t(`outcome.${kind}.title`) })
      : t('technical.otherWord', { title: t(`causes.${cause}.title`) })
  return [{ label: t('technical.productCode'), term: null, code: providerCode, text }]
}

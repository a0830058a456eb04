import { describe, expect, it } from 'vitest'
import { type FailedOutcome, failureText } from '../../../../src/renderer/sentences/failure.ts'
import {
  certificateProblems,
  unreachableReasons,
  unsafeAnswers,
} from '../../../../src/shared/outcome.ts'
import { noon } from '../make.ts'
import { moments, t } from './words.ts'

const tell = (outcome: FailedOutcome, presetId = 'any-server') =>
  failureText(t, outcome, { presetId, at: noon, moments })

const refusal = { status: 401, oauthError: 'invalid_client' }
const every: readonly FailedOutcome[] = [
  { kind: 'client-refused', ...refusal },
  { kind: 'user-refused', ...refusal },
  { kind: 'needs-sign-in', ...refusal },
  { kind: 'grant-not-allowed', ...refusal },
  { kind: 'scope-refused', ...refusal },
  { kind: 'bad-request', ...refusal },
  { kind: 'rate-limited', ...refusal, retryAfterSeconds: null },
  { kind: 'rate-limited', ...refusal, retryAfterSeconds: 90 },
  { kind: 'server-trouble', ...refusal },
  { kind: 'moved', status: 307, location: null },
  { kind: 'moved', status: 307, location: 'https://elsewhere.example/token' },
  ...unreachableReasons.map((reason) => ({ kind: 'unreachable', reason }) as const),
  ...certificateProblems.map((problem) => ({ kind: 'certificate-not-trusted', problem }) as const),
  ...(['web-page', 'nothing', 'something-else'] as const).map(
    (looksLike) => ({ kind: 'not-an-oauth-answer', status: 200, looksLike }) as const,
  ),
  ...unsafeAnswers.map((reason) => ({ kind: 'unsafe-answer', status: 200, reason }) as const),
]

describe('a request that brought no token', () => {
  it.each(every)('is told in whole sentences: $kind $reason$problem$looksLike', (outcome) => {
    const { title, what, checks, ask } = tell(outcome)
    expect(checks.length).toBeGreaterThan(0)
    for (const text of [title, what, ...checks, ...(ask === null ? [] : [ask])]) {
      expect(text).toMatch(/^[A-Z].+/)
      expect(text).not.toMatch(/\{\{|outcome\.|undefined|null/)
    }
  })

  it('stands beside the field’s own term, once', () => {
    expect(tell({ kind: 'client-refused', ...refusal }).term).toBe('invalid_client · HTTP 401')
    expect(tell({ kind: 'server-trouble', status: 500, oauthError: null }).term).toBe('HTTP 500')
    expect(tell({ kind: 'unreachable', reason: 'timeout' }).term).toBeNull()
  })

  it('says when a server that asked for patience may be asked again', () => {
    const { checks } = tell({
      kind: 'rate-limited',
      status: 429,
      oauthError: null,
      retryAfterSeconds: 120,
    })
    expect(checks[0]).toMatch(/^Try again today, \d\d:02\.$/)
  })

  it('shows where a server points to', () => {
    const { what } = tell({ kind: 'moved', status: 307, location: 'https://elsewhere.example/t' })
    expect(what).toContain('https://elsewhere.example/t')
  })
})

describe('the providers’ own advice', () => {
  it.each([
    ['semansys', 'client-refused', /support desk/],
    ['semansys', 'user-refused', /e-mail address with which you asked/],
    ['semansys', 'bad-request', /all four details/],
    ['social-id', 'client-refused', /64 characters/],
    ['social-id', 'user-refused', /User name field/],
    ['organization-api', 'client-refused', /Settings → Developers → OAuth2/],
  ] as const)('%s, %s', (presetId, kind, words) => {
    expect(tell({ kind, ...refusal }, presetId).checks.join(' ')).toMatch(words)
    expect(tell({ kind, ...refusal }).checks.join(' ')).not.toMatch(words)
  })

  it('says who can help', () => {
    const outcome = { kind: 'client-refused', ...refusal } as const
    expect(tell(outcome, 'semansys').ask).toContain('Semansys support desk')
    expect(tell(outcome, 'organization-api').ask).toContain('launch engineer')
    expect(tell(outcome).ask).toContain('Whoever gave you these details')
  })
})

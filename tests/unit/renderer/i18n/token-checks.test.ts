import { describe, expect, it } from 'vitest'
import { createMoments } from '../../../../src/renderer/i18n/moment.ts'
import {
  endingText,
  introspectionText,
  introText,
  signatureTexts,
  userinfoText,
} from '../../../../src/renderer/i18n/token-checks.ts'
import type { Outcome } from '../../../../src/shared/outcome.ts'
import { type TokenEnding, uncheckableReasons } from '../../../../src/shared/token-checks.ts'
import { signInSettings } from '../../../support/profiles/sign-in-settings.ts'
import { t } from './english.ts'

const now = new Date(2026, 11, 1, 12, 0).getTime()
const speech = { t, locale: 'en-GB', moments: createMoments(t, 'en-GB', () => now) }
const expiresAt = new Date(2026, 11, 1, 14, 5).getTime()

const accepted = { kind: 'accepted' } as const
const failedWith = (outcome: Outcome) => ({ kind: 'failed', outcome }) as const
const refused = failedWith({
  kind: 'bad-request',
  status: 400,
  oauthError: 'unsupported_token_type',
})

function ending(changes: Partial<Extract<TokenEnding, { kind: 'asked' }>>) {
  return endingText(speech, {
    kind: 'asked',
    refreshToken: accepted,
    accessToken: accepted,
    format: 'jwt',
    expiresAt,
    stoppedRenewal: false,
    ...changes,
  })
}

describe('the servers that are asked', () => {
  const server = { tokenEndpoint: 'https://login.example/token' }
  const introOf = (others: object) => {
    const settings = signInSettings('authorizationCode')
    return introText(speech, { ...settings, server: { ...server, ...others } })
  }

  it('are named if the token goes to another one than issued it', () => {
    const own = { userinfoEndpoint: 'https://login.example/me' }
    expect(introOf(own)).toBe(t('tokenChecks.intro'))
    expect(introOf({})).toBe(t('tokenChecks.intro'))
    const other = { ...own, introspectionEndpoint: 'https://other.example:8443/ask' }
    expect(introOf(other)).toContain('other.example:8443 and login.example')
    expect(introOf({ revocationEndpoint: 'https://end.example/' })).toContain(': end.example.')
  })
})

describe('the end of a token', () => {
  it('is only asked for, and a signed token may keep working', () => {
    expect(ending({})).toMatchObject({
      tone: 'good',
      title: 'The server was asked to end the token',
    })
    expect(ending({}).what[0]).toMatch(/A signed token may keep working until .*14:05/)
    expect(ending({ expiresAt: null }).what[0]).toBe(
      'A signed token may keep working until it expires.',
    )
    expect(ending({ format: 'opaque' }).what).toEqual(['This profile no longer has it.'])
  })

  it('says what is left where the server did only a part', () => {
    const left = ending({ accessToken: refused, stoppedRenewal: true })
    expect(left).toMatchObject({ tone: 'unclear', title: 'The server did only a part of it' })
    expect(left.what.join(' ')).toContain('unsupported_token_type')
    expect(left.what.join(' ')).toContain('Automatic renewal is now off')
    expect(ending({ refreshToken: refused }).what[0]).toContain('You can try again.')
  })

  it('says why it did not come about', () => {
    const text = ending({ refreshToken: refused, accessToken: refused })
    expect(text).toMatchObject({ tone: 'bad', title: 'The server did not end the token' })
    expect(text.what[0]).toBe('The profile still has it.')
    const cancelled = failedWith({ kind: 'cancelled' })
    expect(ending({ refreshToken: null, accessToken: cancelled })).toEqual({
      tone: 'unclear',
      title: 'You stopped the request',
      what: [],
    })
  })
})

describe('the server’s word on a token', () => {
  it('that it is not active is never that it has expired', () => {
    const text = introspectionText(speech, { kind: 'not-active' })
    expect(text).toEqual({
      tone: 'unclear',
      title: 'The server says it is not active',
      what: ['That can also mean that this client may not ask.'],
    })
    expect(JSON.stringify(text)).not.toMatch(/expire/i)
  })

  it('lists what it said, and nothing that it did not say', () => {
    const nothing = { subject: null, userName: null, client: null, scope: null, issuer: null }
    const none = { kind: 'active', ...nothing, expiresAt: null } as const
    expect(introspectionText(speech, none)).toMatchObject({
      what: ['The server said nothing more about it.'],
      facts: [],
    })
    const some = { ...none, subject: '42', scope: ['read', 'write'], expiresAt }
    expect(introspectionText(speech, some).facts).toEqual([
      { label: 'Issued to', text: '42' },
      { label: 'What it may do', text: 'read write' },
      { label: 'Expires', text: '1 Dec 2026, 14:05:00' },
    ])
  })

  it.each<[Outcome, string]>([
    [{ kind: 'client-refused', status: 401, oauthError: null }, 'did not accept this client'],
    [{ kind: 'needs-sign-in', status: 400, oauthError: 'invalid_grant' }, 'The server refused'],
    [{ kind: 'not-an-oauth-answer', status: 404, looksLike: 'web-page' }, 'no answer'],
    [{ kind: 'unsafe-answer', status: 200, reason: 'too-large' }, 'not safe'],
    [{ kind: 'unreachable', reason: 'offline' }, 'could not be reached'],
    [{ kind: 'certificate-not-trusted', problem: 'expired' }, 'could not prove'],
    [{ kind: 'moved', status: 302, location: 'https://x.example/' }, 'another address'],
    [{ kind: 'gateway-refused', status: 403, oauthError: null, reason: 'blocked' }, 'in front'],
    [{ kind: 'rate-limited', status: 429, oauthError: null, retryAfterSeconds: null }, 'slow down'],
    [{ kind: 'cancelled' }, 'You stopped the request'],
  ])('may be missing: %j', (outcome, title) => {
    const text = introspectionText(speech, { kind: 'failed', outcome })
    expect(text.tone).toBe('unclear')
    expect(text.title).toContain(title)
  })
})

describe('a signature', () => {
  const check = (accessToken: Parameters<typeof signatureTexts>[1]['accessToken']) =>
    signatureTexts(speech, { accessToken, idToken: null, host: 'auth.example' })[0]

  it('has five results', () => {
    expect(check({ kind: 'genuine' })).toMatchObject({ tone: 'good' })
    expect(check({ kind: 'not-genuine' })).toMatchObject({ tone: 'bad' })
    expect(check({ kind: 'key-not-found' })).toMatchObject({ tone: 'unclear' })
    expect(check({ kind: 'genuine' })?.what.at(-1)).toContain('auth.example')
    const outcome = { kind: 'unreachable', reason: 'timeout' } as const
    expect(check({ kind: 'not-reached', outcome })?.what).toEqual([
      'The server did not answer within five seconds.',
      'This says nothing about the token.',
    ])
  })

  it('that can’t be checked is no alarm', () => {
    for (const why of uncheckableReasons) {
      expect(check({ kind: 'not-checkable', why })).toMatchObject({
        tone: 'unclear',
        title: 'The signature can’t be checked',
      })
    }
    expect(check({ kind: 'not-checkable', why: 'microsoft' })?.what).toEqual([
      'Only Microsoft can check this one; that is normal.',
    ])
  })

  it('names its token where there are two', () => {
    const genuine = { kind: 'genuine' } as const
    const texts = signatureTexts(speech, { accessToken: genuine, idToken: genuine, host: null })
    expect(texts.map(({ about }) => about)).toEqual(['Access token', 'ID token'])
  })
})

describe('the signed-in person', () => {
  it('is named, with what is known of the answer', () => {
    const text = userinfoText(speech, {
      kind: 'person',
      name: 'Ada',
      userName: null,
      email: 'ada@example.org',
      subject: '42',
      isSigned: true,
      isCompared: true,
    })
    expect(text.facts?.map((fact) => fact.text)).toEqual(['Ada', 'ada@example.org', '42'])
    expect(text.what).toHaveLength(2)
  })

  it('that differs from the one in the ID token is not shown', () => {
    expect(userinfoText(speech, { kind: 'somebody-else' })).toMatchObject({ tone: 'bad' })
    expect(userinfoText(speech, { kind: 'somebody-else' })).not.toHaveProperty('facts')
  })

  it('may be unreadable, or refused as by any API', () => {
    expect(userinfoText(speech, { kind: 'unreadable', isEncrypted: true }).what[0]).toContain(
      'encrypted',
    )
    const test = { kind: 'cancelled' } as const
    expect(userinfoText(speech, { kind: 'refused', test }).title).toBe('You stopped the request')
    expect(userinfoText(speech, { kind: 'other-server' }).title).toBe('Nothing was sent')
  })
})

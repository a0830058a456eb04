import { describe, expect, it } from 'vitest'
import { tokenTestText } from '../../../../src/renderer/i18n/token-test.ts'
import type { ApiAnswer } from '../../../../src/shared/token-test.ts'
import { t } from './english.ts'

const nothing = { asksFor: 'nothing', error: null, scope: null } as const

function answer(status: number, challenge: Partial<ApiAnswer['challenge']> = {}): ApiAnswer {
  const rest = { contentType: null, body: { kind: 'empty' } } as const
  return { kind: 'answer', status, challenge: { ...nothing, ...challenge }, ...rest }
}

describe('a test of a token', () => {
  it.each([
    [200, 'good', '200: the server accepted the request'],
    [204, 'good', '204: the server accepted the request'],
    [302, 'unclear', '302: the server gave an unusual answer'],
    [400, 'unclear', '400: the server did not understand the request'],
    [401, 'bad', '401: the server did not accept the token'],
    [403, 'bad', '403: the token is known, but may not do this'],
    [404, 'unclear', '404: there is nothing at this address'],
    [405, 'unclear', '405: this address can’t be read like this'],
    [410, 'unclear', '410: there is nothing at this address'],
    [418, 'unclear', '418: the server gave an unusual answer'],
    [429, 'unclear', '429: the server asks you to slow down'],
    [500, 'unclear', '500: the server has a problem'],
    [503, 'unclear', '503: the server has a problem'],
  ] as const)('that was answered with %i is described in plain words', (status, tone, title) => {
    expect(tokenTestText(t, answer(status))).toMatchObject({ tone, title })
  })

  it.each([
    [401, { asksFor: 'token', error: 'invalid_token' }, '(invalid_token)'],
    [403, { asksFor: 'token', error: 'insufficient_scope' }, '(insufficient_scope).'],
    [
      403,
      { asksFor: 'token', error: 'insufficient_scope', scope: 'reports:read' },
      '(insufficient_scope): reports:read.',
    ],
    [400, { asksFor: 'token', error: 'invalid_request' }, '(invalid_request)'],
    [401, { asksFor: 'token', error: 'odd_code' }, 'odd_code'],
    [401, { asksFor: 'password' }, 'user name and a password instead'],
    [401, { asksFor: 'person' }, 'wants you to sign in'],
    [401, { asksFor: 'other' }, 'something other than this kind of token'],
  ] as const)('says what the server says beside %i: %j', (status, challenge, words) => {
    expect(tokenTestText(t, answer(status, challenge)).what.join(' ')).toContain(words)
  })

  it('does not mention a refusal where the server accepted', () => {
    const { what } = tokenTestText(t, answer(200, { asksFor: 'token', error: 'invalid_token' }))
    expect(what).toHaveLength(1)
  })

  it('shows where a redirect leads, and that it was not followed', () => {
    const location = 'https://elsewhere.example/login'
    const { title, what } = tokenTestText(t, { kind: 'moved', status: 302, location })
    expect(title).toBe('302: the server points to another address')
    expect(what.join(' ')).toContain(location)
    expect(what.join(' ')).toContain('did not go there')
  })

  it('shows why no response came, and that this proves nothing about the token', () => {
    const { what } = tokenTestText(t, { kind: 'unreachable', reason: 'name-not-found' })
    expect(what.join(' ')).toContain('no computer with this name')
    expect(what.join(' ')).toContain('nothing about the token')
  })
})

import { describe, expect, it } from 'vitest'
import type { FailedOutcome, FailedRequest } from '../../../../src/renderer/i18n/failed-request.ts'
import { failureText } from '../../../../src/renderer/i18n/failure.ts'
import type { SettingsOptions } from '../../../support/profiles/settings.ts'
import { makeProfile } from '../make.ts'
import { moments, t } from './english.ts'
import { everyFailure, failedWith } from './failures.ts'

const open = { presetId: 'any-server' } as const

function cardOf(
  outcome: FailedOutcome,
  settings: Partial<SettingsOptions>,
  over: Partial<FailedRequest> = {},
) {
  const profile = makeProfile(1, {}, { ...open, ...settings })
  const { title, what, todo } = failureText(t, profile, failedWith(outcome, over), moments)
  return { title, what, todo: todo.join('\n'), all: [title, what, ...todo].join('\n') }
}

const bare403 = { kind: 'client-refused', status: 403, oauthError: null } as const
const badRequest = { kind: 'bad-request', status: 400, oauthError: 'invalid_request' } as const
const ownGrant = { grantType: 'clientCredentials' } as const

describe('a client that only names itself', () => {
  it.each(everyFailure)(
    'reads nothing of a secret that was not sent: $kind $reason$problem$looksLike',
    (outcome) => {
      const { title, what } = cardOf(outcome, { clientAuthentication: 'none' })
      // The key of a gateway is distinguished from a secret.
      const isKey = outcome.kind === 'gateway-refused' && outcome.reason === 'api-key'
      const own = isKey ? '' : `${title}\n${what}`
      expect(own).not.toMatch(/this ID with this secret|client ID or client secret|ID and secret/)
    },
  )

  it('is asked for its ID, and whether there is a secret', () => {
    const refused = { kind: 'client-refused', status: 401, oauthError: 'invalid_client' } as const
    const { title, todo } = cardOf(refused, { clientAuthentication: 'none' })
    expect(title).toBe('The server did not accept the client ID')
    expect(todo).toContain('Did you get a client secret as well?')
    expect(todo).not.toContain('copy the client ID and client secret again')
  })
})

describe('an empty scope', () => {
  const refused = { kind: 'scope-refused', status: 400, oauthError: 'invalid_scope' } as const

  it('that is refused is to be filled in, never to be left empty', () => {
    const { what, todo } = cardOf(refused, { ...ownGrant, scope: '' })
    expect(what).toContain('the scope is empty')
    expect(todo).toContain('enter the scope')
    expect(todo).not.toContain('leave it empty')
  })

  it('differs from one that was filled in', () => {
    const { todo } = cardOf(refused, { ...ownGrant, scope: 'read' })
    expect(todo).toContain('Check the scope')
  })

  it.each([null, 'Forbidden', 'access_denied'])(
    'makes a 403 to a client unclear that says no more: %s',
    (oauthError) => {
      const { title, todo } = cardOf({ ...bare403, oauthError }, { ...ownGrant, scope: '' })
      expect(title).toBe('The server refused and didn’t say why')
      expect(todo).toMatch(/^The scope is empty/)
    },
  )

  it('leaves a bare 403 unclear after every method was refused so', () => {
    const { title, what, todo } = cardOf(bare403, ownGrant, { what: 'other-methods' })
    expect(title).toBe('The server refused and didn’t say why')
    expect(what).toContain('every usual way')
    expect(what).not.toContain('must be wrong')
    expect(todo).toMatch(/^The scope is empty/)
  })

  it.each([
    ['a scope', bare403, { ...ownGrant, scope: 'read' }],
    ['a code', { ...bare403, oauthError: 'invalid_client' }, { ...ownGrant, scope: '' }],
    ['401', { ...bare403, status: 401 }, { ...ownGrant, scope: '' }],
  ] as const)('does not where there is %s', (_, outcome, settings) => {
    expect(cardOf(outcome, settings).title).toContain('client ID or client secret')
  })
})

describe('a body in JSON', () => {
  const form = /form fields under “More options”/
  const json = /Then choose JSON/

  it.each([
    badRequest,
    { kind: 'grant-not-allowed', status: 400, oauthError: 'unsupported_grant_type' },
    { kind: 'bad-request', status: 400, oauthError: null },
  ] as const)(
    'that a server may not read is to be sent as a form: $kind $oauthError',
    (outcome) => {
      const { todo } = cardOf(outcome, { bodyFormat: 'json' })
      expect(todo).toMatch(form)
      expect(todo).not.toMatch(json)
      expect(cardOf(outcome, { bodyFormat: 'form' }).todo).not.toMatch(form)
    },
  )

  it('hides a client that is in it', () => {
    const refused = { kind: 'client-refused', status: 401, oauthError: 'invalid_client' } as const
    const todo = (clientAuthentication: SettingsOptions['clientAuthentication']) =>
      cardOf(refused, { bodyFormat: 'json', clientAuthentication }).todo
    expect(todo('body')).toMatch(form)
    expect(todo('none')).toMatch(form)
    expect(todo('basic')).not.toMatch(form)
  })

  it('is proposed for a form that was not understood, but not for a refresh token', () => {
    expect(cardOf(badRequest, ownGrant).todo).toMatch(json)
    expect(cardOf(badRequest, { grantType: 'refreshToken' }).todo).not.toMatch(json)
    expect(cardOf(badRequest, ownGrant, { what: 'refresh' }).todo).not.toMatch(json)
  })

  it('is the provider’s choice where the provider is known', () => {
    expect(cardOf(badRequest, { presetId: 'semansys', bodyFormat: 'json' }).todo).not.toMatch(form)
  })
})

describe('a gateway in front of the server', () => {
  const gateway = (reason: 'blocked' | 'no-route' | 'api-key' | 'network-address') =>
    cardOf({ kind: 'gateway-refused', status: 403, oauthError: null, reason }, ownGrant)

  it('leaves ID, secret, user and password out of question', () => {
    for (const reason of ['blocked', 'no-route', 'network-address'] as const) {
      expect(gateway(reason).all).not.toMatch(/secret|password|client ID/)
    }
  })

  it('that does not know the address makes the user compare it', () => {
    expect(gateway('no-route').todo).toBe(
      'Check the token endpoint against what you were given, letter by letter.',
    )
  })

  it('that needs a key of its own has a step to add it', () => {
    expect(gateway('api-key').what).toContain('That is not the client secret.')
    expect(gateway('api-key').todo).toContain('as an extra header')
  })
})

import { describe, expect, it } from 'vitest'
import type { FailedOutcome, FailedRequest } from '../../../../src/renderer/i18n/failed-request.ts'
import { failureText } from '../../../../src/renderer/i18n/failure.ts'
import { lifeHeadline, lifeHint } from '../../../../src/renderer/i18n/life.ts'
import {
  answerLooks,
  certificateProblems,
  outcome as outcomeSchema,
  type RefusalCause,
  unreachableReasons,
} from '../../../../src/shared/outcome.ts'
import { stateOf } from '../../../../src/shared/profile-state.ts'
import type { ProfileView } from '../../../../src/shared/profile-view.ts'
import { optionsOf, triedMethod } from '../../../support/profiles/settings.ts'
import { makeToken, minute, noon } from '../../../support/profiles/views.ts'
import { makeProfile } from '../make.ts'
import { moments, t } from './english.ts'
import { everyFailure, failedWith } from './failures.ts'

const tell = (
  outcome: FailedOutcome,
  profile: ProfileView = makeProfile(1),
  over: Partial<FailedRequest> = {},
) => failureText(t, profile, failedWith(outcome, over), moments)

const by = (presetId: string) => makeProfile(1, {}, { presetId })
const clientRefused = { kind: 'client-refused', status: 401, oauthError: 'invalid_client' } as const
const unreachable = { kind: 'unreachable', reason: 'timeout' } as const

/** An error code, a status or a key, where plain words should stand. */
const rawCode =
  /[a-z]+_[a-z]+|\bHTTP\b|\b[1-5]\d\d\b(?!\.\d)|\{\{|outcome\.|provider\.|undefined|null/

describe('a request that brought no token', () => {
  it('is among the cases of this test, for every outcome', () => {
    const kinds = new Set(everyFailure.map(({ kind }) => kind))
    const all = outcomeSchema.options.map(({ shape }) => shape.kind.value)
    expect(all.filter((kind) => !kinds.has(kind as FailedOutcome['kind']))).toEqual([
      'obtained',
      'cancelled',
    ])
  })

  describe.each(['any-server', 'semansys', 'social-id', 'organization-api'])(
    'at %s',
    (presetId) => {
      it.each(everyFailure)(
        'is described in plain whole sentences: $kind $reason$problem$looksLike$retryAfterSeconds',
        (outcome) => {
          const profiles = [
            by(presetId),
            makeProfile(
              1,
              { renewsAt: noon + minute, needsSignIn: true, hasOtherMethods: true },
              optionsOf(by(presetId).settings),
            ),
          ]
          for (const what of ['obtain', 'refresh', 'other-methods'] as const) {
            for (const profile of profiles) {
              const { title, what: happened, todo, ask } = tell(outcome, profile, { what })
              expect(todo.length).toBeGreaterThan(0)
              expect(new Set(todo).size).toBe(todo.length)
              for (const text of [title, happened, ...todo, ask]) {
                expect(text).toMatch(/^\p{Lu}.{10,}/u)
                expect(text).not.toMatch(rawCode)
              }
              for (const text of [happened, ...todo, ask]) expect(text).toMatch(/[.?]$/)
            }
          }
        },
      )
    },
  )

  it('has a text of its own for each piece of evidence', () => {
    const reported = everyFailure
      .filter((outcome) => !('retryAfterSeconds' in outcome || 'doubt' in outcome))
      .map((outcome) => tell(outcome).what)
    expect(new Set(reported).size).toBe(reported.length)
  })

  it('shows where a server points to', () => {
    const { what } = tell({ kind: 'moved', status: 307, location: 'https://elsewhere.example/t' })
    expect(what).toContain('https://elsewhere.example/t')
  })
})

describe('an answer that was not a token', () => {
  const answer = (
    status: number,
    looksLike: 'web-page' | 'nothing' | 'something-else',
    tokenEndpoint = 'https://login.example.com/oauth2',
    over: Partial<FailedRequest> = {},
  ) => {
    const profile = makeProfile(1, { token: makeToken() }, { tokenEndpoint })
    const { what, todo } = tell({ kind: 'not-an-oauth-answer', status, looksLike }, profile, over)
    return { what, todo: todo.join(' ') }
  }

  it.each([
    [404, 'nothing'],
    [404, 'something-else'],
    [410, 'something-else'],
  ] as const)('says that there is nothing at the address: %i with %s', (status, looksLike) => {
    const { what, todo } = answer(status, looksLike)
    expect(what).toBe('The server says there is nothing at this address.')
    expect(todo).not.toContain('hotel')
  })

  it('states that an existing address does not accept the request', () => {
    const { what, todo } = answer(405, 'something-else')
    expect(what).toBe('The server says this address doesn’t accept such requests.')
    expect(todo).not.toContain('hotel')
  })

  it('may come from the network, if it is a web page or proves nothing about the address', () => {
    expect(answer(404, 'web-page').todo).toContain('hotel')
    expect(answer(404, 'web-page').what).toMatch(/^A web page came back/)
    expect(answer(200, 'nothing').todo).toContain('hotel')
  })

  it('may come from a gateway before the server, if it is a page that forbids access', () => {
    expect(answer(403, 'web-page').what).toMatch(/“not allowed”\. Something in front of the server/)
    expect(answer(403, 'something-else').what).not.toContain('Something in front')
  })

  it.each([
    ['https://login.example.com/oauth2', true],
    ['https://login.example.com/oauth2/token', false],
    ['https://login.example.com/oauth2/Token/?tenant=1', false],
    ['https://login.example.com/token/v2', true],
  ])('makes the user look at the end of %s: %s', (tokenEndpoint, isHinted) => {
    const { todo } = answer(403, 'web-page', tokenEndpoint)
    expect(todo.includes('such as /token')).toBe(isHinted)
    expect(todo).toContain('Check the token endpoint')
  })

  it('is looked for at the address that was asked', () => {
    const refreshEndpoint = 'https://login.example.com/renew'
    const profile = makeProfile(
      1,
      { token: makeToken() },
      { refreshEndpoint, tokenEndpoint: 'https://login.example.com/token' },
    )
    const page = { kind: 'not-an-oauth-answer', status: 403, looksLike: 'web-page' } as const
    const steps = (what: FailedRequest['what']) => tell(page, profile, { what }).todo.join(' ')
    expect(steps('refresh')).toContain('such as /token')
    expect(steps('obtain')).not.toContain('such as /token')
  })
})

describe('a server that points elsewhere', () => {
  const steps = (location: string | null) =>
    tell({ kind: 'moved', status: 302, location }).todo.join(' ')

  it('may be the network, where another computer is pointed to', () => {
    expect(steps('https://portal.hotel.example/start')).toContain('it may be your network')
  })

  it('is most likely the network, where a token came before and renewal goes on', () => {
    const profile = makeProfile(1, { token: makeToken(), waitsForNetwork: true })
    for (const outcome of [
      { kind: 'moved', status: 302, location: 'https://portal.hotel.example/start' },
      { kind: 'not-an-oauth-answer', status: 200, looksLike: 'web-page' },
      { kind: 'certificate-not-trusted', problem: 'unknown-issuer' },
    ] as const) {
      const { todo } = tell(outcome, profile, { what: 'refresh' })
      expect(todo[0]).toContain('open a website and sign in there first')
      expect(todo.filter((step) => /sign in (there|first)/.test(step))).toHaveLength(1)
    }
  })

  it.each([
    ...unreachableReasons.map((reason) => ({ kind: 'unreachable', reason }) as const),
    ...certificateProblems.map(
      (problem) => ({ kind: 'certificate-not-trusted', problem }) as const,
    ),
    ...answerLooks
      .filter((looksLike) => looksLike === 'web-page' || looksLike.startsWith('sign-in'))
      .map((looksLike) => ({ kind: 'not-an-oauth-answer', status: 401, looksLike }) as const),
  ])('leaves the address out of question while the network is waited for: %j', (outcome) => {
    for (const presetId of ['any-server', 'semansys', 'organization-api']) {
      for (const madeWithOlderSettings of [false, true]) {
        const over = { token: makeToken({ madeWithOlderSettings }), waitsForNetwork: true }
        const profile = makeProfile(1, over, { presetId })
        const { what, todo } = tell(outcome, profile, { what: 'refresh' })
        const all = [what, ...todo].join(' ')
        expect(all).not.toMatch(/letter by letter|provider sent you|not (be )?the address/)
        expect(all).not.toMatch(
          /at a different one|address in its documentation|own server address/,
        )
      }
    }
  })

  it('is the server itself, where it points to itself or nowhere', () => {
    for (const location of [
      'https://login.example.com/elsewhere',
      'https://LOGIN.example.com:8443/x',
    ]) {
      expect(steps(location)).not.toContain('your network')
    }
    expect(steps(null)).not.toContain('your network')
  })
})

describe('what to do', () => {
  it.each(['rate-limited', 'server-trouble'] as const)(
    'is to wait as long as the server asks, to the next whole minute: %s',
    (kind) => {
      const wait = (retryAfterSeconds: number | null) =>
        tell({ kind, status: 503, oauthError: null, retryAfterSeconds }).todo[0]
      expect(wait(120)).toMatch(/^Try again after \d\d:02\./)
      expect(wait(121)).toMatch(/^Try again after \d\d:03\./)
      expect(wait(null)).toMatch(/^Wait/)
    },
  )

  it('is to wait, if Token Desk retries automatically and waiting can help', () => {
    const profile = makeProfile(1, { renewsAt: noon + 5 * minute })
    expect(tell(unreachable, profile).todo.at(-1)).toMatch(/again automatically today, \d\d:05\.$/)
    expect(tell(clientRefused, profile).todo.join(' ')).not.toContain('automatically')
    expect(tell(unreachable).todo.join(' ')).not.toContain('automatically')
  })

  it('is to look at the clock, where a certificate is out of date', () => {
    const text = (problem: 'expired' | 'wrong-host') =>
      tell({ kind: 'certificate-not-trusted', problem }).todo.join(' ')
    expect(text('expired')).toMatch(/clock said 15 Jan 2030, \d\d:00:00/)
    expect(text('wrong-host')).not.toContain('clock')
  })

  it('is to get a new token, once the refresh token may be dead', () => {
    const doubtful = makeProfile(1, { needsSignIn: true, token: makeToken() })
    expect(tell(unreachable, doubtful, { what: 'refresh' }).todo[0]).toMatch(/^Choose “Renew now”/)
    expect(tell(unreachable, doubtful).todo[0]).not.toContain('Choose “')
    expect(tell(unreachable, makeProfile(1), { what: 'refresh' }).todo[0]).not.toContain('Choose “')
  })

  it('is to type another refresh token, where there is nothing else to sign in with', () => {
    const outcome = { kind: 'needs-sign-in', status: 400, oauthError: 'invalid_grant' } as const
    const given = makeProfile(1, { token: makeToken() }, { grantType: 'refreshToken' })
    expect(tell(outcome, given).todo.join(' ')).toContain('new refresh token')
    expect(tell(outcome, given).what).toContain('permission to renew')
    expect(tell(outcome).todo).toEqual(['Choose “Get token”.'])
    const had = makeProfile(1, { token: makeToken() })
    expect(tell(outcome, had).todo).toEqual(['Choose “Renew now”.'])
  })

  it('says of a refused sign-in nothing about a renewal', () => {
    const outcome = { kind: 'needs-sign-in', status: 302, oauthError: 'login_required' } as const
    const first = makeProfile(1, {}, { grantType: 'authorizationCode' })
    expect(tell(outcome, first).what).toContain('did not accept this sign-in')
    expect(tell(outcome, first).todo).toEqual(['Choose “Sign in”.'])
    expect(tell(outcome, first, { what: 'refresh' }).what).toContain('permission to renew')
  })

  it('is to compare a typed refresh token first, where it never brought a token', () => {
    const outcome = { kind: 'needs-sign-in', status: 400, oauthError: 'invalid_grant' } as const
    const activity = [{ at: noon, what: 'obtain', by: 'user', outcome } as const]
    const typed = makeProfile(1, { needsSignIn: true, activity }, { grantType: 'refreshToken' })
    const { title, what, todo, ask } = tell(outcome, typed)
    expect(title).toBe('The server did not accept the refresh token')
    expect(todo[0]).toContain('check the refresh token')
    expect(todo[1]).toContain('used up')
    expect(`${title} ${what} ${todo.join(' ')} ${ask}`).not.toMatch(/renew|JSON/)
    const state = stateOf(typed, noon)
    expect(lifeHeadline(t, typed, state, noon)).toBe('That did not work')
    expect(lifeHint(t, typed, state, moments, noon)).not.toContain('renewed')
  })

  it.each(unreachableReasons)(
    'never begins with the address of a server that answered before: %s',
    (reason) => {
      const failed = { kind: 'unreachable', reason } as const
      const worked = tell(failed, makeProfile(1, { token: makeToken() })).todo
      expect(worked.join(' ')).not.toContain('letter by letter')
      const isAboutServer = !['proxy', 'offline', 'client-certificate'].includes(reason)
      expect(worked.join(' ').includes('The server may be down')).toBe(isAboutServer)
    },
  )

  it.each(['connection-refused', 'connection-lost', 'timeout'] as const)(
    'is to wait for a server that may be down, if it answered before: %s',
    (reason) => {
      const failed = { kind: 'unreachable', reason } as const
      const worked = makeProfile(1, { token: makeToken() })
      expect(tell(failed, worked).todo[0]).toMatch(/^The server may be down/)
    },
  )

  it.each([
    ['that never worked', makeProfile(1)],
    [
      'that was changed since',
      makeProfile(1, { token: makeToken({ madeWithOlderSettings: true }) }),
    ],
  ])('is to check an address %s letter by letter', (_, profile) => {
    const failed = { kind: 'unreachable', reason: 'connection-refused' } as const
    expect(tell(failed, profile).todo[0]).toContain('letter by letter')
    expect(tell(failed, profile).ask).toContain('The people who gave you these details')
  })

  it('blames the network before the address for a web page from a server that worked', () => {
    const page = { kind: 'not-an-oauth-answer', status: 200, looksLike: 'web-page' } as const
    expect(tell(page, makeProfile(1, { token: makeToken() })).todo[0]).toContain('hotel')
    expect(tell(page).todo[0]).toContain('token endpoint')
  })

  it.each(['scope-refused', 'bad-request'] as const)(
    'is to look at what the token is for, only where that is filled in: %s',
    (kind) => {
      const outcome = { kind, status: 400, oauthError: 'invalid_target' } as const
      const target = makeProfile(1, {}, { audience: 'reports' })
      expect(tell(outcome, target).todo.join(' ')).toContain('Audience')
      expect(tell(outcome).todo.join(' ')).not.toContain('Audience')
    },
  )

  it('is to think of a second proof, where a password is asked for', () => {
    const outcome = { kind: 'grant-not-allowed', status: 400, oauthError: 'mfa_required' } as const
    expect(tell(outcome).todo.join(' ')).toContain('second proof')
    const machine = makeProfile(1, {}, { grantType: 'clientCredentials' })
    expect(tell(outcome, machine).todo.join(' ')).not.toContain('second proof')
  })

  it('is to use the browser, where a server has no codes for other devices', () => {
    const outcome = { kind: 'grant-not-allowed', status: 404, oauthError: null } as const
    const device = makeProfile(1, {}, { grantType: 'deviceCode' })
    expect(tell(outcome, device).todo[0]).toContain('“I sign in with my browser”')
    expect(tell(outcome).todo.join(' ')).not.toContain('browser')
  })

  it('is to try the other form of the request, where the profile lets one choose', () => {
    const outcome = { kind: 'bad-request', status: 415, oauthError: null } as const
    const steps = (presetId: string, bodyFormat: 'form' | 'json') =>
      tell(outcome, makeProfile(1, {}, { presetId, bodyFormat })).todo.join(' ')
    expect(steps('any-server', 'form')).toContain('Then choose JSON')
    expect(steps('any-server', 'json')).toContain('form fields under')
    expect(steps('semansys', 'form')).not.toContain('JSON')
  })
})

describe('a client that was refused', () => {
  it('must be wrong itself after every method was tried', () => {
    const { what, todo } = tell(clientRefused, makeProfile(1), { what: 'other-methods' })
    expect(what).toContain('every usual way')
    expect(todo.join(' ')).not.toContain('how to send them')
  })

  it('lists the methods that were refused and those without a clear answer', () => {
    const reported = (...methods: NonNullable<FailedRequest['methods']>) =>
      tell(clientRefused, makeProfile(1), { what: 'other-methods', methods })
    const some = reported(
      triedMethod('basic', true),
      triedMethod('body', true),
      triedMethod('query', false),
    )
    expect(some.methods).toEqual([
      { label: 'Refused', names: ['Basic header, encoded first', 'Request body'] },
      { label: 'Could not be tried', names: ['Query string'] },
    ])
    expect(some.what).toContain('may still be right')
    expect(some.todo.at(-1)).toContain('try the other ways again')
    const all = reported(triedMethod('basic', true), triedMethod('body', true))
    expect(all.methods).toEqual([])
    expect(all.what).toContain('every usual way')
  })

  it('may have had a wrong user, too, where a password went along', () => {
    const text = (grantType: 'password' | 'clientCredentials') =>
      tell(clientRefused, makeProfile(1, {}, { grantType }), { what: 'other-methods' }).what
    expect(text('password')).toMatch(/with some servers, the user name or password\.$/)
    expect(text('clientCredentials')).not.toContain('user name')
  })

  it('suggests asking for the method only where Token Desk can’t try it', () => {
    const text = (hasOtherMethods: boolean) =>
      tell(clientRefused, makeProfile(1, { hasOtherMethods })).todo.join(' ')
    expect(text(false)).toContain('how to send them')
    expect(text(true)).not.toContain('how to send them')
  })
})

describe('the providers’ own advice', () => {
  it.each([
    ['semansys', 'client-refused', /support desk/],
    ['semansys', 'client-refused', /oidc-pre\.semansys\.com/],
    ['semansys', 'user-refused', /e-mail address you used to request/],
    ['semansys', 'bad-request', /all four details/],
    ['social-id', 'client-refused', /64 characters/],
    ['social-id', 'client-refused', /wrong user name or password/],
    ['social-id', 'user-refused', /User name field/],
    ['social-id', 'bad-request', /both the user name and the password/],
    ['social-id', 'grant-not-allowed', /really its address/],
    ['organization-api', 'client-refused', /Settings → Developers → OAuth2/],
  ] as const)('%s, %s: %s', (presetId, kind, words) => {
    const outcome = { ...clientRefused, kind }
    expect(tell(outcome, by(presetId)).todo.join(' ')).toMatch(words)
    expect(tell(outcome).todo.join(' ')).not.toMatch(words)
  })

  it.each([
    { kind: 'unreachable', reason: 'name-not-found' },
    { kind: 'moved', status: 307, location: null },
    { kind: 'certificate-not-trusted', problem: 'wrong-host' },
    { kind: 'not-an-oauth-answer', status: 404, looksLike: 'web-page' },
  ] as const)('Organization API has an address for everyone: $kind', (outcome) => {
    expect(tell(outcome, by('organization-api')).todo.join(' ')).toContain('own server address')
  })

  it('is about the server’s own trouble, too', () => {
    const outcome = {
      kind: 'server-trouble',
      status: 500,
      oauthError: 'internal_server_error',
      retryAfterSeconds: null,
    } as const
    expect(tell(outcome, by('social-id')).todo.join(' ')).toContain('inside its server')
  })

  it('names the people who can help, where it is not the network', () => {
    expect(tell(clientRefused, by('semansys')).ask).toBe('Ask the Semansys support desk.')
    expect(tell(clientRefused, by('organization-api')).ask).toBe('Ask your launch engineer.')
    expect(tell(clientRefused).ask).toContain('The people who gave you these details')
    expect(tell(unreachable, by('semansys')).ask).toContain('network')
    expect(tell({ kind: 'certificate-not-trusted', problem: 'unknown-issuer' }).ask).toContain(
      'IT department',
    )
    expect(tell({ kind: 'certificate-not-trusted', problem: 'expired' }).ask).toContain(
      'renew the certificate',
    )
  })

  it('says what the server named as the cause, and who can change that', () => {
    const because = (cause: RefusalCause) => tell({ ...clientRefused, cause })
    expect(because('secret-expired')).toMatchObject({
      title: 'The client secret has expired',
      todo: ['Ask for a new client secret. Then choose “Edit profile” and enter it.'],
    })
    expect(because('administrator-required').ask).toContain('administrators of your organization')
    expect(because('client-unknown').ask).toContain('The people who gave you these details')
    expect(tell({ ...clientRefused, cause: 'client-disabled' }, by('semansys')).ask).toBe(
      'Ask the Semansys support desk.',
    )
  })

  it('names the button for an app that is registered as a web page, and the better way', () => {
    const { todo } = tell({ ...clientRefused, cause: 'origin-required' })
    expect(todo).toHaveLength(2)
    expect(todo[0]).toContain(t('form.label.sendsOrigin'))
    expect(todo[1]).toContain('Mobile and desktop applications')
  })

  it('speaks of a dead refresh token as before, because it knows where the token came from', () => {
    const dead = { kind: 'needs-sign-in', status: 400, oauthError: 'invalid_grant' } as const
    expect(tell({ ...dead, cause: 'refresh-token-expired' })).toEqual(tell(dead))
    expect(tell({ ...dead, cause: 'code-expired' }).title).toBe('The sign-in can no longer be used')
  })

  it('suggests a new token, not a check of the fields, after an incomprehensible renewal', () => {
    const badRequest = { kind: 'bad-request', status: 400, oauthError: 'invalid_request' } as const
    const { todo } = tell(badRequest, by('social-id'), { what: 'refresh' })
    expect(todo).toHaveLength(1)
    expect(todo[0]).toContain('Choose “Get token”')
    expect(tell(badRequest, by('social-id')).todo.join(' ')).toContain('User name field')
  })

  it('names only the pause that the server asked for', () => {
    const pause = (retryAfterSeconds: number) =>
      tell({ kind: 'server-trouble', status: 503, oauthError: null, retryAfterSeconds }).todo[0]
    expect(pause(0)).not.toContain('pause')
    expect(pause(90)).toMatch(/after \d\d:02. The server asked for this pause/)
    // A day is cut to an hour before it comes here.
    expect(pause(3600)).toContain('an hour or more')
  })
})

describe('a sign-in that failed before any token request', () => {
  const device = makeProfile(
    1,
    {},
    {
      grantType: 'deviceCode',
      deviceAuthorizationEndpoint: 'https://login.example.com/device',
      presetId: 'any-server',
      bodyFormat: 'json',
    },
  )
  const atDevice = (outcome: FailedOutcome) =>
    tell(outcome, device, { endpoint: 'deviceAuthorizationEndpoint' })

  it.each(everyFailure)(
    'names the address that was asked, and no other: $kind $reason$problem$looksLike',
    (outcome) => {
      const { title, what, todo } = atDevice(outcome)
      expect([title, what, ...todo].join(' ')).not.toMatch(/token endpoint|such as \/token|as JSON/)
    },
  )

  it('expects no token there', () => {
    const { title, what, todo } = atDevice({
      kind: 'not-an-oauth-answer',
      status: 200,
      looksLike: 'web-page',
    })
    expect(title).toBe('What came back was not the expected answer')
    expect(what).toBe('A web page came back. This may not be the right address.')
    expect(todo[0]).toMatch(/^Check the device endpoint against .* letter by letter\.$/)
    expect(atDevice({ kind: 'unreachable', reason: 'name-not-found' }).todo[0]).toContain(
      'Check the device endpoint',
    )
    expect(atDevice({ kind: 'moved', status: 307, location: null }).todo[0]).toContain(
      'the right device endpoint',
    )
  })
})

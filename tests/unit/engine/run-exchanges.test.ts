import { describe, expect, it } from 'vitest'
import type { RefusalRule } from '../../../src/shared/refusal-rule.ts'
import { draftOf } from '../../support/engine/drafts.ts'
import { repeating, rotating, startEngine } from '../../support/engine/engine-under-test.ts'
import { json, type RawAnswer } from '../../support/engine/fake-http.ts'

const minute = 60_000

const html = (status: number, body: string): RawAnswer => ({
  status,
  headers: { 'Content-Type': 'text/html; charset=utf-8' },
  body,
})
const plain = (status: number, body: string): RawAnswer => ({
  status,
  headers: { 'Content-Type': 'text/plain' },
  body,
})

/** Ways in which servers report a dead refresh token without the code of the standard. */
const unexplained: readonly [string, RawAnswer][] = [
  ['400 without content', { status: 400 }],
  ['401 without content', { status: 401 }],
  ['401 with a challenge', { status: 401, headers: { 'WWW-Authenticate': 'Basic realm="x"' } }],
  ['400 with an empty object', json(400, {})],
  ['401 with an empty object', json(401, {})],
  ['invalid_request', json(400, { error: 'invalid_request' })],
  ['invalid_request with 401', json(401, { error: 'invalid_request' })],
  ['the words of its status', json(401, { error: 'Unauthorized' })],
  ['the words of its status twice', json(400, { statusCode: 400, error: 'Bad Request' })],
  ['a code that says nothing', json(400, { error: 'BadRequest', message: 'Bad request' })],
  ['its status in plain text', plain(400, 'Bad Request')],
  ['its status in plain text with 401', plain(401, 'Unauthorized')],
  ['invalid_request as HTML', html(400, '{"error":"invalid_request"}')],
  ['a page with 400', html(400, '<html><title>400 Bad Request</title><h1>Bad Request</h1></html>')],
  ['a page with 401', html(401, '<html><title>401 Unauthorized</title></html>')],
]

async function startWithToken(answer: RawAnswer, changes = {}, rules: readonly RefusalRule[] = []) {
  const world = await startEngine({ rulesOf: () => rules })
  world.http.serve((_, index) => (index === 0 ? rotating(null, 0) : answer))
  const id = await world.create(draftOf(changes))
  await world.engine.obtain(id)
  return { ...world, id }
}

const sent = (requests: readonly { readonly body: string }[]) =>
  requests.map(({ body }) => new URLSearchParams(body).get('grant_type'))

describe.each(unexplained)('a refresh that is refused with %s', (_, answer) => {
  it('needs a sign-in, keeps both tokens, and is not repeated', async () => {
    const { engine, clock, http, view, sealed, id } = await startWithToken(answer)
    await clock.advance(54 * minute)
    expect(view(id)).toMatchObject({
      needsSignIn: true,
      renewsAt: null,
      waitsForNetwork: false,
      activity: [{ outcome: { kind: 'needs-sign-in', status: answer.status } }, {}],
    })
    expect(sealed(id).token).toMatchObject({ accessToken: 'access-1', refreshToken: 'refresh-1' })
    expect(engine.accessToken(id).text).toBe('access-1')
    await clock.advance(30 * 24 * 60 * minute)
    expect(sent(http.requests)).toEqual(['password', 'refresh_token'])
  })

  it('is followed by the own grant of a client that acts for itself', async () => {
    const { engine, http, view, id } = await startWithToken(answer, {
      grantType: 'clientCredentials',
    })
    http.serve((__, index) => (index === 1 ? answer : repeating(null, index)))
    await expect(engine.refresh(id)).resolves.toEqual({ kind: 'obtained' })
    expect(sent(http.requests)).toEqual([
      'client_credentials',
      'refresh_token',
      'client_credentials',
    ])
    expect(view(id)).toMatchObject({ needsSignIn: false, token: { hasRefreshToken: false } })
  })

  it('is not about the refresh token after an edit that shapes the request', async () => {
    for (const change of [{ scope: 'other' }, { clientAuthentication: 'body' as const }]) {
      const { engine, view, id } = await startWithToken(answer)
      await engine.update(id, draftOf(change))
      await engine.refresh(id)
      expect(view(id).needsSignIn).toBe(false)
    }
    const { engine, view, id } = await startWithToken(answer)
    await engine.update(id, draftOf({}, { clientSecret: 'another' }))
    await engine.refresh(id)
    expect(view(id).needsSignIn).toBe(false)
  })

  it('is cleared by the next token', async () => {
    const { engine, http, view, id } = await startWithToken(answer)
    await engine.refresh(id)
    http.serve(rotating)
    await engine.obtain(id)
    expect(view(id)).toMatchObject({ needsSignIn: false, token: { hasRefreshToken: true } })
  })
})

describe('a refusal of a refresh with a reason, or perhaps from a gateway', () => {
  it.each<[string, RawAnswer, string]>([
    ['invalid_client', json(401, { error: 'invalid_client' }), 'client-refused'],
    ['invalid_client with 400', json(400, { error: 'invalid_client' }), 'client-refused'],
    [
      'invalid_client in a challenge',
      { status: 401, headers: { 'WWW-Authenticate': 'Bearer error="invalid_client"' } },
      'client-refused',
    ],
    ['unauthorized_client', json(400, { error: 'unauthorized_client' }), 'grant-not-allowed'],
    ['invalid_scope', json(400, { error: 'invalid_scope' }), 'scope-refused'],
    ['403 without content', { status: 403 }, 'bad-request'],
    ['404', { status: 404 }, 'not-an-oauth-answer'],
    ['429', { status: 429 }, 'rate-limited'],
    ['503', { status: 503 }, 'server-trouble'],
    ['a page with 403', html(403, '<html>Forbidden</html>'), 'not-an-oauth-answer'],
    [
      'a sign-in page',
      html(400, '<html><form><input type="password"></form></html>'),
      'not-an-oauth-answer',
    ],
  ])('is not taken for a dead refresh token: %s', async (_, answer, kind) => {
    const { engine, view, sealed, id } = await startWithToken(answer)
    await expect(engine.refresh(id)).resolves.toMatchObject({ kind })
    expect(view(id).needsSignIn).toBe(false)
    expect(sealed(id).token?.refreshToken).toBe('refresh-1')
  })

  it('is what the provider documents for a refresh', async () => {
    const rule = { status: 401, grantType: 'refreshToken', means: 'client-refused' } as const
    const { engine, view, id } = await startWithToken({ status: 401 }, {}, [rule])
    await expect(engine.refresh(id)).resolves.toMatchObject({ kind: 'client-refused' })
    expect(view(id).needsSignIn).toBe(false)
  })

  it('is one where the documentation names a status for every grant alike', async () => {
    const rules = [
      { status: 400, means: 'bad-request' },
      { status: 401, means: 'client-refused' },
    ] as const
    for (const status of [400, 401]) {
      const { engine, view, id } = await startWithToken({ status }, {}, rules)
      await engine.refresh(id)
      expect(view(id).needsSignIn).toBe(true)
    }
  })
})

it('a refresh token that the user typed and that never brought a token is not called used up', async () => {
  for (const [, answer] of unexplained) {
    const { create, engine, http, view } = await startEngine()
    http.serve(() => answer)
    const secrets = { clientSecret: 's', refreshToken: 'typed' }
    const id = await create(draftOf({ grantType: 'refreshToken' }, secrets))
    await engine.obtain(id)
    expect(view(id)).toMatchObject({ needsSignIn: false, token: null })
  }
})

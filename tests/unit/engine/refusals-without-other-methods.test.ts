import { describe, expect, it } from 'vitest'
import { draftOf } from '../../support/engine/drafts.ts'
import { startEngine } from '../../support/engine/engine-under-test.ts'
import { json, type RawAnswer } from '../../support/engine/fake-http.ts'

const refusals: readonly [string, RawAnswer][] = [
  ['a gateway without a route', json(403, { message: 'Missing Authentication Token' })],
  ['a guard for API keys', json(401, { message: 'No API key found in request' })],
  ['a firewall', json(403, { title: 'Request blocked', status: 403 })],
  ['a list of network addresses', json(403, { message: 'IP address not allowed: 192.0.2.7' })],
  ['single sign-on', { status: 401, headers: { 'WWW-Authenticate': 'Negotiate' } }],
]

it('a user who is refused in other words offers no other methods', async () => {
  const { create, engine, http, view } = await startEngine()
  http.serve(() => json(401, { detail: 'No active account found', code: 'no_active_account' }))
  const id = await create()
  await expect(engine.obtain(id)).resolves.toMatchObject({ kind: 'user-refused' })
  expect(view(id).hasOtherMethods).toBe(false)
})

describe.each(refusals)('a refusal by %s', (_, answer) => {
  it('offers no secret for resending by other methods', async () => {
    const { create, engine, http, view } = await startEngine()
    http.serve(() => answer)
    const id = await create()
    await expect(engine.obtain(id)).resolves.not.toMatchObject({ kind: 'client-refused' })
    expect(view(id).hasOtherMethods).toBe(false)
  })

  it('ends the trial of the other methods', async () => {
    const { create, engine, http } = await startEngine()
    http.serve((__, index) => (index === 0 ? json(401, { error: 'invalid_client' }) : answer))
    const id = await create(draftOf({ grantType: 'clientCredentials' }))
    await engine.obtain(id)
    await engine.tryOtherMethods(id)
    expect(http.requests).toHaveLength(2)
  })
})

it('an authorization endpoint in the place of the token endpoint offers no other methods', async () => {
  const { create, engine, http, view } = await startEngine()
  http.serve(() => ({ status: 401 }))
  const id = await create(draftOf({ tokenEndpoint: 'https://login.example/oauth2/authorize' }))
  await expect(engine.obtain(id)).resolves.toMatchObject({ looksLike: 'sign-in-address' })
  expect(view(id).hasOtherMethods).toBe(false)
})

it('invalid_request about the client’s authentication offers the other methods', async () => {
  const { create, engine, http, view } = await startEngine()
  const error_description = 'Client authentication must be sent in the Authorization header'
  http.serve(() => json(400, { error: 'invalid_request', error_description }))
  const id = await create()
  await engine.obtain(id)
  expect(view(id).hasOtherMethods).toBe(true)
})

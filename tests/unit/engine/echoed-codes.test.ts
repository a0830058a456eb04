import { expect, it } from 'vitest'
import { draftOf } from '../../support/engine/drafts.ts'
import { startEngine } from '../../support/engine/engine-under-test.ts'
import { json } from '../../support/engine/fake-http.ts'

const held = { access: 'heldaccess_word', refresh: 'heldrefresh_word' }

it.each([
  ['the refresh token that was sent', held.refresh],
  ['the end of it', held.refresh.slice(-10)],
  ['the access token that it was to replace', held.access],
  ['a longer word with it', `bad_${held.access}`],
  ['the password', 'heldpassword_word'],
])('a code that is %s is never kept and never shown', async (_, code) => {
  const { create, engine, http, store, view, changes } = await startEngine()
  const secrets = { clientSecret: 'heldsecret_word', password: 'heldpassword_word' }
  const id = await create(draftOf({ keepFresh: false }, secrets))
  http.serve(() => json(200, { access_token: held.access, refresh_token: held.refresh }))
  await engine.obtain(id)
  http.serve(() => json(400, { error: code }))
  await expect(engine.refresh(id)).resolves.toEqual({
    kind: 'needs-sign-in',
    status: 400,
    oauthError: null,
  })
  const [last] = view(id).activity
  expect(last?.outcome).toMatchObject({ kind: 'needs-sign-in', oauthError: null })
  const shown = JSON.stringify([view(id).activity, store.durable.get(id)?.activity, changes])
  expect(shown).not.toContain(code)
})

it('a code that names the scope is not shown either where it repeats a secret', async () => {
  const { create, engine, http, view } = await startEngine()
  const id = await create(draftOf({}, { clientSecret: 'long-scope-secret', password: 'p-1' }))
  http.serve(() => json(400, { error: 'bad.long-scope-secret' }))
  await expect(engine.obtain(id)).resolves.toMatchObject({ oauthError: null })
  expect(JSON.stringify(view(id).activity)).not.toContain('long-scope')
})

it('a code that is a refresh token which the user typed is never kept', async () => {
  const { create, engine, http, view } = await startEngine()
  const secrets = { clientSecret: 'heldsecret_word', refreshToken: 'typedrefresh_word' }
  const id = await create(draftOf({ keepFresh: false, grantType: 'refreshToken' }, secrets))
  http.serve(() => json(400, { error: 'typedrefresh_word' }))
  await engine.obtain(id)
  expect(view(id).activity[0]?.outcome).toMatchObject({ oauthError: null })
})

it.each([
  ['the password', 'the-password'],
  ['the client secret, encoded', 'dGhlLWNsaWVudC1zZWNyZXQ'],
])('a place that a redirect leads to and that shows %s is never kept', async (_, part) => {
  const { create, engine, http, store, view, changes } = await startEngine()
  const id = await create(draftOf({ keepFresh: false }))
  http.serve(() => ({ status: 302, headers: { location: `https://other.example/${part}/x` } }))
  await expect(engine.obtain(id)).resolves.toEqual({ kind: 'moved', status: 302, location: null })
  const shown = JSON.stringify([view(id).activity, store.durable.get(id)?.activity, changes])
  expect(shown).not.toContain(part)
  http.serve(() => ({ status: 302, headers: { location: 'https://other.example/signin' } }))
  const location = 'https://other.example/signin'
  await expect(engine.obtain(id)).resolves.toEqual({ kind: 'moved', status: 302, location })
})

import { expect, it } from 'vitest'
import { draftOf } from '../../support/engine/drafts.ts'
import { startEngine } from '../../support/engine/engine-under-test.ts'
import { json } from '../../support/engine/fake-http.ts'
import { settingsLike } from '../../support/profiles/settings.ts'

it('a way by which the client is known and not allowed ends the flight and is kept', async () => {
  const { engine, http, create, view } = await startEngine()
  const secrets = { clientSecret: 'a b+c', password: 'p' }
  const id = await create(draftOf({ keepFresh: false }, secrets))
  const raw = `Basic ${btoa('the-client:a b+c')}`
  http.serve(({ headers }) =>
    headers['authorization'] === raw
      ? json(400, {
          error: 'unauthorized_client',
          error_description: 'not allowed for direct access grants',
        })
      : json(401, { error: 'invalid_client' }),
  )
  await engine.obtain(id)
  const outcome = await engine.tryOtherMethods(id)
  expect(http.requests).toHaveLength(2)
  expect(outcome).toMatchObject({ kind: 'grant-not-allowed', oauthError: 'unauthorized_client' })
  expect(view(id).settings).toMatchObject(
    settingsLike({ clientAuthentication: 'basic', basicEncoding: 'raw' }),
  )
})

import { expect, it } from 'vitest'
import { draftOf } from '../../support/engine/drafts.ts'
import { rotating, startEngine } from '../../support/engine/engine-under-test.ts'

it.each([{ clientId: 'another-client' }, { tokenEndpoint: 'https://other.example/token' }])(
  'a typed refresh token that was used up is not sent after an edit of %o',
  async (edit) => {
    const grant = { grantType: 'refreshToken', keepFresh: false } as const
    const { engine, http, create } = await startEngine()
    http.serve(rotating)
    const id = await create(draftOf(grant, { clientSecret: 's', refreshToken: 'typed' }))
    await engine.obtain(id)
    await engine.update(id, draftOf({ ...grant, ...edit }, {}))
    await expect(engine.refresh(id)).rejects.toMatchObject({
      error: { code: 'secrets-missing', names: ['refreshToken'] },
    })
    expect(http.requests).toHaveLength(1)
  },
)

import { describe, expect, it } from 'vitest'
import { draftOf } from '../../support/engine/drafts.ts'
import { startEngine } from '../../support/engine/engine-under-test.ts'
import { json } from '../../support/engine/fake-http.ts'

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
const idTokenOf = (claims: object) => `${part({ alg: 'RS256' })}.${part(claims)}.c2lnbmF0dXJl`
const ada = idTokenOf({ sub: '248289761001', name: 'Ada Lovelace', email: 'ada@example.org' })

/** An engine with a profile whose server sends these ID tokens in turn; `null`: none. */
async function startWith(...idTokens: readonly (string | null)[]) {
  const world = await startEngine()
  world.http.serve((_, index) => {
    const idToken = idTokens[index] ?? null
    return json(200, {
      access_token: `access-${index}`,
      token_type: 'Bearer',
      expires_in: 3600,
      refresh_token: `refresh-${index}`,
      ...(idToken === null ? {} : { id_token: idToken }),
    })
  })
  const id = await world.create(draftOf({ keepFresh: false }))
  await world.engine.obtain(id)
  return { ...world, id }
}

describe('an ID token', () => {
  it('is sealed with the access token, and shown by its subject and names alone', async () => {
    const { engine, sealed, store, view, changes, id } = await startWith(ada)
    expect(sealed(id).token).toMatchObject({ idToken: ada })
    const { sealed: _, ...open } = store.durable.get(id) ?? {}
    expect(JSON.stringify(open)).not.toContain(ada)
    expect(view(id).token?.issuedTo).toEqual({
      subject: '248289761001',
      name: 'Ada Lovelace',
      userName: 'ada@example.org',
    })
    expect(JSON.stringify([engine.profiles(), changes])).not.toContain(ada)
  })

  it('is a secret: masked in the report, and among the values that nothing may show', async () => {
    const { engine, id } = await startWith(ada)
    expect(engine.secretValues(id)).toContain(ada)
    const report = engine.report(id)
    expect(report).toContain('id_token')
    for (const text of ada.split('.')) expect(report).not.toContain(text)
  })

  it('is in no backup', async () => {
    const { engine } = await startWith(ada)
    expect(JSON.stringify(engine.backUp())).not.toContain(ada)
  })

  it('stays if a refresh brings no other, and is replaced by one', async () => {
    const second = idTokenOf({ sub: '248289761001', name: 'Ada King' })
    const { engine, sealed, view, id } = await startWith(ada, null, second)
    await engine.refresh(id)
    expect(sealed(id).token).toMatchObject({ accessToken: 'access-1', idToken: ada })
    await engine.refresh(id)
    expect(sealed(id).token).toMatchObject({ accessToken: 'access-2', idToken: second })
    expect(view(id).token?.issuedTo?.name).toBe('Ada King')
  })

  it('goes with a new grant that brings none: it may be for another user', async () => {
    const { engine, sealed, view, id } = await startWith(ada, null)
    await engine.obtain(id)
    expect(sealed(id).token).not.toHaveProperty('idToken')
    expect(view(id).token?.issuedTo).toBeNull()
  })

  it.each<[string, string]>([
    ['that is no JWT', 'not-a-token'],
    ['with a line break', `${ada}\n`],
    ['that is a number', '17'],
  ])('%s is left out, and the access token beside it is kept', async (_, idToken) => {
    const { sealed, id } = await startWith(idToken)
    expect(sealed(id).token?.accessToken).toBe('access-0')
    expect(sealed(id).token).not.toHaveProperty('idToken')
  })

  it.each<[string, string]>([
    ['that names no one', idTokenOf({ name: 'Ada' })],
    ['whose payload is no object', `${part({ alg: 'RS256' })}.${part([])}.c2ln`],
    ['that is encrypted', `${part({ alg: 'dir', enc: 'A128GCM' })}..aXY.Y2lwaGVy.dGFn`],
  ])('%s is kept and shows nothing', async (_, idToken) => {
    const { sealed, view, id } = await startWith(idToken)
    expect(sealed(id).token).toMatchObject({ idToken })
    expect(view(id).token?.issuedTo).toBeNull()
  })

  it.each<[string, object]>([
    ['a secret of the profile', { sub: '1', name: 'the-password' }],
    ['a secret in base64', { sub: btoa('the-password') }],
    ['the access token beside it', { sub: '1', email: 'access-0' }],
  ])('with a name that repeats %s is left out', async (_, claims) => {
    const idToken = idTokenOf(claims)
    const { engine, sealed, view, id } = await startWith(idToken)
    expect(sealed(id).token?.accessToken).toBe('access-0')
    expect(sealed(id).token).not.toHaveProperty('idToken')
    expect(view(id).token?.issuedTo).toBeNull()
    const report = engine.report(id)
    for (const text of idToken.split('.')) expect(report).not.toContain(text)
  })
})

import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Engine } from '../../../src/main/engine/engine-api.ts'
import type { ProfileDraft } from '../../../src/shared/profile.ts'
import {
  type CheckedServer,
  startCheckedServer,
} from '../../support/authorization-server/checked-server.ts'
import { startRealEngine } from '../../support/engine/real-engine.ts'

const key = randomBytes(32)
let folder = ''
let server: CheckedServer
let engine: Engine

async function start(format: 'opaque' | 'jwt'): Promise<void> {
  server = await startCheckedServer(format)
  engine = await startRealEngine(folder, key)
}

async function obtain(draft: ProfileDraft): Promise<string> {
  const id = await engine.create(draft, 'saved')
  expect(await engine.obtain(id)).toEqual({ kind: 'obtained' })
  return id
}

const viewOf = (id: string) => engine.profiles().find((profile) => profile.id === id)

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'token-checks-'))
})

afterEach(async () => {
  await engine.close()
  await server.close()
  await rm(folder, { recursive: true, force: true })
})

describe('a certified server', () => {
  test.each(['basic', 'body', 'none'] as const)(
    'says that a token is active, ends it, and then says that it is not (client by %s)',
    async (clientAuthentication) => {
      await start('opaque')
      const id = await obtain(server.draft({ clientAuthentication }))
      const accessToken = engine.accessToken(id).text
      const active = await engine.introspectToken(id)
      expect(active).toMatchObject({
        kind: 'active',
        client: clientAuthentication === 'none' ? 'public' : 'confidential',
        scope: ['openid', 'profile', 'email'],
        issuer: server.issuer,
      })
      if (active.kind === 'active') expect(active.expiresAt).toBeGreaterThan(Date.now())
      expect(await engine.endToken(id)).toMatchObject({
        refreshToken: { kind: 'accepted' },
        accessToken: { kind: 'accepted' },
      })
      expect(viewOf(id)?.token).toBeNull()
      // The same token, in the hands of another program.
      const { userinfoEndpoint = '' } = viewOf(id)?.settings.server ?? {}
      const authorization = `Bearer ${accessToken}`
      const after = await fetch(userinfoEndpoint, { headers: { authorization } })
      expect(after.status).toBe(401)
    },
  )

  test('never sees a token that the profile got as another client', async () => {
    await start('opaque')
    const draft = server.draft()
    const id = await obtain(draft)
    const other = server.draft({ clientAuthentication: 'none' })
    await engine.update(id, { ...other, secrets: {} })
    expect(await engine.introspectToken(id)).toEqual({ kind: 'other-server' })
  })

  test('names the person of the ID token', async () => {
    await start('opaque')
    const id = await obtain(server.draft())
    expect(await engine.readUserinfo(id)).toEqual({
      kind: 'person',
      name: 'Ada Lovelace',
      userName: null,
      email: 'ada@checked.example',
      subject: 'ada-0123',
      isSigned: false,
      isCompared: true,
    })
  })

  test('publishes the keys of its tokens', async () => {
    await start('jwt')
    const id = await obtain(server.draft())
    expect(await engine.checkSignature(id)).toEqual({
      accessToken: { kind: 'genuine' },
      idToken: { kind: 'genuine' },
      host: new URL(server.issuer).host,
    })
  })

  test('is asked for its keys by its issuer alone', async () => {
    await start('opaque')
    const draft = server.draft()
    const { jwksUri: _, ...addresses } = draft.settings.server
    const settings = { ...draft.settings, server: { ...addresses, issuer: server.issuer } }
    const id = await obtain({ ...draft, settings })
    expect(await engine.checkSignature(id)).toMatchObject({
      accessToken: { kind: 'not-checkable', why: 'opaque' },
      idToken: { kind: 'genuine' },
    })
  })

  test('that can’t end a JWT ends its refresh token, and the profile keeps the rest', async () => {
    await start('jwt')
    const id = await obtain(server.draft({ keepFresh: true }))
    expect(await engine.endToken(id)).toMatchObject({
      refreshToken: { kind: 'accepted' },
      accessToken: {
        kind: 'failed',
        outcome: { status: 400, oauthError: 'unsupported_token_type' },
      },
      format: 'jwt',
      stoppedRenewal: true,
    })
    expect(viewOf(id)).toMatchObject({ token: { hasRefreshToken: false }, renewsAt: null })
    // What was ended is gone from the disk as well.
    await engine.close()
    engine = await startRealEngine(folder, key)
    expect(viewOf(id)).toMatchObject({
      token: { hasRefreshToken: false },
      settings: { about: { keepFresh: false } },
    })
  })

  test('refuses a client with a wrong secret, and the token stays', async () => {
    await start('opaque')
    const draft = server.draft()
    const id = await obtain(draft)
    await engine.update(id, { ...draft, secrets: { clientSecret: 'a wrong client secret' } })
    const outcome = { kind: 'client-refused', status: 401, oauthError: 'invalid_client' }
    expect(await engine.introspectToken(id)).toMatchObject({ kind: 'failed', outcome })
    expect(await engine.endToken(id)).toMatchObject({
      refreshToken: { kind: 'failed', outcome },
      accessToken: { kind: 'failed', outcome },
    })
    expect(viewOf(id)?.token).not.toBeNull()
  })
})

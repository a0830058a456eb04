import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Engine } from '../../../src/main/engine/engine-api.ts'
import { practiceProfile } from '../../../src/main/practice-server/practice-profile.ts'
import type { ProfileDraft } from '../../../src/shared/profile.ts'
import {
  type ObservedServer,
  startObservedServer,
} from '../../support/authorization-server/observed-server.ts'
import { startRealEngine } from '../../support/engine/real-engine.ts'
import { type SettingsOptions, withSettings } from '../../support/profiles/settings.ts'

let folder = ''
let server: ObservedServer
let engine: Engine
const key = randomBytes(32)

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'real-server-'))
  server = await startObservedServer()
  engine = await startRealEngine(folder, key)
})

afterEach(async () => {
  await engine.close()
  await server.close()
  await rm(folder, { recursive: true, force: true })
})

function draft(change: Partial<SettingsOptions> = {}): ProfileDraft {
  const whole = practiceProfile(server.access, 'password', 'Practice server')
  return { ...whole, settings: withSettings(whole.settings, change) }
}

function viewOf(id: string) {
  const view = engine.profiles().find((profile) => profile.id === id)
  if (view === undefined) throw new Error('the profile is gone')
  return view
}

describe('against a real authorization server', () => {
  test.each(['basic', 'body'] as const)(
    'a password grant with %s brings a readable token that lives five minutes',
    async (clientAuthentication) => {
      const id = await engine.create(draft({ clientAuthentication }), 'saved')
      expect(await engine.obtain(id)).toEqual({ kind: 'obtained' })
      const { token } = viewOf(id)
      expect(token).toMatchObject({
        format: 'jwt',
        scope: ['read', 'write'],
        expiryFrom: 'expires_in',
        hasRefreshToken: true,
        deviations: [],
      })
      expect((token?.expiresAt ?? 0) - (token?.issuedAt ?? 0)).toBe(300_000)
      const contents = engine.readToken(id)
      if (contents.format !== 'jwt') throw new Error('the practice server issues JWTs')
      const claims = Object.fromEntries(contents.claims.map(({ name, value }) => [name, value]))
      expect(claims).toMatchObject({ iss: server.issuer, client_id: server.access.clientId })
    },
  )

  test('client credentials bring a token without a refresh token', async () => {
    const id = await engine.create(draft({ grantType: 'clientCredentials', userName: '' }), 'saved')
    expect(await engine.obtain(id)).toEqual({ kind: 'obtained' })
    expect(viewOf(id).token).toMatchObject({ hasRefreshToken: false })
    expect(await engine.refresh(id)).toEqual({ kind: 'obtained' })
    expect(server.count('client_credentials')).toBe(2)
  })

  test('the refresh token rotates, and each new one works', async () => {
    const id = await engine.create(draft(), 'saved')
    await engine.obtain(id)
    const headers = new Set([engine.header(id).text])
    for (let round = 0; round < 5; round += 1) {
      expect(await engine.refresh(id)).toEqual({ kind: 'obtained' })
      headers.add(engine.header(id).text)
    }
    expect(headers.size).toBe(6)
    const refreshTokens = server.answers.map(({ refreshToken }) => refreshToken)
    expect(new Set(refreshTokens).size).toBe(6)
  })

  test('fifty callers at once make one refresh request and share its result', async () => {
    const id = await engine.create(draft(), 'saved')
    await engine.obtain(id)
    const gate = server.hold()
    const callers = Array.from({ length: 50 }, () => engine.refresh(id))
    await server.receives(2)
    gate.release()
    const outcomes = await Promise.all(callers)
    expect(outcomes).toEqual(outcomes.map(() => ({ kind: 'obtained' })))
    expect(server.count('refresh_token')).toBe(1)
  })

  test('a wrong client and a wrong user are distinguished', async () => {
    const wrongClient = await engine.create(
      { ...draft(), secrets: { ...draft().secrets, clientSecret: 'wrong' } },
      'saved',
    )
    expect(await engine.obtain(wrongClient)).toMatchObject({ kind: 'client-refused', status: 401 })
    const wrongUser = await engine.create(
      { ...draft(), secrets: { ...draft().secrets, password: 'wrong' } },
      'saved',
    )
    expect(await engine.obtain(wrongUser)).toMatchObject({ kind: 'user-refused', status: 400 })
  })

  test('a refresh token that was revoked asks for sign-in, and the next grant clears it', async () => {
    const id = await engine.create(draft(), 'saved')
    await engine.obtain(id)
    await server.revokeRefreshTokens()
    expect(await engine.refresh(id)).toMatchObject({ kind: 'needs-sign-in' })
    expect(viewOf(id)).toMatchObject({ needsSignIn: true, token: { hasRefreshToken: true } })
    expect(await engine.obtain(id)).toEqual({ kind: 'obtained' })
    expect(viewOf(id).needsSignIn).toBe(false)
  })

  test('after a restart the token is there and its refresh token works', async () => {
    const id = await engine.create(draft(), 'saved')
    await engine.obtain(id)
    const header = engine.header(id).text
    await engine.close()
    engine = await startRealEngine(folder, key)
    expect(engine.header(id).text).toBe(header)
    expect(await engine.refresh(id)).toEqual({ kind: 'obtained' })
  })
})

import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Engine } from '../../../src/main/engine/engine-api.ts'
import { createSettingsFinder } from '../../../src/main/engine/find-settings.ts'
import type { Delay } from '../../../src/main/engine/ports.ts'
import { createClock } from '../../../src/main/platform/clock.ts'
import { createDelay } from '../../../src/main/platform/delay.ts'
import { startAuthorizationServer } from '../../../src/main/practice-server/authorization-server.ts'
import type { ProfileDraft } from '../../../src/shared/profile.ts'
import { type FoundSettings, findResult } from '../../../src/shared/server-metadata.ts'
import {
  type ForeignServer,
  type ForeignServerOptions,
  foreignAccounts,
  startForeignServer,
} from '../../support/authorization-server/foreign-server.ts'
import { createPageClient } from '../../support/authorization-server/page-client.ts'
import { deviceSettings } from '../../support/engine/device-profile.ts'
import { startRealEngine } from '../../support/engine/real-engine.ts'
import { createNodeHttp } from '../../support/ports/node-http.ts'

const finder = createSettingsFinder(createNodeHttp({ timeout: 15_000, maxBody: 256 * 1024 }))
const real = createDelay(createClock())
/** Polls twenty times as often: the server doesn't mind. */
const hurried: Delay = { wait: (milliseconds, signal) => real.wait(milliseconds / 20, signal) }

let folder = ''
let engine: Engine
let server: ForeignServer | null = null

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'device-'))
  engine = await startRealEngine(folder, randomBytes(32), { delay: hurried })
})

afterEach(async () => {
  await engine.close()
  await server?.close()
  server = null
  await rm(folder, { recursive: true, force: true })
})

async function start(options: ForeignServerOptions = {}): Promise<ForeignServer> {
  server = await startForeignServer(options)
  return server
}

async function find(typed: string): Promise<FoundSettings> {
  const result = findResult.parse(await finder.find(typed))
  if (result.kind !== 'found') throw new Error(JSON.stringify(result))
  return result.settings
}

/** A profile with nothing but what was found, and a client. */
function draftOf(found: FoundSettings, { clientId, clientSecret }: ForeignServer): ProfileDraft {
  const { issuer, tokenEndpoint = '', deviceAuthorizationEndpoint = '' } = found.server
  const settings = deviceSettings({
    clientId,
    tokenEndpoint,
    deviceAuthorizationEndpoint,
    clientAuthentication: clientSecret === undefined ? 'none' : 'basic',
    scope: 'openid offline_access',
  })
  return {
    settings: { ...settings, server: { ...settings.server, ...(issuer && { issuer }) } },
    secrets: clientSecret === undefined ? {} : { clientSecret },
  }
}

const progressOf = (id: string) =>
  engine.profiles().find((profile) => profile.id === id)?.tokenRun?.progress

/** Starts a sign-in and waits until the code is shown. */
async function begin(draft: ProfileDraft) {
  const id = await engine.create(draft, 'saved')
  const run = engine.obtain(id)
  await expect.poll(() => progressOf(id)?.kind).toBe('showing-device-code')
  const progress = progressOf(id)
  if (progress?.kind !== 'showing-device-code') throw new Error('no code is shown')
  return { id, run, progress }
}

describe('the settings of a foreign server', () => {
  test.each([
    ['its issuer', ({ issuer }: ForeignServer) => issuer],
    ['its host', ({ issuer }: ForeignServer) => issuer.replace('http://', '')],
    ['its document', ({ issuer }: ForeignServer) => `${issuer}/.well-known/openid-configuration`],
    [
      'its authorization endpoint',
      ({ endpoints }: ForeignServer) => `${endpoints.authorization_endpoint}?client_id=x`,
    ],
    ['its token endpoint', ({ endpoints }: ForeignServer) => endpoints.token_endpoint],
  ])('are found by %s', async (_name, typedFor) => {
    const foreign = await start()
    const { issuer, endpoints } = foreign
    const found = await find(typedFor(foreign))
    expect(found.server).toEqual({
      issuer,
      tokenEndpoint: endpoints.token_endpoint,
      authorizationEndpoint: endpoints.authorization_endpoint,
      deviceAuthorizationEndpoint: endpoints.device_authorization_endpoint,
      revocationEndpoint: endpoints.revocation_endpoint,
      introspectionEndpoint: endpoints.introspection_endpoint,
      userinfoEndpoint: endpoints.userinfo_endpoint,
      jwksUri: endpoints.jwks_uri,
    })
    expect(found).toMatchObject({ expectsIssuer: true, codeChallengeMethods: ['S256'] })
    expect(found.grants).toContain('deviceCode')
  })

  test('name the address of pushed requests if the server demands these', async () => {
    const { issuer, endpoints } = await start({
      isPushRequired: true,
      redirectAddress: 'http://127.0.0.1:17842/callback',
    })
    const { server: found } = await find(issuer)
    expect(found.pushedAuthorizationRequestEndpoint).toBe(
      endpoints.pushed_authorization_request_endpoint,
    )
  })

  test('are not those of the same server by another name', async () => {
    const { issuer } = await start()
    const typed = issuer.replace('127.0.0.1', 'localhost')
    expect(await finder.find(typed)).toMatchObject({
      kind: 'issuer-mismatch',
      expected: typed,
      issuer,
    })
  })

  test('are not found where no server is', async () => {
    const { issuer, close } = await startForeignServer()
    await close()
    expect(await finder.find(issuer)).toEqual({
      kind: 'unreachable',
      host: new URL(issuer).host,
      reason: 'connection-refused',
    })
  })
})

test('the practice server publishes its settings', async () => {
  const practice = await startAuthorizationServer()
  try {
    const { server: found } = await find(practice.issuer)
    const { tokenEndpoint, endpoints } = practice.access
    expect(found).toEqual({ tokenEndpoint, ...endpoints })
  } finally {
    await practice.close()
  }
})

describe('a sign-in on another device at a foreign server', () => {
  test.each([undefined, 'the-secret-of-the-client'])(
    'brings a token once the person has agreed (client secret: %s), and renews it silently',
    async (clientSecret) => {
      const foreign = await start(clientSecret === undefined ? {} : { clientSecret })
      const found = await find(foreign.issuer)
      const { id, run, progress } = await begin(draftOf(found, foreign))
      expect(progress.completeAddress).toContain(progress.code)
      const browser = createPageClient(foreign.issuer, { needsPolicy: false })
      await browser.open(progress.completeAddress ?? '')
      await browser.click('Continue')
      await browser.click('Sign in', { account: foreignAccounts[0] })
      await browser.click('Allow')
      expect(await run).toEqual({ kind: 'obtained' })
      expect(await engine.refresh(id)).toEqual({ kind: 'obtained' })
      const polls = foreign.at('token').filter(({ parameters }) => 'device_code' in parameters)
      const [{ parameters: { device_code: deviceCode = '' } = {} } = {}] = polls
      expect(deviceCode).not.toBe('')
      expect(JSON.stringify(engine.profiles())).not.toContain(deviceCode)
      expect(engine.report(id)).not.toContain(deviceCode)
    },
  )

  test('goes on if the code is typed, and ends if the person refuses', async () => {
    const foreign = await start()
    const { id, run, progress } = await begin(draftOf(await find(foreign.issuer), foreign))
    await expect.poll(() => foreign.at('token').length).toBeGreaterThan(2)
    expect(progressOf(id)).toEqual(progress)
    const browser = createPageClient(foreign.issuer, { needsPolicy: false })
    await browser.open(progress.address)
    await browser.click('Continue', { user_code: progress.code })
    await browser.click('Refuse')
    expect(await run).toEqual({ kind: 'denied', oauthError: 'access_denied' })
    expect(engine.report(id)).toContain('access_denied')
  })

  test('expires', async () => {
    const foreign = await start({ deviceCodeLife: 10 })
    const { run } = await begin(draftOf(await find(foreign.issuer), foreign))
    expect(await run).toEqual({ kind: 'sign-in-expired' })
  })

  test('ends if the client is unknown', async () => {
    const foreign = await start()
    const found = await find(foreign.issuer)
    const id = await engine.create(draftOf(found, { ...foreign, clientId: 'nobody' }), 'saved')
    expect(await engine.obtain(id)).toMatchObject({
      kind: 'client-refused',
      oauthError: 'invalid_client',
    })
  })

  test('is not supported where no device endpoint is', async () => {
    const foreign = await start()
    const found = await find(foreign.issuer)
    const server = { ...found.server, deviceAuthorizationEndpoint: `${foreign.issuer}/nothing` }
    const id = await engine.create(draftOf({ ...found, server }, foreign), 'saved')
    expect(await engine.obtain(id)).toMatchObject({ kind: 'grant-not-allowed', status: 404 })
  })
})

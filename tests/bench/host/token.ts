import { net } from 'electron'
import type { ProfileDraft } from '../../../src/shared/profile.ts'
import { makeSettings } from '../../support/profiles/settings.ts'
import { inTurns } from './in-turns.ts'
import { openEngine } from './open-engine.ts'
import type { Order, TwoKinds } from './orders.ts'

const secret = 'not-a-secret'

function draftOf(tokenEndpoint: string): ProfileDraft {
  return {
    settings: makeSettings({
      name: 'One token',
      tokenEndpoint,
      grantType: 'clientCredentials',
      clientAuthentication: 'body',
      clientId: 'one',
      userName: '',
      scope: 'reports.read',
      keepFresh: false,
    }),
    secrets: { clientSecret: secret },
  }
}

/**
 * Gets a token as a click does, until it is on disk (the ones), and sends the bare request
 * with Electron's `net.fetch` until its body is there (the others).
 */
export async function getTokens(asked: Extract<Order, { name: 'token' }>): Promise<TwoKinds> {
  const { dataFolder, tokenEndpoint, rounds } = asked
  const engine = await openEngine(dataFolder)
  const id = await engine.create(draftOf(tokenEndpoint), 'saved')
  const body = new URLSearchParams({
    grant_type: 'client_credentials',
    scope: 'reports.read',
    client_id: 'one',
    client_secret: secret,
  }).toString()
  const headers = {
    accept: 'application/json',
    'content-type': 'application/x-www-form-urlencoded',
  }

  async function ours(): Promise<void> {
    const { kind } = await engine.obtain(id)
    if (kind !== 'obtained') throw new Error(`no token: ${kind}`)
  }
  async function bare(): Promise<void> {
    const answer = await net.fetch(tokenEndpoint, { method: 'POST', headers, body })
    await answer.json()
  }

  await inTurns(5, ours, bare)
  const measured = await inTurns(rounds, ours, bare)
  await engine.close()
  return measured
}

import { describe, expect, it } from 'vitest'
import { reportOf } from '../../../src/main/engine/run-report.ts'
import { Failure } from '../../../src/shared/errors.ts'
import { draftOf } from '../../support/engine/drafts.ts'
import { deferred, rotating, startEngine } from '../../support/engine/engine-under-test.ts'
import { json, type RawAnswer } from '../../support/engine/fake-http.ts'
import { settled } from '../../support/engine/manual-clock.ts'

const extraHeaders = [{ secret: true, name: 'X-Key', sentWith: 'always' }] as const
const draft = draftOf(
  { keepFresh: false, extraHeaders: [...extraHeaders] },
  {
    clientSecret: 'the-client-secret',
    password: 'the-password',
    'header:always:X-Key': 'the-gateway-key',
  },
)

function codeOf(act: () => unknown): string {
  try {
    act()
  } catch (cause) {
    if (cause instanceof Failure) return cause.error.code
  }
  return 'nothing was thrown'
}

describe('the report of the last request', () => {
  it('exists after the first request, and not before', async () => {
    const { create, engine, http, view } = await startEngine()
    http.serve(() => json(400, { error: 'invalid_grant' }))
    const id = await create(draft)
    expect(codeOf(() => engine.report(id))).toBe('no-report')
    expect(view(id).hasReport).toBe(false)
    await engine.obtain(id)
    expect(view(id).hasReport).toBe(true)
    expect(engine.report(id)).toContain('https://auth.example/token')
    expect(engine.report(id)).toContain('invalid_grant')
  })

  it('names no secret and no token, be it old or new', async () => {
    const { create, engine, http } = await startEngine()
    http.serve(rotating)
    const id = await create(draft)
    const reports: string[] = []
    await engine.obtain(id)
    reports.push(engine.report(id))
    await engine.refresh(id)
    reports.push(engine.report(id))
    http.serve(() => ({
      status: 400,
      body: 'the-client-secret the-password the-gateway-key access-2 refresh-2',
    }))
    await engine.refresh(id)
    reports.push(engine.report(id))
    for (const report of reports) {
      expect(report).not.toBe('')
      expect(report).not.toMatch(/the-client-secret|the-password|the-gateway-key/)
      expect(report).not.toMatch(/access-\d|refresh-\d/)
    }
  })

  it.each([
    ['a header', { via: '1.1 plainnewaccess plainnewrefresh' }, {}],
    ['another member', {}, { note: 'plainnewaccess and plainnewrefresh' }],
  ])('names no new token that %s of its own answer repeats', async (_, headers, members) => {
    const { create, engine, http } = await startEngine()
    const issued = json(200, {
      access_token: 'plainnewaccess',
      token_type: 'Bearer',
      refresh_token: 'plainnewrefresh',
      ...members,
    })
    http.serve(() => ({ ...issued, headers: { ...issued.headers, ...headers } }))
    const id = await create(draft)
    await expect(engine.obtain(id)).resolves.toEqual({ kind: 'obtained' })
    expect(engine.report(id)).toContain('obtained')
    expect(engine.report(id)).not.toMatch(/plainnew|newaccess|newrefresh/)
  })

  it('masks a token that an earlier response of the same run brought', async () => {
    const { create, engine, http } = await startEngine()
    http.serve(() => json(401, { error: 'invalid_client' }))
    const id = await create(draft)
    await engine.obtain(id)
    const spoken = { error: 'invalid_client', note: 'had plainnewaccess and plainnewrefresh' }
    const issued = { access_token: 'plainnewaccess', refresh_token: 'plainnewrefresh' }
    http.serve((_, index) => (index === 1 ? json(401, spoken) : json(200, issued)))
    await expect(engine.tryOtherMethods(id)).resolves.toEqual({ kind: 'obtained' })
    expect(engine.report(id)).toContain('Request 2 of 2')
    expect(engine.report(id)).not.toMatch(/plainnew|newaccess|newrefresh/)
  })

  it('of a cancelled run has the request', async () => {
    const { create, engine, http } = await startEngine()
    http.serve(() => deferred<RawAnswer>().promise)
    const id = await create(draft)
    const asked = engine.obtain(id)
    await settled()
    engine.cancel(id)
    await asked
    expect(engine.report(id)).toContain('https://auth.example/token')
  })

  it('of the other methods has every request, and the refused one before them', async () => {
    const { create, engine, http } = await startEngine()
    http.serve(() => json(401, { error: 'invalid_client' }))
    const id = await create(draft)
    await engine.obtain(id)
    await engine.tryOtherMethods(id)
    const [ways = '', before = ''] = engine.report(id).split('Before that:')
    const requestsIn = (report: string) =>
      report.split('POST https://auth.example/token').length - 1
    expect(requestsIn(ways)).toBe(http.requests.length - 1)
    expect(requestsIn(before)).toBe(1)
  })

  it('is of the last request alone, where that was an ordinary one', async () => {
    const { create, engine, http } = await startEngine()
    http.serve(() => json(401, { error: 'invalid_client' }))
    const id = await create(draft)
    await engine.obtain(id)
    await engine.tryOtherMethods(id)
    await engine.obtain(id)
    expect(engine.report(id).split('POST https://auth.example/token')).toHaveLength(2)
  })

  it('is made of a renewal that failed, and not of one that worked', async () => {
    const { create, engine, http, clock, view } = await startEngine()
    http.serve(rotating)
    const id = await create()
    await engine.obtain(id)
    await clock.advance(54 * 60_000)
    expect(view(id)).toMatchObject({ activity: [{ by: 'renewal' }, {}], hasReport: false })
    expect(codeOf(() => engine.report(id))).toBe('no-report')
    http.serve(() => ({ status: 503 }))
    await clock.advance(54 * 60_000)
    expect(view(id).hasReport).toBe(true)
    expect(engine.report(id)).toContain('503')
  })

  it('is never on disk', async () => {
    const { create, engine, http, store } = await startEngine()
    http.serve(() => json(400, { error: 'a_rare_code', note: 'a rare note' }))
    const id = await create(draft)
    await engine.obtain(id)
    expect(JSON.stringify(store.durable.get(id))).not.toContain('a rare note')
  })
})

it('a large answer is kept as its short report alone', async () => {
  const { create, engine, http } = await startEngine()
  const body = new TextEncoder().encode(`<p>${'word '.repeat(20_000)}</p>`)
  http.serve(() => ({ status: 502, body }))
  const id = await create(draft)
  await engine.obtain(id)
  body.fill(0x21)
  expect(engine.report(id)).toContain('word word')
  expect(engine.report(id)).not.toContain('!!!!')
})

it('a report has the target of a redirect, and notes a body that was too large', () => {
  const { settings } = draft
  const tokenRun = {
    what: 'obtain',
    by: 'user',
    settings,
    needsSignIn: false,
    lostAnswers: 0,
    lastOutcome: null,
    lastUsed: null,
    sealed: { secrets: {}, secretsRevision: 0, token: null },
  } as const
  const exchange = {
    grant: { kind: 'password' },
    settings,
    request: { method: 'POST', url: 'https://auth.example/token', headers: {}, body: '' },
    sentAt: 0,
    arrivedAt: 1,
  } as const
  const location = 'https://elsewhere.example/login'
  const moved = { kind: 'moved', status: 302, location } as const
  const large = { kind: 'unsafe-answer', status: 200, reason: 'too-large' } as const
  const report = reportOf(tokenRun, {
    exchanges: [
      { ...exchange, result: moved, reading: { kind: 'no-token', outcome: moved } },
      {
        ...exchange,
        result: { kind: 'too-large', status: 200 },
        reading: { kind: 'no-token', outcome: large },
      },
    ],
  })
  expect(report).toMatch(/^ +location: https:\/\/elsewhere\.example\/login$/m)
  expect(report).toContain('302')
  expect(report).toContain('200')
})

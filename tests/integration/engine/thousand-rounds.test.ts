import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { practiceProfile } from '../../../src/main/practice-server/practice-profile.ts'
import { startObservedServer } from '../../support/authorization-server/observed-server.ts'
import { sized } from '../../support/deep.ts'
import { startRealEngine } from '../../support/engine/real-engine.ts'

const rounds = sized({ usual: 60, deep: 1000 })
const callers = 50

// The server revokes the whole family when a refresh token is used twice, so one request too
// many would end the row.
test(`${rounds} rounds of ${callers} callers are ${rounds} requests, and no family is revoked`, async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'thousand-rounds-'))
  const server = await startObservedServer()
  const engine = await startRealEngine(folder, randomBytes(32))
  const id = await engine.create(
    practiceProfile(server.access, 'password', 'Practice server'),
    'saved',
  )
  await engine.obtain(id)

  const begun = performance.now()
  for (let round = 1; round <= rounds; round += 1) {
    // Half of them come before the request has left, the others while it is answered.
    const gate = server.hold()
    const early = Array.from({ length: callers / 2 }, () => engine.refresh(id))
    await server.receives(1 + round)
    const late = Array.from({ length: callers / 2 }, () => engine.refresh(id))
    gate.release()
    const outcomes = await Promise.all([...early, ...late])
    expect(new Set(outcomes.map(({ kind }) => kind))).toEqual(new Set(['obtained']))
  }
  const seconds = (performance.now() - begun) / 1000
  console.info(`${rounds} rounds of ${callers} callers in ${seconds.toFixed(1)} s`)

  expect(server.count('refresh_token')).toBe(rounds)
  expect(new Set(server.answers.map(({ status }) => status))).toEqual(new Set([200]))
  const refreshTokens = new Set(server.answers.map(({ refreshToken }) => refreshToken))
  expect(refreshTokens.size).toBe(1 + rounds)
  await expect(engine.refresh(id)).resolves.toEqual({ kind: 'obtained' })
  await engine.close()
  await server.close()
  await rm(folder, { recursive: true, force: true })
}, 300_000)

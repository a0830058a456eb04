import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { practiceProfile } from '../../../src/main/practice-server/practice-profile.ts'
import { startObservedServer } from '../../support/authorization-server/observed-server.ts'
import { startRealEngine } from '../../support/engine/real-engine.ts'
import { buildRefreshingProgram, type RefreshingProgram } from '../../support/refreshing/start.ts'

const rounds = 8
let program: RefreshingProgram

beforeAll(async () => {
  program = await buildRefreshingProgram()
})
afterAll(() => program.remove())

// The server revokes the whole family when an old refresh token is used again, so a token
// that was lost once would end the row.
test('a rotated refresh token survives a SIGKILL right after the answer', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'sudden-end-'))
  const server = await startObservedServer()
  const key = randomBytes(32)
  const engine = await startRealEngine(folder, key)
  const id = await engine.create(
    practiceProfile(server.access, 'password', 'Practice server'),
    'saved',
  )
  await engine.obtain(id)
  await engine.close()

  const order = { folder, key: key.toString('hex') }
  for (let round = 0; round < rounds; round += 1) {
    const end = await program.run({ ...order, afterwards: 'die' })
    expect(end).toEqual({ outcome: undefined, signal: 'SIGKILL' })
    const next = await program.run({ ...order, afterwards: 'end' })
    expect(next).toEqual({ outcome: 'obtained', signal: null })
  }
  expect(server.count('refresh_token')).toBe(2 * rounds)
  expect(new Set(server.answers.map(({ status }) => status))).toEqual(new Set([200]))
  await server.close()
  await rm(folder, { recursive: true, force: true })
}, 120_000)

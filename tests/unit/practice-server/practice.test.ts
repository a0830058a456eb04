import { expect, test } from 'vitest'
import { createPractice } from '../../../src/main/practice-server/practice.ts'
import { draftOf } from '../../support/engine/drafts.ts'
import { rotating, startEngine } from '../../support/engine/engine-under-test.ts'
import { optionsOf } from '../../support/profiles/settings.ts'

test('two quick clicks make one profile and get one token', async () => {
  const { engine, http } = await startEngine()
  http.serve(rotating)
  const practice = createPractice(engine, async () => draftOf())
  const [first, second] = await Promise.all([practice.start(), practice.start()])
  expect(second).toBe(first)
  expect(engine.profiles()).toHaveLength(1)
  expect(http.requests).toHaveLength(1)
})

test('a later click comes back to the same profile, with the address of the server as it is now', async () => {
  const { engine, http } = await startEngine()
  http.serve(rotating)
  let port = 1
  const practice = createPractice(engine, async () =>
    draftOf({ tokenEndpoint: `http://127.0.0.1:${port}/token` }),
  )
  const first = await practice.start()
  port = 2
  expect(await practice.start()).toBe(first)
  expect(engine.profiles().map(({ settings }) => optionsOf(settings).tokenEndpoint)).toEqual([
    'http://127.0.0.1:2/token',
  ])
})

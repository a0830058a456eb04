import { expect, test } from 'vitest'
import { carryOutBeside } from '../../../src/main/backup/launch.ts'
import type { Order } from '../../../src/main/backup/orders.ts'
import { createManualClock } from '../../support/engine/manual-clock.ts'

const order: Order = { kind: 'open', file: Uint8Array.of(1), passphrase: 'the passphrase' }

/** A process whose parent gets what the test says. */
function setUp() {
  const seen = { orders: [] as Order[], kills: 0 }
  let tell: (message: unknown) => void = () => {}
  let exit: () => void = () => {}
  const clock = createManualClock()
  const answer = carryOutBeside(
    () => ({
      send: (given) => seen.orders.push(given),
      onMessage: (listener) => {
        tell = listener
      },
      onExit: (listener) => {
        exit = listener
      },
      kill: () => {
        seen.kills += 1
      },
    }),
    clock,
    order,
  )
  answer.catch(() => {})
  return { answer, clock, seen, say: (message: unknown) => tell(message), exit: () => exit() }
}

test('an order is carried out by a process of its own, which ends then', async () => {
  const { answer, seen, say, clock } = setUp()
  expect(seen).toEqual({ orders: [order], kills: 0 })
  say({ kind: 'refused', problem: 'damaged' })
  expect(await answer).toEqual({ kind: 'refused', problem: 'damaged' })
  expect(seen.kills).toBe(1)
  expect(clock.armed()).toEqual([])
})

test('a process that ends before its answer has none', async () => {
  const { answer, exit, clock } = setUp()
  exit()
  expect(await answer).toBeUndefined()
  expect(clock.armed()).toEqual([])
})

test('a process that works for more than a minute is ended', async () => {
  const { answer, clock, seen } = setUp()
  await clock.advance(60_000)
  expect(await answer).toBeUndefined()
  expect(seen.kills).toBe(1)
})

test('an unexpected answer is a bug, and the process is ended', async () => {
  const { answer, say, seen } = setUp()
  say({ kind: 'opened', document: { profiles: [{ id: '../x' }] } })
  await expect(answer).rejects.toThrow()
  expect(seen.kills).toBe(1)
})

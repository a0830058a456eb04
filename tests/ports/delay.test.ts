import { expect, it } from 'vitest'
import { createClock } from '../../src/main/platform/clock.ts'
import { createDelay } from '../../src/main/platform/delay.ts'
import { createManualClock } from '../support/engine/manual-clock.ts'
import { describeDelay } from '../support/ports/delay-suite.ts'
import { createFakeDelay } from '../support/ports/fake-delay.ts'

describeDelay('fake', () => {
  const delay = createFakeDelay()
  return { delay, pass: delay.pass }
})

describeDelay('the computer', () => ({
  delay: createDelay(createClock()),
  pass: (milliseconds) =>
    new Promise((resolve) => {
      setTimeout(resolve, milliseconds)
    }),
}))

it('a delay of more than 24 days ends when it should, and leaves no timer', async () => {
  const clock = createManualClock()
  const days = 86_400_000
  let isOver = false
  const { signal } = new AbortController()
  void createDelay(clock)
    .wait(60 * days, signal)
    .then(() => {
      isOver = true
    })
  await clock.advance(60 * days - 1)
  expect(isOver).toBe(false)
  await clock.advance(1)
  expect(isOver).toBe(true)
  expect(clock.armed()).toEqual([])
})

it('an aborted delay leaves no timer', async () => {
  const clock = createManualClock()
  const control = new AbortController()
  const wait = createDelay(clock).wait(86_400_000, control.signal)
  expect(clock.armed()).toHaveLength(1)
  control.abort()
  await wait
  expect(clock.armed()).toEqual([])
})

import { expect, test } from 'vitest'
import { createFirstRowsDelay } from '../../../src/main/ipc/first-rows-delay.ts'
import { createManualClock, settled } from '../../support/engine/manual-clock.ts'

/** A head start, and whether it is over. */
function headStartOf(hasRows: boolean) {
  const clock = createManualClock()
  const firstRowsDelay = createFirstRowsDelay(clock, () => hasRows)
  let isOver = false
  const begin = () => {
    firstRowsDelay.begin().then(() => {
      isOver = true
    })
  }
  return { clock, firstRowsDelay, begin, isOver: () => isOver }
}

test('a head start lasts until it is ended, and leaves no timer behind', async () => {
  const { clock, firstRowsDelay, begin, isOver } = headStartOf(true)
  begin()
  await clock.advance(1000)
  expect(isOver()).toBe(false)
  firstRowsDelay.end()
  await settled()
  expect(isOver()).toBe(true)
  expect(clock.armed()).toEqual([])
})

test('a page that says nothing has three seconds', async () => {
  const { clock, begin, isOver } = headStartOf(true)
  begin()
  await clock.advance(2999)
  expect(isOver()).toBe(false)
  await clock.advance(1)
  expect(isOver()).toBe(true)
})

test('one that was ended before it began is over', async () => {
  const { firstRowsDelay, begin, isOver } = headStartOf(true)
  firstRowsDelay.end()
  begin()
  await settled()
  expect(isOver()).toBe(true)
})

test('where nothing is shown there is none', async () => {
  const { clock, begin, isOver } = headStartOf(false)
  begin()
  await settled()
  expect(isOver()).toBe(true)
  expect(clock.armed()).toEqual([])
})

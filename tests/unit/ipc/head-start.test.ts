import { expect, test } from 'vitest'
import { createHeadStart } from '../../../src/main/ipc/head-start.ts'
import { createManualClock, settled } from '../../support/engine/manual-clock.ts'

/** A head start, and whether it is over. */
function headStartOf(hasRows: boolean) {
  const clock = createManualClock()
  const headStart = createHeadStart(clock, () => hasRows)
  let isOver = false
  const begin = () => {
    headStart.begin().then(() => {
      isOver = true
    })
  }
  return { clock, headStart, begin, isOver: () => isOver }
}

test('a head start lasts until it is ended, and leaves no timer behind', async () => {
  const { clock, headStart, begin, isOver } = headStartOf(true)
  begin()
  await clock.advance(1000)
  expect(isOver()).toBe(false)
  headStart.end()
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
  const { headStart, begin, isOver } = headStartOf(true)
  headStart.end()
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

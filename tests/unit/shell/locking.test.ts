import { describe, expect, it } from 'vitest'
import { createLocking } from '../../../src/main/shell/locking.ts'
import { Failure } from '../../../src/shared/errors.ts'

const notSaved = new Failure({ code: 'not-saved', reason: 'disk-full' })

function start(lock: (begin: () => void) => Promise<void> = async (begin) => begin()) {
  const seen: string[] = []
  const locking = createLocking({
    lock,
    renewPage: () => seen.push('page renewed'),
    refused: (cause) => seen.push(cause === notSaved ? 'refused' : 'another cause'),
  })
  return { locking, seen }
}

const failsAtOnce = () => Promise.reject(notSaved)
const failsLater = (begin: () => void) => {
  begin()
  return Promise.reject(notSaved)
}

describe('a lock by itself', () => {
  it('ends the page even if something is typed, and tells of that once', async () => {
    const { locking, seen } = start()
    locking.noteTyping(true)
    await locking.byItself()
    expect(seen).toEqual(['page renewed'])
    expect([locking.takeLostTyping(), locking.takeLostTyping()]).toEqual([true, false])
  })

  it('has nothing to tell if nothing was typed, or no longer', async () => {
    const { locking } = start()
    await locking.byItself()
    locking.noteTyping(true)
    locking.noteTyping(false)
    await locking.byItself()
    expect(locking.takeLostTyping()).toBe(false)
  })

  it('that can not be done costs neither the page nor what is typed, and is told of', async () => {
    const { locking, seen } = start(failsAtOnce)
    locking.noteTyping(true)
    await locking.byItself()
    expect(seen).toEqual(['refused'])
    expect(locking.takeLostTyping()).toBe(false)
  })
})

describe('a lock that the user asked for', () => {
  it('loses what is typed without a word, for the user has agreed', async () => {
    const { locking, seen } = start()
    locking.noteTyping(true)
    await locking.now()
    expect(seen).toEqual(['page renewed'])
    expect(locking.takeLostTyping()).toBe(false)
  })

  it('that can not be done is for the page to say, unless it is gone by then', async () => {
    const early = start(failsAtOnce)
    await expect(early.locking.now()).rejects.toBe(notSaved)
    expect(early.seen).toEqual([])
    const late = start(failsLater)
    await expect(late.locking.now()).rejects.toBe(notSaved)
    expect(late.seen).toEqual(['page renewed', 'refused'])
  })
})

import { describe, expect, it } from 'vitest'
import { createLocking } from '../../../src/main/shell/locking.ts'
import { type AppError, Failure } from '../../../src/shared/errors.ts'

const diskFull: AppError = { code: 'not-saved', reason: 'disk-full' }
const notSaved = new Failure(diskFull)
const inMemory = new Failure({ code: 'lock-in-memory' })
const meansNothing = new Failure({ code: 'no-passphrase' })

function start(lock: (begin: () => void) => Promise<void> = async (begin) => begin()) {
  const seen: string[] = []
  const locking = createLocking({
    lock: (begin) => lock(begin),
    renewPage: () => seen.push('page renewed'),
    reasonOf: (cause) => (cause === notSaved ? diskFull : null),
    tellRefused: ({ code }) => seen.push(code),
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
    locking.reportTyping(true)
    await locking.byItself()
    expect(seen).toEqual(['page renewed'])
    expect(locking.takeNews()).toEqual({ refused: null, lostTyping: true })
    expect(locking.takeNews()).toBeNull()
  })

  it('has nothing to tell if nothing was typed, or no longer', async () => {
    const { locking } = start()
    await locking.byItself()
    locking.reportTyping(true)
    locking.reportTyping(false)
    await locking.byItself()
    expect(locking.takeNews()).toBeNull()
  })

  it('that can not be done costs neither the page nor what is typed, and is told of', async () => {
    const { locking, seen } = start(failsAtOnce)
    locking.reportTyping(true)
    await locking.byItself()
    expect(seen).toEqual(['not-saved'])
    expect(locking.takeNews()).toBeNull()
  })

  it('that fails when the page is gone is told to the next one, with what was lost', async () => {
    const { locking, seen } = start(failsLater)
    locking.reportTyping(true)
    await locking.byItself()
    await locking.byItself()
    expect(seen).toEqual(['page renewed', 'page renewed'])
    expect(locking.takeNews()).toEqual({ refused: diskFull, lostTyping: true })
    expect(locking.takeNews()).toBeNull()
  })

  it('that succeeds after all takes back why it failed before', async () => {
    let next: (begin: () => void) => Promise<void> = failsLater
    const { locking } = start((begin) => next(begin))
    await locking.byItself()
    next = async (begin) => begin()
    await locking.byItself()
    expect(locking.takeNews()).toBeNull()
  })

  it('that can not be done is told of once in an absence, however often it is tried', async () => {
    let attempts = 0
    const { locking, seen } = start(() => {
      attempts += 1
      return failsAtOnce()
    })
    for (let call = 0; call < 50; call += 1) await locking.byItself()
    expect([attempts, seen]).toEqual([50, ['not-saved']])
    locking.noteReturn()
    await locking.byItself()
    expect(seen).toEqual(['not-saved', 'not-saved'])
  })

  it('that can not be done for another reason is told of again', async () => {
    const causes = [notSaved, notSaved, meansNothing, inMemory, inMemory, notSaved]
    const seen: string[] = []
    const locking = createLocking({
      lock: () => Promise.reject(causes.shift()),
      renewPage: () => seen.push('page renewed'),
      reasonOf: (cause) =>
        cause instanceof Failure && cause !== meansNothing ? cause.error : null,
      tellRefused: ({ code }) => seen.push(code),
    })
    while (causes.length > 0) await locking.byItself()
    expect(seen).toEqual(['not-saved', 'lock-in-memory', 'not-saved'])
  })

  it('that fails when the page is gone costs ever fewer pages, until somebody is there', async () => {
    const { locking, seen } = start(failsLater)
    // An hour of calls, one every ten seconds.
    for (let call = 0; call < 360; call += 1) await locking.byItself()
    expect(seen.length).toBeGreaterThan(10)
    expect(seen.length).toBeLessThan(20)
    const before = seen.length
    locking.noteReturn()
    await locking.byItself()
    expect(seen).toHaveLength(before + 1)
  })

  it('says nothing where nobody can have meant it', async () => {
    const { locking, seen } = start(() => Promise.reject(meansNothing))
    await locking.byItself()
    expect(seen).toEqual([])
  })
})

describe('a lock that the user asked for', () => {
  it('loses what is typed without a word, for the user has agreed', async () => {
    const { locking, seen } = start()
    locking.reportTyping(true)
    await locking.now()
    expect(seen).toEqual(['page renewed'])
    expect(locking.takeNews()).toBeNull()
  })

  it('that can not be done is for the page to say, and for the next one if it is gone', async () => {
    const early = start(failsAtOnce)
    await expect(early.locking.now()).rejects.toBe(notSaved)
    expect([early.seen, early.locking.takeNews()]).toEqual([[], null])
    const late = start(failsLater)
    await late.locking.now()
    expect(late.seen).toEqual(['page renewed'])
    expect(late.locking.takeNews()).toEqual({ refused: diskFull, lostTyping: false })
  })
})

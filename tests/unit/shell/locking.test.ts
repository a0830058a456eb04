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
    reportRefused: ({ code }) => seen.push(code),
  })
  return { locking, seen }
}

const failsAtOnce = () => Promise.reject(notSaved)
const failsLater = (begin: () => void) => {
  begin()
  return Promise.reject(notSaved)
}

describe('an automatic lock', () => {
  it('ends the page even if a form holds unsaved input, and reports that once', async () => {
    const { locking, seen } = start()
    locking.reportTyping(true)
    await locking.automatically()
    expect(seen).toEqual(['page renewed'])
    expect(locking.takeNews()).toEqual({ refused: null, lostTyping: true })
    expect(locking.takeNews()).toBeNull()
  })

  it('reports nothing without unsaved input', async () => {
    const { locking } = start()
    await locking.automatically()
    locking.reportTyping(true)
    locking.reportTyping(false)
    await locking.automatically()
    expect(locking.takeNews()).toBeNull()
  })

  it('that fails keeps the page and its unsaved input, and is reported', async () => {
    const { locking, seen } = start(failsAtOnce)
    locking.reportTyping(true)
    await locking.automatically()
    expect(seen).toEqual(['not-saved'])
    expect(locking.takeNews()).toBeNull()
  })

  it('that fails after the page was discarded is reported by the next page, with the loss', async () => {
    const { locking, seen } = start(failsLater)
    locking.reportTyping(true)
    await locking.automatically()
    await locking.automatically()
    expect(seen).toEqual(['page renewed', 'page renewed'])
    expect(locking.takeNews()).toEqual({ refused: diskFull, lostTyping: true })
    expect(locking.takeNews()).toBeNull()
  })

  it('that succeeds later withdraws the reason of the earlier failure', async () => {
    let next: (begin: () => void) => Promise<void> = failsLater
    const { locking } = start((begin) => next(begin))
    await locking.automatically()
    next = async (begin) => begin()
    await locking.automatically()
    expect(locking.takeNews()).toBeNull()
  })

  it('that fails is reported once in an absence, however often it is tried', async () => {
    let attempts = 0
    const { locking, seen } = start(() => {
      attempts += 1
      return failsAtOnce()
    })
    for (let call = 0; call < 50; call += 1) await locking.automatically()
    expect([attempts, seen]).toEqual([50, ['not-saved']])
    locking.noteReturn()
    await locking.automatically()
    expect(seen).toEqual(['not-saved', 'not-saved'])
  })

  it('that fails for another reason is reported again', async () => {
    const causes = [notSaved, notSaved, meansNothing, inMemory, inMemory, notSaved]
    const seen: string[] = []
    const locking = createLocking({
      lock: () => Promise.reject(causes.shift()),
      renewPage: () => seen.push('page renewed'),
      reasonOf: (cause) =>
        cause instanceof Failure && cause !== meansNothing ? cause.error : null,
      reportRefused: ({ code }) => seen.push(code),
    })
    while (causes.length > 0) await locking.automatically()
    expect(seen).toEqual(['not-saved', 'lock-in-memory', 'not-saved'])
  })

  it('that fails after the page was discarded is retried ever more slowly, until the user is back', async () => {
    const { locking, seen } = start(failsLater)
    // An hour of calls, one every ten seconds.
    for (let call = 0; call < 360; call += 1) await locking.automatically()
    expect(seen.length).toBeGreaterThan(10)
    expect(seen.length).toBeLessThan(20)
    const before = seen.length
    locking.noteReturn()
    await locking.automatically()
    expect(seen).toHaveLength(before + 1)
  })

  it('reports no failure of a lock that could not be meant', async () => {
    const { locking, seen } = start(() => Promise.reject(meansNothing))
    await locking.automatically()
    expect(seen).toEqual([])
  })
})

describe('a lock that the user asked for', () => {
  it('drops unsaved input without a report, because the user has agreed', async () => {
    const { locking, seen } = start()
    locking.reportTyping(true)
    await locking.now()
    expect(seen).toEqual(['page renewed'])
    expect(locking.takeNews()).toBeNull()
  })

  it('that fails is shown by the page, or by the next one if it was discarded', async () => {
    const early = start(failsAtOnce)
    await expect(early.locking.now()).rejects.toBe(notSaved)
    expect([early.seen, early.locking.takeNews()]).toEqual([[], null])
    const late = start(failsLater)
    await late.locking.now()
    expect(late.seen).toEqual(['page renewed'])
    expect(late.locking.takeNews()).toEqual({ refused: diskFull, lostTyping: false })
  })
})

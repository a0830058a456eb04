import { describe, expect, test } from 'vitest'
import { loadFirstRows } from '../../../src/main/first-rows/first-rows.ts'
import { createRouter, type Handlers } from '../../../src/main/ipc/router.ts'
import type { RequestName } from '../../../src/shared/contract.ts'
import { Failure } from '../../../src/shared/errors.ts'
import type { ProfileId } from '../../../src/shared/profile.ts'
import { deferred } from '../../support/engine/engine-under-test.ts'
import { createManualClock, settled } from '../../support/engine/manual-clock.ts'

const id = '4c1f7c9e-30d2-4b5e-9a51-0b8f6d7c2f11'
const ourFrame = { senderFrame: { url: 'app://token-desk/', parent: null } }

interface Given {
  readonly isSortedByName?: boolean
  readonly hasRows?: boolean
  readonly failure?: Error
}

/** First rows over an engine that reads when the test says so, and pauses between the two parts. */
function load({ isSortedByName = true, hasRows = true, failure }: Given = {}) {
  const clock = createManualClock()
  const asked: (readonly ProfileId[])[] = []
  const [first, all] = [deferred<undefined>(), deferred<undefined>()]
  let pause = () => Promise.resolve()
  const engine = {
    start: (ids: readonly ProfileId[] = [], wait = pause) => {
      asked.push(ids)
      pause = wait
      if (failure === undefined) return { first: first.promise.then(), all: all.promise.then() }
      const failed = Promise.reject(failure)
      return { first: failed, all: failed }
    },
  }
  const written: (readonly ProfileId[])[] = []
  const file = { read: () => [id], write: (ids: readonly ProfileId[]) => void written.push(ids) }
  const parts = { engine, clock, file, isSortedByName, hasRows: () => hasRows }
  const firstRows = loadFirstRows(parts)
  let isPaused = false
  const readOn = () => {
    isPaused = true
    void pause().then(() => {
      isPaused = false
    })
  }
  let isDrawn = false
  void firstRows.drawn.then(() => {
    isDrawn = true
  })
  return {
    ...{ clock, asked, first, all, written, firstRows, readOn },
    isPaused: () => isPaused,
    isDrawn: () => isDrawn,
  }
}

describe('the rows to read first', () => {
  test('are those that were at the top of a list by name', () => {
    expect(load().asked).toEqual([[id]])
  })

  test('are none where the list is in another order', () => {
    expect(load({ isSortedByName: false }).asked).toEqual([[]])
  })

  test('are kept for the next start', () => {
    const { firstRows, written } = load()
    firstRows.remember([id])
    expect(written).toEqual([[id]])
  })
})

describe('the other profiles are read', () => {
  test.each(['hurry', 'reportDrawn'] as const)('after a call of %s', async (name) => {
    const { clock, firstRows, readOn, isPaused } = load()
    readOn()
    await clock.advance(1000)
    expect(isPaused()).toBe(true)
    firstRows[name]()
    await settled()
    expect(isPaused()).toBe(false)
    firstRows.reportDrawn()
    expect(clock.armed()).toEqual([])
  })

  test('after three seconds, if the page reports nothing', async () => {
    const { clock, readOn, isPaused } = load()
    await clock.advance(500)
    readOn()
    await clock.advance(2999)
    expect(isPaused()).toBe(true)
    await clock.advance(1)
    expect(isPaused()).toBe(false)
  })

  test('at once, if they are wanted before the first are read', async () => {
    const { firstRows, readOn, isPaused } = load()
    firstRows.hurry()
    readOn()
    await settled()
    expect(isPaused()).toBe(false)
  })

  test('at once behind a locked window', async () => {
    const { readOn, isPaused } = load({ hasRows: false })
    readOn()
    await settled()
    expect(isPaused()).toBe(false)
  })
})

describe('work for after the first list', () => {
  test('begins when the page has drawn it', async () => {
    const { firstRows, isDrawn, clock } = load()
    await clock.advance(500)
    firstRows.hurry()
    await settled()
    expect(isDrawn()).toBe(false)
    firstRows.reportDrawn()
    await settled()
    expect(isDrawn()).toBe(true)
  })

  test('begins after three seconds, if the page reports nothing', async () => {
    const { clock, isDrawn } = load()
    await clock.advance(2999)
    expect(isDrawn()).toBe(false)
    await clock.advance(1)
    expect(isDrawn()).toBe(true)
  })
})

describe('a request', () => {
  test('about all profiles waits for all, and one about a single profile does not', async () => {
    const done: RequestName[] = []
    const handlers = new Proxy({} as Handlers, {
      get: (_, name: RequestName) => () => {
        done.push(name)
        throw new Failure({ code: 'no-token' })
      },
    })
    const log = { info: () => undefined, incident: () => 'A1' }
    const { firstRows, first, all, readOn, isPaused } = load()
    const route = createRouter(handlers, log, firstRows.whenLoaded)
    const passphrase = 'seven quiet herons'
    readOn()
    const early = [
      route(ourFrame, 'getSnapshot', {}),
      route(ourFrame, 'copyHeader', { id }),
      route(ourFrame, 'lockNow', {}),
    ]
    await settled()
    expect(isPaused()).toBe(true)
    const asked = [...early, route(ourFrame, 'writeBackup', { passphrase })]
    await settled()
    expect(isPaused()).toBe(false)
    expect(done).toEqual(['copyHeader', 'lockNow'])
    expect(firstRows.isOpen()).toBe(false)
    first.resolve(undefined)
    await settled()
    expect(firstRows.isOpen()).toBe(true)
    expect(done).toEqual(['copyHeader', 'lockNow', 'getSnapshot'])
    all.resolve(undefined)
    await Promise.all(asked)
    expect(done).toEqual(['copyHeader', 'lockNow', 'getSnapshot', 'writeBackup'])
  })

  test('fails where the profiles can not be loaded', async () => {
    const incidents: unknown[] = []
    const log = {
      info: () => undefined,
      incident: (_: string, cause: unknown) => `A${incidents.push(cause)}`,
    }
    const { firstRows } = load({ failure: new Error('no store') })
    const route = createRouter({} as Handlers, log, firstRows.whenLoaded)
    expect(await route(ourFrame, 'getSnapshot', {})).toEqual({
      ok: false,
      error: { code: 'internal', incident: 'A1' },
    })
    expect(firstRows.isOpen()).toBe(true)
  })
})

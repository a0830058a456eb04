import { describe, expect, it } from 'vitest'
import { createPageRecovery } from '../../../src/main/shell/page-recovery.ts'
import { createManualClock, settled } from '../../support/engine/manual-clock.ts'

function start(answers: readonly boolean[] = []) {
  const clock = createManualClock()
  const began = clock.now()
  const seen: string[] = []
  const left = [...answers]
  const recovery = createPageRecovery({
    now: clock.now,
    after: clock.after,
    mayTryAgain: async () => {
      seen.push('asked')
      return left.shift() ?? false
    },
    quit: () => seen.push('quit'),
    log: () => {},
  })
  const reload = () => seen.push(`reload ${(clock.now() - began) / 1000}`)
  /** Lets the process end as often, each time as soon as the page is there again. */
  async function endAgain(times: number): Promise<void> {
    for (let time = 0; time < times; time += 1) {
      const before = seen.length
      recovery.gone(reload)
      while (seen.length === before && clock.armed().length > 0) await clock.advance(500)
      await settled()
    }
  }
  return { clock, recovery, seen, reload, endAgain }
}

describe('a page whose process ends', () => {
  it('comes back at once the first time', () => {
    const { recovery, reload, seen } = start()
    recovery.gone(reload)
    expect(seen).toEqual(['reload 0'])
  })

  it('comes back after pauses that double, and then only if the user wants it', async () => {
    const { endAgain, seen } = start([true])
    await endAgain(5)
    expect(seen).toEqual(['reload 0', 'reload 1', 'reload 3', 'reload 7', 'reload 15'])
    await endAgain(1)
    expect(seen.slice(5)).toEqual(['asked', 'reload 15'])
    // The count begins again then.
    await endAgain(2)
    expect(seen.slice(7)).toEqual(['reload 15', 'reload 16'])
  })

  it('does not come back where the user quits instead', async () => {
    const { endAgain, seen } = start([false])
    await endAgain(6)
    expect(seen.slice(5)).toEqual(['asked', 'quit'])
  })

  it('comes back at once when it ended long after the time before', async () => {
    const { clock, endAgain, seen } = start()
    for (let time = 0; time < 10; time += 1) {
      await endAgain(1)
      await clock.advance(120_000)
    }
    expect(seen).toHaveLength(10)
    expect(seen.at(-1)).toBe('reload 1080')
  })

  it('comes back at once, and does not count, when it was ended on purpose', async () => {
    const { recovery, reload, seen, endAgain } = start()
    for (let time = 0; time < 20; time += 1) {
      recovery.expectEnd()
      recovery.gone(reload)
    }
    expect(seen).toHaveLength(20)
    expect(new Set(seen)).toEqual(new Set(['reload 0']))
    await endAgain(2)
    expect(seen.slice(20)).toEqual(['reload 0', 'reload 1'])
  })

  it('comes back once only when something else brought it back during the pause', async () => {
    const { clock, recovery, reload, seen } = start()
    recovery.gone(reload)
    recovery.gone(reload)
    recovery.cancel()
    await clock.advance(60_000)
    expect(seen).toEqual(['reload 0'])
  })

  it('asks one question at a time', async () => {
    const { recovery, reload, seen, endAgain } = start([true])
    await endAgain(5)
    recovery.gone(reload)
    recovery.gone(reload)
    await settled()
    expect(seen.filter((each) => each === 'asked')).toHaveLength(1)
  })
})

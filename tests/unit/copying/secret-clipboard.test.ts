import { describe, expect, it } from 'vitest'
import { createSecretClipboard } from '../../../src/main/copying/secret-clipboard.ts'
import { createManualClock, settled } from '../../support/engine/manual-clock.ts'
import { createMemoryLog } from '../../support/engine/memory-log.ts'
import { createFakeClipboard } from '../../support/ports/fake-clipboard.ts'

const second = 1000
const secret = 'Authorization: Bearer abc.def'

function start(seconds: number | null = 60) {
  const clipboard = createFakeClipboard()
  const clock = createManualClock()
  const log = createMemoryLog()
  let secondsToStay = seconds
  const keeper = createSecretClipboard({
    clipboard,
    clock,
    log,
    secondsToStay: () => secondsToStay,
    key: new Uint8Array(32).fill(7),
  })
  return {
    clipboard,
    clock,
    log,
    keeper,
    choose: (next: number | null) => {
      secondsToStay = next
    },
  }
}

describe('a secret on the clipboard', () => {
  it('is taken off after the chosen time, and not before', async () => {
    const { clipboard, clock, keeper } = start(60)
    expect(await keeper.copySecret(secret)).toBe(60)
    await clock.advance(60 * second - 1)
    expect(clipboard.read()).toBe(secret)
    await clock.advance(1)
    expect(clipboard.read()).toBe('')
  })

  it('stays when something else was copied since, be it almost the same', async () => {
    const { clipboard, clock, keeper } = start(60)
    await keeper.copySecret(secret)
    clipboard.put(`${secret} `)
    await clock.advance(61 * second)
    expect(clipboard.read()).toBe(`${secret} `)
    clipboard.put(secret)
    await clock.advance(120 * second)
    expect(clipboard.read()).toBe(secret)
  })

  it('gets its whole time when it is copied again', async () => {
    const { clipboard, clock, keeper } = start(60)
    await keeper.copySecret(secret)
    await clock.advance(50 * second)
    await keeper.copySecret(secret)
    await clock.advance(50 * second)
    expect(clipboard.read()).toBe(secret)
    await clock.advance(10 * second)
    expect(clipboard.read()).toBe('')
    expect(clock.armed()).toEqual([])
  })

  it('is replaced by a text that is no secret, which stays', async () => {
    const { clipboard, clock, keeper } = start(60)
    await keeper.copySecret(secret)
    await keeper.copyText('a report')
    await clock.advance(120 * second)
    await keeper.clear()
    expect(clipboard.read()).toBe('a report')
  })

  it('stays until the app is closed, if no time was chosen', async () => {
    const { clipboard, clock, keeper } = start(null)
    expect(await keeper.copySecret(secret)).toBeNull()
    await clock.advance(24 * 3600 * second)
    expect(clipboard.read()).toBe(secret)
    await keeper.clear()
    expect(clipboard.read()).toBe('')
  })

  it('goes by the time that was chosen when it was copied', async () => {
    const { clipboard, clock, keeper, choose } = start(10)
    await keeper.copySecret(secret)
    choose(null)
    await clock.advance(10 * second)
    expect(clipboard.read()).toBe('')
  })

  it('is taken off at once when the app is closed, and only if it is still there', async () => {
    const { clipboard, clock, keeper } = start(60)
    await keeper.copySecret(secret)
    await keeper.clear()
    expect(clipboard.read()).toBe('')
    expect(clock.armed()).toEqual([])
    await keeper.copySecret(secret)
    clipboard.put('something else')
    await keeper.clear()
    expect(clipboard.read()).toBe('something else')
  })

  it('is taken off after sleep, when the clock on the wall went on and timers did not', async () => {
    const { clipboard, clock, keeper } = start(60)
    await keeper.copySecret(secret)
    keeper.wake()
    await settled()
    expect(clipboard.read()).toBe(secret)
    clock.set(clock.now() + 3600 * second)
    keeper.wake()
    await settled()
    expect(clipboard.read()).toBe('')
  })

  it('is no secret to wait for, if it did not get onto the clipboard', async () => {
    const { clipboard, clock, keeper } = start(60)
    clipboard.setBroken(true)
    await expect(keeper.copySecret(secret)).rejects.toMatchObject({
      error: { code: 'clipboard-unavailable' },
    })
    expect(clock.armed()).toEqual([])
  })

  it('that can’t be taken off is written into the log, without itself', async () => {
    const { clipboard, clock, keeper, log } = start(60)
    await keeper.copySecret(secret)
    clipboard.setBroken(true)
    await clock.advance(60 * second)
    expect(log.incidents.map(({ event }) => event)).toEqual(['clipboard-not-cleared'])
    expect(JSON.stringify(log)).not.toContain('abc.def')
  })

  it('that another program kept from being taken off is taken off soon after', async () => {
    const { clipboard, clock, keeper } = start(60)
    await keeper.copySecret(secret)
    clipboard.setBroken(true)
    await clock.advance(62 * second)
    clipboard.setBroken(false)
    await clock.advance(5 * second)
    expect(clipboard.read()).toBe('')
    expect(clock.armed()).toEqual([])
  })

  it('that is being written when everything is taken off goes, too', async () => {
    const { clipboard, keeper } = start(60)
    await keeper.copySecret('an older one')
    const copying = keeper.copySecret(secret)
    await keeper.clear()
    await copying
    expect(clipboard.read()).toBe('')
  })

  it('that is copied while an older one is looked for is not taken off in its place', async () => {
    const { clipboard, keeper } = start(60)
    await keeper.copySecret(secret)
    const clearing = keeper.clear()
    const copying = keeper.copySecret(secret)
    await Promise.all([clearing, copying])
    expect(clipboard.read()).toBe(secret)
  })
})

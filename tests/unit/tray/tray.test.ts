import { describe, expect, it, vi } from 'vitest'
import { createMainWords } from '../../../src/main/i18n/i18n.ts'
import { hidesProfiles } from '../../../src/main/ipc/change-feed.ts'
import { trayRows } from '../../../src/main/tray/rows.ts'
import { createTray } from '../../../src/main/tray/tray.ts'
import { createFakeTrayPort } from '../../support/background/fake-tray-port.ts'
import { draftOf } from '../../support/engine/drafts.ts'
import { repeating, startEngine } from '../../support/engine/engine-under-test.ts'
import { settled } from '../../support/engine/manual-clock.ts'

const second = 1000
const minute = 60 * second

/** An app with one live token, and its tray, on a desktop that has one. */
async function startTray({ isMadeAhead = true } = {}) {
  const world = await startEngine()
  world.store.setPassphrase('seven quiet herons')
  world.http.serve(repeating)
  const id = await world.create(draftOf({ keepFresh: false }))
  await world.engine.obtain(id)
  const fake = createFakeTrayPort(isMadeAhead)
  const onLost = vi.fn()
  let isWanted = true
  const { t, speak } = createMainWords('en')
  const isLocked = () => hidesProfiles(world.store.view())
  const tray = createTray({
    engine: world.engine,
    port: fake.port,
    clock: world.clock,
    t,
    isLocked,
    content: () => {
      if (isLocked()) return { kind: 'locked' }
      const profiles = world.engine.profiles()
      const rows = trayRows(profiles, world.clock.now())
      return { kind: 'profiles', rows, count: profiles.length, canLock: true }
    },
    isWanted: () => isWanted,
    actions: {
      copy: () => {},
      openProfile: () => {},
      open: () => {},
      lock: () => {},
      quit: () => {},
    },
    onLost,
  })
  return {
    ...world,
    id,
    fake,
    tray,
    onLost,
    speak,
    want: (wanted: boolean) => {
      isWanted = wanted
      tray.settingsChanged()
    },
  }
}

describe('the tray', () => {
  it('costs nothing where there is none: no menu and no timer', async () => {
    const { fake, tray, engine, id, clock } = await startTray()
    await engine.refresh(id)
    expect(fake.made).toEqual([])
    expect(clock.armed()).toEqual([])
    expect([tray.isShown(), tray.isPossible()]).toEqual([false, false])
  })

  it('shows the true remaining time, which is never more than a minute old', async () => {
    const { fake, clock } = await startTray()
    fake.appear()
    expect(fake.labels()).toContain('Billing  –  1 h 0 min left')
    for (let passed = 1; passed <= 61; passed += 1) {
      await clock.advance(minute)
      const left = 60 - passed
      const nearly = [left - 1, left, left + 1].map((count) => `Billing  –  ${count} min left`)
      const ended = ['Billing  –  expired', 'Billing  –  less than 1 min left']
      expect([...nearly, ...ended]).toContain(fake.labels()[1])
    }
  })

  it('never shows a token as alive that has ended', async () => {
    const { fake, clock } = await startTray()
    fake.appear()
    await clock.advance(60 * minute - 1)
    expect(fake.labels().join()).toContain('left')
    await clock.advance(1)
    expect(fake.labels()).toContain('Billing  –  expired')
  })

  it('is rebuilt at most once a second, with the last of many changes', async () => {
    const { fake, engine, id, clock } = await startTray()
    fake.appear()
    await clock.advance(10 * second)
    const before = fake.made.length
    for (let turn = 0; turn < 50; turn += 1) await engine.changeMarks(id, { keepFresh: false })
    await engine.update(id, draftOf({ name: 'Renamed', keepFresh: false }))
    expect(fake.made.length - before).toBe(1)
    await clock.advance(second)
    expect(fake.made.length - before).toBe(2)
    expect(fake.labels().join()).toContain('Renamed')
  })

  it('changes to another language at once when it is chosen', async () => {
    const { fake, tray, speak } = await startTray()
    fake.appear()
    expect(fake.labels()).toContain('Quit')
    speak('nl')
    tray.settingsChanged()
    expect(fake.labels()).toContain('Afsluiten')
  })

  it('is made once a minute while nothing changes', async () => {
    const { fake, clock } = await startTray()
    fake.appear()
    const before = fake.made.length
    await clock.advance(30 * minute)
    expect(fake.made.length - before).toBe(30)
  })

  it('shows no name from the moment of a lock on, not even a second later', async () => {
    const { fake, engine, clock } = await startTray()
    fake.appear()
    await engine.changeMarks((engine.profiles()[0] as { id: string }).id, { keepFresh: false })
    expect(fake.labels().join()).toContain('Billing')
    await engine.lock()
    expect(fake.labels()).toEqual(['Token Desk is locked – Open', 'Quit'])
    expect(fake.tooltips.at(-1)).toBe('Token Desk is locked – Open')
    await clock.advance(5 * minute)
    expect(fake.labels().join()).not.toContain('Billing')
    await engine.unlock({ kind: 'passphrase', passphrase: 'seven quiet herons' })
    await settled()
    expect(fake.labels().join()).toContain('Billing')
  })

  it('makes a menu that is opened by us when it is opened, and runs no timer for it', async () => {
    const { fake, clock } = await startTray({ isMadeAhead: false })
    fake.appear()
    expect(clock.armed()).toEqual([])
    await clock.advance(59.5 * minute)
    expect(fake.labels()).toContain('Billing  –  less than 1 min left')
    expect(fake.tooltips).toEqual(['Token Desk'])
  })

  it('shows what was copied until the menu is rebuilt', async () => {
    const { fake, tray, clock } = await startTray()
    fake.appear()
    tray.tell('Copied. Valid for 58 min.')
    expect(fake.tooltips.at(-1)).toBe('Copied. Valid for 58 min.')
    await clock.advance(minute)
    expect(fake.tooltips.at(-1)).toBe('Token Desk')
  })

  it('brings the window back if it is gone for more than a moment', async () => {
    const { fake, tray, clock, onLost } = await startTray()
    fake.appear()
    fake.vanish()
    expect(tray.isShown()).toBe(false)
    await clock.advance(second)
    fake.appear()
    await clock.advance(minute)
    expect(onLost).not.toHaveBeenCalled()
    expect(tray.isShown()).toBe(true)
    fake.vanish()
    await clock.advance(5 * second)
    expect(onLost).toHaveBeenCalledOnce()
    expect(clock.armed()).toEqual([])
  })

  it('goes when the user wants none, and comes back', async () => {
    const { fake, tray, want, clock, onLost } = await startTray()
    fake.appear()
    want(false)
    expect([tray.isShown(), fake.isShown(), tray.isPossible()]).toEqual([false, false, true])
    await clock.advance(0)
    expect(onLost).toHaveBeenCalledOnce()
    want(true)
    expect(fake.isShown()).toBe(true)
  })
})

import { describe, expect, it } from 'vitest'
import { profilesStateIn } from '../../../../src/renderer/store/app-state.ts'
import { createAppStore } from '../../../../src/renderer/store/app-store.ts'
import type { VaultView } from '../../../../src/shared/vault-view.ts'
import { noon } from '../../../support/profiles/views.ts'
import { createFakeBridge } from '../fake-bridge.ts'
import { makeProfile, makeSnapshot, safeVault } from '../make.ts'

const ok = <Value>(value: Value) => ({ ok: true, value }) as const
const notSaved = { code: 'not-saved', reason: 'disk-full' } as const
const withPassphrase: VaultView = {
  protection: { kind: 'key-store' },
  keys: { keyStore: 'stays', passphrase: 'stays' },
  needsRestart: false,
  quarantined: 0,
  unreadable: 0,
  tooLarge: 0,
}
const locked: VaultView = {
  ...withPassphrase,
  protection: { kind: 'locked', reason: 'locked-by-user' },
}
const [one, two] = [makeProfile(1), makeProfile(2)]
const asked = { name: 'lockAsked', data: {} } as const

async function loaded(
  vault: VaultView,
  answers: Parameters<typeof createFakeBridge>[0] = { lockNow: () => ok({}) },
) {
  let snapshot = { ...makeSnapshot(vault === locked ? [] : [two, one], 5), vault }
  const main = createFakeBridge({ getSnapshot: () => ok(snapshot), ...answers })
  const store = createAppStore(main.bridge, { now: () => noon })
  await store.actions.load()
  return {
    main,
    actions: store.actions,
    now: store.state.getState,
    become: (next: typeof snapshot) => {
      snapshot = next
    },
  }
}

describe('asked to lock, by a click, the menu or its key', () => {
  it('the window locks, if nothing is typed', async () => {
    const { main } = await loaded(withPassphrase)
    main.tell(asked)
    expect(main.log.at(-1)).toBe('lockNow')
  })

  it('it asks first, if something typed would be lost', async () => {
    const { main, actions, now } = await loaded(withPassphrase)
    actions.goTo({ kind: 'new-profile', from: null })
    actions.setTyped(true)
    main.tell(asked)
    expect(main.log).not.toContain('lockNow')
    expect(now()).toMatchObject({ leavingFor: { kind: 'lock' }, page: { kind: 'new-profile' } })
    actions.dismiss('leavingFor')
    expect(now()).toMatchObject({ leavingFor: null, hasTyped: true })
    main.tell(asked)
    await actions.lockNow()
    expect(main.log.at(-1)).toBe('lockNow')
    expect(now().leavingFor).toBeNull()
  })

  it('it shows where a passphrase is set, if there is none', async () => {
    const { main, now } = await loaded(safeVault)
    main.tell(asked)
    expect(main.log).not.toContain('lockNow')
    expect(now().page).toEqual({ kind: 'security', from: one.id })
  })

  it('it asks main why there is nothing to lock, where all is in memory only', async () => {
    const protection = { kind: 'memory-only', reason: 'locked' } as const
    const error = { code: 'lock-in-memory' } as const
    const { main, actions, now } = await loaded(
      { ...withPassphrase, protection },
      { lockNow: () => ({ ok: false, error }) },
    )
    actions.setTyped(true)
    main.tell(asked)
    await expect.poll(() => now().lockNotice).toEqual({ refused: error, lostTyping: false })
    expect(now()).toMatchObject({ hasTyped: true, leavingFor: null })
  })

  it('it does nothing, if it is locked already', async () => {
    const { main, now } = await loaded(locked)
    main.tell(asked)
    expect(main.log).not.toContain('lockNow')
    expect(now().page).toEqual({ kind: 'nothing' })
  })
})

describe('a lock that can not be done', () => {
  it('is shown, for a requested and for an automatic lock', async () => {
    const { main, actions, now } = await loaded(withPassphrase, {
      lockNow: () => ({ ok: false, error: notSaved }),
    })
    await actions.lockNow()
    expect(now().lockNotice).toEqual({ refused: notSaved, lostTyping: false })
    actions.dismiss('lockNotice')
    expect(now().lockNotice).toBeNull()
    main.tell({ name: 'lockRefused', data: { error: notSaved } })
    expect(now().lockNotice).toEqual({ refused: notSaved, lostTyping: false })
  })
})

describe('unlocking', () => {
  it('shows every profile, which a locked window does not know', async () => {
    const { main, now, become } = await loaded(locked)
    expect(profilesStateIn(now())?.order).toEqual([])
    become({ ...makeSnapshot([two, one], 9), vault: withPassphrase })
    main.change({ revision: 8, profiles: [two], vault: withPassphrase })
    await Promise.resolve()
    await Promise.resolve()
    expect(profilesStateIn(now())?.order).toEqual([one.id, two.id])
    expect(now().page).toEqual({ kind: 'profile', id: one.id })
  })

  it('shows a notice only if the lock discarded input', async () => {
    const { main, actions, now, become } = await loaded(locked)
    become({ ...makeSnapshot([one], 9), vault: withPassphrase })
    main.change({ revision: 8, profiles: [], vault: withPassphrase })
    await expect.poll(() => profilesStateIn(now())?.order).toEqual([one.id])
    expect(now().lockNotice).toBeNull()
    const lockNews = { refused: null, lostTyping: true }
    become({ ...makeSnapshot([one], 10), vault: withPassphrase, lockNews })
    await actions.load()
    expect(now().lockNotice).toEqual(lockNews)
  })

  it('requests the snapshot again if it happens while the locked one is on its way', async () => {
    const answers = [
      { ...makeSnapshot([], 5), vault: locked },
      { ...makeSnapshot([two, one], 9), vault: withPassphrase },
    ]
    const main = createFakeBridge({
      getSnapshot: () => {
        main.change({ revision: 8, profiles: [], vault: withPassphrase })
        return ok(answers.shift() ?? makeSnapshot([]))
      },
    })
    const store = createAppStore(main.bridge, { now: () => noon })
    await store.actions.load()
    expect(profilesStateIn(store.state.getState())?.order).toEqual([one.id, two.id])
  })
})

describe('what is typed', () => {
  it('is reported to main as a fact, once when it begins and once when it ends', async () => {
    const { main, actions } = await loaded(withPassphrase)
    for (const hasTyped of [false, true, true, true, false, false]) actions.setTyped(hasTyped)
    actions.setTyped(true)
    actions.leaveFor({ kind: 'nothing' })
    expect(main.log.filter((name) => name === 'reportTyping')).toHaveLength(4)
  })
})

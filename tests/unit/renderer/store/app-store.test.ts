import { describe, expect, it } from 'vitest'
import {
  apiAddressIn,
  originIn,
  pageBefore,
  profilesStateIn,
  toastProfileIn,
} from '../../../../src/renderer/store/app-state.ts'
import { createAppStore } from '../../../../src/renderer/store/app-store.ts'
import type { Snapshot } from '../../../../src/shared/contract.ts'
import type { AppError, Result } from '../../../../src/shared/errors.ts'
import type { Outcome } from '../../../../src/shared/outcome.ts'
import { optionOf } from '../../../support/profiles/settings.ts'
import { idOf, makeToken, minute, noon } from '../../../support/profiles/views.ts'
import { createFakeBridge } from '../fake-bridge.ts'
import { makeProfile, makeSnapshot, safeVault } from '../make.ts'

const clock = { now: () => noon }
const ok = <Value>(value: Value) => ({ ok: true, value }) as const
const refused = (error: AppError) => ({ ok: false, error }) as const
const [one, two, three] = [makeProfile(1), makeProfile(2), makeProfile(3)]

async function loaded(
  profiles = [one, two, three],
  answers: Parameters<typeof createFakeBridge>[0] = {},
) {
  const main = createFakeBridge({ getSnapshot: () => ok(makeSnapshot(profiles, 5)), ...answers })
  const store = createAppStore(main.bridge, clock)
  await store.actions.load()
  const { actions, run } = store
  return { main, actions, run, now: store.state.getState }
}

describe('leaving a form', () => {
  const page = { kind: 'profile', id: two.id } as const

  it('needs no question while nothing is typed', async () => {
    const { actions, now } = await loaded()
    actions.goTo({ kind: 'new-profile', from: one.id })
    actions.goTo(page)
    expect(now()).toMatchObject({ page, leavingFor: null })
  })

  it('waits for an answer once something is typed, and goes where it was asked to', async () => {
    const { actions, now } = await loaded()
    const form = { kind: 'new-profile', from: one.id } as const
    actions.goTo(form)
    actions.setTyped(true)
    actions.goTo(page)
    expect(now()).toMatchObject({ page: form, leavingFor: page })
    actions.dismiss('leavingFor')
    expect(now()).toMatchObject({ page: form, leavingFor: null, hasTyped: true })
    actions.goTo(page)
    actions.leaveFor(page)
    expect(now()).toMatchObject({ page, leavingFor: null, hasTyped: false })
  })
})

describe('while a form is being saved', () => {
  const elsewhere = { kind: 'profile', id: two.id } as const

  /** A form with something typed in it, whose save waits for `saved`. */
  async function saving() {
    let saved = () => {}
    const isSaved = new Promise<void>((resolve) => {
      saved = resolve
    })
    const vault = { ...safeVault, keys: { keyStore: 'stays', passphrase: 'stays' } } as const
    const world = await loaded([one, two], {
      getSnapshot: () => ok({ ...makeSnapshot([one, two], 5), vault }),
      reportTyping: () => ok({}),
      lockNow: () => ok({}),
      updateProfile: async () => {
        await isSaved
        return ok({})
      },
    })
    world.actions.goTo({ kind: 'edit-profile', id: one.id })
    world.actions.setTyped(true)
    const save = world.actions.save(one.id, { settings: one.settings, secrets: {} })
    const finish = async () => {
      saved()
      await save
    }
    return { ...world, finish }
  }

  it('it shows the saved profile to a user who waits, also one who chose to stay', async () => {
    const { actions, now, finish } = await saving()
    actions.goTo(elsewhere)
    actions.dismiss('leavingFor')
    await finish()
    expect(now()).toMatchObject({ page: { kind: 'profile', id: one.id }, leavingFor: null })
  })

  it('a click elsewhere leads there once it is saved, and asks nothing any more', async () => {
    const { actions, now, finish } = await saving()
    actions.goTo(elsewhere)
    await finish()
    expect(now()).toMatchObject({ page: elsewhere, leavingFor: null, hasTyped: false })
    expect(now().toast?.message).toEqual({ kind: 'profile-saved' })
  })

  it('a lock that was asked for comes once it is saved', async () => {
    const { actions, main, finish } = await saving()
    actions.askToLock()
    expect(main.log).not.toContain('lockNow')
    await finish()
    expect(main.log).toContain('lockNow')
  })

  it('a user who has left the form keeps the current page, and the input there', async () => {
    const { actions, now, finish } = await saving()
    actions.leaveFor({ kind: 'new-profile', from: one.id })
    actions.setTyped(true)
    const { page } = now()
    await finish()
    expect(now().page).toBe(page)
    expect(now().hasTyped).toBe(true)
  })
})

describe('closing', () => {
  it('a backup leads back through Security, where that led to it, and then to the profile', async () => {
    const { actions, now } = await loaded()
    actions.goTo({ kind: 'backup', from: two.id, through: 'security' })
    actions.goTo(pageBefore(now()))
    expect(now().page).toEqual({ kind: 'security', from: two.id })
    actions.goTo(pageBefore(now()))
    expect(now().page).toEqual({ kind: 'profile', id: two.id })
  })

  it('a page that was opened from another page leads back to the profile, too', async () => {
    const { actions, now } = await loaded()
    for (const kind of ['settings', 'inspect', 'licences'] as const) {
      actions.goTo({ kind: 'profile', id: two.id })
      actions.goTo({ kind: 'security', from: originIn(now()) })
      actions.goTo({ kind, from: originIn(now()) })
      expect(now().page).toEqual({ kind, from: two.id })
    }
    actions.goTo(pageBefore(now()))
    expect(now().page).toEqual({ kind: 'settings', from: two.id })
  })

  it('a backup that was reached from the start screen leads back there', async () => {
    const { actions, now } = await loaded([])
    actions.goTo({ kind: 'backup', from: null, through: 'start' })
    expect(pageBefore(now())).toEqual({ kind: 'nothing' })
  })
})

describe('loading', () => {
  it('listens before it asks, so that no change is missed', async () => {
    const { main } = await loaded()
    expect(main.log).toEqual(['subscribe', 'getSnapshot', 'takeOpenedFile'])
  })

  it('shows the first profile by name, numbers in their order', async () => {
    const { now } = await loaded([makeProfile(10), makeProfile(2)])
    expect(profilesStateIn(now())?.order).toEqual([idOf(2), idOf(10)])
    expect(now().page).toEqual({ kind: 'profile', id: idOf(2) })
  })

  it('keeps a change that arrives before the snapshot and is newer', async () => {
    let answer: (result: Result<Snapshot>) => void = () => {}
    const main = createFakeBridge({
      getSnapshot: () =>
        new Promise((resolve) => {
          answer = resolve
        }),
    })
    const { state, actions } = createAppStore(main.bridge, clock)
    const loading = actions.load()
    main.change({
      revision: 7,
      profiles: [
        makeProfile(1, { tokenRun: { what: 'obtain', progress: { kind: 'requesting' } } }),
      ],
    })
    main.change({
      revision: 3,
      profiles: [
        makeProfile(2, { tokenRun: { what: 'obtain', progress: { kind: 'requesting' } } }),
      ],
    })
    answer(ok(makeSnapshot([one, two], 5)))
    await loading
    const profilesState = profilesStateIn(state.getState())
    expect(profilesState?.revision).toBe(7)
    expect(profilesState?.profiles.get(one.id)?.tokenRun?.what).toBe('obtain')
    expect(profilesState?.profiles.get(two.id)?.tokenRun).toBeNull()
  })

  describe('while profiles are still being read', () => {
    const three = makeProfile(3)
    const four = makeProfile(4)

    async function opening() {
      const opening = { atTop: 2, toCome: 2 }
      const snapshot = { ...makeSnapshot([one, two], 5), opening }
      const main = createFakeBridge({
        getSnapshot: () => ok(snapshot),
        reportDrawn: () => ok({}),
      })
      const { state, actions } = createAppStore(main.bridge, clock)
      await actions.load()
      return { main, actions, profilesState: () => profilesStateIn(state.getState()) }
    }

    it('the first drawn list is reported, one with more to come and a whole one', async () => {
      const { main, actions } = await opening()
      actions.reportDrawn()
      expect(main.log.at(-1)).toBe('reportDrawn')
      main.change({ revision: 6, profiles: [three, four] })
      actions.reportDrawn()
      expect(main.log.filter((name) => name === 'reportDrawn')).toHaveLength(2)
    })

    it('the others are shown together, when the last of them is there', async () => {
      const { main, profilesState } = await opening()
      const before = profilesState()
      expect(before).toMatchObject({ order: [one.id, two.id], toCome: 2 })
      main.change({ revision: 6, profiles: [four], toCome: 1 })
      // The very same: nothing is drawn anew.
      expect(profilesState()).toBe(before)
      main.change({ revision: 7, profiles: [three] })
      expect(profilesState()?.order).toEqual([one.id, two.id, three.id, four.id])
      expect(profilesState()?.toCome).toBe(0)
    })

    it('a change of one that is there is shown at once', async () => {
      const { main, profilesState } = await opening()
      main.change({ revision: 6, profiles: [three], toCome: 1 })
      main.change({
        revision: 7,
        profiles: [{ ...one, tokenRun: { what: 'obtain', progress: { kind: 'requesting' } } }],
        toCome: 1,
      })
      expect(profilesState()?.profiles.get(one.id)?.tokenRun?.what).toBe('obtain')
      expect(profilesState()?.order).toEqual([one.id, two.id])
    })

    it('one that has come and changes before all are there is shown as it is then', async () => {
      const { main, profilesState } = await opening()
      main.change({ revision: 6, profiles: [three], toCome: 1 })
      main.change({
        revision: 7,
        profiles: [{ ...three, tokenRun: { what: 'obtain', progress: { kind: 'requesting' } } }],
        toCome: 1,
      })
      main.change({ revision: 8, profiles: [four] })
      expect(profilesState()?.profiles.get(three.id)?.tokenRun?.what).toBe('obtain')
    })

    it('what came before the snapshot, and is in it, is not shown as it was', async () => {
      let answer: (result: Result<Snapshot>) => void = () => {}
      const main = createFakeBridge({
        getSnapshot: () =>
          new Promise((resolve) => {
            answer = resolve
          }),
      })
      const { state, actions } = createAppStore(main.bridge, clock)
      const loading = actions.load()
      main.change({
        revision: 3,
        profiles: [{ ...two, tokenRun: { what: 'obtain', progress: { kind: 'requesting' } } }],
        toCome: 2,
      })
      answer(ok({ ...makeSnapshot([one, two], 5), opening: { atTop: 1, toCome: 1 } }))
      await loading
      // What has been read beside the first waits for the others, too.
      expect(profilesStateIn(state.getState())).toMatchObject({ order: [one.id], toCome: 2 })
      main.change({ revision: 6, profiles: [three] })
      const profilesState = profilesStateIn(state.getState())
      expect(profilesState?.order).toEqual([one.id, two.id, three.id])
      expect(profilesState?.profiles.get(two.id)?.tokenRun).toBeNull()
    })

    it('one that has come and is removed before all are there stays away', async () => {
      const { main, profilesState } = await opening()
      main.change({ revision: 6, profiles: [three], toCome: 1 })
      main.change({ revision: 7, removed: [three.id], toCome: 1 })
      main.change({ revision: 8, profiles: [four] })
      expect(profilesState()?.order).toEqual([one.id, two.id, four.id])
    })

    it('that nothing may be written any more is shown at once', async () => {
      const { main, profilesState } = await opening()
      const protection = { kind: 'read-only', reason: 'in-use' } as const
      main.change({ revision: 6, vault: { ...safeVault, protection }, toCome: 1 })
      expect(profilesState()).toMatchObject({ vault: { protection }, toCome: 2 })
    })

    it('the first profile is shown when it comes, if none was there', async () => {
      const main = createFakeBridge({
        getSnapshot: () => ok({ ...makeSnapshot([], 5), opening: { atTop: 0, toCome: 1 } }),
      })
      const { state, actions } = createAppStore(main.bridge, clock)
      await actions.load()
      main.change({ revision: 6, profiles: [three] })
      expect(state.getState().page).toEqual({ kind: 'profile', id: three.id })
    })
  })

  it('fails with the reason, and can be tried again without listening twice', async () => {
    let isDown = true
    const main = createFakeBridge({
      getSnapshot: () =>
        isDown ? refused({ code: 'internal', incident: '12' }) : ok(makeSnapshot([one])),
    })
    const { state, actions } = createAppStore(main.bridge, clock)
    await actions.load()
    expect(state.getState().phase).toEqual({
      kind: 'failed',
      error: { code: 'internal', incident: '12' },
    })
    isDown = false
    await actions.load()
    expect(state.getState().phase.kind).toBe('ready')
    expect(main.log.filter((entry) => entry === 'subscribe')).toHaveLength(1)
  })

  it('turns a bridge that breaks into an error, not into an endless wait', async () => {
    const { state, actions } = createAppStore(createFakeBridge({}).bridge, clock)
    await actions.load()
    expect(state.getState().phase.kind).toBe('failed')
  })
})

describe('changes', () => {
  it('ignores a change that is older than what is shown', async () => {
    const { main, now } = await loaded()
    main.change({
      revision: 4,
      profiles: [
        makeProfile(1, { tokenRun: { what: 'refresh', progress: { kind: 'requesting' } } }),
      ],
    })
    expect(profilesStateIn(now())?.profiles.get(one.id)?.tokenRun).toBeNull()
  })

  it('leaves the order untouched when no name changes', async () => {
    const { main, now } = await loaded()
    const before = profilesStateIn(now())?.order
    main.change({ revision: 6, profiles: [makeProfile(2, { token: makeToken() })] })
    expect(profilesStateIn(now())?.order).toBe(before)
    main.change({ revision: 7, profiles: [makeProfile(2, {}, { name: 'Zebra' })] })
    expect(profilesStateIn(now())?.order).toEqual([one.id, three.id, two.id])
  })

  it('goes to the next profile when the shown one is deleted, and to the start after the last', async () => {
    const { main, actions, now } = await loaded()
    actions.goTo({ kind: 'profile', id: two.id })
    main.change({ revision: 6, removed: [two.id] })
    expect(now().page).toEqual({ kind: 'profile', id: three.id })
    main.change({ revision: 7, removed: [three.id] })
    expect(now().page).toEqual({ kind: 'profile', id: one.id })
    main.change({ revision: 8, removed: [one.id] })
    expect(now().page).toEqual({ kind: 'nothing' })
  })

  it('leaves the form of another profile open', async () => {
    const { main, actions, now } = await loaded()
    actions.goTo({ kind: 'edit-profile', id: one.id })
    main.change({ revision: 6, removed: [two.id] })
    expect(now().page).toEqual({ kind: 'edit-profile', id: one.id })
  })
})

describe('actions', () => {
  const settings = one.settings
  const draft = { settings, secrets: { password: 'correct horse' } }

  it('shows a created profile and keeps no secret', async () => {
    const { actions, now } = await loaded([one, two], {
      createProfile: () => ok({ id: three.id }),
    })
    expect(await actions.save(null, draft)).toEqual(ok(three.id))
    expect(now().page).toEqual({ kind: 'profile', id: three.id })
    expect(now().toast?.message).toEqual({ kind: 'profile-saved' })
    expect(JSON.stringify(now())).not.toContain('correct horse')
  })

  it('stays in the form when saving is refused', async () => {
    const error = { code: 'not-saved', reason: 'disk-full' } as const
    const { actions, now } = await loaded([one], { createProfile: () => refused(error) })
    actions.goTo({ kind: 'new-profile', from: one.id })
    expect(await actions.save(null, draft)).toEqual(refused(error))
    expect(now().page.kind).toBe('new-profile')
  })

  it('changes no profile before main reports the change', async () => {
    const { main, now, run } = await loaded([one], { changeMarks: () => ok({}) })
    await run('changeMarks', { id: one.id, marks: { keepFresh: true } })
    expect(optionOf(profilesStateIn(now())?.profiles.get(one.id)?.settings, 'keepFresh')).toBe(
      false,
    )
    main.change({ revision: 6, profiles: [makeProfile(1, {}, { keepFresh: true })] })
    expect(optionOf(profilesStateIn(now())?.profiles.get(one.id)?.settings, 'keepFresh')).toBe(true)
  })

  it('shows how long a copied header is valid', async () => {
    const { now, run } = await loaded([one], {
      copyHeader: () =>
        ok({ expiresAt: noon + 58 * minute, renewal: 'renewed', clearedAfter: 60 } as const),
    })
    await run('copyHeader', { id: one.id })
    expect(now().toast?.message).toEqual({
      kind: 'copied',
      form: 'header',
      validFor: 58 * minute,
      of: null,
      renewal: 'renewed',
      clearedAfter: 60,
      request: null,
    })
    const first = now().toast?.number
    await run('copyHeader', { id: one.id })
    expect(now().toast?.number).not.toBe(first)
  })

  it('removes the toast of a deleted profile, and keeps those of others', async () => {
    const { actions, now, main, run } = await loaded([one, two], {
      copyHeader: () => ok({ expiresAt: null, renewal: 'not-needed', clearedAfter: null } as const),
      copyReport: () => ok({}),
      deleteProfile: () => ok({}),
    })
    await run('copyHeader', { id: two.id })
    main.change({ revision: 6, removed: [idOf(9)] })
    expect(now().toast?.message).toMatchObject({ kind: 'copied', of: 'Profile 2' })
    main.change({ revision: 7, removed: [two.id] })
    expect(now().toast).toBeNull()
    await run('copyReport', { id: one.id })
    main.change({ revision: 8, removed: [one.id] })
    expect(now().toast).toBeNull()
    await actions.deleteProfile(one.id)
    main.change({ revision: 9, removed: [one.id] })
    expect(now().toast?.message.kind).toBe('profile-deleted')
  })

  it('names the profile of a copied token, if it is not on show', async () => {
    const { actions, now, run } = await loaded([one, two], {
      copyHeader: () => ok({ expiresAt: null, renewal: 'not-needed', clearedAfter: null } as const),
    })
    await run('copyHeader', { id: two.id })
    expect(now().toast?.message).toMatchObject({ kind: 'copied', of: 'Profile 2' })
    actions.goTo({ kind: 'profile', id: two.id })
    await run('copyHeader', { id: two.id })
    expect(now().toast?.message).toMatchObject({ kind: 'copied', of: null })
  })

  it('shows whether the address of a copied request is known', async () => {
    const asked: unknown[] = []
    const own = makeProfile(2, {}, { apiAddress: 'https://api.example/me' })
    const { now, run } = await loaded([one, own], {
      copySnippet: (input) => {
        asked.push(input)
        return ok({ expiresAt: null, renewal: 'not-needed', clearedAfter: null } as const)
      },
    })
    await run('copySnippet', { id: one.id, form: 'curl' })
    expect(now().toast?.message).toMatchObject({ form: 'curl', request: { host: null } })
    await run('copySnippet', { id: own.id, form: 'curl' })
    expect(now().toast?.message).toMatchObject({ form: 'curl', request: { host: 'api.example' } })
    expect(asked).toEqual([
      { id: one.id, form: 'curl' },
      { id: own.id, form: 'curl' },
    ])
  })

  it('knows the API address of a provider and of the practice server, and prefers the one of the profile', async () => {
    const { now } = await loaded([
      makeProfile(1, {}, { presetId: 'strict' }),
      makeProfile(2, {}, { presetId: 'practice', tokenEndpoint: 'http://127.0.0.1:9/token' }),
      makeProfile(3, {}, { presetId: 'own-server' }),
      makeProfile(4, {}, { presetId: 'strict', apiAddress: 'https://api.example/me' }),
    ])
    const addresses = [1, 2, 3, 4].map((number) => apiAddressIn(now(), idOf(number)))
    expect(addresses).toEqual([
      'https://api.strict.example/',
      'http://127.0.0.1:9/hello',
      null,
      'https://api.example/me',
    ])
  })

  it('shows why a click could not be done, until the next one', async () => {
    const error = { code: 'clipboard-unavailable' } as const
    const { now, run } = await loaded([one], {
      copyToken: () => refused(error),
      cancelRequest: () => ok({}),
    })
    await run('copyToken', { id: one.id })
    expect(now().trouble).toEqual(error)
    expect(now().toast).toBeNull()
    await run('cancelRequest', { id: one.id })
    expect(now().trouble).toBeNull()
  })

  it('leaves a failed request to the profile, and shows a toast for success only', async () => {
    let outcome: { kind: 'obtained' } | { kind: 'user-refused'; status: 403; oauthError: null } = {
      kind: 'user-refused',
      status: 403,
      oauthError: null,
    }
    // The answer may arrive before the change of the profile: the token is not there yet.
    const { now, run } = await loaded([makeProfile(1, { token: null })], {
      obtainToken: () => ok({ outcome, expiresAt: noon + 60 * minute }),
    })
    await run('obtainToken', { id: one.id })
    expect(now().toast).toBeNull()
    outcome = { kind: 'obtained' }
    await run('obtainToken', { id: one.id })
    expect(now().toast?.message).toEqual({ kind: 'obtained', validFor: 60 * minute })
  })

  it('does not praise a token beside the failure of the next request', async () => {
    const refusal = { kind: 'needs-sign-in', status: 400, oauthError: 'invalid_grant' } as const
    const { now, run } = await loaded([one], {
      obtainToken: () => ok({ outcome: { kind: 'obtained' }, expiresAt: noon + 60 * minute }),
      refreshToken: () => ok({ outcome: refusal, expiresAt: null }),
    })
    await run('obtainToken', { id: one.id })
    await run('refreshToken', { id: one.id })
    expect(now().toast).toBeNull()
  })

  it('shows nothing of a sign-in that ends because the user started another', async () => {
    const cancelled = ok({ outcome: { kind: 'cancelled' }, expiresAt: null } as const)
    let end: (result: typeof cancelled) => void = () => {}
    const first = new Promise<typeof cancelled>((resolve) => {
      end = resolve
    })
    let endOther: (result: typeof cancelled) => void = () => {}
    const other = new Promise<typeof cancelled>((resolve) => {
      endOther = resolve
    })
    const { now, run } = await loaded([one, two], {
      obtainToken: ({ id }) => (id === one.id ? first : cancelled),
      signInAsSomebodyElse: () => other,
    })
    const replaced = run('obtainToken', { id: one.id })
    const replacing = run('signInAsSomebodyElse', { id: one.id })
    end(cancelled)
    await replaced
    expect(now().toast).toBeNull()
    // One of another profile is not replaced.
    await run('obtainToken', { id: two.id })
    expect(now().toast?.message).toEqual({ kind: 'cancelled' })
    endOther(cancelled)
    await replacing
    expect(now().toast).toMatchObject({ message: { kind: 'cancelled' }, about: one.id })
  })

  it('shows which method worked as the profile has it, and leaves a failure to its card', async () => {
    let outcome: Outcome = { kind: 'obtained' }
    const { main, actions, now, run } = await loaded([one], {
      tryOtherMethods: () => ok({ outcome, expiresAt: null }),
    })
    expect(toastProfileIn(now())).toBeUndefined()
    await run('tryOtherMethods', { id: one.id })
    expect(now().toast?.message).toEqual({ kind: 'way-found', id: one.id })
    // The change of the profile may come after the answer.
    main.change({ revision: 6, profiles: [makeProfile(1, {}, { clientAuthentication: 'body' })] })
    expect(optionOf(toastProfileIn(now())?.settings, 'clientAuthentication')).toBe('body')

    actions.dismiss('toast')
    outcome = { kind: 'client-refused', status: 401, oauthError: 'invalid_client' }
    await run('tryOtherMethods', { id: one.id })
    expect(now().toast).toBeNull()
    outcome = { kind: 'cancelled' }
    await run('tryOtherMethods', { id: one.id })
    expect(now().toast?.message).toEqual({ kind: 'cancelled' })
  })

  it('shows that a report was copied, or why it was not', async () => {
    const error = { code: 'no-report' } as const
    let result: Result<Record<string, never>> = refused(error)
    const { now, run } = await loaded([one], { copyReport: () => result })
    await run('copyReport', { id: one.id })
    expect(now().trouble).toEqual(error)
    expect(now().toast).toBeNull()
    result = ok({})
    await run('copyReport', { id: one.id })
    expect(now().trouble).toBeNull()
    expect(now().toast?.message).toEqual({ kind: 'report-copied' })
  })

  it('goes to the practice profile, and reports that it is starting meanwhile', async () => {
    const { actions, now } = await loaded([], { startPractice: () => ok({ id: three.id }) })
    const started = actions.startPractice('browser')
    expect(now().practiceStarting).toBe('browser')
    await started
    expect(now().practiceStarting).toBeNull()
    expect(now().page).toEqual({ kind: 'profile', id: three.id })
  })

  it('names the deleted profile', async () => {
    const { actions, now } = await loaded([one], { deleteProfile: () => ok({}) })
    actions.set({ deleting: one.id })
    await actions.deleteProfile(one.id)
    expect(now().deleting).toBeNull()
    expect(now().toast?.message).toEqual({ kind: 'profile-deleted', name: 'Profile 1' })
  })
})

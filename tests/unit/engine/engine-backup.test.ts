import { describe, expect, it } from 'vitest'
import type { BackedUpProfile } from '../../../src/main/engine/backed-up-profile.ts'
import type { SealedPart, StoredProfile } from '../../../src/main/engine/stored-profile.ts'
import { Failure } from '../../../src/shared/errors.ts'
import { backedUpProfile } from '../../support/backup/documents.ts'
import { draftOf } from '../../support/engine/drafts.ts'
import { deferred, rotating, startEngine } from '../../support/engine/engine-under-test.ts'
import { settled } from '../../support/engine/manual-clock.ts'
import { sampleProfile } from '../../support/ports/sample-profile.ts'
import { optionOf, optionsOf, withSettings } from '../../support/profiles/settings.ts'

const merge = (profiles: readonly BackedUpProfile[], different: 'keep' | 'take' = 'take') =>
  ({ profiles, different, remove: [] }) as const
const nothing = { added: 0, changed: 0, removed: 0, stoppedBy: null }
const diskFull = { code: 'not-saved', reason: 'disk-full' } as const

/** A profile that refreshes with a token that was typed. */
const refreshing = () =>
  draftOf({ grantType: 'refreshToken', userName: '' }, { clientSecret: 's', refreshToken: 'typed' })

function withSealed(
  stored: ReturnType<typeof sampleProfile>,
  change: Partial<SealedPart>,
): StoredProfile {
  return { ...stored, sealed: { ...stored.sealed, ...change } }
}

describe('what is backed up', () => {
  it('is all that was typed into a profile, and no token', async () => {
    const stored = sampleProfile('Reports')
    const { engine } = await startEngine({ stored: [stored] })
    const backup = engine.backUp()
    const { id, settings, sealed } = stored
    expect(backup).toEqual({
      profiles: [{ id, settings, secrets: sealed.secrets, withoutRefreshToken: false }],
      notIncluded: [],
    })
    expect(JSON.stringify(backup)).not.toContain(sealed.token?.accessToken)
    expect(JSON.stringify(backup)).not.toContain(sealed.token?.refreshToken)
  })

  it('is no practice profile, and names those that are locked', async () => {
    const locked = { ...sampleProfile('Locked'), sealed: 'locked' as const }
    const { engine } = await startEngine({ stored: [locked] })
    await engine.create(draftOf({ name: 'Practice' }), 'session')
    expect(engine.backUp()).toEqual({
      profiles: [],
      notIncluded: [{ id: locked.id, name: 'Locked' }],
    })
  })

  it('holds a typed refresh token until that was used up for a newer one', async () => {
    const { engine, http, create } = await startEngine()
    http.serve(rotating)
    const id = await create(refreshing())
    expect(engine.backUp().profiles[0]).toMatchObject({
      secrets: { refreshToken: 'typed' },
      withoutRefreshToken: false,
    })
    await engine.refresh(id)
    const [profile] = engine.backUp().profiles
    expect(profile).toMatchObject({ withoutRefreshToken: true })
    expect(profile?.secrets).toEqual({ clientSecret: 's' })
  })
})

describe('what a backup would change', () => {
  it('is compared profile by profile, and changes nothing', async () => {
    const [same, edited, locked, later] = ['Same', 'Edited', 'Locked', 'Later'].map((name) =>
      sampleProfile(name),
    )
    if (!same || !edited || !locked || !later) throw new Error('there are four')
    const { engine, store } = await startEngine({
      stored: [
        same,
        withSealed(edited, { secrets: { password: 'another' } }),
        { ...locked, sealed: 'locked' },
        later,
      ],
    })
    const gone = sampleProfile('Gone')
    const profiles = [same, edited, locked, gone].map(({ settings, id }) =>
      backedUpProfile(optionsOf(settings).name, id),
    )
    expect(engine.compareBackup({ profiles, notIncluded: [] })).toEqual({
      fresh: [{ id: gone.id, name: 'Gone' }],
      same: [{ id: same.id, name: 'Same' }],
      different: [{ id: edited.id, name: 'Edited' }],
      locked: [{ id: locked.id, name: 'Locked' }],
      missing: [{ id: later.id, name: 'Later' }],
      notIncluded: [],
      withoutRefreshToken: [],
    })
    expect(store.writes).toBe(0)
  })

  it('never is the loss of what the backup knows by name alone, of what is locked, or of practice', async () => {
    const known = sampleProfile('Could not be read then')
    const locked = { ...sampleProfile('Locked'), sealed: 'locked' as const }
    const { engine } = await startEngine({ stored: [known, locked] })
    await engine.create(draftOf(), 'session')
    const notIncluded = [{ id: known.id, name: 'Could not be read then' }]
    expect(engine.compareBackup({ profiles: [], notIncluded })).toMatchObject({
      missing: [],
      notIncluded,
    })
  })

  it('is nothing for a profile whose refresh token alone was left out', async () => {
    const { engine, http, create } = await startEngine()
    http.serve(rotating)
    const id = await create(refreshing())
    await engine.refresh(id)
    const backup = engine.backUp()
    expect(engine.compareBackup(backup)).toMatchObject({ same: [{ id }], different: [] })
    expect(await engine.restore(merge(backup.profiles))).toEqual(nothing)
  })
})

describe('a restore', () => {
  it('restores everything into an empty list, on disk and working', async () => {
    const home = await startEngine()
    const id = await home.create(draftOf({ keepFresh: false }))
    const { profiles } = home.engine.backUp()
    const { engine, http, view, store } = await startEngine()
    http.serve(rotating)
    expect(await engine.restore(merge(profiles))).toEqual({ ...nothing, added: 1 })
    expect(store.durable.get(id)).toMatchObject({
      settings: profiles[0]?.settings,
      sealed: { secrets: profiles[0]?.secrets, token: null },
    })
    expect(await engine.obtain(id)).toEqual({ kind: 'obtained' })
    expect(view(id).token).not.toBeNull()
  })

  it('requests no token, even for profiles that are kept fresh', async () => {
    const { engine, http, clock } = await startEngine()
    await engine.restore(merge([backedUpProfile('Reports')]))
    await clock.advance(48 * 3_600_000)
    expect(http.requests).toEqual([])
  })

  it('keeps the existing profile or takes the backup’s, as chosen; the token stays', async () => {
    const here = sampleProfile('Mine')
    const { engine, sealed, view } = await startEngine({ stored: [here] })
    const other = { ...backedUpProfile('Theirs', here.id), secrets: { password: 'theirs' } }
    expect(await engine.restore(merge([other], 'keep'))).toEqual(nothing)
    expect(optionsOf(view(here.id).settings).name).toBe('Mine')
    expect(await engine.restore(merge([other], 'take'))).toEqual({ ...nothing, changed: 1 })
    expect(optionsOf(view(here.id).settings).name).toBe('Theirs')
    expect(sealed(here.id)).toEqual({
      secrets: { password: 'theirs' },
      secretsRevision: 4,
      token: here.sealed.token,
    })
  })

  it('with a refresh token that is another one forgets what was known of the old one', async () => {
    const here = {
      ...withSealed(sampleProfile('Mine'), { secrets: { refreshToken: 'old' } }),
      needsSignIn: true,
    }
    const { engine, store } = await startEngine({ stored: [here] })
    const brought = { ...backedUpProfile('Mine', here.id), secrets: { refreshToken: 'new' } }
    await engine.restore(merge([brought]))
    expect(store.durable.get(here.id)).toMatchObject({
      needsSignIn: false,
      lostAnswers: 0,
      sealed: { token: { refreshToken: null } },
    })
  })

  it('waits for a run under way, and loses no token of it', async () => {
    const { engine, http, create, sealed } = await startEngine()
    const answer = deferred<ReturnType<typeof rotating>>()
    http.serve(() => answer.promise)
    const id = await create()
    const tokenRun = engine.obtain(id)
    await settled()
    const [mine] = engine.backUp().profiles
    if (mine === undefined) throw new Error('it is there')
    const renamed = { ...mine, settings: withSettings(mine.settings, { name: 'Renamed' }) }
    await engine.restore(merge([renamed]))
    answer.resolve(rotating(null, 0))
    expect(await tokenRun).toEqual({ kind: 'obtained' })
    expect(sealed(id).token).toMatchObject({ accessToken: 'access-1', refreshToken: 'refresh-1' })
    expect(optionOf(engine.profiles()[0]?.settings, 'name')).toBe('Renamed')
  })

  it('removes only the chosen profiles, and only when all else is durable', async () => {
    const unwanted = sampleProfile('Unwanted')
    const { engine, store } = await startEngine({ stored: [unwanted] })
    const fresh = backedUpProfile('Fresh')
    const go = store.hold()
    const restored = engine.restore({ profiles: [fresh], different: 'take', remove: [unwanted.id] })
    await settled()
    expect(store.writes).toBe(1)
    go()
    expect(await restored).toEqual({ ...nothing, added: 1, removed: 1 })
    expect([...store.durable.keys()]).toEqual([fresh.id])
  })

  it('that can’t be written ends with the reason, removes nothing, and can be run again', async () => {
    const unwanted = sampleProfile('Unwanted')
    const edited = sampleProfile('Edited')
    const { engine, store, view } = await startEngine({ stored: [unwanted, edited] })
    const profiles = [
      { ...backedUpProfile('Was edited', edited.id) },
      ...Array.from({ length: 40 }, (_, index) => backedUpProfile(`Fresh ${index}`)),
    ]
    const plan = { profiles, different: 'take', remove: [unwanted.id] } as const
    store.failWith(diskFull)
    expect(await engine.restore(plan)).toEqual({ ...nothing, stoppedBy: diskFull })
    expect(optionsOf(view(edited.id).settings).name).toBe('Edited')
    expect(engine.profiles()).toHaveLength(2)
    expect([...store.durable.keys()]).toEqual([unwanted.id, edited.id])
    store.failWith(null)
    expect(await engine.restore(plan)).toEqual({
      added: 40,
      changed: 1,
      removed: 1,
      stoppedBy: null,
    })
    expect(await engine.restore(plan)).toEqual(nothing)
  })

  it('into a read-only or locked vault changes nothing and reports it', async () => {
    const { engine, store } = await startEngine()
    store.failWith({ code: 'vault-read-only' })
    const restored = await engine.restore(merge([backedUpProfile('Fresh')]))
    expect(restored).toEqual({ ...nothing, stoppedBy: { code: 'vault-read-only' } })
    expect(engine.profiles()).toEqual([])
  })

  it('passes a bug on as a bug', async () => {
    const { engine, store } = await startEngine()
    store.breakWith(new TypeError('a bug'))
    await expect(engine.restore(merge([backedUpProfile('Fresh')]))).rejects.not.toBeInstanceOf(
      Failure,
    )
  })
})

import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ProfileStore } from '../../../src/main/engine/ports.ts'
import type { StoredProfile } from '../../../src/main/engine/stored-profile.ts'
import { makeSettings, optionOf, optionsOf } from '../profiles/settings.ts'
import { sampleProfile, tokenOf, withToken } from './sample-profile.ts'

export interface StoreUnderTest {
  readonly store: ProfileStore
  /** A store over what the first made durable, as after a restart. */
  restart(): ProfileStore
  stop(): Promise<void>
}

function byName(profiles: readonly StoredProfile[]): readonly StoredProfile[] {
  return [...profiles].sort((a, b) =>
    optionsOf(a.settings).name.localeCompare(optionsOf(b.settings).name),
  )
}

/** What the engine relies on; `create` gives an empty store that may write secrets. */
export function describeProfileStore(name: string, create: () => Promise<StoreUnderTest>): void {
  describe(`profile store: ${name}`, () => {
    let subject: StoreUnderTest
    beforeEach(async () => {
      subject = await create()
    })
    afterEach(() => subject.stop())

    it('begins empty and protected', async () => {
      expect(await subject.store.open()).toEqual([])
      expect(subject.store.view()).toMatchObject({
        protection: { kind: 'key-store' },
        quarantined: 0,
      })
    })

    it('gives back everything that was saved', async () => {
      const saved = [sampleProfile('a'), sampleProfile('b'), sampleProfile('c')]
      await subject.store.open()
      await Promise.all(saved.map((profile) => subject.store.save(profile)))
      expect(byName(await subject.restart().open())).toEqual(saved)
    })

    it('gives back a profile that has no secrets and no token yet', async () => {
      const bare = { ...sampleProfile(), sealed: { secrets: {}, secretsRevision: 0, token: null } }
      await subject.store.open()
      await subject.store.save(bare)
      expect(await subject.restart().open()).toEqual([bare])
    })

    it('keeps the last of many saves that were not awaited', async () => {
      const profile = sampleProfile()
      await subject.store.open()
      const saves = Array.from({ length: 30 }, (_, index) =>
        subject.store.save(withToken(profile, `token-${index}`)),
      )
      await Promise.all(saves)
      expect((await subject.restart().open()).map(tokenOf)).toEqual(['token-29'])
    })

    it('saves a profile as it was at the call', async () => {
      const profile = structuredClone(sampleProfile())
      await subject.store.open()
      const saving = subject.store.save(profile)
      Object.assign(profile.settings, makeSettings({ name: 'changed meanwhile' }))
      await saving
      const [read] = await subject.restart().open()
      expect(optionOf(read?.settings, 'name')).toBe('Reports')
    })

    it('forgets what is removed, and nothing else', async () => {
      const [kept, removed] = [sampleProfile('kept'), sampleProfile('removed')]
      await subject.store.open()
      for (const profile of [kept, removed]) {
        await subject.store.save(profile)
        await subject.store.save(withToken(profile, 'the next'))
      }
      await subject.store.remove(removed.id)
      expect(await subject.restart().open()).toEqual([withToken(kept, 'the next')])
    })

    it('does saves and removals in the order of the calls', async () => {
      const profile = sampleProfile()
      await subject.store.open()
      const calls = [
        subject.store.save(profile),
        subject.store.remove(profile.id),
        subject.store.save(withToken(profile, 'back again')),
      ]
      await Promise.all(calls)
      expect((await subject.restart().open()).map(tokenOf)).toEqual(['back again'])
    })

    it('removes what is not there without a word', async () => {
      await subject.store.open()
      await subject.store.remove(sampleProfile().id)
      expect(await subject.restart().open()).toEqual([])
    })
  })
}

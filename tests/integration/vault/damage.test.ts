import { copyFile, readFile, rename, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { recordFormat } from '../../../src/main/vault/migrations.ts'
import { Failure } from '../../../src/shared/errors.ts'
import { sampleProfile, tokenOf, withToken } from '../../support/ports/sample-profile.ts'
import { optionsOf } from '../../support/profiles/settings.ts'
import { flipBit } from '../../support/vault/damage.ts'
import { useVault } from './vault-fixture.ts'

describe('damage on disk', () => {
  const vault = useVault()
  const profile = sampleProfile('the damaged one')
  const neighbour = sampleProfile('the neighbour')
  const current = () => vault.path('records', `${profile.id}.json`)
  const previous = () => vault.path('records', `${profile.id}.previous.json`)

  async function fill(): Promise<void> {
    const { store } = await vault.open()
    await store.save(neighbour)
    await store.save(withToken(profile, 'first'))
    await store.save(withToken(profile, 'second'))
  }

  async function tokens() {
    const { store, profiles } = await vault.open()
    const byName = Object.fromEntries(
      profiles.map((each) => [optionsOf(each.settings).name, tokenOf(each)]),
    )
    const older = profiles.filter(({ id }) => store.isOlder(id)).length
    return { byName, older, quarantined: store.view().quarantined }
  }

  const neighbourAlone = { 'the neighbour': tokenOf(neighbour) }

  it('sets a damaged file aside as it is, and goes back to the generation before', async () => {
    await fill()
    const size = (await stat(current())).size
    for (const length of [0, 1, Math.floor(size / 2), size - 1]) {
      const good = await readFile(current())
      await truncate(current(), length)
      const found = await tokens()
      expect(found).toEqual({
        byName: { ...neighbourAlone, 'the damaged one': 'first' },
        older: 1,
        quarantined: 0,
      })
      const aside = Object.entries(await vault.files()).filter(([name]) =>
        name.startsWith(join('quarantine', profile.id)),
      )
      expect(aside.map(([, hex]) => hex)).toContain(good.toString('hex', 0, length))
      // Until it is saved, also at the starts that found nothing to set aside.
      expect((await tokens()).older).toBe(1)
      await writeFile(current(), good)
    }
    const names = Object.keys(await vault.files()).filter((name) => name.startsWith('quarantine'))
    expect(names).toHaveLength(4)
  })

  // That each is recognised, tests/unit/vault/record-file.test.ts proves; here, what follows.
  it('does so for 128 records, each cut off at another length or with another bit flipped', async () => {
    const { store } = await vault.open()
    const profiles = Array.from({ length: 128 }, (_, index) => sampleProfile(`${index}`))
    await Promise.all(profiles.map((each) => store.save(withToken(each, 'first'))))
    await Promise.all(profiles.map((each) => store.save(withToken(each, 'second'))))
    const damagedBytes = new Set<string>()
    await Promise.all(
      profiles.map(async ({ id }, index) => {
        const path = vault.path('records', `${id}.json`)
        const good = await readFile(path)
        const part = (index + 0.5) / profiles.length
        const bit = Math.floor(part * good.length) * 8 + (index % 8)
        const bytes =
          index % 2 === 0 ? good.subarray(0, Math.floor(part * good.length)) : flipBit(good, bit)
        damagedBytes.add(bytes.toString('hex'))
        await writeFile(path, bytes)
      }),
    )

    const found = await tokens()
    expect(found).toMatchObject({ older: profiles.length, quarantined: 0 })
    expect(Object.values(found.byName)).toEqual(profiles.map(() => 'first'))
    const aside = Object.entries(await vault.files()).filter(([name]) =>
      name.startsWith('quarantine'),
    )
    expect(new Set(aside.map(([, hex]) => hex))).toEqual(damagedBytes)
  })

  it('sets aside both generations and loses only that profile, which every start says', async () => {
    await fill()
    await truncate(current(), 10)
    await truncate(previous(), 10)
    const lost = { byName: neighbourAlone, older: 0, quarantined: 1 }
    expect(await tokens()).toEqual(lost)
    expect(await tokens()).toEqual(lost)
    await (await vault.open()).store.save(profile)
    expect(await tokens()).toMatchObject({ older: 0, quarantined: 0 })
  })

  it('takes the generation before when the file is missing', async () => {
    await fill()
    await rm(current())
    const found = await tokens()
    expect(found).toEqual({
      byName: { ...neighbourAlone, 'the damaged one': 'first' },
      older: 1,
      quarantined: 0,
    })
  })

  it('saves again over a generation before, without losing it on the way', async () => {
    await fill()
    await truncate(current(), 10)
    const { store } = await vault.open()
    const before = await readFile(previous())
    expect(store.isOlder(profile.id)).toBe(true)
    await store.save(withToken(profile, 'third'))
    expect(store.isOlder(profile.id)).toBe(false)
    expect(await readFile(previous())).toEqual(before)
    expect(await tokens()).toMatchObject({ byName: { 'the damaged one': 'third' }, older: 0 })
  })

  it('does not take the file of one profile for that of another', async () => {
    await fill()
    await rm(previous())
    await copyFile(vault.path('records', `${neighbour.id}.json`), current())
    expect(await tokens()).toEqual({ byName: neighbourAlone, older: 0, quarantined: 1 })
  })

  it('does not bring a removed profile back from the quarantine or from anywhere', async () => {
    await fill()
    await truncate(current(), 10)
    const { store } = await vault.open()
    await store.remove(profile.id)
    expect(Object.keys(await vault.files()).filter((name) => name.includes(profile.id))).toEqual([])
    expect((await tokens()).byName).toEqual(neighbourAlone)
  })

  it('clears away what a cut-off write left, and leaves strange files alone', async () => {
    await fill()
    await copyFile(current(), `${current()}.0011aabb.tmp`)
    await writeFile(vault.path('records', 'notes.txt'), 'mine')
    await vault.open()
    const names = Object.keys(await vault.files())
    expect(names.filter((name) => name.endsWith('.tmp'))).toEqual([])
    expect(names).toContain(join('records', 'notes.txt'))
  })

  it('never writes a record of a later version, and works with the others', async () => {
    await fill()
    await vault.edit(join('records', `${profile.id}.json`), (file) =>
      Object.assign(file, { format: recordFormat + 1, more: true }),
    )
    const before = await vault.files()
    const { store, profiles } = await vault.open()
    const shown = profiles.find(({ id }) => id === profile.id)
    expect(shown).toEqual({ ...profile, sealed: 'locked' })
    const refusal = new Failure({ code: 'vault-read-only' })
    await expect(store.save(profile)).rejects.toEqual(refusal)
    await expect(store.remove(profile.id)).rejects.toEqual(refusal)
    expect(await vault.files()).toEqual(before)
    await store.save(withToken(neighbour, 'next'))
    expect((await tokens()).byName['the neighbour']).toBe('next')
  })

  it('keeps a record of another vault locked', async () => {
    const { folder } = vault
    await fill()
    await rename(folder, `${folder}-other`)
    await (await vault.open()).store.save(neighbour)
    await copyFile(
      join(`${folder}-other`, 'records', `${profile.id}.json`),
      vault.path('records', `${profile.id}.json`),
    )
    const before = await vault.files()
    const { store, profiles } = await vault.open()
    expect(profiles.find(({ id }) => id === profile.id)?.sealed).toBe('locked')
    await expect(store.save(profile)).rejects.toEqual(new Failure({ code: 'vault-locked' }))
    expect(await vault.files()).toEqual(before)
  })
})

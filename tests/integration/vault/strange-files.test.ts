import { copyFileSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { maxRecordBytes } from '../../../src/main/vault/record-file.ts'
import { sized } from '../../support/deep.ts'
import {
  fillWithForeign,
  makeSparse,
  strangeNames,
  strangePlaces,
} from '../../support/files/strange-files.ts'
import { sampleProfile, tokenOf, withToken } from '../../support/ports/sample-profile.ts'
import { useVault } from './vault-fixture.ts'

// Links to devices are files of the system that no test may move away: they have tests of their own.
const own = strangeNames.filter((name) => !name.startsWith('a link'))

describe.runIf(process.platform === 'linux')('a vault', () => {
  const vault = useVault()
  const profile = withToken(sampleProfile('Reports'), 'kept')
  const other = withToken(sampleProfile('Payroll'), 'other')
  const current = () => vault.path('records', `${profile.id}.json`)

  async function fill() {
    const { store } = await vault.open()
    await store.save(profile)
    await store.save(other)
    await store.save(other)
    await store.close()
  }

  it.each(own)('opens with %s in the place of its own file, by the second copy', async (place) => {
    await fill()
    rmSync(vault.path('vault.json'))
    await strangePlaces[place](vault.path('vault.json'))
    const { profiles, store } = await vault.open()
    expect(profiles.map(tokenOf).sort()).toEqual(['kept', 'other'])
    await store.close()
  })

  it.each(own)('is locked with %s in the place of both copies', async (place) => {
    await fill()
    for (const name of ['vault.json', 'vault.previous.json']) {
      rmSync(vault.path(name))
      await strangePlaces[place](vault.path(name))
    }
    const { store } = await vault.open()
    const protection = { kind: 'locked', reason: 'vault-damaged' }
    expect(store.view()).toMatchObject({ protection })
  })

  it.each(own)('sets %s in the place of a record aside and opens the others', async (place) => {
    await fill()
    rmSync(current())
    await strangePlaces[place](current())
    const { profiles, store } = await vault.open()
    expect(profiles.map(tokenOf)).toEqual(['other'])
    expect(store.view()).toMatchObject({ quarantined: 1, unreadable: 0, tooLarge: 0 })
    expect(readdirSync(vault.path('quarantine'))).toHaveLength(1)
    await store.close()
  })

  it.each(own)('opens, and writes, with %s in the place of its lock', async (place) => {
    await fill()
    if (place !== 'a folder') {
      rmSync(vault.path('lock.json'), { force: true })
      await strangePlaces[place](vault.path('lock.json'))
    }
    const { profiles, store } = await vault.open()
    expect(profiles).toHaveLength(2)
    await store.save(withToken(profile, 'new'))
    await store.close()
    expect((await vault.open()).profiles.map(tokenOf).sort()).toEqual(['new', 'other'])
  })

  it.each(own)('saves a record although %s has come into its place', async (place) => {
    const { store } = await vault.open()
    await store.save(profile)
    rmSync(current())
    await strangePlaces[place](current())
    await store.save(withToken(profile, 'new'))
    await store.close()
    expect((await vault.open()).profiles.map(tokenOf)).toEqual(['new'])
  })

  it.each([maxRecordBytes + 1, 2 ** 31])(
    'leaves a record of %i bytes alone, says so and opens the others',
    async (bytes) => {
      await fill()
      makeSparse(current(), bytes)
      const { profiles, store } = await vault.open()
      expect(profiles.map(tokenOf)).toEqual(['other'])
      expect(store.view()).toMatchObject({ quarantined: 0, unreadable: 0, tooLarge: 1 })
      await expect(store.save(withToken(profile, 'new'))).rejects.toMatchObject({
        error: { code: 'vault-read-only' },
      })
      expect(statSync(current()).size).toBe(bytes)
      await store.close()
    },
  )

  it('shows the generation before a record that is too large, and writes over neither', async () => {
    const { store } = await vault.open()
    await store.save(withToken(profile, 'old'))
    await store.save(withToken(profile, 'new'))
    await store.close()
    copyFileSync(current(), `${vault.path('..')}/copy`)
    makeSparse(current(), maxRecordBytes + 1)
    const again = await vault.open()
    expect(again.profiles.map(({ sealed }) => sealed)).toEqual(['locked'])
    expect(again.store.view()).toMatchObject({ tooLarge: 1 })
    await again.store.close()
    renameSync(`${vault.path('..')}/copy`, current())
    expect((await vault.open()).profiles.map(tokenOf)).toEqual(['new'])
  })

  it('writes nothing over a record that has become too large meanwhile', async () => {
    const { store } = await vault.open()
    await store.save(profile)
    makeSparse(current(), maxRecordBytes + 1)
    await expect(store.save(withToken(profile, 'new'))).rejects.toThrow()
    expect(statSync(current()).size).toBe(maxRecordBytes + 1)
    await store.close()
  })

  const many = sized({ usual: 10_000, deep: 100_000 })
  it(`opens in seconds with ${many} foreign files among its records, and keeps them`, async () => {
    await fill()
    fillWithForeign(vault.path('records'), many)
    for (const name of ['.', 'quarantine']) fillWithForeign(vault.path(name), 1000)
    const begun = performance.now()
    const { profiles, store } = await vault.open()
    expect(performance.now() - begun).toBeLessThan(5000)
    expect(profiles).toHaveLength(2)
    await store.save(withToken(profile, 'new'))
    await store.close()
    const foreign = readdirSync(vault.path('records')).filter((name) => name.startsWith('foreign-'))
    expect(foreign).toHaveLength(many)
  }, 60_000)
})

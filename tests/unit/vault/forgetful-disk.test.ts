import { describe, expect, it } from 'vitest'
import type { Disk } from '../../../src/main/vault/disk.ts'
import { syncFolder } from '../../../src/main/vault/durable-file.ts'
import { seedOr, sized } from '../../support/deep.ts'
import type { ForgetfulDisk } from '../../support/vault/forgetful-disk.ts'
import { livePowerCuts, realWays, type Ways } from '../../support/vault/power-cuts.ts'

const schedules = sized({ usual: 200, deep: 10_000 })
/** Seeds in which the model has to find a mistake. */
const maxSearched = 2000

/** What was wrong in the first of some schedules in which something was. */
async function firstWrong(
  count: number,
  ways: Ways = realWays,
  adapt?: (disk: ForgetfulDisk) => Disk,
) {
  const first = seedOr(1)
  for (let seed = first; seed < first + count; seed += 1) {
    const wrong = await livePowerCuts(seed, ways, adapt)
    if (wrong.length > 0) return { seed, wrong }
  }
  return undefined
}

describe('a disk that forgets what was not synced', () => {
  it(`loses nothing acknowledged, and brings nothing else about, in ${schedules} schedules`, {
    timeout: 240_000,
  }, async () => {
    expect(await firstWrong(schedules)).toBeUndefined()
  })

  it('loses nothing where there are no hard links either', { timeout: 240_000 }, async () => {
    const withoutLinks = (disk: ForgetfulDisk): Disk => ({
      ...disk,
      link: async () => {
        throw Object.assign(new Error('no links here'), { code: 'ENOTSUP' })
      },
    })
    expect(await firstWrong(schedules / 10, realWays, withoutLinks)).toBeUndefined()
  })
})

// Each would be quite as good as ours if only processes died.
describe('the model of that disk finds what is wrong with', () => {
  function withoutSync(of: 'files' | 'folders') {
    return (disk: ForgetfulDisk): Disk => ({
      ...disk,
      open: async (path, flags, mode) => {
        const file = await disk.open(path, flags, mode)
        const isLeftOut = (flags === 'wx') === (of === 'files')
        return isLeftOut ? { ...file, sync: async () => {} } : file
      },
    })
  }

  it('files that are not synced', async () => {
    expect(await firstWrong(200, realWays, withoutSync('files'))).toBeDefined()
  })

  it('folders that are not synced', async () => {
    expect(await firstWrong(200, realWays, withoutSync('folders'))).toBeDefined()
  })

  it('a removal of both generations at once', async () => {
    const remove: Ways['remove'] = async (folder, paths, disk) => {
      if (disk === undefined) return
      for (const path of paths) await disk.rm(path, { force: true })
      await syncFolder(folder, disk)
    }
    expect(await firstWrong(maxSearched, { ...realWays, remove })).toBeDefined()
  })

  it('a file that leaves its folder before it is safe in another', async () => {
    const move: Ways['move'] = async (path, to, disk) => {
      if (disk === undefined) return
      await disk.rename(path, to)
      await syncFolder('/vault/quarantine', disk)
      await syncFolder('/vault/records', disk)
    }
    expect(await firstWrong(maxSearched, { ...realWays, move })).toBeDefined()
  })
})

import { expect, it } from 'vitest'
import type { Disk, OpenFile } from '../../../src/main/vault/disk.ts'
import { writeDurably } from '../../../src/main/vault/durable-file.ts'
import { seedOr } from '../../support/deep.ts'
import { createDice } from '../../support/vault/dice.ts'
import { createForgetfulDisk } from '../../support/vault/forgetful-disk.ts'

const path = '/vault/a.json'
const previous = '/vault/a.previous.json'
const error = Object.assign(new Error('broken'), { code: 'EIO' })

/**
 * A disk of which one kind of call fails at once and links take long, and how many of its calls
 * are under way.
 */
function breakDisk(disk: Disk, broken: string) {
  let underWay = 0
  async function call<Result>(name: string, work: () => Result): Promise<Awaited<Result>> {
    if (name === broken) throw error
    underWay += 1
    try {
      for (let turns = name === 'link' ? 100 : 0; turns > 0; turns -= 1) await undefined
      return await work()
    } finally {
      underWay -= 1
    }
  }
  const fileOf = (file: OpenFile): OpenFile => ({
    writeFile: (bytes) => call('writeFile', () => file.writeFile(bytes)),
    stat: () => call('stat', () => file.stat()),
    sync: () => call('sync', () => file.sync()),
    close: () => call('close', () => file.close()),
  })
  const brokenDisk: Disk = {
    open: async (...all) => fileOf(await call('open', () => disk.open(...all))),
    readFile: (...all) => call('readFile', () => disk.readFile(...all)),
    link: (...all) => call('link', () => disk.link(...all)),
    rename: (...all) => call('rename', () => disk.rename(...all)),
    rm: (...all) => call('rm', () => disk.rm(...all)),
  }
  return { disk: brokenDisk, underWay: () => underWay }
}

it.each(['open', 'writeFile', 'stat', 'sync', 'close', 'rename'])(
  'has come to an end with everything when it says that %s failed, and left the file as it was',
  async (broken) => {
    const first = seedOr(1)
    for (let seed = first; seed < first + 50; seed += 1) {
      const forgetful = createForgetfulDisk(createDice(seed))
      forgetful.put(path, 'old')
      const { disk, underWay } = breakDisk(forgetful, broken)
      await expect(writeDurably(path, 'new', previous, disk)).rejects.toBe(error)
      expect(underWay()).toBe(0)
      const files = [...forgetful.files()].map(([name, bytes]) => [name, bytes.toString()])
      expect(files).toEqual([[path, 'old']])
    }
  },
)

it('keeps the old contents as a copy where they can get no second name', async () => {
  const forgetful = createForgetfulDisk(createDice(1))
  forgetful.put(path, 'old')
  await writeDurably(path, 'new', previous, breakDisk(forgetful, 'link').disk)
  expect(forgetful.files().get(path)?.toString()).toBe('new')
  expect(forgetful.files().get(previous)?.toString()).toBe('old')
})

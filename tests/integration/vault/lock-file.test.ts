import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createFolderLock, thisProcess } from '../../../src/main/vault/lock-file.ts'
import { createFakeWorld, type FakeWorld } from '../../support/vault/fake-environment.ts'

const minute = 60_000

describe('the lock of a vault', () => {
  let folder = ''
  let world: FakeWorld
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lock-'))
    world = createFakeWorld()
  })
  afterEach(() => rm(folder, { recursive: true, force: true }))

  const start = (host: string, pid: number) => createFolderLock(folder, world.start(host, pid))
  const text = () => readFile(join(folder, 'lock.json'), 'utf8')

  it('belongs to one process of a computer while that runs', async () => {
    const [first, second] = [start('desk', 10), start('desk', 11)]
    expect(await first.hold()).toBe(true)
    expect(await second.hold()).toBe(false)
    expect(await first.hold()).toBe(true)
  })

  it('is taken over at once from a process that has ended without a word', async () => {
    await start('desk', 10).hold()
    world.end('desk', 10)
    expect(await start('desk', 11).hold()).toBe(true)
  })

  it('is taken over from a process whose number is our own now', async () => {
    await start('desk', 10).hold()
    world.end('desk', 10)
    expect(await start('desk', 10).hold()).toBe(true)
  })

  it('is free as soon as it was given back', async () => {
    const first = start('desk', 10)
    await first.hold()
    await first.release()
    expect(await start('laptop', 10).hold()).toBe(true)
  })

  it('belongs to another computer as long as that one renews it', async () => {
    await start('laptop', 10).hold()
    const second = start('desk', 10)
    for (let passed = 0; passed < 10; passed += 1) {
      const before = await text()
      world.pass(minute)
      await expect.poll(text).not.toBe(before)
      expect(await second.hold()).toBe(false)
    }
    world.end('laptop', 10)
    world.pass(4 * minute)
    expect(await second.hold()).toBe(false)
    world.pass(2 * minute)
    expect(await second.hold()).toBe(true)
  })

  it('is not released by a process that has lost it', async () => {
    const sleeper = start('laptop', 10)
    await sleeper.hold()
    world.end('laptop', 10)
    world.pass(6 * minute)
    const second = start('desk', 10)
    expect(await second.hold()).toBe(true)
    const before = await text()
    expect(await sleeper.hold()).toBe(false)
    await sleeper.release()
    expect(await text()).toBe(before)
  })

  it.each(['', '{"host":"desk","pi', '{"host":1}'])(
    'has no owner if it holds %j',
    async (garbled) => {
      await writeFile(join(folder, 'lock.json'), garbled)
      expect(await start('desk', 10).hold()).toBe(true)
    },
  )

  it('goes to exactly one of many simultaneous callers', async () => {
    for (const isStale of [false, true]) {
      await rm(join(folder, 'lock.json'), { force: true })
      if (isStale) {
        await start('desk', 9).hold()
        world.end('desk', 9)
      }
      const locks = Array.from({ length: 20 }, (_, index) => start('desk', 10 + index))
      await Promise.all(locks.map((lock) => lock.hold()))
      const holders = await Promise.all(locks.map((lock) => lock.hold()))
      expect(holders.filter(Boolean)).toHaveLength(1)
    }
  })

  it('can’t be taken in a folder that is not there', async () => {
    await rm(folder, { recursive: true })
    await expect(start('desk', 10).hold()).rejects.toThrow('ENOENT')
  })
})

describe('this process', () => {
  it('reports its own process as running, and an unused number as not running', () => {
    const { pid, isRunning } = thisProcess()
    expect(isRunning(pid)).toBe(true)
    expect(isRunning(2 ** 22 + 1)).toBe(false)
  })

  it('has one session', () => {
    expect(thisProcess().session).toBe(thisProcess().session)
  })
})

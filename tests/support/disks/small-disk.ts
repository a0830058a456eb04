import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, open, rm, truncate } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const execute = promisify(execFile)
const block = 4096

export interface SmallDisk {
  readonly folder: string
  /** Fills the disk up to so many blocks of 4 KiB. */
  leaveFree(blocks: number): Promise<void>
  unmount(): Promise<void>
}

/** What makes a file system of about so many KiB in a folder, for root on Linux. */
const makers = {
  tmpfs: async (folder: string, kib: number) => {
    await execute('mount', ['-t', 'tmpfs', '-o', `size=${kib}k`, 'tmpfs', join(folder, 'disk')])
  },
  ext4: async (folder: string, kib: number) => {
    const image = join(folder, 'image')
    await (await open(image, 'wx')).close()
    await truncate(image, kib * 1024)
    await execute('mkfs.ext4', ['-q', '-b', String(block), '-O', '^has_journal', image])
    await execute('mount', ['-o', 'loop', image, join(folder, 'disk')])
  },
}
export type DiskKind = keyof typeof makers

async function fill(path: string): Promise<number> {
  const file = await open(path, 'a')
  try {
    for (;;) await file.write(Buffer.alloc(block))
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error) || error.code !== 'ENOSPC') throw error
    await file.sync()
    return (await file.stat()).size
  } finally {
    await file.close()
  }
}

/** Gives `undefined` where such a disk can't be mounted. */
export async function mountSmallDisk(kind: DiskKind, kib: number): Promise<SmallDisk | undefined> {
  const parent = await mkdtemp(join(tmpdir(), 'small-disk-'))
  const folder = join(parent, 'disk')
  await mkdir(folder)
  try {
    await makers[kind](parent, kib)
  } catch {
    await rm(parent, { recursive: true })
    return undefined
  }
  const filler = join(folder, 'filler')
  return {
    folder,
    async leaveFree(blocks) {
      const size = await fill(filler)
      await truncate(filler, Math.max(0, Math.ceil(size / block) - blocks) * block)
    },
    async unmount() {
      await execute('umount', [folder])
      await rm(parent, { recursive: true })
    },
  }
}

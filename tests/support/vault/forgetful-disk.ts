import { dirname } from 'node:path'
import type { Disk, OpenFile } from '../../../src/main/vault/disk.ts'
import type { Dice } from './dice.ts'

interface Inode {
  bytes: Buffer
  isSynced: boolean
}

/** That a name stands for a file from now on, or for none. */
interface NameChange {
  readonly path: string
  readonly inode: Inode | undefined
}

/** What every call rejects with after the power was cut. */
export class PowerCut extends Error {}

export interface ForgetfulDisk extends Disk {
  /** Puts a file there for good. */
  put(path: string, text: string): void
  /** Cuts the power so many calls from now. */
  cutPowerAfter(calls: number): void
  /** Every file as a running system sees it. */
  files(): ReadonlyMap<string, Buffer>
  /** The power comes back: forgets whatever was not synced, or not, as the dice fall. */
  restart(): void
}

function problem(code: string): Error {
  return Object.assign(new Error(code), { code })
}

/**
 * A disk in memory that remembers for good only what was synced. Of the rest each change of
 * a name survives or not by itself, and each file is whole, cut off, or full of zeros.
 */
export function createForgetfulDisk(dice: Dice): ForgetfulDisk {
  const names = new Map<string, Inode>()
  const durable = new Map<string, Inode>()
  let pending: NameChange[] = []
  let callsLeft = Number.POSITIVE_INFINITY

  function apply(to: Map<string, Inode>, { path, inode }: NameChange): void {
    if (inode === undefined) to.delete(path)
    else to.set(path, inode)
  }

  function change(path: string, inode: Inode | undefined): void {
    apply(names, { path, inode })
    pending.push({ path, inode })
  }

  function inodeAt(path: string): Inode {
    const inode = names.get(path)
    if (inode === undefined) throw problem('ENOENT')
    return inode
  }

  /** Others come first for a while; then the call is made, unless the power is gone. */
  async function call<Result>(work: () => Result): Promise<Result> {
    for (let turns = dice.throw(4); turns > 0; turns -= 1) await undefined
    callsLeft -= 1
    if (callsLeft < 0) throw new PowerCut()
    return work()
  }

  function syncFolder(folder: string): void {
    for (const each of pending) if (dirname(each.path) === folder) apply(durable, each)
    pending = pending.filter(({ path }) => dirname(path) !== folder)
  }

  function openFile(inode: Inode): OpenFile {
    return {
      writeFile: (bytes) =>
        call(() => {
          inode.bytes = Buffer.concat([inode.bytes, bytes])
          inode.isSynced = false
        }),
      stat: () => call(() => ({ size: inode.bytes.length })),
      sync: () =>
        call(() => {
          inode.isSynced = true
        }),
      close: () => call(() => {}),
    }
  }

  const openFolder = (folder: string): OpenFile => ({
    writeFile: () => Promise.reject(problem('EBADF')),
    stat: () => call(() => ({ size: 0 })),
    sync: () => call(() => syncFolder(folder)),
    close: () => call(() => {}),
  })

  function remembered({ bytes, isSynced }: Inode): Inode {
    if (isSynced) return { bytes, isSynced }
    const survivors = [
      bytes,
      bytes.subarray(0, dice.throw(bytes.length + 1)),
      Buffer.alloc(bytes.length),
      Buffer.alloc(0),
    ]
    return { bytes: survivors[dice.throw(survivors.length)] ?? bytes, isSynced: true }
  }

  return {
    open: (path, flags) =>
      call(() => {
        if (flags === 'r') return names.has(path) ? openFile(inodeAt(path)) : openFolder(path)
        if (names.has(path)) throw problem('EEXIST')
        const inode = { bytes: Buffer.alloc(0), isSynced: false }
        change(path, inode)
        return openFile(inode)
      }),
    readFile: (path) => call(() => inodeAt(path).bytes),
    link: (existing, path) =>
      call(() => {
        if (names.has(path)) throw problem('EEXIST')
        change(path, inodeAt(existing))
      }),
    rename: (from, to) =>
      call(() => {
        const inode = inodeAt(from)
        // As POSIX has it for two names of one file: nothing happens.
        if (names.get(to) === inode) return
        change(to, inode)
        change(from, undefined)
      }),
    rm: (path) =>
      call(() => {
        if (names.has(path)) change(path, undefined)
      }),
    put(path, text) {
      const inode = { bytes: Buffer.from(text), isSynced: true }
      names.set(path, inode)
      durable.set(path, inode)
    },
    cutPowerAfter(calls) {
      callsLeft = calls
    },
    files: () => new Map([...names].map(([path, { bytes }]) => [path, bytes])),
    restart() {
      for (const each of pending) if (dice.throw(2) === 0) apply(durable, each)
      pending = []
      // Two names of one file stay two names of one file.
      const survivors = new Map([...durable.values()].map((inode) => [inode, remembered(inode)]))
      names.clear()
      for (const [path, inode] of durable) {
        const survivor = survivors.get(inode)
        if (survivor === undefined) continue
        durable.set(path, survivor)
        names.set(path, survivor)
      }
      callsLeft = Number.POSITIVE_INFINITY
    },
  }
}

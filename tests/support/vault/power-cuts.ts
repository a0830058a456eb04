import { basename, join } from 'node:path'
import { decodeChecked, encodeChecked } from '../../../src/main/vault/checked-json.ts'
import type { Disk } from '../../../src/main/vault/disk.ts'
import {
  isTemporary,
  moveDurably,
  removeDurably,
  writeDurably,
} from '../../../src/main/vault/durable-file.ts'
import { createDice } from './dice.ts'
import { createForgetfulDisk, type ForgetfulDisk, PowerCut } from './forgetful-disk.ts'

/** How files are changed: the real functions, or what a test puts in their place. */
export interface Ways {
  readonly write: typeof writeDurably
  readonly remove: typeof removeDurably
  readonly move: typeof moveDurably
}

export const realWays: Ways = { write: writeDurably, remove: removeDurably, move: moveDurably }

const records = '/vault/records'
const quarantine = '/vault/quarantine'
const lives = 3
const names = ['a', 'b', 'c']

const currentOf = (name: string) => join(records, `${name}.json`)
const previousOf = (name: string) => join(records, `${name}.previous.json`)

/** The number that a file holds, `null` if it is not whole, `undefined` if there is none. */
function numberIn(disk: ForgetfulDisk, path: string): unknown {
  const bytes = disk.files().get(path)
  if (bytes === undefined) return undefined
  const read = decodeChecked(bytes.toString('utf8'), 1)
  return read.kind === 'good' ? read.value['count'] : null
}

/**
 * Writes, removes and sets aside files on a forgetful disk until the power is cut, and does
 * so a few times over. Gives what was wrong afterwards: an acknowledged change that is lost,
 * a state that never was, a file that is not whole.
 */
export async function livePowerCuts(
  seed: number,
  ways: Ways,
  adapt: (disk: ForgetfulDisk) => Disk = (disk) => disk,
): Promise<readonly string[]> {
  const dice = createDice(seed)
  const forgetful = createForgetfulDisk(dice)
  const disk = adapt(forgetful)
  const wrong: string[] = []
  let lastCount = 0

  /** What a record may hold after the power cut: its last durable state first. */
  const allowed = new Map<string, unknown[]>(names.map((name) => [name, [undefined]]))

  async function step(name: string): Promise<void> {
    const states = allowed.get(name) ?? []
    lastCount += 1
    const count = lastCount
    if (dice.throw(4) === 0) {
      states.push(undefined)
      await ways.remove(records, [previousOf(name), currentOf(name)], disk)
      states.splice(0, states.length, undefined)
    } else {
      states.push(count)
      const text = encodeChecked({ format: 1, count, more: 'x'.repeat(dice.throw(40)) })
      await ways.write(currentOf(name), text, previousOf(name), disk)
      states.splice(0, states.length, count)
    }
  }

  async function untilPowerCut(work: () => Promise<void>): Promise<void> {
    try {
      for (let count = 0; count < 20; count += 1) await work()
    } catch (error) {
      if (!(error instanceof PowerCut)) throw error
    }
  }

  async function live(life: number): Promise<void> {
    const strange = join(records, `${life}-strange`)
    const aside = join(quarantine, `${life}-strange`)
    forgetful.put(strange, 'strange')
    let isAside = false
    forgetful.cutPowerAfter(dice.throw(120))
    const setAside = async () => {
      if (isAside) return
      await ways.move(strange, aside, disk)
      isAside = true
    }
    await Promise.all([
      ...names.map((name) => untilPowerCut(() => step(name))),
      untilPowerCut(setAside),
    ])
    forgetful.restart()

    const files = forgetful.files()
    const kept = [aside, ...(isAside ? [] : [strange])].map((path) => files.get(path)?.toString())
    if (!kept.includes('strange')) wrong.push(`${life}: a file that was set aside is lost`)
    for (const name of names) {
      const found = numberIn(forgetful, currentOf(name)) ?? numberIn(forgetful, previousOf(name))
      const states = allowed.get(name) ?? []
      if (!states.includes(found)) wrong.push(`${life}: ${name} holds ${found}, not ${states}`)
      states.splice(0, states.length, found)
    }
    for (const path of files.keys()) {
      const isRecord = path.startsWith(records) && !isTemporary(path) && path.endsWith('.json')
      if (isRecord && numberIn(forgetful, path) === null)
        wrong.push(`${life}: ${basename(path)} is not whole`)
      if (isTemporary(path)) await forgetful.rm(path, { force: true })
    }
  }

  for (let life = 0; life < lives; life += 1) await live(life)
  return wrong
}

import { randomBytes, randomInt, randomUUID } from 'node:crypto'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { seedOr, sized } from '../../support/deep.ts'
import {
  buildSavingProgram,
  type SavingProcess,
  type SavingProgram,
} from '../../support/saving/program.ts'
import { createDice, type Dice } from '../../support/vault/dice.ts'

const kills = Number(process.env['TOKEN_DESK_KILLS'] ?? sized({ usual: 60, deep: 2000 }))
/** Vaults at a time: while one process starts, another one saves. */
const lanes = 3
/** Saves that a process reports before it is killed, at most. */
const maxLife = 4
/** Milliseconds from the last report to the kill, at most: as long as a save takes. */
const maxWait = 6

/** The part of the kills that must come in the middle of a write, one in so many. */
const maxKillsPerLeftover = sized({ usual: 20, deep: 10 })
/** Decides when to kill. The machine's own pace is not repeatable, so a new seed is drawn each time. */
const seed = seedOr(randomInt(2 ** 31))

/** The report of a process at its start. */
const found = z.strictObject({
  protection: z.string(),
  quarantined: z.number(),
  leftovers: z.strictObject({ before: z.number(), after: z.number() }),
  counts: z.record(z.string(), z.number()),
})

describe('a process that is killed while it saves', () => {
  let parent = ''
  let program: SavingProgram
  beforeAll(async () => {
    parent = await mkdtemp(join(tmpdir(), 'crash-'))
    program = await buildSavingProgram('steadily')
  })
  afterAll(async () => {
    await program.remove()
    await rm(parent, { recursive: true, force: true })
  })

  /** Starts a process in the same vault repeatedly, and kills it at a random moment. */
  async function killAgainAndAgain(times: number, dice: Dice) {
    const folder = await mkdtemp(join(parent, 'vault-'))
    await mkdir(folder, { recursive: true })
    const ids = [randomUUID(), randomUUID(), randomUUID()]
    const args = [folder, randomBytes(32).toString('hex'), ...ids]
    const durable = new Map<string, number>()
    /** Milliseconds that the last start took. */
    let start = 0
    const seen = { kills: 0, saves: 0, leftovers: 0, wrong: [] as unknown[] }

    function check(line: string): void {
      const { protection, quarantined, leftovers, counts } = found.parse(JSON.parse(line))
      seen.leftovers += leftovers.before
      const isWhole = protection === 'key-store' && quarantined === 0 && leftovers.after === 0
      if (!isWhole) seen.wrong.push(line)
      for (const id of ids) {
        const reported = durable.get(id) ?? 0
        const count = counts[id] ?? 0
        // The save under way at the kill may have succeeded, and none after it.
        if (count !== reported && count !== reported + 1) seen.wrong.push({ id, reported, count })
        durable.set(id, count)
      }
    }

    function noteSaves(lines: readonly string[]): void {
      for (const line of lines) {
        const [id = '', count] = line.split(' ')
        durable.set(id, Number(count))
        seen.saves += 1
      }
    }

    async function live(process: SavingProcess): Promise<void> {
      const started = Date.now()
      // One in eight is killed while it starts and clears up.
      const isEarly = dice.throw(8) === 0
      const lines: string[] = []
      const reported = isEarly ? 0 : 1 + dice.throw(maxLife)
      while (lines.length < reported) lines.push((await process.next()) ?? '')
      if (lines.length === 1) start = Date.now() - started
      await wait((dice.throw(1000) / 1000) * (isEarly ? 1.5 * start : maxWait))
      lines.push(...(await process.kill()))
      expect(await process.ended).toBe('SIGKILL')
      const [report, ...saves] = lines
      if (report !== undefined) check(report)
      noteSaves(saves)
      seen.kills += 1
    }

    for (let kill = 0; kill < times; kill += 1) await live(program.start(args))
    // Checks the result of the last kill.
    const last = program.start(args)
    check((await last.next()) ?? '')
    await last.kill()
    return seen
  }

  it(`has lost nothing that was durable, ${kills} times (seed ${seed})`, {
    timeout: 30 * 60_000,
  }, async () => {
    const each = Math.ceil(kills / lanes)
    const results = await Promise.all(
      Array.from({ length: lanes }, (_, lane) => killAgainAndAgain(each, createDice(seed + lane))),
    )
    expect(results.flatMap(({ wrong }) => wrong)).toEqual([])
    const sum = (of: (result: (typeof results)[number]) => number) =>
      results.map(of).reduce((total, next) => total + next, 0)
    expect(sum((result) => result.kills)).toBeGreaterThanOrEqual(kills)
    expect(sum((result) => result.saves)).toBeGreaterThan(kills)
    expect(sum((result) => result.leftovers)).toBeGreaterThan(kills / maxKillsPerLeftover)
  })
})

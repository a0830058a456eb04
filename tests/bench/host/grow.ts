import { openEngine } from './open-engine.ts'
import type { Grown, Order } from './orders.ts'
import { idOf } from './profiles.ts'

async function timed<T>(times: number[], work: () => Promise<T>): Promise<T> {
  const begun = performance.now()
  const done = await work()
  times.push(performance.now() - begun)
  return done
}

/**
 * Opens the engine of each data folder in turn with all that is in its vault, saves a setting of
 * one profile and gets it another token, until each is on disk.
 */
export async function grow(asked: Extract<Order, { name: 'grow' }>): Promise<readonly Grown[]> {
  const grown = asked.dataFolders.map((): Grown => ({ open: [], save: [], renew: [] }))
  // The first turn fills the caches and is not counted.
  for (let turn = -1; turn < asked.rounds; turn += 1) {
    for (const [index, dataFolder] of asked.dataFolders.entries()) {
      const unseen: Grown = { open: [], save: [], renew: [] }
      const times = turn < 0 ? unseen : (grown[index] ?? unseen)
      const engine = await timed(times.open, () => openEngine(dataFolder))
      const id = idOf(0)
      await engine.changeMarks(id, { keepFresh: false })
      await timed(times.save, () => engine.changeMarks(id, { keepFresh: true }))
      const outcome = await timed(times.renew, () => engine.obtain(id))
      if (outcome.kind !== 'obtained') throw new Error(`no token: ${outcome.kind}`)
      await engine.close()
    }
  }
  return grown
}

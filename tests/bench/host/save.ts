import { inTurns } from './in-turns.ts'
import { openEngine } from './open-engine.ts'
import type { Order, TwoKinds } from './orders.ts'
import { idOf } from './profiles.ts'

/** Changes a setting of one profile, until it is on disk: in the first folder, in the second. */
export async function saveProfiles(asked: Extract<Order, { name: 'save' }>): Promise<TwoKinds> {
  const [one, other] = await Promise.all(asked.dataFolders.map(openEngine))
  if (one === undefined || other === undefined) throw new Error('there are two folders')
  let isKeptFresh = true
  const save = (engine: typeof one) => () => {
    isKeptFresh = !isKeptFresh
    return engine.changeMarks(idOf(0), { keepFresh: isKeptFresh })
  }
  await inTurns(3, save(one), save(other))
  const measured = await inTurns(asked.rounds, save(one), save(other))
  await Promise.all([one.close(), other.close()])
  return measured
}

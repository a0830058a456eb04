import { setImmediate as othersTurn } from 'node:timers/promises'

/** Milliseconds after which somebody who waits for a click notices nothing yet. */
const slice = 8

/** Maps items with work that waits for nothing, and lets others have their turn now and then. */
export async function mapInSlices<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Result,
): Promise<readonly Result[]> {
  const results: Result[] = []
  let begun = performance.now()
  for (const item of items) {
    results.push(work(item))
    if (performance.now() - begun < slice) continue
    await othersTurn()
    begun = performance.now()
  }
  return results
}

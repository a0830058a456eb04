import { setImmediate as othersTurn } from 'node:timers/promises'

/** Milliseconds after which somebody who waits for a click notices nothing yet. */
const slice = 8

/** Does work that waits for nothing, some at a time, and lets others have their turn in between. */
export async function* inSlices<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Result,
): AsyncGenerator<readonly Result[]> {
  let results: Result[] = []
  let begun = performance.now()
  for (const item of items) {
    results.push(work(item))
    if (performance.now() - begun < slice) continue
    yield results
    results = []
    await othersTurn()
    begun = performance.now()
  }
  if (results.length > 0) yield results
}

import type { TwoKinds } from './orders.ts'

async function millisecondsOf(work: () => unknown): Promise<number> {
  const begun = performance.now()
  await work()
  return performance.now() - begun
}

/** One of the one, one of the other, and so on; which of them begins changes each round. */
export async function inTurns(
  rounds: number,
  one: () => unknown,
  other: () => unknown,
): Promise<TwoKinds> {
  const ones: number[] = []
  const others: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const isSwapped = round % 2 === 1
    if (isSwapped) others.push(await millisecondsOf(other))
    ones.push(await millisecondsOf(one))
    if (!isSwapped) others.push(await millisecondsOf(other))
  }
  return { ones, others }
}

import { setTimeout as wait } from 'node:timers/promises'

const patienceMs = 180_000

/** Looks a thousand times a second whether it is so. Rejects after three minutes. */
export async function until(what: string, isSo: () => boolean): Promise<void> {
  const limit = performance.now() + patienceMs
  while (!isSo()) {
    if (performance.now() > limit) throw new Error(`The screen does not show ${what}.`)
    await wait(1)
  }
}

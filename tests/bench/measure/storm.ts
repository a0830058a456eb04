import { setTimeout as wait } from 'node:timers/promises'
import type { TextBridge } from '../../../src/shared/bridge.ts'
import type { RequestOutput } from '../../../src/shared/contract.ts'
import type { Result } from '../../../src/shared/errors.ts'
import { startCountingServer } from '../../support/engine/counting-server.ts'
import { fillFolder, startApp } from '../apps.ts'
import type { Bench } from '../bench.ts'
import type { Figure } from '../statistics.ts'

declare global {
  interface Window {
    readonly tokenDesk: TextBridge
  }
}

const answerMs = 5
const longest = 10 * 60_000

/** In the page: how many profiles have a live token that is on disk. */
async function countRenewed(): Promise<number> {
  const text = await window.tokenDesk.request('getSnapshot', {})
  const answer: Result<RequestOutput<'getSnapshot'>> = JSON.parse(text)
  if (!answer.ok) return 0
  return answer.value.profiles.filter(
    ({ token, saved }) => saved && (token?.expiresAt ?? 0) > Date.now(),
  ).length
}

const once = (value: number): Figure => ({ value, low: value, high: value, count: 1 })

/** Starts the app on tokens that are all over, and waits until each has been renewed. */
export async function measureStorm(bench: Bench) {
  const { sizes, say } = bench
  const server = await startCountingServer(answerMs)
  const folder = await fillFolder(bench, 'storm', sizes.many, 'over', server.tokenEndpoint)
  const program = await startApp(bench, folder, sizes.many)
  const limit = Date.now() + longest
  const until = async (isSo: () => boolean | Promise<boolean>) => {
    while (!(await isSo())) {
      if (Date.now() > limit) throw new Error('the storm does not end')
      await wait(5)
    }
    return performance.now()
  }
  const begun = await until(() => server.requests.size > 0)
  const ended = await until(() => server.requests.size === sizes.many)
  await program.told('painted')
  await until(async () => (await program.inPage(countRenewed, null)) === sizes.many)
  await program.end()
  await server.close()
  const requests = [...server.requests.values()].reduce((sum, each) => sum + each, 0)
  say(`storm: ${sizes.many} in ${((ended - begun) / 1000).toFixed(1)} s`)
  return {
    figures: {
      storm_10000_s: once((ended - begun) / 1000),
      storm_duplicates: once(requests - sizes.many),
    },
    details: {},
  }
}

import { startCountingServer } from '../../support/engine/counting-server.ts'
import { fillFolder } from '../apps.ts'
import type { Bench } from '../bench.ts'
import { type Order, type TwoKinds, twoKinds } from '../host/orders.ts'
import { difference, type Figure, figureOf, inPairs, ratio } from '../statistics.ts'

async function timesOf({ host }: Bench, order: Order): Promise<TwoKinds> {
  return twoKinds.parse(await host.follow(order))
}

const ratioOf = ({ ones, others }: TwoKinds): Figure => figureOf(inPairs(ones, others, ratio))

/** Getting a token with the engine, beside the bare request. */
export async function measureToken(bench: Bench) {
  const dataFolder = await fillFolder(bench, 'token', 10, 'alive')
  const server = await startCountingServer(0)
  const { tokenEndpoint } = server
  const rounds = bench.sizes.tokenRounds
  const times = await timesOf(bench, { name: 'token', dataFolder, tokenEndpoint, rounds })
  await server.close()
  return {
    figures: {
      token_ratio: ratioOf(times),
      token_extra_ms: figureOf(inPairs(times.ones, times.others, difference)),
    },
    details: { token_ms: figureOf(times.ones), bare_request_ms: figureOf(times.others) },
  }
}

/** Saving one profile among many, beside one among ten. */
export async function measureSave(bench: Bench, few: string, many: string) {
  const rounds = bench.sizes.saveRounds
  const times = await timesOf(bench, { name: 'save', dataFolders: [many, few], rounds })
  return {
    figures: { save_ratio_10000: ratioOf(times) },
    details: { save_ms_10000: figureOf(times.ones), save_ms_10: figureOf(times.others) },
  }
}

/** Reading a token for people, beside decoding it without any check. */
export async function measureTokenReading(bench: Bench) {
  const times = await timesOf(bench, { name: 'read-token', rounds: bench.sizes.jwtRounds })
  return { figures: { jwt_ratio: ratioOf(times) }, details: {} }
}

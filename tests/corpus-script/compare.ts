import type { ServerResponse } from 'node:http'
import type { AnswerCase } from '../support/corpus/answer-case.ts'
import { startServer } from '../support/ports/loopback-server.ts'
import { type Ask, clients } from './clients.ts'

/** How one client did. */
export interface Score {
  readonly name: string
  /** The access token that was wanted is the one that was handed out. */
  readonly obtained: number
  /** No token was wanted and none was handed out. */
  readonly refused: number
  /** The names of the cases that went otherwise. */
  readonly missed: readonly string[]
}

/** As long as Token Desk itself waits. */
const patience = 30_000

function answer(response: ServerResponse, { status, headers, body }: AnswerCase, origin: string) {
  // Where a client follows, it stays on this computer.
  const location = 'location' in headers ? { location: `${origin}/elsewhere` } : {}
  response.writeHead(status, { ...headers, ...location })
  response.end(body)
}

async function outcomeOf(ask: Ask, origin: string, path: string, answerCase: AnswerCase) {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), patience)
  })
  try {
    return await Promise.race([ask(origin, path, answerCase), late])
  } catch {
    return null
  } finally {
    clearTimeout(timer)
  }
}

/**
 * Lets every client ask a server of this computer for a token once a case. The server
 * sends the bytes of the case. Where a token is wanted, a client is right if it hands out
 * exactly that access token; where none is, if it hands out none, whatever error it raises.
 */
export async function compareClients(cases: readonly AnswerCase[]): Promise<readonly Score[]> {
  const server = await startServer((request, response) => {
    const answerCase = cases[Number(request.url?.slice(1))]
    if (answerCase !== undefined) return answer(response, answerCase, server.origin)
    response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><p>Sign in</p>')
  })
  try {
    const scores: Score[] = []
    for (const [name, ask] of clients) scores.push(await scoreOf(name, ask, cases, server.origin))
    return scores
  } finally {
    await server.close()
  }
}

async function scoreOf(
  name: string,
  ask: Ask,
  cases: readonly AnswerCase[],
  origin: string,
): Promise<Score> {
  let obtained = 0
  let refused = 0
  const missed: string[] = []
  for (const [index, answerCase] of cases.entries()) {
    const { wanted } = answerCase
    const token = await outcomeOf(ask, origin, `/${index}`, answerCase)
    if (wanted.kind === 'token' && token === wanted.token.accessToken) obtained += 1
    else if (wanted.kind === 'no-token' && (token === null || token === undefined)) refused += 1
    else missed.push(answerCase.name)
  }
  return { name, obtained, refused, missed }
}

/** The scores side by side, as a table in Markdown. */
export function tableOf(
  scores: readonly Score[],
  cases: readonly AnswerCase[],
  day: string,
): string {
  const tokens = cases.filter(({ wanted }) => wanted.kind === 'token').length
  const refusals = cases.length - tokens
  const rows = scores.map(
    ({ name, obtained, refused }) =>
      `| ${name} | ${obtained} | ${refused} | ${obtained + refused} |`,
  )
  return [
    `Measured on ${day} with the ${cases.length} cases of the corpus.`,
    '',
    `| client | obtained, of ${tokens} | refused, of ${refusals} | right, of ${cases.length} |`,
    '|---|--:|--:|--:|',
    ...rows,
  ].join('\n')
}

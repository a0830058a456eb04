import { once } from 'node:events'
import { createServer } from 'node:http'
import { text } from 'node:stream/consumers'

/** A token endpoint that measures how it is asked. */
export interface CountingServer {
  readonly tokenEndpoint: string
  /** How many requests of each client came. */
  readonly requests: ReadonlyMap<string, number>
  /** How many requests were being answered at the same time, at most. */
  maxAtOnce(): number
  close(): Promise<void>
}

/** Answers each request after `delay` milliseconds with a token for an hour. */
export async function startCountingServer(delay: number): Promise<CountingServer> {
  const requests = new Map<string, number>()
  let underWay = 0
  let most = 0

  const server = createServer(async (request, response) => {
    underWay += 1
    most = Math.max(most, underWay)
    const client = new URLSearchParams(await text(request)).get('client_id') ?? ''
    const count = (requests.get(client) ?? 0) + 1
    requests.set(client, count)
    const token = { access_token: `${client}-${count}`, token_type: 'Bearer', expires_in: 3600 }
    setTimeout(() => {
      // Before the answer leaves: its reader may come back faster than this line.
      underWay -= 1
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(token))
    }, delay)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('not a TCP server')

  return {
    tokenEndpoint: `http://127.0.0.1:${address.port}/token`,
    requests,
    maxAtOnce: () => most,
    async close() {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}

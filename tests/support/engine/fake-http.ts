import type { Http, HttpRequest, HttpResult } from '../../../src/main/engine/ports.ts'

/** What a server sends, before the port's rules are applied to it. */
export interface RawAnswer {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Uint8Array
}

type Reply = RawAnswer | Exclude<HttpResult, { kind: 'answer' }>
type Server = (request: HttpRequest, index: number) => Reply | Promise<Reply>

export interface FakeHttp extends Http {
  readonly requests: readonly HttpRequest[]
  /** Who answers from now on. */
  serve(server: Server): void
}

const largest = 1024 * 1024

function resultOf(reply: Reply, url: string): HttpResult {
  if ('kind' in reply) return reply
  const { status, body = '' } = reply
  const headers = Object.fromEntries(
    Object.entries(reply.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]),
  )
  const { location } = headers
  if (status >= 300 && status < 400 && location !== undefined) {
    const { origin, pathname } = new URL(location, url)
    return { kind: 'moved', status, location: origin + pathname }
  }
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body
  if (bytes.length > largest) return { kind: 'too-large', status }
  return { kind: 'answer', status, headers, body: bytes }
}

/** A network with one server that a test plays. */
export function createFakeHttp(first: Server = () => ({ status: 500 })): FakeHttp {
  const requests: HttpRequest[] = []
  let server = first

  return {
    requests,
    serve: (next) => {
      server = next
    },
    send: async (request, signal) => {
      if (signal.aborted) return { kind: 'cancelled', mayHaveArrived: false }
      requests.push(request)
      let cancel = () => {}
      const aborted = new Promise<HttpResult>((resolve) => {
        cancel = () => resolve({ kind: 'cancelled', mayHaveArrived: true })
        signal.addEventListener('abort', cancel, { once: true })
      })
      const answered = Promise.resolve(server(request, requests.length - 1))
      const answer = answered.then((reply) => resultOf(reply, request.url))
      return Promise.race([answer, aborted]).finally(() =>
        signal.removeEventListener('abort', cancel),
      )
    },
  }
}

/** A JSON answer as RFC 6749 §5 wants it. */
export function json(status: number, fields: Readonly<Record<string, unknown>>): RawAnswer {
  const headers = { 'Content-Type': 'application/json;charset=UTF-8' }
  return { status, headers, body: JSON.stringify(fields) }
}

import {
  type AuthorizationServerOptions,
  startAuthorizationServer,
} from '../../../src/main/practice-server/authorization-server.ts'
import type { PracticeAccess } from '../../../src/main/practice-server/practice-access.ts'
import { type ReceivedRequest, startServer } from '../ports/loopback-server.ts'
import { basicHeader } from './basic-header.ts'

export interface ObservedAnswer {
  readonly grantType: string | null
  readonly status: number
  /** The refresh token in the answer, if there is one. */
  readonly refreshToken: string | undefined
}

/** A real authorization server behind a door at which every token request is noted. */
export interface ObservedServer {
  readonly issuer: string
  /** Its token endpoint is the door's. */
  readonly access: PracticeAccess
  /** In the order in which the server answered, held answers included. */
  readonly answers: readonly ObservedAnswer[]
  /** How many requests of this grant arrived. */
  count(grantType: 'password' | 'client_credentials' | 'refresh_token'): number
  /** Resolves when so many requests arrived in all. */
  receives(count: number): Promise<void>
  /** Keeps all answers back, once the server has given them, until `release` is called. */
  hold(): { readonly release: () => void }
  /** Answers the next request with this status in the server's place. */
  failNext(status: number): void
  /** Uses the latest refresh token twice, at which the server revokes its family. */
  revokeRefreshTokens(): Promise<void>
  close(): Promise<void>
}

function grantTypeOf({ body }: ReceivedRequest): string | null {
  return new URLSearchParams(body.toString('utf8')).get('grant_type')
}

function refreshTokenIn(text: string): string | undefined {
  return /"refresh_token":"([^"]+)"/.exec(text)?.[1]
}

/** Starts the server that the app brings along, in this process. */
export async function startObservedServer(
  options: AuthorizationServerOptions = {},
): Promise<ObservedServer> {
  const server = await startAuthorizationServer(options)
  const answers: ObservedAnswer[] = []
  const failures: number[] = []
  let gate = Promise.resolve()

  async function forward(request: ReceivedRequest): Promise<{ status: number; text: string }> {
    const failure = failures.shift()
    if (failure !== undefined) return { status: failure, text: '' }
    const headers = new Headers()
    for (const name of ['authorization', 'content-type'] as const) {
      const value = request.headers[name]
      if (value !== undefined) headers.set(name, value)
    }
    const method = request.method ?? 'GET'
    const body = method === 'GET' ? null : request.body.toString('utf8')
    const response = await fetch(server.issuer + request.path, { method, headers, body })
    return { status: response.status, text: await response.text() }
  }

  const door = await startServer((_request, response) => {
    const request = door.received.at(-1)
    if (request === undefined) throw new Error('the door calls with a request it remembers')
    forward(request)
      .then(async ({ status, text }) => {
        const grantType = grantTypeOf(request)
        answers.push({ grantType, status, refreshToken: refreshTokenIn(text) })
        await gate
        response.writeHead(status, { 'content-type': 'application/json' }).end(text)
      })
      .catch(() => response.destroy())
  })

  return {
    issuer: server.issuer,
    access: { ...server.access, tokenEndpoint: door.origin + tokenPath(server.access) },
    answers,
    count: (grantType) =>
      door.received.filter((request) => grantTypeOf(request) === grantType).length,
    receives: door.receives,
    hold() {
      let open: () => void = () => {}
      gate = new Promise((resolve) => {
        open = resolve
      })
      return { release: () => open() }
    },
    failNext: (status) => failures.push(status),
    async revokeRefreshTokens() {
      const latest = answers.findLast(({ refreshToken }) => refreshToken !== undefined)
      if (latest?.refreshToken === undefined) throw new Error('there is no refresh token yet')
      const form = { grant_type: 'refresh_token', refresh_token: latest.refreshToken }
      for (const status of [200, 400]) {
        const response = await fetch(server.access.tokenEndpoint, {
          method: 'POST',
          headers: { authorization: basicHeader(server.access) },
          body: new URLSearchParams(form),
        })
        if (response.status !== status) throw new Error('the refresh token was not good')
      }
    },
    async close() {
      await door.close()
      await server.close()
    },
  }
}

function tokenPath({ tokenEndpoint }: PracticeAccess): string {
  return new URL(tokenEndpoint).pathname
}

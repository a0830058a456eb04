import type { RequestListener } from 'node:http'
import { afterAll, afterEach, beforeAll } from 'vitest'
import type { Http, HttpRequest } from '../../../src/main/engine/ports.ts'
import type { HttpLimits } from '../../../src/main/platform/http.ts'
import { type LoopbackServer, startServer } from './loopback-server.ts'

export interface HttpUnderTest {
  create(limits?: HttpLimits): Http
  stop(): Promise<void>
}

export interface HttpFixture {
  http(limits?: Partial<HttpLimits>): Http
  /** Ends with the test. */
  serve(listener: RequestListener, scheme?: 'http' | 'https'): Promise<LoopbackServer>
}

export const mebibyte = 1024 * 1024

/** One HTTP adapter for the tests of a group, and servers that end with each test. */
export function useHttp(start: () => Promise<HttpUnderTest>): HttpFixture {
  const servers: LoopbackServer[] = []
  let subject: HttpUnderTest | undefined
  beforeAll(async () => {
    subject = await start()
  })
  afterAll(() => subject?.stop())
  afterEach(async () => {
    for (const server of servers.splice(0)) await server.close()
  })
  return {
    http(limits) {
      if (subject === undefined) throw new Error('used before the tests began')
      if (limits === undefined) return subject.create()
      return subject.create({ timeout: 30_000, maxBody: mebibyte, ...limits })
    },
    async serve(listener, scheme) {
      const server = await startServer(listener, scheme)
      servers.push(server)
      return server
    },
  }
}

/** A token request. */
export function post(url: string, more: Partial<HttpRequest> = {}): HttpRequest {
  return {
    method: 'POST',
    url,
    headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
    body: 'grant_type=client_credentials',
    ...more,
  }
}

/** The signal of somebody who waits. */
export function patience(): AbortSignal {
  return new AbortController().signal
}

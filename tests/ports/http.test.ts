import { createHash, createPublicKey } from 'node:crypto'
import { once } from 'node:events'
import { createSecureServer } from 'node:http2'
import type { Duplex } from 'node:stream'
import { afterEach, describe, expect, it } from 'vitest'
import { makeSelfSigned } from '../support/faults/certificates.ts'
import { type ElectronHost, startElectronHost } from '../support/ports/host/start-host.ts'
import { mebibyte, patience, post } from '../support/ports/http-fixture.ts'
import { describeHttp } from '../support/ports/http-suite.ts'
import {
  findClosedPort,
  type LoopbackServer,
  startServer,
} from '../support/ports/loopback-server.ts'
import { createNodeHttp } from '../support/ports/node-http.ts'

describeHttp('Node', async () => ({ create: createNodeHttp, stop: async () => {} }))

describeHttp('Electron', async () => {
  const host = await startElectronHost()
  return { create: host.http, stop: host.stop }
})

describe('http: Electron alone', () => {
  const ends: (() => Promise<void>)[] = []
  afterEach(async () => {
    for (const end of ends.splice(0)) await end()
  })

  async function startBehindProxy(proxy: string): Promise<ElectronHost> {
    const host = await startElectronHost({
      switches: [`--proxy-server=${proxy}`, '--proxy-bypass-list=<-loopback>'],
    })
    ends.push(host.stop)
    return host
  }

  async function serve(...args: Parameters<typeof startServer>): Promise<LoopbackServer> {
    const server = await startServer(...args)
    ends.push(server.close)
    return server
  }

  it('says which app is asking, and nothing of the browser in it', async () => {
    const server = await serve((_, response) => response.end('{}'))
    const host = await startElectronHost()
    ends.push(host.stop)
    await host.http().send(post(`${server.origin}/token`), patience())
    expect(server.received[0]?.headers['user-agent']).toBe('TokenDesk/1.2.3')
  })

  it('opens a bounded number of sessions in a storm, sends all of it, and lets a waiting one be cancelled', async () => {
    let open = 0
    let maxOpen = 0
    const held: (() => void)[] = []
    const server = await serve((_, response) => {
      open += 1
      maxOpen = Math.max(maxOpen, open)
      held.push(() => {
        open -= 1
        response.end('{}')
      })
    })
    const host = await startElectronHost()
    ends.push(host.stop)
    const http = host.http()
    const storm = Array.from({ length: 200 }, () => http.send(post(server.origin), patience()))
    await expect.poll(() => open, { timeout: 30_000 }).toBe(64)
    const control = new AbortController()
    const late = http.send(post(server.origin), control.signal)
    control.abort()
    expect(await late).toEqual({ kind: 'cancelled', mayHaveArrived: false })
    const answerAll = setInterval(() => {
      for (const answer of held.splice(0)) answer()
    }, 10)
    const results = await Promise.all(storm)
    clearInterval(answerAll)
    expect(results.filter(({ kind }) => kind === 'answer')).toHaveLength(200)
    expect(maxOpen).toBe(64)
    expect(server.received).toHaveLength(200)
  }, 60_000)

  it('uses the proxy of the system', async () => {
    const proxy = await serve((request, response) => response.end(request.url))
    const host = await startBehindProxy(proxy.origin)
    const result = await host.http().send(post('http://api.example/token'), patience())
    if (result.kind !== 'answer') return expect.fail(result.kind)
    expect(Buffer.from(result.body).toString()).toBe('http://api.example/token')
  })

  it('says that a proxy wants a login, for http and for https', async () => {
    const refuse = { 'proxy-authenticate': 'Basic realm="proxy"' }
    const proxy = await serve((_, response) => response.writeHead(407, refuse).end())
    proxy.onConnect((socket) => {
      socket.end('HTTP/1.1 407 Login\r\nProxy-Authenticate: Basic realm="proxy"\r\n\r\n')
    })
    const host = await startBehindProxy(proxy.origin)
    for (const scheme of ['http', 'https']) {
      const result = await host.http().send(post(`${scheme}://api.example/token`), patience())
      expect(result).toEqual({
        kind: 'unreachable',
        reason: 'proxy',
        mayHaveArrived: scheme === 'http',
      })
    }
  })

  it.each<readonly [string, (socket: Duplex) => void, string]>([
    ['refuses the tunnel', (socket) => socket.end('HTTP/1.1 502 No\r\n\r\n'), 'proxy'],
    [
      'says nothing when it is asked for a tunnel',
      (socket) => void socket.on('end', () => socket.end()).resume(),
      'timeout',
    ],
  ])('knows that nothing was sent through a proxy that %s', async (_, answer, reason) => {
    const proxy = await serve((_request, response) => response.end())
    proxy.onConnect(answer)
    const host = await startBehindProxy(proxy.origin)
    const limits = { timeout: 1000, maxBody: mebibyte }
    const result = await host.http(limits).send(post('https://api.example/token'), patience())
    expect(result).toEqual({ kind: 'unreachable', reason, mayHaveArrived: false })
  })

  it('speaks HTTP/1.1 to a server that also speaks HTTP/2', async () => {
    const spoken: string[] = []
    const credentials = makeSelfSigned()
    const server = createSecureServer({ ...credentials, allowHTTP1: true }, (request, response) => {
      spoken.push(request.httpVersion)
      response.end('{}')
    })
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    const address = server.address()
    if (address === null || typeof address === 'string') throw new Error('not a TCP server')
    ends.push(async () => void server.close())
    const key = createPublicKey(credentials.cert).export({ type: 'spki', format: 'der' })
    const pin = createHash('sha256').update(key).digest('base64')
    const host = await startElectronHost({
      switches: [`--ignore-certificate-errors-spki-list=${pin}`],
    })
    ends.push(host.stop)
    const url = `https://127.0.0.1:${address.port}/token`
    expect(await host.http().send(post(url), patience())).toMatchObject({ kind: 'answer' })
    expect(spoken).toEqual(['1.1'])
  })

  it('says that the proxy is the one that does not answer', async () => {
    const host = await startBehindProxy(await findClosedPort())
    const result = await host.http().send(post('http://api.example/token'), patience())
    expect(result).toEqual({ kind: 'unreachable', reason: 'proxy', mayHaveArrived: false })
  })
})

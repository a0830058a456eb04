import { afterEach, describe, expect, it } from 'vitest'
import { type ElectronHost, startElectronHost } from '../support/ports/host/start-host.ts'
import { patience, post } from '../support/ports/http-fixture.ts'
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
      expect(result).toEqual({ kind: 'unreachable', reason: 'proxy' })
    }
  })

  it('says that the proxy is the one that does not answer', async () => {
    const host = await startBehindProxy(await findClosedPort())
    const result = await host.http().send(post('http://api.example/token'), patience())
    expect(result).toEqual({ kind: 'unreachable', reason: 'proxy' })
  })
})

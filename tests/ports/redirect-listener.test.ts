import dns from 'node:dns'
import { once } from 'node:events'
import { request as httpRequest } from 'node:http'
import { connect, createServer, isIP, type Socket } from 'node:net'
import { networkInterfaces } from 'node:os'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { bindServer, createRedirectListener } from '../../src/main/platform/redirect-listener.ts'
import { createFakeRedirects } from '../support/ports/fake-redirect-listener.ts'
import {
  describeRedirectListener,
  listening,
  type Page,
  pageOf,
  pageTexts,
  redirectTo,
  type Visit,
} from '../support/ports/redirect-listener-suite.ts'

function visit(url: string, { method = 'GET', headers = {}, body = '' }: Visit = {}) {
  return new Promise<Page | 'refused'>((resolve, reject) => {
    const length = body === '' ? {} : { 'content-length': Buffer.byteLength(body) }
    const request = httpRequest(url, { method, headers: { ...headers, ...length }, agent: false })
    request.on('error', ({ code, ...error }: NodeJS.ErrnoException) => {
      if (code === 'ECONNREFUSED' || code === 'ECONNRESET') resolve('refused')
      else reject(error)
    })
    request.on('response', async (response) => {
      const chunks: Buffer[] = []
      for await (const chunk of response) chunks.push(chunk)
      resolve({
        status: response.statusCode ?? 0,
        headers: response.headers as Page['headers'],
        body: Buffer.concat(chunks).toString(),
      })
    })
    request.end(body)
  })
}

describeRedirectListener('fake', createFakeRedirects)
/** Rejects as the system does for an address that it does not have, or a port that it keeps. */
const bindingWith =
  (code: string, isRefused: (host: string) => boolean): typeof bindServer =>
  async (server, host, port) => {
    if (isRefused(host)) throw Object.assign(new Error(`listen ${code}`), { code })
    return bindServer(server, host, port)
  }

const withoutIpv6 = (code: string) => bindingWith(code, (host) => host === '::1')

describeRedirectListener('Node', (isIpv6There = true) => ({
  listener: createRedirectListener({
    texts: pageTexts,
    ...(isIpv6There ? {} : { bind: withoutIpv6('EADDRNOTAVAIL') }),
  }),
  visit,
}))

const hasIpv6 = Object.values(networkInterfaces())
  .flat()
  .some((address) => address?.address === '::1')

describe('redirect listener: Node alone', () => {
  const ends: (() => void)[] = []
  afterEach(() => {
    for (const end of ends.splice(0)) end()
  })

  async function listen(address = 'http://127.0.0.1:0/callback', requestTimeout = 10_000) {
    const control = new AbortController()
    ends.push(() => control.abort())
    const listener = createRedirectListener({ texts: pageTexts, requestTimeout })
    const wait = listening(await listener.listen(redirectTo(address), control.signal))
    let isOver = false
    void wait.result.then(() => {
      isOver = true
    })
    return { ...wait, port: Number(new URL(wait.address).port), isOver: () => isOver }
  }

  async function connected(port: number, host = '127.0.0.1'): Promise<Socket> {
    const socket = connect(port, host)
    socket.on('error', () => {})
    ends.push(() => socket.destroy())
    await once(socket, 'connect')
    return socket
  }

  it.runIf(hasIpv6)('listens on both addresses of localhost at one port', async () => {
    const { address, port, result } = await listen('http://localhost:0/callback')
    expect(address).toBe(`http://localhost:${port}/callback`)
    const host = { headers: { host: `localhost:${port}` } }
    const first = await visit(`http://127.0.0.1:${port}/callback?state=wrong`, host)
    expect(first).toMatchObject({ status: 400, body: pageOf('refused') })
    await visit(`http://[::1]:${port}/callback?state=right`, host)
    await expect(result).resolves.toMatchObject({ kind: 'redirected' })
  })

  it.runIf(hasIpv6)('names the port if another program has one of the two addresses', async () => {
    const other = createServer()
    ends.push(() => other.close())
    other.listen({ host: '::1', port: 0 })
    await once(other, 'listening')
    const address = other.address()
    const port = typeof address === 'object' ? (address?.port ?? 0) : 0
    const listener = createRedirectListener({ texts: pageTexts })
    const request = redirectTo(`http://localhost:${port}/callback`)
    const wait = await listener.listen(request, new AbortController().signal)
    expect(wait).toEqual({ kind: 'port-unavailable', port })
    // Nothing of the attempt is left behind on the first one.
    expect(await visit(`http://127.0.0.1:${port}/callback`)).toBe('refused')
  })

  it.each([
    ['127.0.0.1', 'EACCES', { reason: 'reserved' }],
    ['localhost', 'EACCES', { reason: 'reserved' }],
    ['127.0.0.1', 'EADDRINUSE', {}],
    ['[::1]', 'EAFNOSUPPORT', { reason: 'no-ipv6' }],
    ['[::1]', 'EADDRINUSE', {}],
  ])('tells why the port at %s can’t be had: %s', async (host, code, reason) => {
    const bind = bindingWith(code, () => true)
    const listener = createRedirectListener({ texts: pageTexts, bind })
    const request = redirectTo(`http://${host}:17842/callback`)
    const wait = await listener.listen(request, new AbortController().signal)
    expect(wait).toEqual({ kind: 'port-unavailable', port: 17842, ...reason })
  })

  it.runIf(hasIpv6)('listens on [::1] alone if that is the address', async () => {
    const { port, result } = await listen('http://[::1]:0/callback')
    expect(await visit(`http://127.0.0.1:${port}/callback?state=right`)).toBe('refused')
    await visit(`http://[::1]:${port}/callback?state=right`)
    await expect(result).resolves.toMatchObject({ kind: 'redirected' })
  })

  it('looks up no name, so that a hosts file leads it nowhere else', async () => {
    // Node asks for literals too, and answers them itself.
    const lookup = vi.spyOn(dns, 'lookup')
    ends.push(() => lookup.mockRestore())
    const { port, result } = await listen('http://localhost:0/callback')
    const asked = lookup.mock.calls.map(([name]) => String(name))
    expect(asked.filter((name) => isIP(name) === 0)).toEqual([])
    await visit(`http://127.0.0.1:${port}/callback?state=right`)
    await expect(result).resolves.toMatchObject({ kind: 'redirected' })
  })

  it('is not reachable by an address of the network', async () => {
    const outer = Object.values(networkInterfaces())
      .flat()
      .find((address) => address?.family === 'IPv4' && !address.internal)
    const { port } = await listen()
    if (outer !== undefined) {
      expect(await visit(`http://${outer.address}:${port}/callback?state=right`)).toBe('refused')
    }
    expect(port).toBeGreaterThan(0)
  })

  it('takes a header of 60 KiB, refuses one of more than 64 KiB, and goes on', async () => {
    const { address, isOver, result } = await listen()
    const tooLong = `${address}?state=right&code=${'c'.repeat(65 * 1024)}`
    expect(await visit(tooLong)).toMatchObject({ status: 431 })
    expect(isOver()).toBe(false)
    await visit(`${address}?state=right&code=${'c'.repeat(60 * 1024)}`)
    await expect(result).resolves.toMatchObject({ kind: 'redirected' })
  })

  it('refuses a body of more than 1 MiB and goes on', async () => {
    const { address, isOver } = await listen()
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    const body = `state=right&code=${'c'.repeat(1024 * 1024)}`
    const page = await visit(address, { method: 'POST', headers, body })
    // A client that is still sending may see the connection end before the status.
    if (page !== 'refused') expect(page.status).toBe(413)
    expect(isOver()).toBe(false)
  })

  it('ends connections that say nothing, or not all, within the time for a request', async () => {
    const { port, isOver } = await listen(undefined, 200)
    const silent = await connected(port)
    const slow = await connected(port)
    slow.write(`POST /callback HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nContent-Length: 10\r\n\r\n`)
    await Promise.all(
      [silent, slow].map((socket) => {
        socket.resume()
        return socket.closed ? undefined : once(socket, 'close')
      }),
    )
    expect(isOver()).toBe(false)
  })

  it('holds at most 20 connections, and ends the oldest idle one for a new one', async () => {
    const { port, address, result } = await listen()
    let open = 0
    for (let at = 0; at < 60; at += 1) {
      const idle = await connected(port)
      idle.resume()
      open += 1
      idle.once('close', () => {
        open -= 1
      })
    }
    await expect.poll(() => open).toBe(20)
    expect(await visit(`${address}?state=right`)).toMatchObject({ status: 200 })
    await expect(result).resolves.toMatchObject({ kind: 'redirected' })
    await expect.poll(() => open).toBe(0)
  })

  it('is not held up by connections that a browser opened in advance', async () => {
    const { port, address, result } = await listen()
    const idle = await connected(port)
    idle.resume()
    const closed = once(idle, 'close')
    await visit(`${address}?state=right`)
    await expect(result).resolves.toMatchObject({ kind: 'redirected' })
    await closed
  })
})

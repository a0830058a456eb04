import { once } from 'node:events'
import { networkInterfaces } from 'node:os'
import { connect as connectTls } from 'node:tls'
import { afterEach, describe, expect, it } from 'vitest'
import type { RedirectNotice } from '../../src/main/engine/ports.ts'
import { createRedirectListener } from '../../src/main/platform/redirect-listener.ts'
import { exchange, openRawSocket } from '../support/ports/raw-socket.ts'
import { listening, pageTexts, redirectTo } from '../support/ports/redirect-listener-suite.ts'

const hasIpv6 = Object.values(networkInterfaces())
  .flat()
  .some((address) => address?.address === '::1')

const hosts = [
  { name: 'IPv4', bound: '127.0.0.1', written: '127.0.0.1', isThere: true },
  { name: 'IPv6', bound: '::1', written: '[::1]', isThere: hasIpv6 },
]

const good = 'code=the-code&state=right'
const form = 'Content-Type: application/x-www-form-urlencoded'
const hello = Buffer.from('16030100f8010000f40303', 'hex')

describe.each(hosts)(
  'redirect listener under faults, over $name',
  ({ bound, written, isThere }) => {
    const ends: AbortController[] = []
    afterEach(() => {
      for (const end of ends.splice(0)) end.abort()
    })

    async function listen(requestTimeout = 10_000) {
      const control = new AbortController()
      ends.push(control)
      const notices: RedirectNotice[] = []
      const request = {
        ...redirectTo(`http://${written}:0/callback`),
        onNotice: (notice: RedirectNotice) => notices.push(notice),
      }
      const listener = createRedirectListener({ texts: pageTexts, requestTimeout })
      const { address, result } = listening(await listener.listen(request, control.signal))
      const port = Number(new URL(address).port)
      let taken: string | null | undefined
      void result.then((end) => {
        taken = end.kind === 'redirected' ? end.parameters.get('code') : end.kind
      })
      const host = `Host: ${written}:${port}`
      return {
        host,
        notices,
        result,
        port,
        taken: () => taken,
        open: async () => (await openRawSocket(port, bound)) ?? expect.fail('nothing listens'),
        send: (bytes: string | Uint8Array) => exchange(port, bound, bytes),
        /** Sends the redirect of a browser. */
        redirect: (code = 'the-code') =>
          exchange(
            port,
            bound,
            `GET /callback?code=${code}&state=right HTTP/1.1\r\n${host}\r\n\r\n`,
          ),
      }
    }

    const get = (target: string) => (host: string) => `GET ${target} HTTP/1.1\r\n${host}\r\n\r\n`
    const post = (headers: string, body: string) => (host: string) =>
      `POST /callback HTTP/1.1\r\n${host}\r\n${form}\r\n${headers}\r\n\r\n${body}`

    describe.runIf(isThere)('goes on waiting after', () => {
      it.each<readonly [string, RegExp, (host: string) => string]>([
        ['a request of HTTP/0.9', /^HTTP\/1\.1 400 /, () => `GET /callback?${good}\r\n\r\n`],
        ['bytes that are no HTTP', /^HTTP\/1\.1 400 /, () => '\x00\x01\x02\xff\xfe\r\n\r\n'],
        ['the greeting of another protocol', /^HTTP\/1\.1 400 /, () => 'SSH-2.0-OpenSSH_9.6\r\n'],
        ['the preface of HTTP/2', /^HTTP\/1\.1 400 /, () => 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
        ['NUL in the target', /^HTTP\/1\.1 400 /, get(`/callback?${good}\x00`)],
        [
          'NUL in a header',
          /^HTTP\/1\.1 400 /,
          (host) => get(`/callback?${good}`)(`${host}\r\nA: \x00`),
        ],
        [
          'a bare line feed in a header',
          /^HTTP\/1\.1 400 /,
          (host) => `GET /callback?${good} HTTP/1.1\r\n${host}\r\nA: b\rc: d\r\n\r\n`,
        ],
        ['a percent-encoded path', /^HTTP\/1\.1 404 /, get(`/%63allback?${good}`)],
        ['a path with ..', /^HTTP\/1\.1 404 /, get(`/x/../callback?${good}`)],
        ['a path with . and ..', /^HTTP\/1\.1 404 /, get(`/./x/%2e%2e/callback?${good}`)],
        [
          'an address without a scheme',
          /^HTTP\/1\.1 404 /,
          get(`//attacker.example/callback?${good}`),
        ],
        ['a backslash for a slash', /^HTTP\/1\.1 40[04] /, get(`\\callback?${good}`)],
        ['a fragment', /^HTTP\/1\.1 404 /, get(`/callback#${good}`)],
        [
          'a target of another server',
          /^HTTP\/1\.1 404 /,
          get(`http://attacker.example/callback?${good}`),
        ],
        [
          'a target with a user',
          /^HTTP\/1\.1 404 /,
          (host) => get(`http://me@${host.slice(6)}/callback?${good}`)(host),
        ],
        [
          'a target in https',
          /^HTTP\/1\.1 404 /,
          (host) => get(`https://${host.slice(6)}/callback?${good}`)(host),
        ],
        ['no Host', /^HTTP\/1\.1 400 /, () => `GET /callback?${good} HTTP/1.1\r\n\r\n`],
        ['no Host in HTTP/1.0', /^HTTP\/1\.1 400 /, () => `GET /callback?${good} HTTP/1.0\r\n\r\n`],
        [
          'the name of another site',
          /^HTTP\/1\.1 400 /,
          () => get(`/callback?${good}`)('Host: attacker.example'),
        ],
        ['OPTIONS *', /^HTTP\/1\.1 404 /, (host) => `OPTIONS * HTTP/1.1\r\n${host}\r\n\r\n`],
        ['CONNECT', /^$/, (host) => `CONNECT ${host.slice(6)} HTTP/1.1\r\n${host}\r\n\r\n`],
        [
          'an unknown method',
          /^HTTP\/1\.1 400 /,
          (host) => `REDIRECT /callback?${good} HTTP/1.1\r\n${host}\r\n\r\n`,
        ],
        ['a code without a state', /^HTTP\/1\.1 400 /, get('/callback?code=the-code')],
        ['a code with two states', /^HTTP\/1\.1 400 /, get(`/callback?${good}&state=right`)],
        [
          'a state in the body of a GET',
          /^HTTP\/1\.1 400 /,
          (host) =>
            `GET /callback HTTP/1.1\r\n${host}\r\n${form}\r\nContent-Length: 25\r\n\r\n${good}`,
        ],
        [
          'two lengths of a body',
          /^HTTP\/1\.1 400 /,
          post('Content-Length: 25\r\nContent-Length: 5', good),
        ],
        [
          'a length beside chunks',
          /^HTTP\/1\.1 400 /,
          post('Content-Length: 25\r\nTransfer-Encoding: chunked', good),
        ],
        [
          'a form as text',
          /^HTTP\/1\.1 415 /,
          (host) =>
            `POST /callback HTTP/1.1\r\n${host}\r\nContent-Type: text/plain\r\nContent-Length: 25\r\n\r\n${good}`,
        ],
        [
          'a form in parts',
          /^HTTP\/1\.1 415 /,
          (host) =>
            `POST /callback HTTP/1.1\r\n${host}\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 25\r\n\r\n${good}`,
        ],
        [
          'a header that is too large',
          /^HTTP\/1\.1 431 /,
          (host) => get(`/callback?${good}`)(`${host}\r\nA: ${'a'.repeat(70_000)}`),
        ],
        [
          'an expectation that is unknown',
          /^HTTP\/1\.1 417 /,
          post('Expect: tea\r\nContent-Length: 25', good),
        ],
      ])('%s', async (_, expected, bytes) => {
        const { send, host, redirect, taken, result } = await listen()
        expect(await send(Buffer.from(bytes(host), 'latin1'))).toMatch(expected)
        expect(taken()).toBeUndefined()
        expect(await redirect()).toMatch(/^HTTP\/1\.1 200 OK/)
        await result
        expect(taken()).toBe('the-code')
      })

      it('a greeting in TLS, whole or byte by byte, and reports it once', async () => {
        const { send, open, notices, redirect, taken, port } = await listen()
        expect(await send(hello)).toBe('')
        const slow = await open()
        for (const byte of hello) slow.write(Uint8Array.of(byte))
        expect(await slow.received).toBe('')
        const tls = connectTls({ port, host: bound, rejectUnauthorized: false })
        await once(tls, 'error')
        expect(notices).toEqual(['tls'])
        await redirect()
        await expect.poll(taken).toBe('the-code')
      })

      it('bytes of TLS inside a request, which are no greeting', async () => {
        const { open, host, notices } = await listen()
        const socket = await open()
        socket.write(
          `POST /callback HTTP/1.1\r\n${host}\r\n${form}\r\nTransfer-Encoding: chunked\r\n\r\n`,
        )
        socket.write(hello)
        await socket.received
        expect(notices).toEqual([])
      })

      it('half a request, and a body that breaks off', async () => {
        const { open, host, redirect, taken } = await listen()
        const parts = [
          'GET /call',
          `GET /callback?${good} HTTP/1.1\r\n${host}\r\n`,
          post('Content-Length: 25', good.slice(0, 20))(host),
          post('Transfer-Encoding: chunked', `19\r\n${good}\r\n`)(host),
          post('Transfer-Encoding: chunked', `19\r\n${good}\r\nxyz`)(host),
        ]
        for (const part of parts) {
          const half = await open()
          half.write(part)
          half.socket.end()
          await half.received
          const reset = await open()
          reset.write(part)
          await new Promise((resolve) => setImmediate(resolve))
          reset.socket.resetAndDestroy()
        }
        expect(taken()).toBeUndefined()
        await redirect()
        await expect.poll(taken).toBe('the-code')
      })

      it('a header without an end, and a body of many megabytes', async () => {
        const { open, host, redirect, taken } = await listen()
        const endless = await open()
        endless.write(`GET /callback?${good} HTTP/1.1\r\n${host}\r\n`)
        for (let at = 0; at < 40; at += 1) endless.write(`A${at}: ${'a'.repeat(8000)}\r\n`)
        expect(await endless.received).toMatch(/^(HTTP\/1\.1 431 |$)/)
        const large = await open()
        large.write(post('Transfer-Encoding: chunked', '')(host))
        for (let at = 0; at < 80; at += 1) large.write(`10000\r\n${'a'.repeat(0x10000)}\r\n`)
        expect(await large.received).toMatch(/^(HTTP\/1\.1 413 |$)/)
        expect(taken()).toBeUndefined()
        await redirect()
        await expect.poll(taken).toBe('the-code')
      })

      it('clients that send a byte now and then, for no longer than a request may take', async () => {
        const { open, host, redirect, taken } = await listen(300)
        const texts = ['', get(`/callback?${good}`)(host), post('Content-Length: 25', good)(host)]
        const begun = performance.now()
        await Promise.all(
          texts.map(async (text) => {
            const slow = await open()
            let at = 0
            const timer = setInterval(() => {
              if (at < text.length - 1) slow.write(text[at] ?? '')
              at += 1
            }, 20)
            expect(await slow.received).toMatch(/^(HTTP\/1\.1 408 |$)/)
            clearInterval(timer)
          }),
        )
        expect(performance.now() - begun).toBeLessThan(5000)
        expect(taken()).toBeUndefined()
        await redirect()
        await expect.poll(taken).toBe('the-code')
      })

      it('hundreds of connections at once, also of requests that never end', async () => {
        const { open, host, send, redirect, taken } = await listen(300)
        const begun = Array.from({ length: 200 }, async (_, at) => {
          const socket = await open().catch(() => null)
          if (at % 2 === 0) socket?.write(post('Content-Length: 25', 'x')(host))
          else void send(get('/callback?code=c&state=wrong')(host))
          await socket?.received
        })
        await Promise.all(begun)
        expect(taken()).toBeUndefined()
        expect(await redirect()).toMatch(/^HTTP\/1\.1 200 OK/)
        await expect.poll(taken).toBe('the-code')
      })
    })

    describe.runIf(isThere)('takes exactly one redirect', () => {
      it('that arrives byte by byte', async () => {
        const { open, host, taken } = await listen()
        const slow = await open()
        slow.socket.setNoDelay(true)
        for (const byte of get(`/callback?${good}`)(host)) slow.write(byte)
        expect(await slow.received).toMatch(/^HTTP\/1\.1 200 OK/)
        await expect.poll(taken).toBe('the-code')
      })

      it.each([
        [
          'in absolute-form',
          (host: string) => get(`http://${host.slice(6)}/callback?${good}`)(host),
        ],
        ['after 100 (Continue)', post('Expect: 100-continue\r\nContent-Length: 25', good)],
        ['in chunks', post('Transfer-Encoding: chunked', `19\r\n${good}\r\n0\r\n\r\n`)],
        ['after empty lines', (host: string) => `\r\n\r\n${get(`/callback?${good}`)(host)}`],
        ['in HTTP/1.0', (host: string) => `GET /callback?${good} HTTP/1.0\r\n${host}\r\n\r\n`],
      ])('%s', async (_, bytes) => {
        const { send, host, taken } = await listen()
        expect(await send(bytes(host))).toMatch(
          /^HTTP\/1\.1 (100 Continue\r\n\r\nHTTP\/1\.1 )?200 OK/,
        )
        await expect.poll(taken).toBe('the-code')
      })

      it.each([
        ['GET', get(`/callback?${good}`)],
        ['POST', post('Content-Length: 25', good)],
        ['POST in chunks', post('Transfer-Encoding: chunked', `19\r\n${good}\r\n0\r\n\r\n`)],
      ])('of a browser that is gone before it gets the page: %s', async (_, bytes) => {
        for (let at = 0; at < 10; at += 1) {
          const { open, host, taken } = await listen()
          const { socket } = await open()
          socket.write(bytes(host), () => socket.destroy())
          await expect.poll(taken).toBe('the-code')
        }
      })

      it('of several in one packet', async () => {
        const { send, host, taken, result } = await listen()
        const of = (code: string, state: string) =>
          get(`/callback?code=${code}&state=${state}`)(host)
        const answers = await send(
          of('first', 'right') + of('second', 'right') + of('third', 'wrong'),
        )
        expect(answers?.match(/HTTP\/1\.1 200 OK/g)).toHaveLength(1)
        await result
        expect(taken()).toBe('first')
      })

      it('of two that are under way: the second one gets the same page and changes nothing', async () => {
        const { open, host, redirect, result, taken } = await listen()
        const second = await open()
        second.write(post('Content-Length: 27', 'code=second')(host))
        // The listener has read the beginning of the second one before the first one arrives.
        await new Promise((resolve) => setTimeout(resolve, 50))
        expect(await redirect('first')).toMatch(/^HTTP\/1\.1 200 OK/)
        await result
        second.write('&state=right&a=b')
        expect(await second.received).toMatch(/^HTTP\/1\.1 200 OK.*accepted.*<\/h1>/s)
        expect(taken()).toBe('first')
      })

      it('of many at once', async () => {
        const { redirect, result, taken } = await listen()
        const codes = Array.from({ length: 15 }, (_, at) => `code${at}`)
        await Promise.all(codes.map((code) => redirect(code)))
        await result
        expect(codes).toContain(taken())
      })
    })
  },
)

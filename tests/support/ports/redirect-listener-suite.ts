import { afterEach, describe, expect, it } from 'vitest'
import type {
  RedirectListener,
  RedirectNotice,
  RedirectRequest,
  RedirectWait,
} from '../../../src/main/engine/ports.ts'
import type { RedirectPage, RedirectPageTexts } from '../../../src/main/platform/redirect-page.ts'

export interface Visit {
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

export interface Page {
  readonly status: number
  readonly headers: Readonly<Record<string, string | undefined>>
  readonly body: string
}

export interface RedirectsUnderTest {
  readonly listener: RedirectListener
  /** Requests an address as a browser would; `refused` if nothing listens there. */
  visit(url: string, visit?: Visit): Promise<Page | 'refused'>
}

/** Creates a listener on a computer that has IPv6, unless it is to have none. */
export type CreateRedirects = (hasIpv6?: boolean) => RedirectsUnderTest

/** The name of a page is its title. */
export const pageTexts: RedirectPageTexts = {
  language: 'en',
  textOf: (page) => ({ title: `The page “${page}”`, body: 'First.\n\nSecond.' }),
}
export const pageOf = (page: RedirectPage) =>
  expect.stringContaining(`<h1>${pageTexts.textOf(page).title}</h1>`)

/** Fails the test if the port was not available. */
export function listening(wait: RedirectWait) {
  if (wait.kind !== 'listening') return expect.fail(wait.kind)
  return wait
}

/** Accepts the redirect with the state `right`. */
export function redirectTo(address: string): RedirectRequest {
  return { address, accepts: (parameters) => parameters.get('state') === 'right' }
}

const form = { 'content-type': 'application/x-www-form-urlencoded' }

/** The behaviour that a sign-in relies on, whatever receives the redirect. */
export function describeRedirectListener(name: string, create: CreateRedirects): void {
  describe(`redirect listener: ${name}`, () => {
    const ends: AbortController[] = []
    afterEach(() => {
      for (const end of ends.splice(0)) end.abort()
    })

    async function listen(address = 'http://127.0.0.1:0/callback') {
      const { listener, visit } = create()
      const control = new AbortController()
      ends.push(control)
      const notices: RedirectNotice[] = []
      const onNotice = (notice: RedirectNotice) => notices.push(notice)
      const request = { ...redirectTo(address), onNotice }
      const wait = listening(await listener.listen(request, control.signal))
      let isOver = false
      void wait.result.then(() => {
        isOver = true
      })
      return {
        ...wait,
        control,
        notices,
        isOver: () => isOver,
        visit: (query: string, options?: Visit) => visit(`${wait.address}${query}`, options),
        visitAddress: visit,
      }
    }

    it('names the port that it took, and keeps the rest of the address as it was', async () => {
      const { address } = await listen()
      expect(address).toMatch(/^http:\/\/127\.0\.0\.1:[1-9]\d+\/callback$/)
    })

    it('receives a redirect by GET, shows its page and closes', async () => {
      const { visit, result } = await listen()
      const page = await visit('?code=the%20code&state=right')
      expect(page).toMatchObject({ status: 200, body: pageOf('accepted') })
      const received = await result
      if (received.kind !== 'redirected') return expect.fail(received.kind)
      expect([...received.parameters]).toEqual([
        ['code', 'the code'],
        ['state', 'right'],
      ])
      expect(await visit('?code=again&state=right')).toBe('refused')
    })

    it('receives a redirect by POST (form_post)', async () => {
      const { visit, result } = await listen()
      const body = 'code=the+code&state=right'
      expect(await visit('', { method: 'POST', headers: form, body })).toMatchObject({
        status: 200,
      })
      const received = await result
      if (received.kind !== 'redirected') return expect.fail(received.kind)
      expect(received.parameters.get('code')).toBe('the code')
    })

    it.each<readonly [string, number, string, Visit]>([
      ['another state', 400, '?code=c&state=wrong', {}],
      ['no parameters, as of a fragment', 400, '', {}],
      ['a preflight', 204, '?code=c&state=right', { method: 'OPTIONS' }],
      ['HEAD', 405, '?code=c&state=right', { method: 'HEAD' }],
      ['DELETE', 405, '?code=c&state=right', { method: 'DELETE' }],
      [
        'a prefetch',
        503,
        '?code=c&state=right',
        { headers: { 'sec-purpose': 'prefetch;prerender' } },
      ],
      [
        'a prefetch of an older browser',
        503,
        '?code=c&state=right',
        { headers: { purpose: 'prefetch' } },
      ],
      ['a prefetch of Safari', 503, '?code=c&state=right', { headers: { 'x-purpose': 'preview' } }],
      ['two codes', 400, '?code=c&code=d&state=right', {}],
      ['two states', 400, '?code=c&state=right&state=wrong', {}],
      ['two issuers', 400, '?code=c&state=right&iss=a&iss=b', {}],
      ['a state in the wrong case', 400, '?code=c&State=right', {}],
      ['a second question mark', 400, '?code=c?state=right', {}],
      ['a POST with its form in the query', 400, '?state=right', { method: 'POST', headers: form }],
      ['a POST of a wrong state', 400, '', { method: 'POST', headers: form, body: 'state=wrong' }],
      ['a POST that is no form', 415, '', { method: 'POST', body: '{"state":"right"}' }],
    ])('goes on waiting after %s (%i)', async (_, status, query, options) => {
      const { visit, isOver, result } = await listen()
      const page = await visit(query, options)
      expect(page).toMatchObject({ status })
      if (page !== 'refused') expect(page.headers['cache-control']).toBe('no-store')
      expect(isOver()).toBe(false)
      await visit('?code=real&state=right')
      const received = await result
      expect(received.kind === 'redirected' && received.parameters.get('code')).toBe('real')
    })

    it('goes on waiting after a request for another path', async () => {
      const { visitAddress, address, isOver } = await listen()
      const { origin } = new URL(address)
      const paths = ['/favicon.ico', '/', '/callback/', '/Callback', '/callback2', '/%63allback']
      for (const path of [...paths, '//callback', '/callback;x', '/x/callback', '/callback%00']) {
        const page = await visitAddress(`${origin}${path}?code=c&state=right`)
        expect(page).toMatchObject({ status: 404 })
      }
      expect(isOver()).toBe(false)
    })

    it('says on its page which of the usual mistakes it was', async () => {
      const { visit, visitAddress, address, notices } = await listen()
      const html = { headers: { accept: 'text/html,*/*' } }
      expect(await visit('?code=c&state=wrong', html)).toMatchObject({ body: pageOf('refused') })
      expect(await visit('?error=e&state=wrong', html)).toMatchObject({ body: pageOf('refused') })
      expect(await visit('?error=server_error', html)).toMatchObject({ body: pageOf('unclear') })
      expect(notices).toEqual([])
      expect(await visit('', html)).toMatchObject({ body: pageOf('noAnswer') })
      expect(await visit('?', html)).toMatchObject({ body: pageOf('noAnswer') })
      expect(notices).toEqual(['no-parameters'])
      const elsewhere = address.replace('/callback', '/?code=c&state=right')
      expect(await visitAddress(elsewhere, html)).toMatchObject({ body: pageOf('otherAddress') })
      expect(await visitAddress(elsewhere)).toMatchObject({ status: 404, body: '' })
    })

    it('takes a redirect by any name of this computer, and by no other', async () => {
      const { visit, address, isOver, result } = await listen()
      const { port } = new URL(address)
      for (const host of [
        'attacker.example',
        `attacker.example:${port}`,
        'localhost:1',
        '127.0.0.1',
      ]) {
        const page = await visit('?code=c&state=right', { headers: { host } })
        expect(page).toMatchObject({ status: 400, body: '' })
      }
      expect(isOver()).toBe(false)
      await visit('?code=c&state=right', { headers: { host: `LOCALHOST:${port}` } })
      await expect(result).resolves.toMatchObject({ kind: 'redirected' })
    })

    it('wants the parameters of the address itself first, and leaves them out', async () => {
      const own = 'http://127.0.0.1:0/callback?app=a%20b&x'
      const { address, visit, visitAddress, notices, result } = await listen(own)
      expect(address).toMatch(/^http:\/\/127\.0\.0\.1:[1-9]\d+\/callback\?app=a%20b&x$/)
      const bare = address.replace(/\?.*/, '')
      for (const query of [
        '?code=c&state=right',
        '?app=a+b&x&state=right',
        '?app=a%20b&xy&state=right',
      ]) {
        expect(await visitAddress(`${bare}${query}`)).toMatchObject({ status: 404 })
      }
      expect(await visit('')).toMatchObject({ body: pageOf('noAnswer') })
      expect(notices).toEqual(['no-parameters'])
      await visit('&code=c&state=right')
      const received = await result
      if (received.kind !== 'redirected') return expect.fail(received.kind)
      expect([...received.parameters.keys()]).toEqual(['code', 'state'])
    })

    it.each([
      ['HTTP://127.0.0.1:0/Callback', 'HTTP://127.0.0.1:PORT/Callback'],
      ['http://127.0.0.1:0/callback/', 'http://127.0.0.1:PORT/callback/'],
      ['http://127.0.0.1:0', 'http://127.0.0.1:PORT'],
      ['http://127.0.0.1:00?tenant=a', 'http://127.0.0.1:PORT?tenant=a'],
      ['http://127.0.0.1:0/a%2Fb/%c3%a9/..;/x', 'http://127.0.0.1:PORT/a%2Fb/%c3%a9/..;/x'],
      ['http://127.0.0.1:0/rückruf', 'http://127.0.0.1:PORT/rückruf'],
    ])('receives a redirect to %s as a browser requests it', async (typed, sent) => {
      const { address, visit, result } = await listen(typed)
      expect(address).toBe(sent.replace('PORT', address.match(/:(\d+)/)?.[1] ?? ''))
      const query = `${address.includes('?') ? '&' : '?'}code=c&state=right`
      expect(await visit(query)).toMatchObject({ status: 200 })
      await expect(result).resolves.toMatchObject({ kind: 'redirected' })
    })

    it('shows nothing of the code, to no one else, and keeps no copy', async () => {
      const { visit } = await listen()
      const page = await visit('?code=the-secret-code&state=right')
      if (page === 'refused') return expect.fail('nothing listened')
      expect(page.body).not.toContain('the-secret-code')
      expect(page.headers).toMatchObject({
        'cache-control': 'no-store',
        'referrer-policy': 'no-referrer',
        'content-type': 'text/html; charset=utf-8',
        'x-content-type-options': 'nosniff',
      })
      expect(page.headers['content-security-policy']).toContain("default-src 'none'")
      expect(page.headers).not.toHaveProperty('access-control-allow-origin')
    })

    it('closes as soon as it is aborted, and its port is free again', async () => {
      const { control, result, visit, address } = await listen()
      control.abort()
      await expect(result).resolves.toEqual({ kind: 'cancelled' })
      await expect.poll(() => visit('?code=c&state=right')).toBe('refused')
      const again = await listen(address)
      expect(again.address).toBe(address)
    })

    it('is cancelled at once if it was aborted before', async () => {
      const { listener } = create()
      const request = redirectTo('http://127.0.0.1:0/callback')
      const wait = listening(await listener.listen(request, AbortSignal.abort()))
      await expect(wait.result).resolves.toEqual({ kind: 'cancelled' })
    })

    it('names the port that is taken', async () => {
      const under = create()
      const control = new AbortController()
      ends.push(control)
      const request = redirectTo('http://127.0.0.1:0/callback')
      const { address } = listening(await under.listener.listen(request, control.signal))
      const second = under.listener.listen(redirectTo(address), control.signal)
      const port = Number(new URL(address).port)
      await expect(second).resolves.toEqual({
        kind: 'port-unavailable',
        port,
        reason: 'another-sign-in',
      })
    })

    it('leaves its port free after each of 200 waits', async () => {
      const under = create()
      let address = 'http://127.0.0.1:0/callback'
      for (let round = 0; round < 200; round += 1) {
        const control = new AbortController()
        const wait = listening(await under.listener.listen(redirectTo(address), control.signal))
        address = wait.address
        control.abort()
        await expect(wait.result).resolves.toEqual({ kind: 'cancelled' })
      }
      await expect(under.visit(address)).resolves.toBe('refused')
    })

    it('names the lack of IPv6, which only its own literal needs', async () => {
      const { listener } = create(false)
      const control = new AbortController()
      ends.push(control)
      const listenAt = (address: string) => listener.listen(redirectTo(address), control.signal)
      await expect(listenAt('http://[::1]:17842/callback')).resolves.toEqual({
        kind: 'port-unavailable',
        port: 17842,
        reason: 'no-ipv6',
      })
      expect(await listenAt('http://localhost:0/callback')).toMatchObject({ kind: 'listening' })
      expect(await listenAt('http://127.0.0.1:0/callback')).toMatchObject({ kind: 'listening' })
    })

    it.each([
      'https://127.0.0.1:0/callback',
      'http://0.0.0.0:0/callback',
      'http://192.168.1.10:0/callback',
      'http://example.com/callback',
      'http://localhost.example.com:0/callback',
      'token-desk://callback',
      'callback',
    ])('refuses to listen on %s', async (address) => {
      const { listener } = create()
      const { signal } = new AbortController()
      await expect(listener.listen(redirectTo(address), signal)).rejects.toThrow(
        'not an http loopback address',
      )
    })
  })
}

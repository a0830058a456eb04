import type { RedirectRequest, RedirectResult } from '../../../src/main/engine/ports.ts'
import {
  type RedirectPage,
  redirectPageHeaders,
  redirectPageHtml,
} from '../../../src/main/platform/redirect-page.ts'
import {
  type Page,
  pageTexts,
  type RedirectsUnderTest,
  type Visit,
} from './redirect-listener-suite.ts'

interface Waiting {
  readonly request: RedirectRequest
  readonly path: string
  end(result: RedirectResult): void
}

const page = (status: number, name?: RedirectPage): Page => ({
  status,
  headers: redirectPageHeaders,
  body: name === undefined ? '' : redirectPageHtml(name, pageTexts),
})
const loopback = /^http:\/\/(127\.0\.0\.1|\[::1\]|localhost)[:/]/

function answer({ request, path, end }: Waiting, url: URL, visit: Visit): Page {
  const { method = 'GET', headers: sent = {}, body = '' } = visit
  if (url.pathname !== path) return page(404)
  if (method === 'OPTIONS') return page(204)
  if (method !== 'GET' && method !== 'POST') return page(405)
  if ((sent['sec-purpose'] ?? sent['purpose'] ?? '').includes('prefetch')) return page(503)
  const isForm = sent['content-type'] === 'application/x-www-form-urlencoded'
  if (method === 'POST' && !isForm) return page(415)
  const parameters = method === 'GET' ? url.searchParams : new URLSearchParams(body)
  if (parameters.size === 0) {
    request.onNotice?.('no-parameters')
    return page(400, 'noAnswer')
  }
  if (!request.accepts(parameters)) return page(400, 'refused')
  end({ kind: 'redirected', parameters })
  return page(200, 'accepted')
}

/** A loopback interface without sockets: a test plays the browser by `visit`. */
export function createFakeRedirects(): RedirectsUnderTest {
  const ports = new Map<number, Waiting>()
  let lastPort = 40_000
  return {
    listener: {
      listen: async (request, signal) => {
        if (!loopback.test(request.address)) throw new Error('not an http loopback address')
        const url = new URL(request.address)
        lastPort += 1
        const port = url.port === '0' ? lastPort : Number(url.port)
        if (ports.has(port)) return { kind: 'port-unavailable', port }
        const result = new Promise<RedirectResult>((resolve) => {
          const end = (result: RedirectResult) => {
            ports.delete(port)
            resolve(result)
          }
          ports.set(port, { request, path: url.pathname, end })
          if (signal.aborted) end({ kind: 'cancelled' })
          signal.addEventListener('abort', () => end({ kind: 'cancelled' }), { once: true })
        })
        return { kind: 'listening', address: request.address.replace(':0/', `:${port}/`), result }
      },
    },
    visit: async (address, visit = {}) => {
      const url = new URL(address)
      const waiting = ports.get(Number(url.port))
      return waiting === undefined ? 'refused' : answer(waiting, url, visit)
    },
  }
}

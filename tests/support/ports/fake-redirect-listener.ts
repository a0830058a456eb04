import type { RedirectResult } from '../../../src/main/engine/ports.ts'
import { createRedirectAnswers } from '../../../src/main/platform/redirect-answers.ts'
import {
  type Page,
  pageTexts,
  type RedirectsUnderTest,
  type Visit,
} from './redirect-listener-suite.ts'

type Answers = ReturnType<typeof createRedirectAnswers>

const loopback = /^http:\/\/(127\.0\.0\.1|\[::1\]|localhost)([:/?]|$)/i

/** Sends a request to the code that answers those of a real socket. */
async function answerOf(answers: Answers, url: URL, visit: Visit): Promise<Page> {
  const { method = 'GET', headers = {}, body = '' } = visit
  let page: Page = { status: 0, headers: {}, body: '' }
  let close = () => {}
  const request = {
    method,
    url: url.pathname + url.search,
    headers: { host: url.host, ...headers },
    async *iterator() {
      yield Buffer.from(body)
    },
  }
  await answers(request, {
    writeHead: (status, sent) => ({
      end: (html) => {
        page = { status, headers: sent, body: html }
      },
    }),
    once: (_, listener) => {
      close = listener
    },
  })
  close()
  return page
}

/** A loopback interface without sockets: a test plays the browser by `visit`. */
export function createFakeRedirects(hasIpv6 = true): RedirectsUnderTest {
  const ports = new Map<number, Answers>()
  let lastPort = 40_000
  return {
    listener: {
      listen: async ({ address, accepts, onNotice }, signal) => {
        if (!loopback.test(address)) throw new Error('not an http loopback address')
        const expected = new URL(address)
        lastPort += 1
        const port = expected.port === '0' ? lastPort : Number(expected.port)
        if (!hasIpv6 && expected.hostname === '[::1]') {
          return { kind: 'port-unavailable', port, reason: 'no-ipv6' }
        }
        if (ports.has(port)) return { kind: 'port-unavailable', port, reason: 'another-sign-in' }
        const result = new Promise<RedirectResult>((resolve) => {
          const end = (result: RedirectResult) => {
            ports.delete(port)
            resolve(result)
          }
          let isNoticeGiven = false
          const answers = createRedirectAnswers({
            accepts,
            expected,
            port: () => port,
            texts: pageTexts,
            noParameters: () => {
              if (!isNoticeGiven) onNotice?.('no-parameters')
              isNoticeGiven = true
            },
            redirected: (parameters) => end({ kind: 'redirected', parameters }),
          })
          ports.set(port, answers)
          if (signal.aborted) end({ kind: 'cancelled' })
          signal.addEventListener('abort', () => end({ kind: 'cancelled' }), { once: true })
        })
        return { kind: 'listening', address: address.replace(/:0+(?=[/?]|$)/, `:${port}`), result }
      },
    },
    visit: async (address, visit = {}) => {
      const url = new URL(address)
      const answers = ports.get(Number(url.port))
      return answers === undefined ? 'refused' : answerOf(answers, url, visit)
    },
  }
}

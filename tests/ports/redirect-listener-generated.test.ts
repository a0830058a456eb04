import { networkInterfaces } from 'node:os'
import fc from 'fast-check'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createRedirectListener } from '../../src/main/platform/redirect-listener.ts'
import { seedOr, sized } from '../support/deep.ts'
import { exchange } from '../support/ports/raw-socket.ts'
import { listening, pageTexts } from '../support/ports/redirect-listener-suite.ts'

const hasIpv6 = Object.values(networkInterfaces())
  .flat()
  .some((address) => address?.address === '::1')

const perBatch = 10
/** On each address: 10,000 redirects in all, or 100,000 in the deep tests. */
const runs = sized({ usual: 500, deep: 5000 })

const state = 'Zk3-_q0vTt9xWm4sB7cYpg'

/** The same, as some servers write it. */
const encodedState = state.replace('-', '%2D')

/** States that are not it. */
const wrongStates = [
  '',
  state.slice(0, -1),
  `${state}A`,
  ` ${state}`,
  `${state}%00`,
  `${state}%0A`,
  state.toLowerCase(),
  state.replace('-', '%2D_'),
  state.replace('_', '%252D'),
  [...state].reverse().join(''),
  `${state},${state}`,
  'undefined',
  '%F0%9F',
]

interface Redirect {
  readonly method: string
  readonly path: string
  /** As it is written in the query or the form; `null`: none. */
  readonly state: string | null
  readonly sentBy: 'query' | 'form' | 'chunks'
  /** Behind the state. */
  readonly rest: string
  readonly type: string
  /** `null`: none. */
  readonly host: string | null
  readonly header: string
}

const usually = <Value>(value: Value, others: readonly Value[]) =>
  fc.oneof({ weight: 9, arbitrary: fc.constant(value) }, fc.constantFrom(...others))

const redirects = fc.record<Redirect>({
  method: usually('', ['GET', 'POST', 'HEAD', 'OPTIONS', 'PUT', 'TRACE', 'get', 'G\x00T']),
  path: usually('/callback', [
    '/',
    '/callback/',
    '/%63allback',
    '/a/../callback',
    '/CALLBACK',
    '*',
    '',
  ]),
  state: fc.oneof(fc.constantFrom(state, encodedState), fc.constantFrom(null, ...wrongStates)),
  sentBy: fc.constantFrom('query', 'query', 'form', 'chunks'),
  rest: usually('', [
    '&iss=https%3A%2F%2Fserver.example&session_state=1',
    `&state=${state}`,
    '&state=wrong',
    '&code=another',
    '&code=',
    `&scope=${'a+'.repeat(400)}`,
    '&%00=%00&=&&',
    '&x=%zz',
    '&x=\xff\xfe',
    '#state',
  ]),
  type: usually('application/x-www-form-urlencoded', [
    '',
    'text/plain',
    'APPLICATION/x-www-FORM-urlencoded; charset=utf-8',
  ]),
  host: usually('own', ['attacker.example', '', '127.0.0.1', 'localhost:1', null]),
  header: usually('', [
    'Sec-Purpose: prefetch;prerender',
    'X-Moz: prefetch',
    'Accept: text/html',
    'Upgrade: websocket\r\nConnection: Upgrade',
    'Expect: 100-continue',
    'Sec-Fetch-Mode: no-cors',
  ]),
})

/** Bytes that are replaced, and their places in ten thousandths of its length. */
const damages = fc.oneof(
  { weight: 4, arbitrary: fc.constant([]) },
  fc.array(fc.tuple(fc.nat(9999), fc.nat(255)), {
    minLength: 1,
    maxLength: 4,
  }),
)

function bytesOf(redirect: Redirect, code: string, ownHost: string): Buffer {
  const { path, sentBy, rest, type, host, header } = redirect
  const isQuery = sentBy === 'query'
  const method = redirect.method === '' ? (isQuery ? 'GET' : 'POST') : redirect.method
  const parameters = `code=${code}${redirect.state === null ? '' : `&state=${redirect.state}`}${rest}`
  const length = Buffer.byteLength(parameters, 'latin1')
  const lines = [
    `${method} ${path}${isQuery ? `?${parameters}` : ''} HTTP/1.1`,
    ...(host === null ? [] : [`Host: ${host === 'own' ? ownHost : host}`]),
    ...(header === '' ? [] : [header]),
    ...(isQuery || type === '' ? [] : [`Content-Type: ${type}`]),
    ...(sentBy === 'form' ? [`Content-Length: ${length}`] : []),
    ...(sentBy === 'chunks' ? ['Transfer-Encoding: chunked'] : []),
  ]
  const body = {
    query: '',
    form: parameters,
    chunks: `${length.toString(16)}\r\n${parameters}\r\n0\r\n\r\n`,
  }
  return Buffer.from(`${lines.join('\r\n')}\r\n\r\n${body[sentBy]}`, 'latin1')
}

/** Without a state of its own, the redirect may have the one in `rest`. */
const isStateRight = (redirect: Redirect) =>
  redirect.state === state ||
  redirect.state === encodedState ||
  (redirect.state === null && redirect.rest === `&state=${state}`)

/** Decides from the description alone, not from its bytes, whether the redirect has to be taken. */
function isRight(redirect: Redirect): boolean {
  const { method, path, sentBy, rest, type, host, header } = redirect
  const isMethodRight = method === '' || method === (sentBy === 'query' ? 'GET' : 'POST')
  const isForm = sentBy === 'query' || /urlencoded/i.test(type)
  const isTwice = /&code=/.test(rest) || (redirect.state !== null && /&state=/.test(rest))
  const isPrefetch = /prefetch/.test(header)
  // Browsers write such bytes of an address as `%ff`, and Node's parser refuses them bare.
  const isAscii = sentBy !== 'query' || !rest.includes('\xff')
  // A `#` ends the target of no request; in a form it is a part of the last value.
  const isStateWhole = rest !== '#state'
  const isPlain = isMethodRight && isForm && !isTwice && !isPrefetch && isStateWhole && isAscii
  return isPlain && path === '/callback' && isStateRight(redirect) && host === 'own'
}

/** Of what the tests below did: they must not pass with nothing to take, or nothing to refuse. */
const seen = { sent: 0, right: 0, damaged: 0, taken: 0 }

/** Begins a wait on an address and returns how a client uses it. */
async function listen({ bound, written }: { readonly bound: string; readonly written: string }) {
  const control = new AbortController()
  const { address, result } = listening(
    await createRedirectListener({ texts: pageTexts, requestTimeout: 400 }).listen(
      {
        address: `http://${written}:0/callback`,
        accepts: (parameters) => parameters.get('state') === state,
      },
      control.signal,
    ),
  )
  const port = Number(new URL(address).port)
  return {
    result,
    host: `${written}:${port}`,
    end: () => control.abort(),
    /** Resolves with `null` where nothing listens, or true if the redirect was taken. */
    send: async (bytes: string | Uint8Array) => {
      const answer = await exchange(port, bound, bytes)
      return answer === null ? null : /^HTTP\/1\.1 200 /m.test(answer)
    },
  }
}

describe.each([
  { name: 'IPv4', bound: '127.0.0.1', written: '127.0.0.1', isThere: true },
  { name: 'IPv6', bound: '::1', written: '[::1]', isThere: hasIpv6 },
])('generated redirects over $name', ({ isThere, ...place }) => {
  const crashes: unknown[] = []
  const crash = (cause: unknown) => crashes.push(cause)
  beforeEach(() => {
    process.on('uncaughtExceptionMonitor', crash)
  })
  afterEach(() => {
    process.off('uncaughtExceptionMonitor', crash)
  })

  const batches = fc.array(fc.tuple(redirects, damages), {
    minLength: perBatch,
    maxLength: perBatch,
  })

  /** Sends all redirects to a wait, and those after a taken one to the next wait. */
  const takesRightOnes = fc.asyncProperty(batches, async (batch) => {
    let wait = await listen(place)
    for (const [at, [redirect, damage]] of batch.entries()) {
      const code = `${isStateRight(redirect) ? 'right' : 'wrong'}-${at}`
      const bytes = bytesOf(redirect, code, wait.host)
      for (const [part, byte] of damage) bytes[Math.floor((part / 10_000) * bytes.length)] = byte
      const isDamaged = damage.length > 0
      const isTaken = await wait.send(bytes)
      if (!isDamaged) expect(isTaken, JSON.stringify(redirect)).toBe(isRight(redirect))
      seen.sent += 1
      if (isDamaged) seen.damaged += 1
      else if (isRight(redirect)) seen.right += 1
      if (isTaken === true) {
        const end = await wait.result
        if (end.kind !== 'redirected') return expect.fail(end.kind)
        expect(end.parameters.get('state')).toBe(state)
        expect(isStateRight(redirect)).toBe(true)
        if (!isDamaged) expect(end.parameters.get('code')).toBe(code)
        // The one that was taken is the last one: nothing listens any more.
        expect(await wait.send(bytesOf(redirect, 'again', wait.host))).toBeNull()
        seen.taken += 1
        wait = await listen(place)
      }
    }
    wait.end()
    await expect(wait.result).resolves.toEqual({ kind: 'cancelled' })
  })

  it.runIf(isThere)(
    'take no code from a wrong state, each right one, and none after it',
    async () => {
      const seeded = { seed: seedOr(20_261_201), numRuns: runs, endOnFailure: true }
      await fc.assert(takesRightOnes, seeded)
      expect(crashes).toEqual([])
    },
    sized({ usual: 120_000, deep: 1_200_000 }),
  )
})

afterAll(() => {
  expect(seen.sent).toBeGreaterThanOrEqual(runs * perBatch)
  expect(seen.right).toBeGreaterThan(seen.sent / 20)
  expect(seen.taken).toBeGreaterThanOrEqual(seen.right)
  expect(seen.damaged).toBeGreaterThan(seen.sent / 10)
})

import type { IncomingMessage } from 'node:http'
import type { RedirectRequest } from '../engine/ports.ts'
import {
  type RedirectPage,
  type RedirectPageTexts,
  redirectPageHeaders,
  redirectPageHtml,
} from './redirect-page.ts'

/** The part of Node's `IncomingMessage` that is read. */
export type RedirectIncoming = Pick<IncomingMessage, 'method' | 'headers' | 'url' | 'iterator'>

/** The part of Node's `ServerResponse` that is used. */
export interface RedirectResponse {
  writeHead(status: number, headers: Record<string, string>): { end(html: string): unknown }
  once(event: 'close', listener: () => void): unknown
}

/** Bytes of a form. */
const maxBody = 1024 * 1024

/**
 * The names by which a browser reaches this computer. Which of them it uses says nothing about the
 * request, and people change `localhost` to `127.0.0.1` by hand.
 */
const ownNames = ['127.0.0.1', '[::1]', 'localhost']

/**
 * Returns true for a `Host` or an authority of this computer and this port.
 * SECURITY: a page of another site can reach this port by a name of its own (DNS rebinding).
 */
function isOwnHost(host: string | undefined, port: number): boolean {
  const name = host?.toLowerCase()
  return ownNames.some((own) => name === `${own}:${port}` || (port === 80 && name === own))
}

/**
 * Returns the path and query of a request target in origin-form or absolute-form (RFC 9112 §3.2) as
 * they were sent; `null` for any other form, or for another server. They are not parsed by `URL`,
 * for which `//host/path` is an address elsewhere and `/x/../path` the same as `/path`.
 */
function ownTarget(target: string, port: number): string | null {
  if (target.startsWith('/')) return target
  const [, authority, rest = ''] = /^http:\/\/([^/?#@]+)(.*)$/i.exec(target) ?? []
  if (!isOwnHost(authority, port)) return null
  return rest.startsWith('/') ? rest : `/${rest}`
}

/**
 * Returns the parameters that a server added to the redirect address (RFC 6749 §3.1.2), which may
 * have a query of its own; `null` if the target is another address.
 */
function addedParameters(target: string, { pathname, search }: URL): URLSearchParams | null {
  const [path = '', ...queries] = target.split('?')
  if (path !== pathname) return null
  const query = queries.join('?')
  const own = search.slice(1)
  if (own === '') return new URLSearchParams(query)
  if (query !== own && !query.startsWith(`${own}&`)) return null
  return new URLSearchParams(query.slice(own.length + 1))
}

/** SECURITY: two readers could find two codes in parameters that are repeated (RFC 6749 §3.1). */
const hasRepeated = (parameters: URLSearchParams) =>
  ['code', 'state', 'iss', 'error'].some((name) => parameters.getAll(name).length > 1)

function isPrefetch({ headers }: RedirectIncoming): boolean {
  const names = ['sec-purpose', 'purpose', 'x-purpose', 'x-moz']
  const purposes = names.flatMap((name) => headers[name] ?? [])
  return purposes.some((purpose) => /prefetch|prerender|preview/i.test(purpose))
}

/** Reads a form (the response mode `form_post`); `null` if it is too large or breaks off. */
async function readForm(request: RedirectIncoming): Promise<URLSearchParams | null> {
  const chunks: Buffer[] = []
  let size = 0
  try {
    // Destroying the request would destroy the socket, and with it the response.
    const body: AsyncIterable<Buffer> = request.iterator({ destroyOnReturn: false })
    for await (const chunk of body) {
      size += chunk.length
      if (size > maxBody) return null
      chunks.push(chunk)
    }
  } catch {
    return null
  }
  return new URLSearchParams(Buffer.concat(chunks).toString('utf8'))
}

const isForm = ({ headers }: RedirectIncoming) =>
  /^application\/x-www-form-urlencoded\s*(;|$)/i.test(headers['content-type'] ?? '')

interface Parts extends Pick<RedirectRequest, 'accepts'> {
  readonly expected: URL
  /** Returns the port that is bound. */
  readonly port: () => number
  readonly texts: RedirectPageTexts
  readonly noParameters: () => void
  /** Called once, after the page for the first accepted redirect has been sent or its browser has gone. */
  readonly redirected: (parameters: URLSearchParams) => void
}

/**
 * Creates the function that answers the requests of one wait. Later redirects get the page of the
 * first one and change nothing. Nothing of a request is kept, logged or repeated in a response.
 */
export function createRedirectAnswers({
  accepts,
  expected,
  port,
  texts,
  noParameters,
  redirected,
}: Parts): (request: RedirectIncoming, response: RedirectResponse) => Promise<void> {
  let isTaken = false

  function answer(
    response: RedirectResponse,
    status: number,
    page?: RedirectPage,
    headers: Readonly<Record<string, string>> = {},
  ): void {
    const html = page === undefined ? '' : redirectPageHtml(page, texts)
    response.writeHead(status, { ...redirectPageHeaders, ...headers }).end(html)
  }

  function take(
    parameters: URLSearchParams,
    response: RedirectResponse,
    closed: Promise<void>,
  ): void {
    if (parameters.size === 0) {
      noParameters()
      answer(response, 400, 'noAnswer')
    } else if (hasRepeated(parameters) || !accepts(parameters)) {
      const isUnclear = parameters.has('error') && !parameters.has('state')
      answer(response, 400, isUnclear ? 'unclear' : 'refused')
    } else {
      if (!isTaken) void closed.then(() => redirected(parameters))
      isTaken = true
      answer(response, 200, 'accepted')
    }
  }

  return async (request, response) => {
    const { method, headers, url = '' } = request
    // A browser may be gone before the last byte of its form has been read.
    const closed = new Promise<void>((resolve) => response.once('close', resolve))
    if (!isOwnHost(headers.host, port())) return answer(response, 400)
    const target = ownTarget(url, port())
    const parameters = target === null ? null : addedParameters(target, expected)
    if (parameters === null) {
      const isForPerson = headers.accept?.includes('text/html')
      return answer(response, 404, isForPerson ? 'otherAddress' : undefined)
    }
    const allow = { allow: 'GET, POST' }
    // A preflight must neither end the wait nor be allowed to go on.
    if (method === 'OPTIONS') return answer(response, 204, undefined, allow)
    if (method !== 'GET' && method !== 'POST') return answer(response, 405, undefined, allow)
    if (isPrefetch(request)) return answer(response, 503)
    if (method === 'GET') return take(parameters, response, closed)
    if (!isForm(request)) return answer(response, 415)
    const form = await readForm(request)
    return form === null ? answer(response, 413) : take(form, response, closed)
  }
}

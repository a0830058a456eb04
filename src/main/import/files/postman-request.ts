import type { LeftOut } from '../../../shared/import.ts'
import { readAddress } from '../address.ts'
import { leaveOut, type Pair, type PastedRequest } from '../request/pasted-request.ts'
import { readBody } from '../request/request-body.ts'
import type { PostmanAuth } from './postman-auth.ts'
import { type Fill, isOff, membersOf, namedEntries, scalarText } from './postman-values.ts'

/** Returns the fields of a form, or headers; names the unusable ones and keeps the others. */
function pairsOf(given: unknown, fill: Fill, leftOut: LeftOut[]): readonly Pair[] {
  // Format 2.0 has headers as one text as well.
  if (typeof given === 'string') {
    const lines = given.split('\n').filter((line) => line.includes(':'))
    return lines.map((line) => {
      const [name = '', ...value] = line.split(':')
      return [fill(name.trim()), fill(value.join(':').trim())]
    })
  }
  const pairs: Pair[] = []
  for (const { name, value, members } of namedEntries(given)) {
    const text = scalarText(value)
    const key = fill(name)
    if (members['type'] === 'file') leftOut.push(leaveOut(key, 'reads-file'))
    else if (text === undefined) leftOut.push(leaveOut(key, 'nested'))
    else pairs.push([key, fill(text)])
  }
  return pairs
}

const textOf = (value: unknown, separator: string) =>
  Array.isArray(value)
    ? value.map((part) => scalarText(part) ?? '').join(separator)
    : (scalarText(value) ?? '')

/** An address in parts. */
function fromParts(parts: Readonly<Record<string, unknown>>): string {
  const host = textOf(parts['host'], '.')
  const path = textOf(parts['path'], '/').replace(/^\//, '')
  if (host === '') return path === '' ? '' : `/${path}`
  const protocol = textOf(parts['protocol'], '').replace(/:?\/*$/, '')
  const port = textOf(parts['port'], '')
  const query = namedEntries(parts['query']).map(
    ({ name, value }) => `${name}=${scalarText(value) ?? ''}`,
  )
  return [
    protocol === '' ? '' : `${protocol}://`,
    host,
    port === '' ? '' : `:${port}`,
    path === '' ? '' : `/${path}`,
    query.length === 0 ? '' : `?${query.join('&')}`,
  ].join('')
}

/** Returns an address without the parameters that are switched off. */
function withoutOff(raw: string, query: unknown): string {
  const off = Array.isArray(query)
    ? query.flatMap((entry: unknown) => {
        const members = membersOf(entry)
        const isText = typeof members?.['key'] === 'string' && isOff(members)
        return isText ? [`${members['key']}=${scalarText(members['value']) ?? ''}`] : []
      })
    : []
  const mark = raw.indexOf('?')
  if (off.length === 0 || mark < 0) return raw
  const left = new Set(off)
  const kept = raw
    .slice(mark + 1)
    .split('&')
    .filter((pair) => !left.has(pair.includes('=') ? pair : `${pair}=`))
  return kept.length === 0 ? raw.slice(0, mark) : `${raw.slice(0, mark)}?${kept.join('&')}`
}

/** Puts the path variables (`:name`) into an address; one without a value must be filled in. */
function withPathVariables(address: string, variables: unknown): string {
  const values = new Map(
    namedEntries(variables).map(({ name, value }) => [name, scalarText(value) ?? '']),
  )
  const end = address.search(/[?#]/)
  const place = end < 0 ? address : address.slice(0, end)
  const start = /^(?:[a-z][a-z0-9+.-]*:\/\/)?[^/]*/i.exec(place)?.[0].length ?? 0
  const path = place
    .slice(start)
    .split('/')
    .map((part) => {
      const [, name] = /^:([A-Za-z_][\w-]*)$/.exec(part) ?? []
      return name === undefined ? part : values.get(name) || `{{${name}}}`
    })
  return place.slice(0, start) + path.join('/') + address.slice(place.length)
}

function addressOf(given: unknown, fill: Fill): string {
  const parts = membersOf(given)
  const raw = scalarText(parts === undefined ? given : parts['raw']) ?? ''
  const whole =
    parts === undefined ? raw : raw === '' ? fromParts(parts) : withoutOff(raw, parts['query'])
  return fill(withPathVariables(whole.trim(), parts?.['variable']))
}

const emptyBody = { body: [], bodyFormat: 'form', hasPlus: false, leftOut: [] } as const

function bodyOf(given: unknown, contentType: string, fill: Fill) {
  const body = membersOf(given)
  if (body === undefined || isOff(body)) return emptyBody
  const leftOut: LeftOut[] = []
  switch (body['mode']) {
    case 'raw':
      return readBody(fill(scalarText(body['raw']) ?? ''), contentType)
    case 'urlencoded':
      if (typeof body['urlencoded'] === 'string') return readBody(fill(body['urlencoded']), '')
      return { ...emptyBody, body: pairsOf(body['urlencoded'], fill, leftOut), leftOut }
    case 'formdata':
      leftOut.push(leaveOut('form-data', 'sent-as-form'))
      return { ...emptyBody, body: pairsOf(body['formdata'], fill, leftOut), leftOut }
    case 'file':
      return { ...emptyBody, leftOut: [leaveOut('body', 'reads-file')] }
    case undefined:
      return emptyBody
    default:
      return { ...emptyBody, leftOut: [leaveOut('body', 'not-sendable')] }
  }
}

/** Returns the sign-in of a request: a pair for a Basic header, or a header of its own. */
function signedIn(auth: PostmanAuth | undefined, fill: Fill, leftOut: LeftOut[]) {
  const text = (name: string) => fill(scalarText(auth?.attributes.get(name)) ?? '')
  const nothing: { user: string | null; headers: readonly Pair[] } = { user: null, headers: [] }
  switch (auth?.type) {
    case undefined:
    case 'noauth':
      return nothing
    case 'basic':
      return { ...nothing, user: `${text('username')}:${text('password')}` }
    case 'apikey': {
      const name = text('key')
      if (name !== '' && text('in') !== 'query') {
        return { ...nothing, headers: [[name, text('value'), { isSecret: true }] as const] }
      }
      leftOut.push(leaveOut(name, 'other-credentials'))
      return nothing
    }
    default:
      leftOut.push(leaveOut('Authorization', 'other-credentials'))
      return nothing
  }
}

/** Returns a request of a collection, sent with this sign-in; `undefined` if it is none. */
export function requestOf(
  title: string,
  given: unknown,
  auth: PostmanAuth | undefined,
  fill: Fill,
): PastedRequest | undefined {
  const members = membersOf(given)
  if (members === undefined) return undefined
  const leftOut: LeftOut[] = []
  const headers = pairsOf(members['header'], fill, leftOut)
  const contentType = headers.find(([name]) => /^content-type$/i.test(name))?.[1] ?? ''
  const sent = bodyOf(members['body'], contentType, fill)
  const own = signedIn(auth, fill, leftOut)
  const method = members['method']
  return {
    title,
    method: (typeof method === 'string' ? method : 'GET').toUpperCase(),
    url: addressOf(members['url'], fill),
    headers: [...headers, ...own.headers],
    user: own.user,
    query: [],
    body: sent.body,
    bodyFormat: sent.bodyFormat,
    hasPlus: sent.hasPlus,
    leftOut: [...leftOut, ...sent.leftOut],
  }
}

/** Returns true if a request has a grant, in its body or in its address. */
export function asksForToken({ body, query, url }: PastedRequest): boolean {
  const pairs = [...body, ...query, ...readAddress(url).query]
  return pairs.some(([name]) => name === 'grant_type')
}

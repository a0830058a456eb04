/**
 * A reader of token requests that was written from the standards and shares nothing
 * with what writes them. It is strict: what a careless server might read otherwise, throws.
 */

export type Field = readonly [name: string, value: string]

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
const text = (bytes: Uint8Array): string => utf8.decode(bytes)

const hex = /^[0-9A-Fa-f]{2}$/
const plain = /^[A-Za-z0-9*._-]$/

/** One name or value of `application/x-www-form-urlencoded` (RFC 6749 appendix B). */
function decodeFormText(encoded: string): string {
  const bytes: number[] = []
  for (let index = 0; index < encoded.length; index += 1) {
    const character = encoded.charAt(index)
    if (character === '+') {
      bytes.push(0x20)
    } else if (character === '%') {
      const digits = encoded.slice(index + 1, index + 3)
      if (!hex.test(digits)) throw new Error(`% without two digits: ${digits}`)
      bytes.push(Number.parseInt(digits, 16))
      index += 2
    } else if (plain.test(character)) {
      bytes.push(character.charCodeAt(0))
    } else {
      throw new Error(`not encoded: ${character}`)
    }
  }
  return text(Uint8Array.from(bytes))
}

export function decodeForm(encoded: string): readonly Field[] {
  if (encoded === '') return []
  return encoded.split('&').map((pair) => {
    const [name, value, ...more] = pair.split('=')
    if (name === undefined || value === undefined || more.length > 0) {
      throw new Error(`not one name and one value: ${pair}`)
    }
    return [decodeFormText(name), decodeFormText(value)]
  })
}

/** One flat object of strings, or of arrays of them (RFC 8259 in UTF-8, §8.1). */
function decodeJson(body: Uint8Array): readonly Field[] {
  const value: unknown = JSON.parse(text(body))
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Error('no JSON object')
  }
  if (JSON.stringify(value) !== text(body))
    throw new Error('a name stands twice, or more than JSON')
  return Object.entries(value).flatMap(([name, member]): readonly Field[] => {
    if (Array.isArray(member) && member.length < 2) throw new Error('an array without need')
    return [member].flat().map((each) => {
      if (typeof each !== 'string') throw new Error(`${name} is no string`)
      return [name, each]
    })
  })
}

export interface HttpMessage {
  readonly method: string
  readonly path: string
  /** As it stands in the address, without the `?`; `null`: there is none. */
  readonly query: string | null
  /** Names in lower case, in their order; a name may stand twice. */
  readonly headers: readonly Field[]
  readonly body: Uint8Array
}

/** The one header of that name (RFC 9110 §5.3); `undefined`: it was not sent. */
export function headerOf({ headers }: HttpMessage, name: string): string | undefined {
  const found = headers.filter(([each]) => each === name)
  if (found.length > 1) throw new Error(`${name} was sent ${found.length} times`)
  return found[0]?.[1]
}

/** Bytes of a whole HTTP/1.1 request with a `Content-Length` (RFC 9112 §2.1). */
export function decodeHttp(bytes: Buffer): HttpMessage {
  const end = bytes.indexOf('\r\n\r\n')
  if (end < 0) throw new Error('no end of the head')
  const [requestLine = '', ...lines] = text(bytes.subarray(0, end)).split('\r\n')
  const [method = '', target = '', version, ...more] = requestLine.split(' ')
  if (version !== 'HTTP/1.1' || more.length > 0) throw new Error(`request line: ${requestLine}`)
  const cut = target.indexOf('?')
  const headers = lines.map((line): Field => {
    const colon = line.indexOf(':')
    if (colon < 1) throw new Error('a line that is no header')
    return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).replace(/^ +| +$/g, '')]
  })
  const message: HttpMessage = {
    method,
    path: cut < 0 ? target : target.slice(0, cut),
    query: cut < 0 ? null : target.slice(cut + 1),
    headers,
    body: bytes.subarray(end + 4),
  }
  const length = headerOf(message, 'content-length')
  if (length !== String(message.body.length)) throw new Error(`content-length is ${length}`)
  return message
}

/** Id and secret of the client (RFC 7617 §2), still joined by a colon. */
function decodeBasic(authorization: string): string {
  const [scheme, credentials = '', ...more] = authorization.split(' ')
  if (scheme !== 'Basic' || more.length > 0) throw new Error('not Basic')
  const bytes = Buffer.from(credentials, 'base64')
  if (bytes.toString('base64') !== credentials) throw new Error('not base64')
  return text(bytes)
}

/** `form`: each half was encoded for itself before (RFC 6749 §2.3.1). */
export function clientIn(authorization: string, encoding: 'form' | 'raw'): string {
  const pair = decodeBasic(authorization)
  if (encoding === 'raw') return pair
  const halves = pair.split(':')
  if (halves.length !== 2) throw new Error('not one id and one secret')
  return halves.map(decodeFormText).join(':')
}

/** The parameters of a body by its content type. */
export function parametersIn(message: HttpMessage): readonly Field[] {
  const type = headerOf(message, 'content-type')
  if (type === 'application/json') return decodeJson(message.body)
  if (type === 'application/x-www-form-urlencoded') return decodeForm(text(message.body))
  throw new Error(`content type ${type}`)
}

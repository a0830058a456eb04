import fc from 'fast-check'
import {
  type Client,
  type ClientAuth,
  ClientSecretBasic,
  ClientSecretPost,
  customFetch,
  None,
} from 'oauth4webapi'
import { it } from 'vitest'
import { seedOr } from '../deep.ts'

/** What goes over the wire; the order of parameters means nothing. */
interface Sent {
  readonly method: string
  readonly url: string
  /** Encoded, in alphabetical order. */
  readonly body: readonly string[]
  readonly authorization: string | null
  readonly contentType: string | null
  readonly acceptsJson: boolean
}

/** The peer encodes more signs of the credentials than servers expect (decision 1): compares texts. */
function credentials(authorization: string | null): string | null {
  if (authorization === null || !authorization.startsWith('Basic ')) return authorization
  const pair = Buffer.from(authorization.slice(6), 'base64').toString()
  const decode = (part: string) => new URLSearchParams(`x=${part}`).get('x') ?? ''
  return pair.split(':').map(decode).join('\n')
}

function sent(method: string, url: string, headers: Headers, body: string): Sent {
  const type = headers.get('content-type')?.split(';')[0] ?? null
  return {
    method,
    url,
    body: body === '' ? [] : body.split('&').sort(),
    authorization: credentials(headers.get('authorization')),
    contentType: type,
    acceptsJson: (headers.get('accept') ?? '').startsWith('application/json'),
  }
}

interface Built {
  readonly method: string
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}
export const ofOurs = ({ method, url, headers, body }: Built) =>
  sent(method, url, new Headers(headers), body)

/** Catches the request of the peer. */
export function catcher() {
  const caught: Sent[] = []
  const options = {
    [customFetch]: async (
      url: string,
      init: { method: string; headers: Record<string, string>; body?: unknown },
    ) => {
      const body = init.body === undefined || init.body === null ? '' : String(init.body)
      caught.push(sent(init.method, url, new Headers(init.headers), body))
      return new Response()
    },
  }
  return {
    options,
    request: () => {
      const [request] = caught
      if (request === undefined) throw new Error('the peer sent nothing')
      return request
    },
  }
}

export const authentications = {
  basic: ClientSecretBasic,
  body: ClientSecretPost,
  none: () => None(),
} as const satisfies Record<string, (secret: string) => ClientAuth>
export type Method = keyof typeof authentications

const issuer = 'https://auth.example'
export const server = {
  issuer,
  authorization_endpoint: `${issuer}/authorize`,
  token_endpoint: `${issuer}/token`,
  device_authorization_endpoint: `${issuer}/device`,
  pushed_authorization_request_endpoint: `${issuer}/par`,
  revocation_endpoint: `${issuer}/revoke`,
  introspection_endpoint: `${issuer}/introspect`,
  userinfo_endpoint: `${issuer}/userinfo`,
}

export interface Typed {
  readonly id: string
  readonly secret: string
  readonly token: string
  readonly code: string
  readonly state: string
  readonly hint: string
  readonly audience: string
}

const text = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }).filter((each) => each.trim() !== ''),
  fc.constantFrom('+', '100%', 'a&b=c', 'a:b', '1/2', 'a b', 'é', '💶', "!~*'()-_."),
)
const visible = fc.string({ minLength: 1, maxLength: 40 }).filter((each) => /^[!-~]+$/.test(each))
/** Generated values of what a person types or a server sends. */
export const typed = fc.record({
  id: text,
  secret: text,
  token: visible,
  code: visible,
  state: visible,
  hint: text,
  audience: text,
})

/** Runs a check with generated values and each client authentication that both have. */
export function forEachMethod(check: (fields: Typed, method: Method) => Promise<void>): void {
  for (const method of ['basic', 'body', 'none'] as const) {
    it(`with the client authentication ${method}`, async () => {
      await fc.assert(
        fc.asyncProperty(typed, (fields) => check(fields, method)),
        { numRuns: 40, seed: seedOr(8414) },
      )
    })
  }
}

export const clientOf = ({ id }: Typed): Client => ({ client_id: id })

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readApiAnswer } from '../../../../src/main/oauth/response/api-response.ts'
import { tokenTest } from '../../../../src/shared/token-test.ts'
import { seedOr } from '../../../support/deep.ts'

const token = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhZGEifQ.c2lnbmF0dXJlLW9mLWl0'
const secrets = [
  { name: 'client secret', value: 'the-client-secret-of-ada' },
  { name: 'access token', value: token },
]

function read(body: string | Uint8Array, headers: Record<string, string> = {}, status = 200) {
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body
  const answer = readApiAnswer({ kind: 'answer', status, headers, body: bytes }, secrets)
  expect(tokenTest.safeParse(answer).error).toBeUndefined()
  if (answer.kind !== 'answer') throw new Error(answer.kind)
  return answer
}

function textOf(body: string | Uint8Array, headers: Record<string, string> = {}): string {
  const { body: read_ } = read(body, headers)
  if (read_.kind !== 'text') throw new Error(read_.kind)
  return read_.text
}

describe('the answer of an API', () => {
  it('is shown with its status, its kind and its lines', () => {
    const json = '{\n  "name": "Ada",\n\t"city": "Łódź"\n}\n'
    expect(read(json, { 'content-type': 'Application/JSON; charset=utf-8' }, 201)).toEqual({
      kind: 'answer',
      status: 201,
      contentType: 'application/json',
      challenge: { asksFor: 'nothing', error: null, scope: null },
      body: { kind: 'text', text: json, isCut: false, isWebPage: false },
    })
  })

  it('is a text also where it is a web page, and is marked so', () => {
    const page = '<!doctype html><script>alert(1)</script>'
    expect(read(page, { 'content-type': 'text/html' }).body).toEqual({
      kind: 'text',
      text: page,
      isCut: false,
      isWebPage: true,
    })
  })

  it.each([
    ['as it is', token],
    ['in capitals', token.toUpperCase()],
    ['in base64', Buffer.from(token).toString('base64')],
    ['in hex', Buffer.from(token).toString('hex')],
    ['percent-encoded', [...token].map((c) => `%${c.charCodeAt(0).toString(16)}`).join('')],
    ['in part', token.slice(30, 50)],
    ['the client secret', 'the-client-secret-of-ada'],
  ])('never holds the token or another secret: %s', (_how, shown) => {
    const text = textOf(`before "${shown}" after`)
    expect(text).toMatch(/^before ".*\[.+\].*" after$/)
    expect(text).not.toContain(shown)
    expect(text).not.toContain(token.slice(30, 38))
  })

  it('replaces a secret by its name and length', () => {
    expect(textOf(`Authorization: Bearer ${token}`)).toBe(
      `Authorization: Bearer [access token, ${token.length} characters]`,
    )
  })

  it('never holds eight characters in a row of a secret, wherever the text is cut', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 3900, max: 4200 }),
        fc.constantFrom(...secrets),
        (at, { value }) => {
          const text = textOf(`${'.'.repeat(at)}${value}${'.'.repeat(100)}`)
          for (let start = 0; start + 8 <= value.length; start += 1) {
            expect(text).not.toContain(value.slice(start, start + 8))
          }
        },
      ),
      { numRuns: 300, seed: seedOr(20261121) },
    )
  })

  it('does not show the first characters of a secret either, where the cut is in its midst', () => {
    expect(textOf(`${'.'.repeat(4092)}${token}`)).toBe(
      `${'.'.repeat(4092)}[access token, ${token.length} characters]`,
    )
  })

  it('is cut after 4,096 characters, and is marked so', () => {
    const { body } = read('x'.repeat(4097))
    expect(body).toMatchObject({ isCut: true, text: 'x'.repeat(4096) })
    expect(read('x'.repeat(4096)).body).toMatchObject({ isCut: false })
    expect(read('ž'.repeat(500_000)).body).toMatchObject({ isCut: true, text: 'ž'.repeat(4096) })
  })

  it('shows no character that changes how the rest reads', () => {
    const rest = 'and so on, and so on'
    expect(textOf(`a\u202eb\u0007c\u200bd\r\ne\tf ${rest}`)).toBe(`a·b·c·d\ne\tf ${rest}`)
  })

  it.each([
    ['nothing', new Uint8Array(), { kind: 'empty' }],
    ['only spaces', new TextEncoder().encode(' \r\n\t'), { kind: 'empty' }],
    [
      'a picture',
      Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]),
      { kind: 'not-text', bytes: 8 },
    ],
    [
      'noise',
      Uint8Array.from({ length: 999 }, (_, i) => (i * 7) % 256),
      { kind: 'not-text', bytes: 999 },
    ],
  ])('that is %s is not drawn as text', (_what, bytes, body) => {
    expect(read(bytes).body).toEqual(body)
  })

  it('is read in the character set that the server names, and in UTF-8 if that is unknown', () => {
    const latin = Uint8Array.from([0x63, 0x61, 0x66, 0xe9])
    expect(textOf(latin, { 'content-type': 'text/plain; charset=ISO-8859-1' })).toBe('café')
    expect(textOf('café', { 'content-type': 'text/plain; charset=nonsense' })).toBe('café')
  })

  it.each([
    ['Bearer realm="x"', { asksFor: 'token', error: null, scope: null }],
    [
      'Bearer error="invalid_token", error_description="expired"',
      { asksFor: 'token', error: 'invalid_token', scope: null },
    ],
    [
      'Bearer error="insufficient_scope", scope="reports:read reports:write"',
      { asksFor: 'token', error: 'insufficient_scope', scope: 'reports:read reports:write' },
    ],
    ['Basic realm="x"', { asksFor: 'password', error: null, scope: null }],
    ['Negotiate, Basic realm="x"', { asksFor: 'person', error: null, scope: null }],
    ['Basic realm="x", Bearer', { asksFor: 'token', error: null, scope: null }],
    ['Signature keyId="x"', { asksFor: 'other', error: null, scope: null }],
    [`Bearer error="${'x'.repeat(70)}"`, { asksFor: 'token', error: null, scope: null }],
    [`Bearer error="${token.slice(0, 40)}"`, { asksFor: 'token', error: null, scope: null }],
    [`Bearer scope="${token}"`, { asksFor: 'token', error: null, scope: null }],
  ] as const)('says what it asks for: %s', (header, challenge) => {
    expect(read('', { 'www-authenticate': header }, 401).challenge).toEqual(challenge)
  })

  it('names no content type that is none, or that holds a secret', () => {
    expect(read('x', { 'content-type': 'not a type' }).contentType).toBeNull()
    expect(read('x', { 'content-type': 'text/the-client-secret-of-ada' }).contentType).toBeNull()
    expect(read('x').contentType).toBeNull()
  })

  it('that is missing or too large is reported as such', () => {
    const readNothing = (result: Parameters<typeof readApiAnswer>[0]) =>
      tokenTest.parse(readApiAnswer(result, secrets))
    expect(readNothing({ kind: 'too-large', status: 200 })).toMatchObject({
      status: 200,
      body: { kind: 'too-large' },
    })
    expect(
      readNothing({ kind: 'moved', status: 302, location: 'https://x.example/login' }),
    ).toEqual({
      kind: 'moved',
      status: 302,
      location: 'https://x.example/login',
    })
    const elsewhere = `https://x.example/${token}`
    expect(readNothing({ kind: 'moved', status: 302, location: elsewhere })).toMatchObject({
      location: null,
    })
    expect(readNothing({ kind: 'unreachable', reason: 'timeout', mayHaveArrived: true })).toEqual({
      kind: 'unreachable',
      reason: 'timeout',
    })
    expect(readNothing({ kind: 'certificate-not-trusted', problem: 'expired' })).toEqual({
      kind: 'certificate-not-trusted',
      problem: 'expired',
    })
    expect(readNothing({ kind: 'cancelled', mayHaveArrived: false })).toEqual({ kind: 'cancelled' })
  })
})

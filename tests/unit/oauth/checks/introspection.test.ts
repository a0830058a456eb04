import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readIntrospection } from '../../../../src/main/oauth/checks/introspection.ts'
import { readUserinfo } from '../../../../src/main/oauth/checks/userinfo.ts'
import type { ApiResult } from '../../../../src/main/oauth/response/api-response.ts'
import { introspection, userinfo } from '../../../../src/shared/token-checks.ts'
import { seedOr, sized } from '../../../support/deep.ts'
import { jweOf, jwtOf } from '../../../support/tokens/make-token.ts'

const secrets = [
  { name: 'access token', value: 'SECRET-access-token-0123456789' },
  { name: 'client secret', value: 'SECRET-client-secret-0123456789' },
]
const now = 1_800_000_000_000

function answer(body: unknown, status = 200, headers: Record<string, string> = {}): ApiResult {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  const all = { 'content-type': 'application/json', ...headers }
  return { kind: 'answer', status, headers: all, body: new TextEncoder().encode(text) }
}

const read = (result: ApiResult, clientId?: string) =>
  readIntrospection(result, secrets, now, clientId)

describe('the answer to an introspection', () => {
  it('is read with what the server says', () => {
    expect(read(answer({ active: true, sub: 7, scope: 'a  b', exp: '1800000000' }))).toEqual({
      kind: 'active',
      subject: '7',
      userName: null,
      client: null,
      scope: ['a', 'b'],
      expiresAt: now,
      issuer: null,
    })
    expect(read(answer({ active: 'true', scope: ['a', 'b', 1, null] }))).toMatchObject({
      kind: 'active',
      scope: ['a', 'b', '1'],
    })
  })

  it('is never more than not active where the server says so', () => {
    const body = { active: false, exp: 1, sub: 'ada', error: 'invalid_token' }
    expect(read(answer(body))).toEqual({ kind: 'not-active' })
    expect(read(answer({ active: 'false' }))).toEqual({ kind: 'not-active' })
  })

  it.each([
    ['no member that says so', {}],
    ['a number', { active: 1 }],
    ['null', { active: null }],
    ['a list', []],
  ])('with %s is none', (_, body) => {
    expect(read(answer(body))).toMatchObject({
      kind: 'failed',
      outcome: { kind: 'not-an-oauth-answer' },
    })
  })

  it('that says two things is not believed', () => {
    expect(read(answer('{"active":false,"active":true}'))).toEqual({
      kind: 'failed',
      outcome: { kind: 'unsafe-answer', status: 200, reason: 'repeated-key' },
    })
  })

  it.each([
    [401, { error: 'invalid_client' }, 'client-refused'],
    [401, '', 'client-refused'],
    [403, { error: 'unauthorized_client' }, 'grant-not-allowed'],
    [200, { error: 'invalid_client' }, 'client-refused'],
    [404, '<html><body>Not found</body></html>', 'not-an-oauth-answer'],
    [429, '', 'rate-limited'],
    [503, '', 'server-trouble'],
  ])('with status %i and %j is a refusal', (status, body, kind) => {
    expect(read(answer(body, status))).toMatchObject({ kind: 'failed', outcome: { kind } })
  })

  it('that is a web page is no answer to the question', () => {
    const page = answer('<!doctype html><html><body>Hi</body></html>', 200, {
      'content-type': 'text/html',
    })
    expect(read(page)).toMatchObject({
      kind: 'failed',
      outcome: { kind: 'not-an-oauth-answer', looksLike: 'web-page' },
    })
  })

  it.each<[ApiResult, string]>([
    [{ kind: 'too-large', status: 200 }, 'unsafe-answer'],
    [{ kind: 'moved', status: 302, location: 'https://x.example/' }, 'moved'],
    [{ kind: 'unreachable', reason: 'timeout', mayHaveArrived: true }, 'unreachable'],
    [{ kind: 'certificate-not-trusted', problem: 'expired' }, 'certificate-not-trusted'],
    [{ kind: 'cancelled', mayHaveArrived: true }, 'cancelled'],
  ])('that is missing is reported: %j', (result, kind) => {
    const reading = read(result)
    expect(reading).toMatchObject({ kind: 'failed', outcome: { kind } })
    expect(introspection.parse(reading)).toEqual(reading)
  })

  it('hides secrets that it repeats, and not the client ID that a secret begins with', () => {
    const body = {
      active: true,
      sub: 'SECRET-access-token-0123456789',
      username: 'ada SECRET-client-secret-0123456789',
      client_id: 'SECRET-client',
    }
    expect(read(answer(body), 'SECRET-client')).toMatchObject({
      subject: '[access token, 30 characters]',
      userName: 'ada [client secret, 31 characters]',
      client: 'SECRET-client',
    })
  })
})

const userinfoOf = (result: ApiResult, idToken?: string) =>
  readUserinfo(result, idToken, secrets, now)
const idToken = jwtOf('{"sub":"42","name":"Ada"}')

describe('the answer of a userinfo endpoint', () => {
  it('names the person', () => {
    const body = { sub: '42', given_name: 'Ada', family_name: 'Lovelace', email: 'a@b.example' }
    expect(userinfoOf(answer(body), idToken)).toEqual({
      kind: 'person',
      name: 'Ada Lovelace',
      userName: null,
      email: 'a@b.example',
      subject: '42',
      isSigned: false,
      isCompared: true,
    })
  })

  it('is read where it is signed, and said to be', () => {
    const signed = answer(jwtOf('{"sub":"42","preferred_username":"ada"}'), 200, {
      'content-type': 'application/jwt',
    })
    expect(userinfoOf(signed)).toMatchObject({
      kind: 'person',
      userName: 'ada',
      isSigned: true,
      isCompared: false,
    })
  })

  it.each([
    ['another subject', { sub: '43', name: 'Eve' }],
    ['no subject', { name: 'Eve' }],
    ['a number as the subject', { sub: 42, name: 'Eve' }],
    ['two subjects', '{"sub":"42","sub":"43","name":"Eve"}'],
  ])('is not used with %s than the ID token', (_, body) => {
    expect(userinfoOf(answer(body), idToken)).toEqual({ kind: 'somebody-else' })
  })

  it('that is encrypted, empty or something else can’t be read', () => {
    const encrypted = answer(jweOf('{"alg":"RSA-OAEP","enc":"A256GCM"}'))
    expect(userinfoOf(encrypted)).toEqual({ kind: 'unreadable', isEncrypted: true })
    for (const body of ['', '[]', '{}', 'hello', '<html></html>', '{"sub":{}}']) {
      expect(userinfoOf(answer(body))).toEqual({ kind: 'unreadable', isEncrypted: false })
    }
  })

  it('that refuses is read as the answer of any API', () => {
    const refused = answer('', 401, { 'www-authenticate': 'Bearer error="invalid_token"' })
    expect(userinfoOf(refused)).toMatchObject({
      kind: 'refused',
      test: { kind: 'answer', status: 401, challenge: { error: 'invalid_token' } },
    })
  })
})

const value = fc.oneof(
  fc.string(),
  fc.constantFrom(...secrets.map((secret) => secret.value), 'true', true, false, null, 1e20),
  fc.jsonValue({ maxDepth: 2 }),
  fc.array(fc.string()),
)
const members = fc.dictionary(
  fc.oneof(
    fc.constantFrom('active', 'sub', 'scope', 'exp', 'iss', 'username', 'client_id', 'error'),
    fc.constantFrom('name', 'email', 'preferred_username', 'given_name'),
    fc.string(),
  ),
  value,
)
const body = fc.oneof(
  members.map((each) => JSON.stringify(each)),
  fc.string(),
  members.map((each) => jwtOf(JSON.stringify(each))),
)

it('any answer is read without an error, within the contract and without a secret', () => {
  fc.assert(
    fc.property(body, fc.constantFrom(200, 201, 204, 302, 400, 401, 403, 500), (text, status) => {
      const result = answer(text, status)
      const asked = read(result, 'the-client')
      const person = userinfoOf(result, idToken)
      expect(introspection.parse(asked)).toEqual(asked)
      expect(userinfo.parse(person)).toEqual(person)
      for (const secret of secrets) {
        expect(JSON.stringify([asked, person])).not.toContain(secret.value)
      }
      if (asked.kind === 'active') expect(text).toContain('"active":')
    }),
    { seed: seedOr(20_261_202), numRuns: sized({ usual: 500, deep: 10_000 }) },
  )
})

import { describe, expect, it } from 'vitest'
import { readPasted } from '../../../../src/main/oauth/jwt/pasted-token.ts'
import { timeOf } from '../../../support/pace/time-of.ts'

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
const header = part({ alg: 'RS256', typ: 'JWT' })
const payload = part({ iss: 'https://id.example.test', sub: 'ann', exp: 4_102_444_800 })
const locked = part({ alg: 'RSA-OAEP-256', enc: 'A256GCM' })
const signature = 'c2lnbmF0dXJlLWV4YW1wbGU'
const now = Date.UTC(2026, 10, 30)

function read(text: string) {
  const contents = readPasted(text, now)
  const names = (list: readonly { readonly name: string }[]) => list.map(({ name }) => name)
  if (contents.format === 'jwt') {
    const { format, notes } = contents
    return { format, header: names(contents.header), claims: names(contents.claims), notes }
  }
  if (contents.format === 'encrypted') {
    return { format: contents.format, header: names(contents.header), notes: contents.notes }
  }
  return { format: contents.format }
}

const names = ['iss', 'sub', 'exp']

describe('a token that is cut', () => {
  it.each(['…', '...', '....', '[…]', '(...)', '***'])(
    'says that its end is missing: %s',
    (mark) => {
      for (const text of [`${header}.${payload.slice(0, 24)}${mark}`, `${header}.${mark}`]) {
        expect(read(text)).toEqual({
          format: 'jwt',
          header: ['alg', 'typ'],
          claims: [],
          notes: ['end-missing', 'payload-cut'],
        })
      }
    },
  )

  it('shows the claims where only the signature is cut', () => {
    expect(read(`Authorization: Bearer ${header}.${payload}.c2ln…`)).toMatchObject({
      format: 'jwt',
      claims: names,
      notes: ['end-missing'],
    })
  })

  it.each([
    `${header}...${signature}`,
    `${header}…${signature}`,
    `${header}.${payload.slice(0, 20)}...${signature}`,
    `${header}.${payload.slice(0, 20)}…${payload.slice(30)}.${signature}`,
  ])('says that its middle is missing, and nothing of a signature: %s', (text) => {
    expect(read(text)).toMatchObject({
      format: 'jwt',
      claims: [],
      notes: ['middle-missing', 'payload-cut'],
    })
  })

  it('notes that its last part is missing, and shows the claims', () => {
    expect(read(`${header}.${payload}`)).toEqual({
      format: 'jwt',
      header: ['alg', 'typ'],
      claims: names,
      notes: ['signature-missing'],
    })
  })

  it('notes that parts are missing where only its header was copied', () => {
    expect(read(header)).toMatchObject({ format: 'jwt', notes: ['end-missing', 'payload-cut'] })
  })
})

describe('a token with another number of parts', () => {
  it.each([
    `${locked}.QUFB.QkJC.Q0ND`,
    `${locked}.QUFB.QkJC`,
    `${locked}.QUFB`,
    `Authorization: Bearer ${locked}.QUFB.QkJC.Q0ND`,
    `the token is ${locked}.QUFB.QkJC.Q0ND as they say`,
    `${locked}.QUFB…`,
  ])('is an encrypted one of which a part is missing: %s', (text) => {
    expect(read(text)).toEqual({
      format: 'encrypted',
      header: ['alg', 'enc'],
      notes: ['parts-missing'],
    })
  })

  it('is readable with a part too many', () => {
    for (const text of [`${header}.${payload}.QUFB.QkJC`, `see ${header}.${payload}.a.b.c now`]) {
      expect(read(text)).toMatchObject({ format: 'jwt', claims: names, notes: ['part-too-many'] })
    }
    expect(read(`${locked}.a.b.c.d.e`)).toMatchObject({
      format: 'encrypted',
      notes: ['part-too-many'],
    })
  })

  it.each([
    [`${header}.${payload}.${signature}`, []],
    [`It is ${header}.${payload}.${signature}.`, []],
    [`${header}.${payload}.`, ['unsigned']],
  ])('is whole in %s', (text, notes) => {
    expect(read(text)).toMatchObject({ format: 'jwt', claims: names, notes })
  })

  it.each(['abc.def', '1.2.3.4', 'example.com', 'e30.e30', '…', '...', 'see you...'])(
    'is none: %s',
    (text) => expect(['opaque', 'words']).toContain(read(text).format),
  )
})

describe('a token in JSON (RFC 7515 §7.2, RFC 7516 §7.2)', () => {
  it.each([
    { payload, protected: header, signature: 'QUFB' },
    { payload, signatures: [{ protected: header, signature: 'QUFB' }, { signature: 'x' }] },
    { payload, header: { alg: 'RS256', typ: 'JWT' }, signature: 'QUFB' },
  ])('is read: %j', (token) => {
    for (const text of [JSON.stringify(token), JSON.stringify(token, null, 2)]) {
      expect(read(text)).toEqual({
        format: 'jwt',
        header: ['alg', 'typ'],
        claims: names,
        notes: ['written-as-json'],
      })
    }
  })

  it.each([
    { protected: locked, encrypted_key: 'QUFB', iv: 'QkJC', ciphertext: 'Q0ND', tag: 'RERE' },
    { protected: locked, recipients: [{ encrypted_key: 'QUFB' }], ciphertext: 'Q0ND' },
  ])('is encrypted: %j', (token) => {
    expect(read(JSON.stringify(token))).toMatchObject({
      format: 'encrypted',
      notes: ['written-as-json'],
    })
  })

  it.each([{ payload: 'a' }, { payload: 1, signature: 'x' }, { signature: 'x' }])(
    'is none: %j',
    (token) => expect(read(JSON.stringify(token)).format).toBe('opaque'),
  )
})

describe('a token in percent-encoded text', () => {
  const token = `${header}.${payload}.${signature}`
  const once = encodeURIComponent(`access_token=${token}&token_type=Bearer`)

  it.each([
    `https://app.example.com/#${once}`,
    `https://app.example.com/?next=${encodeURIComponent(`https://x.example/#${once}`)}`,
    `Bearer%20${token}`,
    `%7B%22access_token%22%3A%22${token}%22%7D`,
    `%E0%A4%A ${once}`,
  ])('is found and read: %s', (text) => {
    expect(read(text)).toMatchObject({ format: 'jwt', claims: names, notes: [] })
  })
})

it('is searched once in any text', () => {
  const texts = [
    `${header}.`.repeat(5_000),
    `${header}${'.a'.repeat(50_000)}`,
    '%25'.repeat(33_000),
    '{'.repeat(99_000),
    '…'.repeat(99_000),
  ]
  for (const text of texts) expect(timeOf(() => readPasted(text, now), 2000)).toBeLessThan(2000)
})

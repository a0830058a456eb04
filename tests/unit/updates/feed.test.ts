import { generateKeyPairSync } from 'node:crypto'
import { describe, expect, it, test } from 'vitest'
import { preAuthenticationEncoding } from '../../../src/main/updates/envelope.ts'
import { judgeFeed } from '../../../src/main/updates/feed.ts'
import {
  configuration,
  contentsOf,
  distributor,
  feedOf,
  feedType,
  page,
  signedText,
  stranger,
} from '../../support/updates/feeds.ts'

const now = Date.UTC(2026, 10, 22, 12)
const day = 24 * 60 * 60_000
const judge = (text: string, at = now, seen: number | null = null) =>
  judgeFeed(text, configuration, at, seen)
const notGenuine = { kind: 'refused', why: 'not-genuine' }
const outOfDate = { kind: 'refused', why: 'out-of-date' }

test('a feed that the signing tool made is accepted, with its contents', () => {
  expect(judge(feedOf(now, { notes: { en: 'Faster.', nl: 'Sneller.' } }))).toEqual({
    kind: 'good',
    feed: {
      app: 'token-desk',
      version: '1.2.0',
      released: '2026-11-20',
      signed: now,
      expires: now + 30 * day,
      page,
      notes: { en: 'Faster.', nl: 'Sneller.' },
    },
  })
})

test('a feed counts as soon as one of several keys has signed it, so that a key can be replaced', () => {
  const both = { ...configuration, keys: [stranger.publicKey, distributor.publicKey] }
  for (const { privateKey } of [distributor, stranger]) {
    expect(judgeFeed(feedOf(now, { privateKey }), both, now, null).kind).toBe('good')
  }
})

test('a feed by another key is not genuine', () => {
  expect(judge(feedOf(now, { privateKey: stranger.privateKey }))).toEqual(notGenuine)
})

test('no byte of what is signed, nor of the signature, can be changed', () => {
  const { payload, signatures, payloadType } = JSON.parse(feedOf(now))
  const flipped = (text: string, index: number) => {
    const bytes = Buffer.from(text, 'base64')
    bytes[index] = (bytes[index] ?? 0) ^ 1
    return bytes.toString('base64')
  }
  const length = Buffer.from(payload, 'base64').length
  for (let index = 0; index < length; index += 1) {
    const changed = { payload: flipped(payload, index), signatures, payloadType }
    expect(judge(JSON.stringify(changed)), `byte ${index}`).toEqual(notGenuine)
  }
  for (let index = 0; index < 64; index += 1) {
    const sig = flipped(signatures[0].sig, index)
    const changed = { payload, payloadType, signatures: [{ sig }] }
    expect(judge(JSON.stringify(changed)), `byte ${index} of the signature`).toEqual(notGenuine)
  }
})

test('a feed that is cut off anywhere is not genuine', () => {
  const text = feedOf(now).trim()
  for (let end = 0; end < text.length; end += 7)
    expect(judge(text.slice(0, end))).toEqual(notGenuine)
})

describe('well signed, but not genuine, is', () => {
  const content = contentsOf(now)
  const signedWith = (part: Readonly<Record<string, unknown>>) =>
    signedText(JSON.stringify({ ...content, ...part }))

  it('nothing, as long as nothing is changed', () => {
    expect(judge(signedWith({})).kind).toBe('good')
  })

  it.each<[string, Readonly<Record<string, unknown>>]>([
    ['a feed of another app', { app: 'another-desk' }],
    ['a page at another origin', { page: 'https://desk.example.elsewhere.example/' }],
    ['a page at another port', { page: 'https://desk.example:8443/' }],
    ['a page without TLS', { page: 'http://desk.example/' }],
    ['a page that is a program', { page: 'file:///usr/bin/true' }],
    ['a page with credentials', { page: 'https://user:word@desk.example/' }],
    ['a page that is no address', { page: 'desk.example' }],
    ['a version that is none', { version: 'newest' }],
    ['a huge version', { version: `${'1'.repeat(5000)}.0.0` }],
    ['notes that fill the window', { notes: { en: 'a'.repeat(301) } }],
    ['notes in a language that is not spoken', { notes: { xx: 'a' } }],
    ['a day that is none', { released: '2026-13-01' }],
    ['a time without a zone', { signed: '2026-11-22T12:00:00' }],
    ['a field of a later format', { install: 'https://desk.example/setup.exe' }],
    ['no expiry', { expires: undefined }],
  ])('%s', (_what, part) => {
    expect(judge(signedWith(part))).toEqual(notGenuine)
  })

  it.each([
    ['another kind of document', signedText(JSON.stringify(content), `${feedType}x`)],
    ['what is no JSON', signedText('1.2.0')],
    ['a list', signedText('[]')],
    ['nothing', signedText('')],
    ['what is nested without end', signedText(`${'['.repeat(5000)}${']'.repeat(5000)}`)],
  ])('%s', (_what, text) => {
    expect(judge(text)).toEqual(notGenuine)
  })
})

test('a document of another type is refused though it is called a feed', () => {
  const other = JSON.parse(signedText(JSON.stringify(contentsOf(now)), 'text/plain'))
  expect(judge(JSON.stringify({ ...other, payloadType: feedType }))).toEqual(notGenuine)
})

describe('no envelope at all is', () => {
  it.each([
    '',
    'null',
    '[]',
    '"x"',
    '{}',
    '<!doctype html><title>Not found</title>',
    '['.repeat(100_000),
    JSON.stringify({ payloadType: feedType, payload: '', signatures: [] }),
    JSON.stringify({ payloadType: feedType, payload: '%%%', signatures: [{ sig: 'x' }] }),
  ])('%.40j', (text) => {
    expect(judge(text)).toEqual(notGenuine)
  })

  it('one with too many signatures', () => {
    const { signatures, ...rest } = JSON.parse(feedOf(now))
    const many = Array.from({ length: 6 }, () => signatures[0])
    expect(judge(JSON.stringify({ ...rest, signatures: many }))).toEqual(notGenuine)
  })
})

describe('a genuine feed is out of date', () => {
  it('from the moment it expires', () => {
    expect(judge(feedOf(now), now + 30 * day - 1).kind).toBe('good')
    expect(judge(feedOf(now), now + 30 * day)).toEqual(outOfDate)
  })

  it('when a newer one was seen before, even if it announces a newer version', () => {
    expect(judge(feedOf(now - day, { version: '9.0.0' }), now, now)).toEqual(outOfDate)
    expect(judge(feedOf(now), now, now).kind).toBe('good')
  })

  it('when it was signed more than a day in the future: a clock is wrong', () => {
    expect(judge(feedOf(now + day)).kind).toBe('good')
    expect(judge(feedOf(now + day + 1))).toEqual(outOfDate)
  })
})

test('what is signed has the bytes of the standard’s own example', () => {
  // protocol.md of DSSE, Test Vectors.
  const bytes = preAuthenticationEncoding(
    'http://example.com/HelloWorld',
    Buffer.from('hello world'),
  )
  expect(bytes.toString()).toBe('DSSEv1 29 http://example.com/HelloWorld 11 hello world')
})

test('a key of another kind is not taken for one of Ed25519', () => {
  const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' })
  const key = publicKey.export({ type: 'spki', format: 'der' }).toString('base64')
  expect(() => judgeFeed(feedOf(now), { ...configuration, keys: [key] }, now, null)).not.toThrow()
  expect(judgeFeed(feedOf(now), { ...configuration, keys: [key] }, now, null)).toEqual(notGenuine)
})

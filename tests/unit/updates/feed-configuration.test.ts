import { generateKeyPairSync } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest'
import {
  addUpdateFeed,
  FEED_CONFIGURATION,
  readFeedConfiguration as readToPackage,
} from '../../../build/packaging/update-feed-configuration.mjs'
import { readFeedConfiguration } from '../../../src/main/updates/feed-configuration.ts'
import { configuration, distributor, stranger } from '../../support/updates/feeds.ts'

let folder = ''
let file = ''
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'feed-configuration-'))
  file = path.join(folder, 'mine.json')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const { publicKey: rsa } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const rsaKey = rsa.export({ type: 'spki', format: 'der' }).toString('base64')

describe('the app takes, and a release may hold,', () => {
  it.each([
    ['one key and one page', configuration],
    [
      'two of each',
      {
        ...configuration,
        keys: [distributor.publicKey, stranger.publicKey],
        pages: ['https://desk.example', 'https://downloads.example:8443'],
      },
    ],
  ])('%s', (_what, value) => {
    writeFileSync(file, JSON.stringify(value))
    expect(readFeedConfiguration(JSON.stringify(value))).toEqual(value)
    expect(readToPackage(file)).toEqual(value)
    addUpdateFeed(folder, { kind: 'release' }, file)
    expect(readFileSync(path.join(folder, 'update-feed.json'), 'utf8')).toBe(JSON.stringify(value))
  })
})

describe('the app refuses, and no release is made with,', () => {
  it.each<[string, unknown]>([
    ['no object', null],
    ['a field that is not known', { ...configuration, channel: 'beta' }],
    ['an address without TLS', { ...configuration, address: 'http://desk.example/feed' }],
    ['a file', { ...configuration, address: 'file:///etc/passwd' }],
    ['credentials', { ...configuration, address: 'https://a:b@desk.example/feed' }],
    ['no key', { ...configuration, keys: [] }],
    ['a key of another kind', { ...configuration, keys: [rsaKey] }],
    ['a private key', { ...configuration, keys: [distributor.privateKey] }],
    ['what is no key', { ...configuration, keys: ['key'] }],
    ['no page', { ...configuration, pages: [] }],
    ['a page without TLS', { ...configuration, pages: ['http://desk.example'] }],
    ['a page with a path', { ...configuration, pages: ['https://desk.example/token-desk'] }],
    ['all pages', { ...configuration, pages: ['*'] }],
  ])('%s', (_what, value) => {
    const text = JSON.stringify(value)
    writeFileSync(file, text)
    expect(() => readFeedConfiguration(text)).toThrow()
    expect(() => addUpdateFeed(folder, { kind: 'release' }, file)).toThrow(/can't be used: .+\.$/)
    expect(existsSync(path.join(folder, 'update-feed.json'))).toBe(false)
  })
})

test('the project publishes no feed, so a release of it checks none', () => {
  expect(existsSync(FEED_CONFIGURATION)).toBe(false)
  addUpdateFeed(folder, { kind: 'release' })
  expect(existsSync(path.join(folder, 'update-feed.json'))).toBe(false)
})

test('an evaluation checks no feed, even if a distributor configured one', () => {
  writeFileSync(file, JSON.stringify(configuration))
  addUpdateFeed(folder, { kind: 'evaluation' }, file)
  expect(existsSync(path.join(folder, 'update-feed.json'))).toBe(false)
})

test('a server of this computer may be asked in tests, but is never packaged', () => {
  const local = { ...configuration, address: 'http://127.0.0.1:8080/feed' }
  writeFileSync(file, JSON.stringify(local))
  expect(readFeedConfiguration(JSON.stringify(local))).toEqual(local)
  expect(() => readToPackage(file)).toThrow(/https/)
})

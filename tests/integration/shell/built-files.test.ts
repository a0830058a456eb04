import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { writePageFiles } from '../../../build/page-files.mjs'
import {
  type BuiltFiles,
  builtFileFor,
  readBuiltFiles,
} from '../../../src/main/shell/app-protocol.ts'
import { seedOr } from '../../support/deep.ts'
import { roundaboutAddresses, strangeAddresses } from '../../support/shell/strange-addresses.ts'

let folder = ''
let page = ''
let files: BuiltFiles = new Map()

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'built-files-'))
  page = path.join(folder, 'renderer')
  await mkdir(path.join(page, 'assets'), { recursive: true })
  await mkdir(path.join(folder, 'main'))
  await writeFile(path.join(folder, 'main/index.js'), 'main')
  await writeFile(path.join(page, 'index.html'), 'page')
  await writeFile(path.join(page, 'assets/index.js'), 'script')
  await writeFile(path.join(page, 'assets/index.js.map'), 'map')
  await symlink(path.join(folder, 'main/index.js'), path.join(page, 'assets/link.js'))
  await symlink(path.join(folder, 'main'), path.join(page, 'linked'), 'junction')
  await symlink('/', path.join(page, 'root'), 'junction')
  writePageFiles(folder)
  files = readBuiltFiles(page, path.join(folder, 'main/page-files.json'))
})

afterAll(() => rm(folder, { recursive: true }))

test('the page is its files, without maps and links within its folder', () => {
  expect([...files.keys()].sort()).toEqual(['/assets/index.js', '/index.html'])
})

describe('no file is given out for', () => {
  test.each(strangeAddresses.map((address) => [address.slice(0, 60), address]))(
    '%s',
    (_short, address) => {
      expect(builtFileFor(address, files)).toBeUndefined()
    },
  )

  test.each(['assets/link.js', 'linked/index.js', 'root/etc/passwd'])('the link %s', (name) => {
    expect(builtFileFor(`app://token-desk/${name}`, files)).toBeUndefined()
  })

  // Chromium takes a port of such an address away before it asks.
  test.each([
    'app://token-desk:8080/index.html',
    '',
    'app',
    'app:',
    'not an address',
    'https://token-desk/index.html',
    'file:///',
  ])('the address %j, which is none of ours', (address) => {
    expect(builtFileFor(address, files)).toBeUndefined()
  })
})

test.each(roundaboutAddresses)('%s is the page itself', (address) => {
  expect(builtFileFor(address, files)).toBe(path.join(page, 'index.html'))
})

test('every address leads to one of the files or to none', () => {
  const piece = fc.oneof(
    fc.constantFrom('..', '.', '%2e%2e', '%2f', '%5c', '\\', '/', '//', '%00', 'main', 'index.js'),
    fc.constantFrom('assets', 'index.html', 'linked', 'root', 'etc', 'passwd', '@', ':', '?', '#'),
    fc.string(),
  )
  const known = new Set<string | undefined>([undefined, ...files.values()])
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), fc.boolean(), (pieces, isOurs) => {
      const address = `${isOurs ? 'app://token-desk/' : 'app://'}${pieces.join('')}`
      expect(known.has(builtFileFor(address, files))).toBe(true)
    }),
    { numRuns: 5000, seed: seedOr(20261121) },
  )
})

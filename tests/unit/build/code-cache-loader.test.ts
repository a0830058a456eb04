import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Script } from 'node:vm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import loader from '../../../build/code-cache/loader.cjs'
import { hashOf, writeLoader } from '../../../build/code-cache/main-script-plugin.mjs'

const load = createRequire(import.meta.url)
const runtime = { versions: { electron: '45.4.1' }, platform: 'linux', arch: 'x64' } as const
const file = loader.cacheFileOf('abc', runtime)
const wrapped = (body: string) =>
  `(function (exports, require, module, __filename, __dirname) { 'use strict';\n${body}\n})`
const source = wrapped('globalThis.ran = { say: () => 1, exports, require, __filename, __dirname }')

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'loader-'))
  writeFileSync(path.join(folder, 'app.cjs'), source)
})
afterEach(() => {
  Reflect.deleteProperty(globalThis, 'ran')
  rmSync(folder, { recursive: true, force: true })
})

const run = () => {
  loader.runMainScript(folder, 'abc', load, runtime)
  return Reflect.get(globalThis, 'ran')
}

test('a script runs as a CommonJS module, without compiled code', () => {
  expect(run()).toMatchObject({
    exports: {},
    require: load,
    __filename: path.join(folder, 'app.cjs'),
    __dirname: folder,
  })
})

test('a script that is loaded later gets what the main script exports, which runs once', () => {
  const main = `globalThis.ran = { times: (globalThis.ran?.times ?? 0) + 1, require }
exports.say = () => 'main says'`
  writeFileSync(path.join(folder, 'app.cjs'), wrapped(main))
  writeFileSync(
    path.join(folder, 'later.cjs'),
    "module.exports = require('./app.cjs').say() + ' hello'",
  )
  expect(run().require(path.join(folder, 'later.cjs'))).toBe('main says hello')
  expect(Reflect.get(globalThis, 'ran').times).toBe(1)
})

test('a script runs with compiled code that fits', () => {
  const filename = path.join(folder, 'app.cjs')
  const code = new Script(source, { filename }).createCachedData()
  writeFileSync(path.join(folder, file), code)
  expect(new Script(source, { filename, cachedData: code }).cachedDataRejected).toBe(false)
  expect(run().say()).toBe(1)
})

test.each([
  ['is damaged', 'not V8'],
  ['is empty', ''],
  ['belongs to a longer script', undefined],
])('a script runs with compiled code that %s', (_, text) => {
  const other = new Script(wrapped('globalThis.ran = "another script"'))
  writeFileSync(path.join(folder, file), text ?? other.createCachedData())
  expect(run().say()).toBe(1)
})

test.each([
  ['another text', loader.cacheFileOf('abd', runtime)],
  ['another Electron', loader.cacheFileOf('abc', { ...runtime, versions: { electron: '46.0.0' } })],
  ['another system', loader.cacheFileOf('abc', { ...runtime, platform: 'win32' })],
  ['another processor', loader.cacheFileOf('abc', { ...runtime, arch: 'arm64' })],
])('compiled code for %s has another name, so it is not read', (_, name) => {
  expect(name).not.toBe(file)
  // V8 would accept it: it compares the length of the source, not its text.
  const forged = new Script(source.replace('say: () => 1', 'say: () => 2')).createCachedData()
  writeFileSync(path.join(folder, name), forged)
  expect(run().say()).toBe(1)
})

test('a built loader knows the hash of its script, and names it no longer after a change', () => {
  writeLoader(folder)
  const loaderText = () => readFileSync(path.join(folder, 'index.cjs'), 'utf8')
  expect(loaderText()).toContain(`'${hashOf(source)}'`)
  expect(loaderText()).not.toContain('module.exports =')
  writeFileSync(path.join(folder, 'app.cjs'), `${source} `)
  writeLoader(folder)
  expect(loaderText()).not.toContain(`'${hashOf(source)}'`)
})

test('a script that is not in ASCII gets no loader', () => {
  writeFileSync(path.join(folder, 'app.cjs'), wrapped("globalThis.ran = 'é'"))
  expect(() => writeLoader(folder)).toThrow('ASCII')
})

test('a script that imports a module with `import()` gets no loader, because that rejects there', async () => {
  writeFileSync(path.join(folder, 'app.cjs'), wrapped("globalThis.ran = import('node:http')"))
  await expect(run()).rejects.toMatchObject({ code: /DYNAMIC_IMPORT/ })
  expect(() => writeLoader(folder)).toThrow('import()')
})

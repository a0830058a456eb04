import { appendFileSync, cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { writeLoader } from '../../../build/code-cache/main-script-plugin.mjs'
import { makeCodeCache, startBuiltApp } from '../../../build/code-cache/make.mjs'
import { resolveElectron } from '../../../build/runtime.mjs'

const built = path.join(import.meta.dirname, '../../../out')
const program = resolveElectron()
const limit = 120_000

let folder = ''
let main = ''
let kept = ''

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'code-cache-'))
  main = path.join(folder, 'out/main')
  kept = path.join(folder, 'kept')
  cpSync(built, path.join(folder, 'out'), {
    recursive: true,
    filter: (file) => !/\.(map|cache)$/.test(file),
  })
})
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))

const cachesIn = (place: string) => readdirSync(place).filter((name) => name.endsWith('.cache'))

/** Puts another script in the place of the built one, as a build does. */
function change() {
  for (const name of cachesIn(main)) rmSync(path.join(main, name))
  appendFileSync(path.join(main, 'app.cjs'), `\n// ${Math.random()}`)
  writeLoader(main)
}

test(
  'compiled code is made by a start, rejected when damaged, and rebuilt after a change',
  async () => {
    change()
    expect(await startBuiltApp(program, main)).toEqual({ isRejected: null })

    expect(await makeCodeCache(program, { main, kept })).toBeUndefined()
    const [first = ''] = cachesIn(main)
    expect(cachesIn(kept)).toEqual([first])
    expect(await startBuiltApp(program, main)).toEqual({ isRejected: false })

    writeFileSync(path.join(main, first), 'not V8')
    expect(await startBuiltApp(program, main)).toEqual({ isRejected: true })

    expect(await makeCodeCache(program, { main, kept })).toBeUndefined()
    expect(await startBuiltApp(program, main)).toEqual({ isRejected: false })

    change()
    expect(await startBuiltApp(program, main)).toEqual({ isRejected: null })
    expect(await makeCodeCache(program, { main, kept })).toBeUndefined()
    expect(cachesIn(main)).not.toContain(first)
    expect(cachesIn(kept)).toHaveLength(2)
  },
  limit,
)

test(
  'an app that does not start has no compiled code, and the build goes on',
  async () => {
    change()
    const name = path.join(main, 'app.cjs')
    writeFileSync(name, "(function () { throw new Error('broken') })")
    writeLoader(main)
    expect(await makeCodeCache(program, { main, kept })).toBe('the built app did not start')
    expect(cachesIn(main)).toEqual([])
  },
  limit,
)

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const src = join(import.meta.dirname, '../../../src')
const loadedByImport = /\bfrom '[^']*\/(browser|redirect-listener|signer)\.ts'/

test('no module loads a browser, a redirect listener or a signer when the app starts', () => {
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.tsx?$/.test(name),
  )
  expect(files.length).toBeGreaterThan(400)
  const loading = files.filter((file) => loadedByImport.test(readFileSync(join(src, file), 'utf8')))
  expect(loading).toEqual([])
})

test('jose is loaded with the first signature', () => {
  const signer = readFileSync(join(src, 'main/platform/signer.ts'), 'utf8')
  expect(signer).toContain("await import('jose')")
  expect(signer).not.toMatch(/from 'jose'/)
})

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const src = join(import.meta.dirname, '../../../src')
const adapters = 'browser|redirect-listener|redirect-answers|redirect-page|signer'
const loadedByImport = new RegExp(
  `^(?:import (?!type )[^'\\n]*|\\} )from '[^']*/(${adapters})\\.ts'`,
  'm',
)

test('only the redirect listener itself loads a part of it when the app starts', () => {
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.tsx?$/.test(name),
  )
  expect(files.length).toBeGreaterThan(400)
  const loading = files.filter((file) => loadedByImport.test(readFileSync(join(src, file), 'utf8')))
  expect(loading).toEqual([
    'main/platform/redirect-answers.ts',
    'main/platform/redirect-listener.ts',
  ])
})

test('main loads the browser and the redirect listener with the first sign-in', () => {
  const main = readFileSync(join(src, 'main/run.ts'), 'utf8')
  expect(main).toContain("await import('./platform/browser.ts')")
  expect(main).toContain("await import('./platform/redirect-listener.ts')")
})

test('jose is loaded with the first signature', () => {
  const signer = readFileSync(join(src, 'main/platform/signer.ts'), 'utf8')
  expect(signer).toContain("await import('jose')")
  expect(signer).not.toMatch(/from 'jose'/)
})

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

test('main loads the browser, the redirect listener and discovery when they are wanted', () => {
  const main = readFileSync(join(src, 'main/on-demand.ts'), 'utf8')
  expect(main).toContain("await import('./engine/find-settings.ts')")
  expect(main).toContain("await import('./platform/browser.ts')")
  expect(main).toContain("await import('./platform/redirect-listener.ts')")
})

test('Node’s http server is loaded with the first redirect to wait for', () => {
  const main = readdirSync(join(src, 'main'), { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    // The practice server runs in a process of its own.
    .filter((name) => name.endsWith('.ts') && !name.startsWith('practice-server/'))
  // A module of Node that any part imports is loaded at the start, as main is one script.
  const importing = main.filter((name) =>
    /^import (?!type )[^;'\n]* from 'node:https?'/m.test(
      readFileSync(join(src, 'main', name), 'utf8'),
    ),
  )
  expect(importing).toEqual([])
  const listener = readFileSync(join(src, 'main/platform/redirect-listener.ts'), 'utf8')
  expect(listener).toContain("await import('node:http')")
})

test('jose is loaded with the first signature', () => {
  const signer = readFileSync(join(src, 'main/platform/signer.ts'), 'utf8')
  expect(signer).toContain("await import('jose')")
  expect(signer).not.toMatch(/from 'jose'/)
})

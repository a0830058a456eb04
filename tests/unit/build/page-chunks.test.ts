import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

const renderer = path.join(import.meta.dirname, '../../../src/renderer')

/** The modules that a source imports at run time and at once, as they are written. */
function importsOf(source: string): readonly string[] {
  const statements = source.matchAll(
    /^(?:import|export)\s(?!type\s)([^'"]*?from\s)?['"]([^'"]+)['"]/gm,
  )
  return Array.from(statements, ([, , name]) => name ?? '')
}

/** The packages that `entry` needs before it runs, each with the first path that leads to it. */
function packagesBehind(entry: string): ReadonlyMap<string, readonly string[]> {
  const packages = new Map<string, readonly string[]>()
  const seen = new Set<string>()
  const waiting = [[entry]]
  for (let way = waiting.shift(); way !== undefined; way = waiting.shift()) {
    const file = way.at(-1) ?? ''
    if (seen.has(file) || file.endsWith('.css')) continue
    seen.add(file)
    for (const name of importsOf(readFileSync(file, 'utf8'))) {
      if (!name.startsWith('.')) packages.set(name, packages.get(name) ?? way)
      else waiting.push([...way, path.join(path.dirname(file), name)])
    }
  }
  return packages
}

test('the first file of the page has these packages alone', () => {
  const packages = packagesBehind(path.join(renderer, 'main.tsx'))
  expect([...packages.keys()].sort()).toEqual([
    '@tabler/icons-react',
    '@tanstack/react-virtual',
    'react',
    'react-dom',
    'react-dom/client',
    'zustand',
    'zustand/vanilla',
  ])
})

// The file of a language comes before the first list. A text that code imports would be in a file
// of both, and that file in turn could need every other one.
test('no module imports the texts of a language at once', () => {
  const files = readdirSync(renderer, { recursive: true, encoding: 'utf8' }).filter(
    (file) => /\.tsx?$/.test(file) && !file.startsWith('locales'),
  )
  expect(files.length).toBeGreaterThan(100)
  const importing = files.filter((file) =>
    importsOf(readFileSync(path.join(renderer, file), 'utf8')).some((name) =>
      name.includes('/locales/'),
    ),
  )
  expect(importing).toEqual([])
})

test('its second file has Mantine', () => {
  const second = path.join(renderer, 'features/shell/second-chunk.tsx')
  expect(existsSync(second)).toBe(true)
  expect([...packagesBehind(second).keys()]).toContain('@mantine/core')
})

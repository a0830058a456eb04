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

/** Returns the packages that `entry` needs before it runs, each with the first path that leads to it. */
function packagesBehind(entry: string): ReadonlyMap<string, readonly string[]> {
  return behind(entry).packages
}

/** Returns what `entry` needs before it runs: its packages, and the style sheets among its files. */
function behind(entry: string) {
  const packages = new Map<string, readonly string[]>()
  const seen = new Set<string>()
  const waiting = [[entry]]
  for (let way = waiting.shift(); way !== undefined; way = waiting.shift()) {
    const file = way.at(-1) ?? ''
    if (seen.has(file)) continue
    seen.add(file)
    if (file.endsWith('.css')) continue
    for (const name of importsOf(readFileSync(file, 'utf8'))) {
      if (!name.startsWith('.')) packages.set(name, packages.get(name) ?? way)
      else waiting.push([...way, path.join(path.dirname(file), name)])
    }
  }
  const styles = [...seen].filter((file) => file.endsWith('.css'))
  return { packages, styles }
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

// Mantine's style sheets are loaded after those of the first file, so its rules would win.
test('no style sheet of the first file is used beside Mantine', () => {
  const { styles } = behind(path.join(renderer, 'main.tsx'))
  expect(styles).toContain(path.join(renderer, 'parts/parts.module.css'))
  const sources = readdirSync(renderer, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.tsx'))
    .map((name) => path.join(renderer, name))
  const shared = sources.flatMap((file) => {
    const names = importsOf(readFileSync(file, 'utf8'))
    if (!names.includes('@mantine/core')) return []
    const own = names.map((name) => path.join(path.dirname(file), name))
    return own.filter((style) => styles.includes(style))
  })
  expect(shared).toEqual([])
})

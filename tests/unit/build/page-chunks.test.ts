import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { behind, importsOf } from '../../support/start-imports.ts'

const renderer = path.join(import.meta.dirname, '../../../src/renderer')

/** Returns the packages that `entry` needs before it runs, each with the first path that leads to it. */
function packagesBehind(entry: string): ReadonlyMap<string, readonly string[]> {
  return behind(entry).packages
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

test('its second file has Mantine, and no zod', () => {
  const second = path.join(renderer, 'features/shell/second-chunk.tsx')
  expect(existsSync(second)).toBe(true)
  const packages = packagesBehind(second)
  expect([...packages.keys()]).toContain('@mantine/core')
  // Schemas are for forms, which have files of their own.
  expect(packages.get('zod')).toBeUndefined()
})

// Mantine's style sheets are loaded after those of the first file, so its rules would win.
test('a profile without a form is shown without zod', () => {
  const detail = path.join(renderer, 'features/token-checks/ChecksPanel.tsx')
  expect(packagesBehind(detail).get('zod')).toBeUndefined()
})

test('no style sheet of the first file is used beside Mantine', () => {
  const { files } = behind(path.join(renderer, 'main.tsx'))
  const styles = files.filter((file) => file.endsWith('.css'))
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

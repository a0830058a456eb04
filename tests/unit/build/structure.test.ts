import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { limits } from '../../../build/limits.mjs'
import { root } from '../../../build/paths.mjs'
import { closureSize, readSources, sizesOf, smallFiles } from '../../../build/source-graph.mjs'

const folders: string[] = []

/** Creates a checkout with these files below `src/`. */
function checkout(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'checkout-'))
  folders.push(folder)
  for (const [name, text] of Object.entries(files)) {
    const path = join(folder, 'src', name)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, text)
  }
  return folder
}

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

describe('the import graph', () => {
  it('follows imports of values and types, re-exports, dynamic imports and named types', () => {
    const files = readSources(
      checkout({
        'main.ts': [
          "import { a } from './parts/a.ts'",
          "import type { B } from './parts/b.ts'",
          "export * from './parts/c.ts'",
          "const d = await import('./parts/d.tsx')",
          "let e: import('./parts/e.ts').E",
          "import { f } from 'f'",
          '',
        ].join('\n'),
        'parts/a.ts': 'export const a = 1\n',
        'parts/b.ts': 'export type B = 1\n',
        'parts/c.ts': 'export const c = 1\n',
        'parts/d.tsx': "import './f.ts'\n",
        'parts/e.ts': 'export type E = 1\n',
        'parts/f.ts': "// import './g.ts'\n",
        'parts/g.ts': '\n',
      }),
    )
    const main = files.find(({ path }) => path === 'src/main.ts')
    expect(main?.imports.toSorted()).toEqual(
      ['a.ts', 'b.ts', 'c.ts', 'd.tsx', 'e.ts'].map((name) => `src/parts/${name}`),
    )
    expect(closureSize(files, 'src/main.ts')).toBe(7)
  })

  it('finds short files with one importer, apart from locales', () => {
    const long = '// a line\n'.repeat(limits.smallLines)
    const files = readSources(
      checkout({
        'main.ts':
          "import './a.ts'\nimport './b.ts'\nimport './long.ts'\nimport './locales/en.ts'\nimport './i18n/nl/menu.ts'\n",
        'a.ts': "import './b.ts'\n",
        'b.ts': '\n',
        'long.ts': long,
        'locales/en.ts': '\n',
        'i18n/nl/menu.ts': '\n',
      }),
    )
    expect(smallFiles(files)).toEqual([{ path: 'src/a.ts', lines: 1, importer: 'src/main.ts' }])
  })

  it('sums up the sizes of files', () => {
    const files = readSources(
      checkout({ 'a.ts': '\n', 'b.ts': '\n\n\n', 'c.ts': '\n'.repeat(limits.usualLines + 1) }),
    )
    expect(sizesOf(files)).toEqual({
      files: 3,
      lines: limits.usualLines + 5,
      median: 3,
      ninetieth: 3,
      longest: limits.usualLines + 1,
      usualShare: 2 / 3,
    })
  })
})

describe('the sources', () => {
  const files = readSources(root)

  it('are not scattered over small files that only one other needs', () => {
    expect(smallFiles(files).length).toBeLessThanOrEqual(limits.smallFiles)
  })

  it('hold no file that is too long, and few long ones', () => {
    const { longest, usualShare } = sizesOf(files)
    expect(files.length).toBeGreaterThan(100)
    expect(longest).toBeLessThanOrEqual(limits.maxLines)
    expect(usualShare).toBeGreaterThanOrEqual(limits.minUsualShare)
  })
})

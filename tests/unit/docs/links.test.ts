import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'

/** Returns the paths of all files in a folder and its folders. */
function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}

const inRoot = readdirSync('.', { withFileTypes: true }).filter((entry) => entry.isFile())
const files = [
  ...inRoot.map(({ name }) => name),
  ...['.github', 'build', 'docs', 'src', 'tests'].flatMap(filesIn),
]
const pages = files.filter((path) => path.endsWith('.md'))
const decisions = readdirSync('docs/decisions').filter((name) => /^\d{4}-/.test(name))
const numbers = new Set(decisions.map((name) => Number(name.slice(0, 4))))

/** Returns the text without code, in which a bracket is no link. */
function prose(text: string): string {
  return text.replaceAll(/^```[\s\S]*?^```/gm, '').replaceAll(/`[^`\n]*`/g, '')
}

/** Returns the anchors of the headings, as GitHub makes them. */
function anchors(text: string): ReadonlySet<string> {
  const headings = [...text.replaceAll(/^```[\s\S]*?^```/gm, '').matchAll(/^#+ (.+)$/gm)]
  return new Set(
    headings.map(([, heading = '']) =>
      heading
        .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
        .replaceAll(' ', '-'),
    ),
  )
}

/** Returns the links to files or headings of the project that lead nowhere. */
function deadLinks(page: string, text: string): readonly string[] {
  const targets = [
    ...[...prose(text).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target),
    ...[...prose(text).matchAll(/(?:src|srcset|href)="([^"]+)"/g)].map(([, target = '']) => target),
  ]
  return targets.filter((target) => {
    if (/^[a-z]+:/.test(target)) {
      return false
    }
    const [path = '', anchor] = target.split('#')
    const file = path === '' ? page : join(dirname(page), path)
    if (!existsSync(file)) {
      return true
    }
    return anchor !== undefined && !anchors(readFileSync(file, 'utf8')).has(anchor)
  })
}

/** Returns the decisions that a text names by a number without a page. */
function deadNumbers(text: string): readonly string[] {
  const named = [...text.matchAll(/\bdecisions? \[?(\d+)\b/gi)]
  return named.filter(([, number]) => !numbers.has(Number(number))).map(([words]) => words)
}

/** Returns the files and folders of the code that a page names and that do not exist. */
function deadPaths(text: string): readonly string[] {
  const paths = [...text.matchAll(/`((?:\.github|build|docs|src|tests)\/[\w./-]+)`/g)]
  return paths.map(([, path = '']) => path).filter((path) => !existsSync(path))
}

describe('links between pages', () => {
  test.each(pages)('%s has no dead link', (page) => {
    expect(deadLinks(page, readFileSync(page, 'utf8'))).toEqual([])
  })

  test.each(pages)('%s names only files of the code that exist', (page) => {
    expect(deadPaths(readFileSync(page, 'utf8'))).toEqual([])
  })

  test('a path that does not exist is found', () => {
    expect(deadPaths('`src/main/run.ts`, `src/no-such.ts`')).toEqual(['src/no-such.ts'])
  })

  test('a dead file, a dead heading and a dead picture are found', () => {
    const text = '[a](no-such.md) [b](#no-such) [c](README.md#develop-x) <img src="no.png">'
    expect(deadLinks('README.md', text)).toEqual([
      'no-such.md',
      '#no-such',
      'README.md#develop-x',
      'no.png',
    ])
  })
})

describe('decisions', () => {
  test('are at most thirty pages, all in the index', () => {
    const index = readFileSync('docs/decisions/README.md', 'utf8')
    expect(decisions.length).toBeLessThanOrEqual(30)
    expect(decisions.filter((name) => !index.includes(`](${name})`))).toEqual([])
  })

  test.each(decisions)('%s has a context, a decision, consequences and a status', (name) => {
    const text = readFileSync(`docs/decisions/${name}`, 'utf8')
    const headings = [...text.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading)
    expect(headings).toEqual(['Context', 'Decision', 'Consequences', 'Status'])
  })

  test('named in code or pages by a number exist', () => {
    const texts = files.filter((path) => /\.(?:md|tsx?|mjs|cjs|css)$/.test(path))
    const dead = texts.flatMap((path) =>
      deadNumbers(readFileSync(path, 'utf8')).map((words) => `${path}: ${words}`),
    )
    expect(dead).toEqual([])
  })

  test('that do not exist are found', () => {
    const [first = 0] = [...numbers]
    const dead = `decision ${9999}`
    expect(deadNumbers(`(decision ${first}, ${dead})`)).toEqual([dead])
  })
})

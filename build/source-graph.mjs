import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { parseSync } from 'vite'
import { limits } from './limits.mjs'

/**
 * A TypeScript file below `src/`.
 * @typedef {object} SourceFile
 * @property {string} path relative to the checkout, with slashes
 * @property {number} lines
 * @property {readonly string[]} imports paths of the files below `src/` that it imports or
 *   re-exports, types included, each once
 */

/** @typedef {readonly string[]} Paths */

/** @param {string} path @returns {boolean} true for the words of one language */
const isLocale = (path) => /\/(?:locales|(?:i18n|words)\/(?:en|nl|pt-BR))\//.test(path)

/** @param {string} text @param {string} path @returns {readonly string[]} the specifiers in it */
function specifiersIn(text, path) {
  const { module, errors } = parseSync(path, text)
  if (errors.length > 0) throw new Error(`${path} can't be parsed: ${errors[0]?.message}`)
  const requests = [
    ...module.staticImports.map((each) => each.moduleRequest.value),
    ...module.staticExports.flatMap(({ entries }) =>
      entries.flatMap(({ moduleRequest }) => moduleRequest?.value ?? []),
    ),
    ...module.dynamicImports.map(({ moduleRequest: { start, end } }) =>
      text.slice(start, end).replaceAll(/^['"`]|['"`]$/g, ''),
    ),
  ]
  // Types that are named where they are used: `import('./a.ts').B`.
  const types = [...text.matchAll(/\bimport\('([^']+)'\)/g)].map(([, name = '']) => name)
  return [...requests, ...types]
}

/** @param {string} folder @returns {readonly SourceFile[]} of the checkout in it, by path */
export function readSources(folder) {
  const src = join(folder, 'src')
  const names = readdirSync(src, { recursive: true, encoding: 'utf8' })
  const paths = names
    .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.d.ts'))
    .map((name) => join(src, name))
    .sort()
  return paths.map((path) => {
    const text = readFileSync(path, 'utf8')
    const targets = specifiersIn(text, path)
      .filter((specifier) => specifier.startsWith('.'))
      .map((specifier) => join(dirname(path), specifier))
      .filter((target) => /\.tsx?$/.test(target) && target !== path && existsSync(target))
    const toPath = (/** @type {string} */ each) => relative(folder, each).replaceAll(sep, '/')
    return {
      path: toPath(path),
      lines: text.split('\n').length - 1,
      imports: [...new Set(targets)].map(toPath),
    }
  })
}

/** @param {readonly SourceFile[]} files @returns {ReadonlyMap<string, Paths>} the importers of each */
function importersOf(files) {
  /** @type {Map<string, string[]>} */
  const importers = new Map(files.map(({ path }) => [path, []]))
  for (const { path, imports } of files) for (const each of imports) importers.get(each)?.push(path)
  return importers
}

/**
 * @param {readonly SourceFile[]} files
 * @returns {readonly { path: string, lines: number, importer: string }[]} those that are short and
 *   have one importer, so that they may belong into it; locales are left out
 */
export function smallFiles(files) {
  const importers = importersOf(files)
  return files.flatMap(({ path, lines }) => {
    const [importer, ...others] = importers.get(path) ?? []
    const isSmall = lines < limits.smallLines && importer !== undefined && others.length === 0
    return isSmall && !isLocale(path) ? [{ path, lines, importer }] : []
  })
}

/**
 * @param {readonly SourceFile[]} files
 * @param {string} entry its path
 * @returns {number} the files that `entry` needs, itself included
 */
export function closureSize(files, entry) {
  const imports = new Map(files.map((file) => [file.path, file.imports]))
  const seen = new Set([entry])
  for (const path of seen) for (const each of imports.get(path) ?? []) seen.add(each)
  return seen.size
}

/**
 * @param {readonly SourceFile[]} files
 * @returns {{ files: number, lines: number, median: number, ninetieth: number, longest: number,
 *   usualShare: number }} `ninetieth`: nine of ten files have at most so many lines
 */
export function sizesOf(files) {
  const sizes = files.map(({ lines }) => lines).sort((a, b) => a - b)
  const at = (/** @type {number} */ share) => sizes[Math.floor((sizes.length - 1) * share)] ?? 0
  return {
    files: sizes.length,
    lines: sizes.reduce((sum, each) => sum + each, 0),
    median: at(0.5),
    ninetieth: at(0.9),
    longest: at(1),
    usualShare: sizes.filter((each) => each <= limits.usualLines).length / sizes.length,
  }
}

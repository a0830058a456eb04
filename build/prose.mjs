import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { join, relative, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseSync } from 'vite'
import { root } from './paths.mjs'
import { runScript } from './problem.mjs'

// Counts what the style of comments, docstrings and test titles forbids: `node build/prose.mjs [--list] [path...]`.

/**
 * A forbidden opening or word in a comment or in the title of a test.
 * @typedef {object} Finding
 * @property {string} file relative to the project
 * @property {number} line
 * @property {'opening' | 'word'} kind
 * @property {string} found
 */

const OPENING =
  /(?<=^|[.!?][)"'*”]*\s+)(?:What|Whatever|Whether|Whoever|Whom|Who|Nobody|Somebody|Anybody)\b/g
const WORDS =
  /\b(?:nobody|somebody|anybody|whoever|whomever|whatever|by itself|of its own accord|(?:is|are|was|were|be|been|being) told|flights?|legs?|landings?|(?<!Token )desks?|papers|anew|mend(?:s|ed|ing)?)\b/gi
const TITLE_WORDS = new RegExp(`${WORDS.source}|\\b(?:told|everybody)\\b`, 'gi')

const CODE = /\.(?:ts|tsx|mjs|cjs)$/

/**
 * @param {string} text of a file
 * @param {string} name of the file, whose ending names the language
 * @returns {readonly { line: number, text: string }[]} each comment as one paragraph of prose;
 *   comments on lines that follow each other are one
 */
export function commentsIn(text, name) {
  const { comments, errors } = parseSync(name.replace(/\.cjs$/, '.mjs'), text)
  if (errors.length > 0) throw new Error(`${name} can't be parsed: ${errors[0]?.message}`)
  /** @type {{ line: number, text: string, end: number }[]} */
  const joined = []
  for (const { type, value, start, end } of comments) {
    const last = joined.at(-1)
    const isNext =
      type === 'Line' && last !== undefined && /^\s*$/.test(text.slice(last.end, start))
    if (isNext) Object.assign(last, { text: `${last.text}\n${value}`, end })
    else joined.push({ line: text.slice(0, start).split('\n').length, text: value, end })
  }
  return joined.map(({ line, text }) => ({ line, text: text.replaceAll(/^[ \t]*\*+/gm, '') }))
}

/**
 * @param {any} callee of a call
 * @returns {boolean} true for `it`, `test`, `describe` and their variants, as `it.each(…)`
 */
function isTestCall(callee) {
  if (callee?.type === 'MemberExpression') return isTestCall(callee.object)
  if (callee?.type === 'CallExpression') return isTestCall(callee.callee)
  return callee?.type === 'Identifier' && /^(?:it|test|describe)$/.test(callee.name)
}

/**
 * @param {string} text of a file
 * @param {string} name of the file, whose ending names the language
 * @returns {readonly { line: number, text: string }[]} the titles of its tests
 */
export function titlesIn(text, name) {
  /** @type {{ line: number, text: string }[]} */
  const titles = []
  /** @param {any} node */
  const visit = (node) => {
    if (node === null || typeof node !== 'object') return
    const [title] = node.type === 'CallExpression' && isTestCall(node.callee) ? node.arguments : []
    if (title?.type === 'TemplateLiteral' || typeof title?.value === 'string') {
      const line = text.slice(0, title.start).split('\n').length
      titles.push({ line, text: text.slice(title.start + 1, title.end - 1) })
    }
    for (const child of Object.values(node)) visit(child)
  }
  visit(parseSync(name.replace(/\.cjs$/, '.mjs'), text).program)
  return titles
}

/**
 * @param {string} comment
 * @returns {readonly string[]} its paragraphs: of its text and of each of its tags. Code in
 *   backticks is no prose.
 */
function paragraphsOf(comment) {
  const prose = comment.replaceAll(/`[^`]*`/g, (code) => code.replaceAll(/[^\n]/g, '_'))
  const typed = prose.replaceAll(/(@\w+[ \t]+)\{[^\n]*\}[ \t]*/g, '$1')
  const tag = /@(?:(?:param|property|typedef|template)[ \t]+\S+|\w+)[ \t]*/g
  return typed.replaceAll(tag, '\n\n').split(/\n\s*\n|\n\s*[-*] |\n\s*\d+\. /)
}

/**
 * @param {string} text of a file
 * @param {string} file its path, for the findings
 * @returns {readonly Finding[]}
 */
export function findingsIn(text, file) {
  return commentsIn(text, file).flatMap(({ line, text: comment }) =>
    paragraphsOf(comment).flatMap((each) => {
      const paragraph = each.trim().replaceAll(/\s+/g, ' ')
      const openings = [...paragraph.matchAll(OPENING)].map(([found]) => found)
      const words = [...paragraph.matchAll(WORDS)].map(([found]) => found)
      return [
        ...openings.map((found) => ({ file, line, kind: /** @type {const} */ ('opening'), found })),
        ...words.map((found) => ({ file, line, kind: /** @type {const} */ ('word'), found })),
      ]
    }),
  )
}

/** @param {string} path of a file or folder @returns {readonly string[]} the files with code in it */
function codeFiles(path) {
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((name) => CODE.test(name))
    .map((name) => join(path, name))
    .sort()
}

/**
 * @param {readonly string[]} [paths] files and folders
 * @param {string} [folder] that the files are named from
 * @returns {readonly Finding[]}
 */
export function proseFindings(paths = [join(root, 'src'), join(root, 'build')], folder = root) {
  return paths.flatMap(codeFiles).flatMap((path) => {
    const file = relative(folder, path).replaceAll(sep, '/')
    return findingsIn(readFileSync(path, 'utf8'), file)
  })
}

/**
 * @param {string} text of a file
 * @param {string} file its path, for the findings
 * @returns {readonly Finding[]} the forbidden words in titles, which continue the title around them
 *   and so may begin with any word
 */
export function titleFindingsIn(text, file) {
  return titlesIn(text, file).flatMap(({ line, text: title }) =>
    [...title.matchAll(TITLE_WORDS)].map(([found]) => ({ file, line, kind: 'word', found })),
  )
}

/** @returns {readonly Finding[]} of all tests */
export function testTitleFindings() {
  return codeFiles(join(root, 'tests')).flatMap((path) => {
    const file = relative(root, path).replaceAll(sep, '/')
    return titleFindingsIn(readFileSync(path, 'utf8'), file)
  })
}

/** @param {readonly Finding[]} findings @returns {string} */
function summaryOf(findings) {
  const openings = findings.filter(({ kind }) => kind === 'opening').length
  return `${openings} openings, ${findings.length - openings} words`
}

/** @returns {boolean} true if this file is the program that was started */
function isProgram() {
  const started = process.argv[1]
  return started !== undefined && realpathSync(started) === fileURLToPath(import.meta.url)
}

if (isProgram()) {
  await runScript(async () => {
    const args = process.argv.slice(2)
    const paths = args.filter((each) => !each.startsWith('--')).map((each) => resolve(each))
    const findings = proseFindings(paths.length === 0 ? undefined : paths, process.cwd())
    for (const file of new Set(findings.map(({ file }) => file))) {
      const ofFile = findings.filter((each) => each.file === file)
      process.stdout.write(`${summaryOf(ofFile)}  ${file}\n`)
      if (!args.includes('--list')) continue
      for (const { line, found } of ofFile) process.stdout.write(`    line ${line}: ${found}\n`)
    }
    process.stdout.write(`${summaryOf(findings)}  in all\n`)
    return 0
  })
}

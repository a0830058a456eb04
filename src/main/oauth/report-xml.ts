import { type Line, named } from './report-request.ts'
import { maskOf, ours, type Piece, secretMask, shortened, shownName } from './report-text.ts'
import type { SecretFinder } from './secret-finder.ts'
import { isSecretName } from './token-shapes.ts'
import { isXml } from './web-page.ts'

const longestValue = 1000
const deepestShown = 12
/** A comment, CDATA, a declaration, or a tag of an element. */
const markup =
  /<!--[\s\S]*?(?:-->|$)|<!\[CDATA\[([\s\S]*?)(?:\]\]>|$)|<[!?][^<>]*>|<(\/?)([a-z_][\w:.-]*)([^<>]*)>/gi
const attribute = /([a-z_][\w:.-]*)\s*=\s*(?:"([^"]*)"|'([^']*)')/gi

/** Without the prefix of its namespace. */
const localName = (name: string) => name.slice(name.indexOf(':') + 1)

/**
 * Returns whether a text is to be shown by its elements: XML, or anything else with an
 * element whose name says that what stands in it is secret.
 */
export function hasElements(text: string, mediaType: string): boolean {
  if (isXml(text, mediaType)) return true
  return [...text.matchAll(markup)].some(([, , , name]) => isSecretName(localName(name ?? '')))
}

/** A value between two tags, or of an attribute, and where it stands. */
interface Value {
  readonly name: string
  readonly text: string
  readonly depth: number
  readonly isInSecret: boolean
}

/** The values in the order of the text. A closing tag closes whatever was opened last. */
function* valuesIn(text: string): Iterable<Value> {
  const open: string[] = []
  let at = 0
  const entry = (name: string, value: string, outer: readonly string[]): Value => ({
    name,
    text: value.trim(),
    depth: outer.length,
    isInSecret: outer.some((each) => isSecretName(localName(each))),
  })
  for (const found of text.matchAll(markup)) {
    const [all, data, slash, name, attributes = ''] = found
    const between = text.slice(at, found.index) + (data ?? '')
    at = found.index + all.length
    if (between.trim() !== '') yield entry(open.at(-1) ?? '', between, open.slice(0, -1))
    if (name === undefined) continue
    for (const [, key = '', double, single] of attributes.matchAll(attribute)) {
      yield entry(key, double ?? single ?? '', [...open, name])
    }
    if (slash === '/') open.pop()
    else if (!attributes.trimEnd().endsWith('/')) open.push(name)
  }
  if (text.slice(at).trim() !== '') yield entry(open.at(-1) ?? '', text.slice(at), open)
}

function piecesOf({ name, text, isInSecret }: Value, finder: SecretFinder): readonly Piece[] {
  const same = finder.exactly(text)
  if (same !== undefined) return [secretMask(same)]
  const isNamed = isSecretName(localName(name))
  if (isInSecret && !isNamed) return [maskOf('not shown', text)]
  return shortened(named(localName(name), text, finder), longestValue)
}

/** The lines of XML: each value with the name of its element or attribute before it. */
export function xmlLines(text: string, finder: SecretFinder): readonly Line[] {
  return [...valuesIn(text)].map((value) => [
    ours('  '.repeat(1 + Math.min(value.depth, deepestShown))),
    ...(value.name === '' ? [] : [...shownName(value.name, finder), ours(': ')]),
    ...piecesOf(value, finder),
  ])
}

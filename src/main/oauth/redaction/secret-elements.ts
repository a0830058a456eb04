import { namedMask, secretMask, textOf } from './masked-text.ts'
import type { SecretFinder } from './secret-finder.ts'
import { isSecretName } from './token-patterns.ts'

/** A tag, a CDATA section (XML 1.0 §2.7), or the text between two of these. */
const parts = /<!\[CDATA\[(?<data>[\s\S]*?)(?:\]\]>|$)|<(?<tag>[^<>]*)>|(?<text>[^<]+|<)/g

/** Attributes that name what an element holds: `<entry key="access_token">`. */
const naming = /\b(?:name|key|id|field|property|n)\s*=\s*["']([^"']{1,100})["']/gi

/** Elements of a page whose names say nothing about their content. */
const ofPages =
  /^(a|body|code|div|em|form|h[1-6]|head|html|i|li|p|pre|span|strong|td|th|tr|title)$/i

/** Returns the name by which an element holds a secret, if it does. */
function secretNameOf(tag: string): string | undefined {
  const [, element = ''] = /^([^\s/>]+)/.exec(tag) ?? []
  const local = element.replace(/^.*:/, '')
  const names = [local, ...[...tag.matchAll(naming)].map(([, name = '']) => name)]
  return names.find((name) => !ofPages.test(name) && isSecretName(name))
}

/** Returns true if a text is only a name that stands before its value. */
const isName = (text: string) => /^[\w.:-]{1,60}$/.test(text) && isSecretName(text)

/**
 * Returns markup with the content of each element replaced that is named as a secret, or stands
 * beside such a name, and each content that is a secret of the profile, however short:
 * `<access_token>`, `<entry key="password">`, and `<name>secret</name><value>…</value>`.
 * Everything up to its end tag counts, or up to the end of the text if that is missing.
 */
export function withoutSecretElements(markup: string, finder: SecretFinder): string {
  const kept: string[] = []
  /** The secret element that is open: its name, and how many of its name are open within. */
  let open: { readonly name: string; readonly element: string; depth: number } | undefined
  let named: string | undefined
  for (const { 0: all, groups = {} } of markup.matchAll(parts)) {
    const { data, tag, text } = groups
    if (tag !== undefined) {
      const [, slash = '', element = ''] = /^(\/?)\s*([^\s/>]*)/.exec(tag) ?? []
      const isSelfClosing = tag.endsWith('/')
      if (open === undefined) {
        const name = slash === '' && !isSelfClosing ? secretNameOf(tag) : undefined
        if (name !== undefined) open = { name, element, depth: 1 }
      } else if (element === open.element && !isSelfClosing) {
        open.depth += slash === '' ? 1 : -1
        if (open.depth === 0) open = undefined
      }
      kept.push(all)
      continue
    }
    const content = data ?? text ?? ''
    const plain = content.trim()
    if (plain === '') {
      kept.push(all)
      continue
    }
    // A `<key>` holds a secret, or the name of the value beside it.
    const isNameHere = isName(plain) && (open === undefined || open.name === 'key')
    const name = isNameHere ? undefined : (open?.name ?? named)
    const same = finder.exactly(plain)
    if (name !== undefined) kept.push(textOf([namedMask(name, plain, finder)]))
    else kept.push(same === undefined ? content : textOf([secretMask(same)]))
    named = isNameHere ? plain : undefined
  }
  return kept.join('')
}

import { wholeAt } from '../../../shared/first-of.ts'
import { maskOf, secretMask } from '../report/report-text.ts'
import type { Found, SecretFinder } from './secret-finder.ts'

/** What begins before the end of what is shown is looked for a little further. */
const lookahead = 400

/** Characters that would change how the text beside them reads. */
const visible = (text: string) =>
  text.replace(/\r\n?/g, '\n').replace(/(?![\n\t])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '·')

function maskFor({ secret, isWhole }: Found, text: string): string {
  const piece = isWhole ? secretMask(secret) : maskOf(`part of ${secret.name}`, text)
  return piece.text
}

/**
 * The first `longest` characters of a text, with its lines, and whatever of the secrets it
 * shows replaced by what it is and its length. Other values that look like tokens stay: what
 * an API says to a token's owner is theirs.
 */
export function maskedLines(
  text: string,
  finder: SecretFinder,
  longest: number,
): { readonly text: string; readonly isCut: boolean } {
  const searched = text.slice(0, longest + lookahead)
  const pieces: string[] = []
  let at = 0
  for (const found of finder.find(searched)) {
    if (found.start >= longest) break
    pieces.push(visible(searched.slice(at, found.start)))
    pieces.push(maskFor(found, searched.slice(found.start, found.end)))
    at = found.end
  }
  if (at < longest) pieces.push(visible(searched.slice(at, wholeAt(searched, longest))))
  return { text: pieces.join(''), isCut: text.length > Math.max(at, longest) }
}

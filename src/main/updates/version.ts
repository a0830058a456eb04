import { versionText } from '../../shared/updates.ts'

interface Version {
  /** Major, minor, patch. */
  readonly numbers: readonly string[]
  /** Identifiers of a pre-release; empty for a release. */
  readonly pre: readonly string[]
}

function parsed(text: string): Version {
  const [withoutBuild = ''] = versionText.parse(text).split('+')
  const dash = withoutBuild.indexOf('-')
  const main = dash === -1 ? withoutBuild : withoutBuild.slice(0, dash)
  const pre = dash === -1 ? [] : withoutBuild.slice(dash + 1).split('.')
  return { numbers: main.split('.'), pre }
}

const isNumber = (text: string) => /^\d+$/.test(text)
const byText = (one: string, other: string) => Number(one > other) - Number(one < other)
/** Without leading zeros, the longer number is the greater; works for any length. */
const byNumber = (one: string, other: string) => one.length - other.length || byText(one, other)

function byIdentifier(one: string | undefined, other: string | undefined): number {
  if (one === undefined || other === undefined) return one === undefined ? -1 : 1
  if (isNumber(one) && isNumber(other)) return byNumber(one, other)
  if (isNumber(one) !== isNumber(other)) return isNumber(one) ? -1 : 1
  return byText(one, other)
}

/** Compares the first different items of two lists; the shorter list is the smaller. */
function byAll(
  one: readonly string[],
  other: readonly string[],
  compare: (one: string | undefined, other: string | undefined) => number,
): number {
  const index = Array.from({ length: Math.max(one.length, other.length) }).findIndex(
    (_, at) => one[at] !== other[at],
  )
  return index === -1 ? 0 : compare(one[index], other[index])
}

/**
 * Compares two versions for `Array.sort` (Semantic Versioning 2.0.0 §11). Throws `ZodError` for an
 * invalid version.
 */
export function compareVersions(one: string, other: string): number {
  const [a, b] = [parsed(one), parsed(other)]
  const numbers = byAll(a.numbers, b.numbers, byIdentifier)
  if (numbers !== 0) return numbers
  if (a.pre.length === 0 || b.pre.length === 0) return b.pre.length - a.pre.length
  return byAll(a.pre, b.pre, byIdentifier)
}

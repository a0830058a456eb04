import type { TextKey } from '../../shared/text-lookup.ts'
import type { Translate } from '../language.ts'
import type { en } from '../locales/en/index.ts'

/**
 * Names and values that a key of the texts can't hold, because `.` and `:` stand for parts of
 * a key there. Their keys have `_` for each of `:`, `.`, `/`, `#` and a space.
 */
const namesWithSigns = [
  // Amazon Cognito
  'cognito:groups',
  'cognito:preferred_role',
  'cognito:roles',
  'cognito:username',
  // RFC 7515 §4.1.8
  'x5t#S256',
  // InCommon, Okta, OpenID PAPE 1.0
  'urn:mace:incommon:iap:bronze',
  'urn:mace:incommon:iap:silver',
  'urn:okta:loa:1fa:any',
  'urn:okta:loa:1fa:pwd',
  'urn:okta:loa:2fa:any',
  'urn:okta:loa:2fa:any:ifpossible',
  'http://schemas.openid.net/pape/policies/2007/06/multi-factor',
  // RFC 9068 §2.1
  'application/at+jwt',
] as const

const keyOf: ReadonlyMap<string, string> = new Map(
  namesWithSigns.map((name) => [name, name.replace(/[:./# ]/g, '_')]),
)
const keysOfOthers: ReadonlySet<string> = new Set(keyOf.values())

/** The groups of texts whose keys are words of a token. */
type WordGroup = 'meanings.claim' | 'meanings.header' | 'meanings.lockedHeader' | 'knownValues'
type WordTextKey = Extract<TextKey<typeof en>, `${WordGroup}.${string}`>

/**
 * Returns the text that a group of texts has for a word of a token; `null` if there is none. The
 * keys are looked up in the user's language, which has the same ones as every other. A name that
 * merely looks like a known one (`client.id`) has no text.
 */
export function wordText(t: Translate, group: string, word: string): string | null {
  if (keysOfOthers.has(word)) return null
  const name = keyOf.get(word) ?? word
  const key = `${group}.${name}`
  return !name.includes('.') && t.has(key) ? t(key as WordTextKey) : null
}

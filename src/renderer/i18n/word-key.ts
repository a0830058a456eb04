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

/**
 * Returns the key under which the texts hold a word of a token or a scope; `null` if `words`
 * does not know it. A name that merely looks like a known one (`client.id`) has none.
 */
export function wordKey<Words extends object>(words: Words, word: string): keyof Words | null {
  const key = keyOf.get(word) ?? (keysOfOthers.has(word) ? null : word)
  return key !== null && Object.hasOwn(words, key) ? (key as keyof Words) : null
}

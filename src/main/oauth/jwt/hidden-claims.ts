import type { Claim, JsonValue, TokenContents } from '../../../shared/token.ts'
import { maskedLines, secretMask } from '../redaction/masked-text.ts'
import {
  createSecretFinder,
  type NamedSecret,
  type SecretFinder,
} from '../redaction/secret-finder.ts'

/** Returns a text with each part that shows one of the secrets replaced by its name and length. */
export function hiddenText(text: string, finder: SecretFinder): string {
  const same = finder.exactly(text)
  if (same !== undefined) return secretMask(same).text
  return finder.find(text).length === 0 ? text : maskedLines(text, finder, text.length).text
}

function hiddenValue(value: JsonValue, finder: SecretFinder): JsonValue {
  if (typeof value === 'string') return hiddenText(value, finder)
  if (Array.isArray(value)) return value.map((each) => hiddenValue(each, finder))
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([name, each]) => [
        hiddenText(name, finder),
        hiddenValue(each, finder),
      ]),
    )
  }
  if (typeof value !== 'number') return value
  const text = hiddenText(String(value), finder)
  return text === String(value) ? value : text
}

function hiddenClaim(claim: Claim, finder: SecretFinder): Claim {
  const exactly = claim.exactly === null ? null : hiddenText(claim.exactly, finder)
  return {
    ...claim,
    name: hiddenText(claim.name, finder),
    value: hiddenValue(claim.value, finder),
    exactly,
  }
}

/**
 * Returns the contents of a token with each part that shows one of the secrets replaced by its
 * name and length: a server may put a secret that it received into the token.
 */
export function withoutSecrets(
  contents: TokenContents,
  secrets: readonly NamedSecret[],
): TokenContents {
  if (contents.format === 'opaque') return contents
  const finder = createSecretFinder(secrets)
  const hide = (claims: readonly Claim[]) => claims.map((claim) => hiddenClaim(claim, finder))
  const header = hide(contents.header)
  return contents.format === 'encrypted'
    ? { ...contents, header }
    : { ...contents, header, claims: hide(contents.claims) }
}

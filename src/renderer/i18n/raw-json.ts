import type { Claim } from '../../shared/token.ts'

/**
 * The JSON object that these members stand in, in their order and with the digits and the
 * repeated names of the token; only its blanks are ours.
 */
export function rawJson(claims: readonly Claim[]): string {
  if (claims.length === 0) return '{}'
  const members = claims.map(({ name, value, exactly }) => {
    const text = exactly ?? JSON.stringify(value, null, 2).replaceAll('\n', '\n  ')
    return `  ${JSON.stringify(name)}: ${text}`
  })
  return `{\n${members.join(',\n')}\n}`
}

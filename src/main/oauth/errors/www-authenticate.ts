/** An authentication scheme that a response requests (RFC 9110 §11.6.1). */
export interface Challenge {
  /** In lower case. */
  readonly scheme: string
  /** Names in lower case. */
  readonly parameters: ReadonlyMap<string, string>
}

const token = "[A-Za-z0-9!#$%&'*+.^_`|~-]+"
const item = new RegExp(
  // a parameter, in quotation marks or without; else a scheme or a rest in its place
  `\\s*(?:(${token})\\s*=\\s*(?:"((?:[^"\\\\]|\\\\.)*)"|(${token})(?![=/]))|(${token}))`,
  'y',
)
const maxHeaderLength = 4000

/** Returns the end of a `token68` or an unreadable rest, behind the comma that follows. */
function endOfItem(text: string, from: number): number {
  const comma = text.indexOf(',', from)
  return comma < 0 ? text.length : comma + 1
}

/**
 * Reads `WWW-Authenticate`: any number of schemes, each with parameters, all separated by commas,
 * so that only a name without `=` begins the next scheme. Skips the rest.
 */
export function readChallenges(header: string | undefined): readonly Challenge[] {
  const text = (header ?? '').slice(0, maxHeaderLength)
  const challenges: { scheme: string; parameters: Map<string, string> }[] = []
  let at = 0
  let isAfterScheme = false
  while (at < text.length) {
    item.lastIndex = at
    const [all, name, quoted, bare, scheme] = item.exec(text) ?? []
    if (all === undefined) {
      at = endOfItem(text, at)
      isAfterScheme = false
    } else if (scheme !== undefined && !isAfterScheme) {
      challenges.push({ scheme: scheme.toLowerCase(), parameters: new Map() })
      at += all.length
      isAfterScheme = text[at] === ' '
    } else {
      const value = quoted?.replace(/\\(.)/g, '$1') ?? bare
      const current = challenges.at(-1)
      if (name !== undefined && value !== undefined) {
        current?.parameters.set(name.toLowerCase(), value)
      }
      at = endOfItem(text, at + all.length)
      isAfterScheme = false
    }
  }
  return challenges
}

/**
 * Schemes by which a gateway or a website signs a person in, never a token endpoint: RFC 4559
 * (Negotiate), RFC 7616 (Digest), NTLM and Passport (MS-NTHT, MS-PASS), SAML ECP (`PAOS`) and the
 * names that access managers use for a sign-in by form.
 */
const schemesOfGateways: ReadonlySet<string> = new Set([
  'negotiate',
  'ntlm',
  'kerberos',
  'digest',
  'passport1.4',
  'msopaquehandle',
  'nego2',
  'saml',
  'paos',
  'form',
  'formbased',
  'cookie',
  'iwa',
])

export function asksForPerson(challenges: readonly Challenge[]): boolean {
  return challenges.some(({ scheme }) => schemesOfGateways.has(scheme))
}

/** Returns the error in a `Bearer` challenge (RFC 6750 §3). */
export function errorInChallenges(challenges: readonly Challenge[]) {
  const parameters = challenges.find((each) => each.parameters.has('error'))?.parameters
  const code = parameters?.get('error')
  if (code === undefined) return null
  return { code, texts: [parameters?.get('error_description') ?? ''] }
}

import {
  type ExtraHeader,
  type ExtraParameter,
  extraHeader,
  extraParameter,
  maxExtras,
} from '../../shared/extra.ts'
import type { LeftOut } from '../../shared/import.ts'
import { extraSecret, type SecretName } from '../../shared/profile.ts'
import { isSecretName } from '../oauth/redaction/token-patterns.ts'
import type { Details } from './details.ts'
import { isMarkedPlace, isPlaceholder } from './placeholder.ts'
import { leaveOut, type Pair } from './request/pasted-request.ts'
import { hasUnknownPart, writtenOut } from './request/unknown-part.ts'

/** The secrets found so far and the names of parts that are left out; readers add to both. */
export interface Collected {
  readonly secrets: Map<SecretName, string>
  readonly leftOut: LeftOut[]
}

/** Half of a surrogate pair has no UTF-8: a server would get another character. */
export const isUnicode = (text: string) => !/\p{Surrogate}/u.test(text)

/** Returns true for a value too random to be a plain setting or a media type. */
const looksSecret = (value: string) =>
  !/^(?:application|text)\/[a-z\d.+*-]+$/i.test(value) &&
  /^(?=.*\d)(?=.*[a-z])[\w+/=.~-]{20,}$/i.test(value) &&
  !/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(value)

/** Names of secrets in further languages and short forms. */
const soundsSecret = (name: string) =>
  isSecretName(name) ||
  /^(pass|pw|pass_?code|senha|wachtwoord|passwort|contrase|mot_?de_?passe)/i.test(name)

/** Returns true if no server has such a name; the text in its place may be a secret. */
const isOddName = (name: string) => !/^[\w.:[\]-]{1,60}$/.test(name)

/** Returns the extra values that can be sent; those that look secret are kept as secrets. */
function extrasOf<Extra extends ExtraParameter | ExtraHeader>(
  kind: 'parameter' | 'header',
  pairs: readonly Pair[],
  parse: (extra: unknown) => Extra | undefined,
  collect: Collected,
): readonly Extra[] {
  const extras: Extra[] = []
  const names = new Set<string>()
  for (const [name, value, marks] of pairs) {
    // The user can't be asked for an unknown name, only see it.
    if (hasUnknownPart(name) || isMarkedPlace(name)) {
      collect.leftOut.push(leaveOut(writtenOut(name), 'to-fill-in'))
      continue
    }
    const sentWith = marks?.sentWith ?? 'always'
    const key = `${sentWith}:${kind === 'header' ? name.toLowerCase() : name}`
    const secret =
      marks?.isSecret === true ||
      soundsSecret(name) ||
      looksSecret(value) ||
      (value !== '' && (isPlaceholder(value) || isOddName(name)))
    const extra = parse(secret ? { secret, name, sentWith } : { secret, name, value, sentWith })
    if (names.has(key)) collect.leftOut.push(leaveOut(name, 'repeated'))
    else if (extra === undefined || !isUnicode(name + value) || extras.length >= maxExtras) {
      collect.leftOut.push(leaveOut(name, 'not-sendable'))
    } else {
      names.add(key)
      extras.push(extra)
      if (secret) collect.secrets.set(extraSecret(kind, { name, sentWith }), value)
    }
  }
  return extras
}

/** Returns the extra parameters and headers in the details of a request. */
export function extrasIn({ parameters = [], headers = [] }: Details, collect: Collected) {
  const parsedParameter = (extra: unknown) => extraParameter.safeParse(extra).data
  const parsedHeader = (extra: unknown) => extraHeader.safeParse(extra).data
  return {
    extraParameters: extrasOf('parameter', parameters, parsedParameter, collect),
    extraHeaders: extrasOf('header', headers, parsedHeader, collect),
  }
}

import { authorizationServerAt } from './authorization-servers.ts'
import type { ExtraParameter } from './extra.ts'
import { type GrantKind, grants, type SignInEndpoint } from './grants/facts.ts'
import { isSentWith } from './sent-with.ts'

/** The settings that decide how long an access is asked for. */
interface AccessSettings {
  readonly grant: { readonly kind: GrantKind; readonly prompt?: string }
  readonly server: {
    readonly authorizationEndpoint?: string
    readonly deviceAuthorizationEndpoint?: string
  }
  readonly request: {
    readonly scope?: string
    readonly extraParameters: readonly ExtraParameter[]
  }
}

const wordsOf = (text = '') => text.split(/\s+/).filter((word) => word !== '')

/** Adds a word to a list with spaces; the same text if the list has it. */
function withWord(list: string | undefined, word: string): string {
  const words = wordsOf(list)
  return words.includes(word) ? (list ?? '') : [...words, word].join(' ')
}

/** Adds a word to a `prompt`; `none` stands alone (OpenID Connect Core §3.1.2.1). */
function withPrompt(prompt: string | undefined, word: string, takesSeveral: boolean): string {
  const mayStay = takesSeveral && !wordsOf(prompt).includes('none')
  return wordsOf(prompt).includes(word) ? (prompt ?? '') : withWord(mayStay ? prompt : '', word)
}

function isGiven(extras: readonly ExtraParameter[], [name, value]: readonly [string, string]) {
  return extras.some(
    (extra) =>
      extra.name === name &&
      !extra.secret &&
      extra.value === value &&
      isSentWith(extra, 'authorizing'),
  )
}

/** Adds parameters of a sign-in, each in the place of one with its name. */
function withParameters(
  extras: readonly ExtraParameter[],
  parameters: readonly (readonly [name: string, value: string])[],
): readonly ExtraParameter[] {
  const missing = parameters.filter((parameter) => !isGiven(extras, parameter))
  if (missing.length === 0) return extras
  const names = new Set(missing.map(([name]) => name))
  const isReplaced = (extra: ExtraParameter) =>
    names.has(extra.name) && !extra.secret && isSentWith(extra, 'authorizing')
  const added = missing.map(
    ([name, value]): ExtraParameter => ({ secret: false, name, value, sentWith: 'authorizing' }),
  )
  return [...extras.filter((extra) => !isReplaced(extra)), ...added]
}

const signInEndpoint = ({ grant }: Pick<AccessSettings, 'grant'>): SignInEndpoint | undefined =>
  grants[grant.kind].endpoints[0]

/** Returns the facts about the server at which the person of a grant signs in. */
export function signInServer({ grant, server }: Pick<AccessSettings, 'grant' | 'server'>) {
  const endpoint = signInEndpoint({ grant })
  return authorizationServerAt(endpoint === undefined ? undefined : server[endpoint])
}

/** Returns the settings with which a sign-in asks its server for longer access, in its way. */
export function withLongerAccess<Settings extends AccessSettings>(settings: Settings): Settings {
  const { grant, request } = settings
  const { longerAccess, takesSeveralPrompts } = signInServer(settings)
  const { scope, parameters = [], prompt } = longerAccess
  // A request for a device code (RFC 8628 §3.1) has no `prompt`.
  const isPrompted = prompt !== undefined && signInEndpoint(settings) === 'authorizationEndpoint'
  return {
    ...settings,
    request: {
      ...request,
      ...(scope === undefined ? {} : { scope: withWord(request.scope, scope) }),
      extraParameters: withParameters(request.extraParameters, parameters),
    },
    grant: isPrompted
      ? { ...grant, prompt: withPrompt(grant.prompt, prompt, takesSeveralPrompts) }
      : grant,
  }
}

/** Returns true if a sign-in asks for longer access already. */
export function asksForLongerAccess(settings: AccessSettings): boolean {
  const { grant, request } = withLongerAccess(settings)
  return (
    grant.prompt === settings.grant.prompt &&
    request.scope === settings.request.scope &&
    request.extraParameters === settings.request.extraParameters
  )
}

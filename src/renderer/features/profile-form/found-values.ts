import { authentications } from '../../../shared/client-authentication/facts.ts'
import { type GrantKind, grants } from '../../../shared/grants/facts.ts'
import type { FoundSettings } from '../../../shared/server-metadata.ts'
import { moreOptions } from './more-options.ts'
import type { FormValues } from './values.ts'

/** The addresses that are out of sight, so that one of another server would stay unnoticed. */
const hiddenAddresses = moreOptions.server.filter((field) => field !== 'expectsIssuer')
type FoundAddress =
  | (typeof hiddenAddresses)[number]
  | 'tokenEndpoint'
  | 'authorizationEndpoint'
  | 'deviceAuthorizationEndpoint'

/** The changes that found settings make to the form. */
export interface FoundValues {
  readonly values: Partial<FormValues>
  /** The addresses in the form that get another value, or none. */
  readonly replaced: readonly FoundAddress[]
  /** Another grant, if the server does not offer the chosen one. */
  readonly grantType: GrantKind | null
}

/** Returns the grant to choose instead of one that the server does not offer. */
function otherGrant({ grants: offered, listsGrants }: FoundSettings, chosen: GrantKind) {
  if (!listsGrants || offered.includes(chosen)) return null
  const bySignIn = offered.find((kind) =>
    grants[kind].endpoints.some((endpoint) => endpoint === 'authorizationEndpoint'),
  )
  return bySignIn ?? offered[0] ?? null
}

/**
 * Returns the client authentication: the chosen one if the server takes it, else its first. A
 * public client stays one, because few servers list that they take it.
 */
function authenticationIn(
  { clientAuthentications }: FoundSettings,
  { clientAuthentication: chosen }: FormValues,
): Partial<FormValues> {
  const isTaken = clientAuthentications.some(({ method }) => method === chosen)
  const [first] = clientAuthentications
  if (isTaken || first === undefined || authentications[chosen].secrets.length === 0) return {}
  const { method, ...members } = first
  return { clientAuthentication: method, ...members }
}

/** Returns the value to keep, or the first that the server lists if it lists others alone. */
function listed<Value>(chosen: Value, values: readonly Value[] | null): Value {
  return values === null || values.includes(chosen) ? chosen : (values[0] ?? chosen)
}

/** The scopes of a usual sign-in (OpenID Connect Core §5.4), and the one to renew without it (§11). */
const usualScopes = ['openid', 'profile', 'email', 'offline_access']

/** Returns the scopes to choose at first: none for a program, nor beside those that the user typed. */
export function suggestedScopes(
  scopes: readonly string[],
  { scope, grantType }: Pick<FormValues, 'scope' | 'grantType'>,
): readonly string[] {
  const isWanted = grants[grantType].renewal === 'needs-person' && scope.trim() === ''
  return isWanted ? usualScopes.filter((each) => scopes.includes(each)) : []
}

/**
 * Returns what found settings change in the form, with scopes that the user chose from them.
 * `valuesOfGrant` returns what the choice of another grant changes.
 */
export function foundValues(
  found: FoundSettings,
  before: FormValues,
  scopes: readonly string[],
  valuesOfGrant: (kind: GrantKind) => Partial<FormValues>,
): FoundValues {
  const addresses = {
    ...Object.fromEntries(hiddenAddresses.map((field) => [field, ''])),
    ...found.server,
  } as Partial<Record<FoundAddress, string>>
  const replaced = (Object.keys(addresses) as FoundAddress[]).filter(
    (field) => before[field] !== '' && before[field] !== addresses[field],
  )
  const grantType = otherGrant(found, before.grantType)
  const ofGrant = grantType === null ? {} : valuesOfGrant(grantType)
  const words = [...before.scope.split(/\s+/), ...scopes].filter((word) => word !== '')
  return {
    replaced,
    grantType,
    values: {
      ...addresses,
      ...ofGrant,
      ...authenticationIn(found, { ...before, ...ofGrant }),
      scope: [...new Set(words)].join(' '),
      codeChallengeMethod: listed(before.codeChallengeMethod, found.codeChallengeMethods),
      responseMode: listed(before.responseMode, found.responseModes),
      expectsIssuer: found.expectsIssuer,
    },
  }
}

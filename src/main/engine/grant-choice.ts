import { type SecretName, secretsToSend } from '../../shared/profile.ts'
import type { TokenGrant } from '../oauth/request/token-request.ts'
import { isFromSameServer } from './fingerprint.ts'
import type { OpenPart, SealedPart } from './stored-profile.ts'

/** What a choice of grant depends on. */
export interface GrantSource {
  readonly settings: OpenPart['settings']
  readonly needsSignIn: boolean
  readonly sealed: SealedPart
}

export type GrantChoice =
  | { readonly kind: 'grant'; readonly grant: TokenGrant }
  | { readonly kind: 'secrets-missing'; readonly names: readonly SecretName[] }

/** The refresh token that may be sent to the server that the settings name. */
function refreshTokenOf({ settings, sealed }: GrantSource): string | null {
  const { token, secrets } = sealed
  if (token !== null && token.refreshToken !== null) {
    // The one that was typed was used up for this one: to send it would look like theft.
    return isFromSameServer(token.fingerprint, settings) ? token.refreshToken : null
  }
  return settings.grantType === 'refresh_token' ? (secrets.refreshToken ?? null) : null
}

function withSecrets(source: GrantSource, grant: TokenGrant): GrantChoice {
  const { settings, sealed } = source
  const needed = secretsToSend({ ...settings, grantType: grant.grantType })
  const names = needed.filter(
    (name) => name !== 'refreshToken' && sealed.secrets[name] === undefined,
  )
  return names.length > 0 ? { kind: 'secrets-missing', names } : { kind: 'grant', grant }
}

/** Which request obtains a token for the profile: its own grant. */
export function chooseObtain(source: GrantSource): GrantChoice {
  const { grantType } = source.settings
  if (grantType !== 'refresh_token') return withSecrets(source, { grantType })
  const refreshToken = refreshTokenOf(source)
  const choice = withSecrets(source, { grantType, refreshToken: refreshToken ?? '' })
  if (refreshToken !== null) return choice
  const others = choice.kind === 'secrets-missing' ? choice.names : []
  return { kind: 'secrets-missing', names: ['refreshToken', ...others] }
}

/**
 * Which request renews the profile's token: the refresh token (RFC 6749 §6), or the
 * grant again if there is none or the server said that it is dead.
 */
export function chooseRefresh(source: GrantSource): GrantChoice {
  const refreshToken = refreshTokenOf(source)
  if (refreshToken === null || source.needsSignIn) return chooseObtain(source)
  return withSecrets(source, { grantType: 'refresh_token', refreshToken })
}

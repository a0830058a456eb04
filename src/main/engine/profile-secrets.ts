import type { SecretName } from '../../shared/profile.ts'
import type { NamedSecret } from '../oauth/redaction/secret-finder.ts'
import type { SealedPart } from './stored-profile.ts'

/** Returns the name of a secret in the words of the form. */
function titleOf(name: SecretName): string {
  if (name === 'clientSecret') return 'client secret'
  if (name === 'refreshToken') return 'refresh token'
  if (name === 'password') return 'password'
  const [kind = '', , ...rest] = name.split(':')
  return `${kind} ${rest.join(':')}`
}

/** Returns the secret parts of a token with their names. */
export function tokensOf(token: {
  readonly accessToken: string
  readonly refreshToken: string | null
  readonly idToken?: string | undefined
}): readonly NamedSecret[] {
  const { accessToken, refreshToken, idToken } = token
  return [
    { name: 'access token', value: accessToken },
    ...(refreshToken === null ? [] : [{ name: 'refresh token', value: refreshToken }]),
    ...(idToken === undefined ? [] : [{ name: 'ID token', value: idToken }]),
  ]
}

/** Returns all secrets of a profile with their names. */
export function namedSecrets({ secrets, token }: SealedPart): readonly NamedSecret[] {
  const names = Object.keys(secrets) as SecretName[]
  return [
    ...names.map((name) => ({ name: titleOf(name), value: secrets[name] ?? '' })),
    ...(token === null ? [] : tokensOf(token)),
  ]
}

import type { SecretName } from '../../shared/profile.ts'
import type { NamedSecret } from '../oauth/redaction/secret-finder.ts'
import type { SealedPart } from './stored-profile.ts'

/** In the words of the form's fields. */
function titleOf(name: SecretName): string {
  if (name === 'clientSecret') return 'client secret'
  if (name === 'refreshToken') return 'refresh token'
  if (name === 'password') return 'password'
  const [kind = '', , ...rest] = name.split(':')
  return `${kind} ${rest.join(':')}`
}

export function tokensOf(token: {
  readonly accessToken: string
  readonly refreshToken: string | null
}): readonly NamedSecret[] {
  const { accessToken, refreshToken } = token
  const access = { name: 'access token', value: accessToken }
  return refreshToken === null ? [access] : [access, { name: 'refresh token', value: refreshToken }]
}

/** All that is secret of a profile, each by what it is called. */
export function namedSecrets({ secrets, token }: SealedPart): readonly NamedSecret[] {
  const names = Object.keys(secrets) as SecretName[]
  return [
    ...names.map((name) => ({ name: titleOf(name), value: secrets[name] ?? '' })),
    ...(token === null ? [] : tokensOf(token)),
  ]
}

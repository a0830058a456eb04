import { assertNever } from '../../shared/assert-never.ts'
import type { AppError } from '../../shared/errors.ts'
import type { ExtraSecret, SecretName } from '../../shared/profile.ts'
import type { Translate } from '../language.ts'

function secretText(t: Translate, name: SecretName): string {
  switch (name) {
    case 'clientSecret':
    case 'password':
    case 'refreshToken':
      return t(`errors.secret.${name}`)
    default:
      return extraName(name)
  }
}

/** Returns the user's name of an extra value: `parameter:always:api_key` is their `api_key`. */
function extraName(name: ExtraSecret): string {
  const [kind = '', sentWith = ''] = name.split(':')
  return name.slice(kind.length + 1 + sentWith.length + 1)
}

/** Why something could not be done, and what helps, in one or two sentences. */
export function errorText(t: Translate, error: AppError): string {
  switch (error.code) {
    case 'secrets-missing':
      return t('errors.secrets-missing', {
        names: error.names.map((name) => secretText(t, name)).join(', '),
      })
    case 'not-saved':
      return t(`errors.not-saved.${error.reason}`)
    case 'share-not-written':
      return t(`errors.share-not-written.${error.reason}`)
    case 'key-store-unusable':
      return t(`errors.key-store-unusable.${error.reason}`)
    case 'backup-unreadable':
      return t(`errors.backup-unreadable.${error.problem}`)
    case 'backup-not-written':
      return t(`errors.backup-not-written.${error.reason}`)
    case 'internal':
      return t('errors.internal', { incident: error.incident })
    case 'profile-not-found':
    case 'profile-invalid':
    case 'no-token':
    case 'no-report':
    case 'vault-locked':
    case 'vault-read-only':
    case 'vault-in-use':
    case 'vault-changed':
    case 'vault-missing':
    case 'vault-unreadable':
    case 'lock-in-memory':
    case 'wrong-passphrase':
    case 'no-passphrase':
    case 'last-key':
    case 'backup-closed':
    case 'reading-stopped':
    case 'too-complicated':
    case 'clipboard-unavailable':
    case 'not-writable-so':
    case 'practice-server-failed':
    case 'browser-unavailable':
    case 'no-sign-in':
    case 'no-endpoint':
    case 'request-refused':
      return t(`errors.${error.code}`)
    default:
      return assertNever(error)
  }
}

/** Why nothing was locked, and what helps. */
export function lockRefusalText(t: Translate, error: AppError): string {
  const why = errorText(t, error)
  return error.code === 'not-saved' ? `${t('security.lock.wouldBeLost')} ${why}` : why
}

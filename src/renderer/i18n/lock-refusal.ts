import type { AppError } from '../../shared/errors.ts'
import type { Translate } from '../language.ts'
import { errorText } from './app-error.ts'

/** Why nothing was locked, and what helps. */
export function lockRefusalText(t: Translate, error: AppError): string {
  const why = errorText(t, error)
  return error.code === 'not-saved' ? `${t('security.lock.wouldBeLost')} ${why}` : why
}

import type { Translate } from '../language.ts'
import { roughDuration } from './duration.ts'

/**
 * That this computer's clock and the server's disagree, and what to do about it.
 * `offset`: milliseconds by which the server's is ahead.
 */
export function clockText(t: Translate, offset: number): string {
  const duration = roughDuration(t, Math.abs(offset))
  const difference =
    offset > 0 ? t('detail.clock.behind', { duration }) : t('detail.clock.ahead', { duration })
  return `${difference} ${t('detail.clock.hint')}`
}

/**
 * Why the times that stand in a token look wrong here: they are the server's. `offset` as
 * above.
 */
export function claimClockText(t: Translate, offset: number): string {
  const duration = roughDuration(t, Math.abs(offset))
  return offset > 0 ? t('claims.clock.behind', { duration }) : t('claims.clock.ahead', { duration })
}

import { IconAlertTriangle } from '@tabler/icons-react'
import type { ProfileView } from '../../../shared/profile-view.ts'
import { failureText, isFailed } from '../../sentences/failure.ts'
import { useSentences } from '../../sentences/use-sentences.ts'
import classes from './FailureCard.module.css'

/** Why the last request brought no token, what to check and whom to ask. */
export function FailureCard({ profile }: { readonly profile: ProfileView }) {
  const { t, moments } = useSentences()
  const [last] = profile.activity
  if (last === undefined || !isFailed(last.outcome)) return null
  const { at, outcome } = last
  const { presetId } = profile.settings
  const { title, what, checks, ask, term } = failureText(t, outcome, { presetId, at, moments })
  return (
    <section className={classes['card']} data-kind={outcome.kind} role="alert">
      <IconAlertTriangle size={22} aria-hidden className={classes['icon']} />
      <div className={classes['text']}>
        <h2>{title}</h2>
        <p>{what}</p>
        <h3>{t('outcome.check')}</h3>
        <ul>
          {checks.map((check) => (
            <li key={check}>{check}</li>
          ))}
        </ul>
        {ask !== null && (
          <>
            <h3>{t('outcome.ask')}</h3>
            <p>{ask}</p>
          </>
        )}
        <p className={classes['small']}>
          {moments.short(at)}
          {term !== null && (
            <>
              {' · '}
              <code>{term}</code>
            </>
          )}
        </p>
      </div>
    </section>
  )
}

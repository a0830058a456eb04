import { Button } from '@mantine/core'
import { IconAlertTriangle, IconClipboardText } from '@tabler/icons-react'
import type { ProfileView } from '../../../shared/profile-view.ts'
import { lastFailure } from '../../i18n/failed-request.ts'
import { type FailureText, failureText } from '../../i18n/failure.ts'
import { useSentences } from '../../i18n/use-sentences.ts'
import { useActions } from '../../store/app-context.ts'
import classes from './FailureCard.module.css'
import { OtherWays } from './OtherWays.tsx'
import { TechnicalDetails } from './TechnicalDetails.tsx'

/** Why the last request brought no token, what to do about it and whom to ask. */
export function FailureCard({ profile }: { readonly profile: ProfileView }) {
  const { t, moments } = useSentences()
  const failure = lastFailure(profile)
  if (failure === null) return null
  const text = failureText(t, profile, failure, moments)
  const hasOtherMethods =
    failure.outcome.kind === 'client-refused' &&
    (profile.hasOtherMethods || profile.tokenRun?.what === 'other-ways')
  return (
    <section
      className={classes['card']}
      data-kind={failure.outcome.kind}
      data-waits={profile.waitsForNetwork || undefined}
      aria-labelledby="failure-title"
    >
      {/* Keyed, so that a failure that looks like the one before is read out again. */}
      <FailureWords key={failure.at} text={text} />
      <div className={classes['part']}>
        {hasOtherMethods && <OtherWays profile={profile} />}
        <Support profile={profile} ask={text.ask} />
        <TechnicalDetails profile={profile} failure={failure} />
      </div>
    </section>
  )
}

function FailureWords({ text }: { readonly text: FailureText }) {
  const { t } = useSentences()
  return (
    <div role="alert">
      <div className={classes['head']}>
        <IconAlertTriangle size={22} aria-hidden className={classes['icon']} />
        <div>
          <h2 id="failure-title">{text.title}</h2>
          <p>{text.what}</p>
        </div>
      </div>
      {text.methods.length > 0 && (
        <dl className={classes['methods']}>
          {text.methods.map(({ label, names }) => (
            <div key={label}>
              <dt>{label}</dt>
              {names.map((name) => (
                <dd key={name}>{name}</dd>
              ))}
            </div>
          ))}
        </dl>
      )}
      <div className={classes['part']}>
        <h3>{t('outcome.todo')}</h3>
        <ul>
          {text.todo.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ul>
      </div>
    </div>
  )
}

interface SupportProps {
  readonly profile: ProfileView
  readonly ask: string
}

function Support({ profile, ask }: SupportProps) {
  const { t } = useSentences()
  const { copyReport } = useActions()
  const { id, hasReport } = profile
  return (
    <div>
      <h3>{t('outcome.ask')}</h3>
      <p>
        {ask} {hasReport ? t('outcome.report') : t('outcome.noReport')}
      </p>
      {hasReport && (
        <Button
          className={classes['button'] ?? ''}
          variant="default"
          leftSection={<IconClipboardText size={17} aria-hidden />}
          onClick={() => void copyReport(id)}
        >
          {t('outcome.copyReport')}
        </Button>
      )}
    </div>
  )
}

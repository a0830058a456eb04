import { Button } from '@mantine/core'
import { IconAlertTriangle, IconArrowsShuffle, IconClipboardText } from '@tabler/icons-react'
import { useRef } from 'react'
import type { ProfileView } from '../../../shared/profile-view.ts'
import { otherMethodsText } from '../../i18n/client-authentication.ts'
import { type FailedRequest, lastFailure } from '../../i18n/failed-request.ts'
import { type FailureText, failureText } from '../../i18n/failure.ts'
import { providerName } from '../../i18n/provider-name.ts'
import { technicalDetails } from '../../i18n/technical-details.ts'
import { useSentences } from '../../i18n/use-texts.ts'
import { useAppState, useRequest } from '../../store/app-context.ts'
import { profilesStateIn } from '../../store/app-state.ts'
import { useFocusHeir } from '../shell/use-focus.ts'
import { Disclosure } from './Disclosure.tsx'
import classes from './FailureCard.module.css'
import { FetchButton } from './FetchButton.tsx'

/** Shows why the last request failed, the next steps and the people to contact. */
export function FailureCard({ profile }: { readonly profile: ProfileView }) {
  const { t, moments } = useSentences()
  const failure = lastFailure(profile)
  if (failure === null) return null
  const text = failureText(t, profile, failure, moments)
  const hasOtherMethods =
    failure.outcome.kind === 'client-refused' &&
    (profile.hasOtherMethods || profile.tokenRun?.what === 'other-methods')
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
        {hasOtherMethods && <OtherMethods profile={profile} />}
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
  const { run: copyReport } = useRequest('copyReport')
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
          onClick={() => void copyReport({ id })}
        >
          {t('outcome.copyReport')}
        </Button>
      )}
    </div>
  )
}

/** Offers to try other client authentication methods, and explains them. */
function OtherMethods({ profile }: { readonly profile: ProfileView }) {
  const { t } = useSentences()
  const { run: tryOtherMethods } = useRequest('tryOtherMethods')
  const { id, tokenRun } = profile
  const offer = useRef<HTMLDivElement>(null)
  useFocusHeir(offer)
  const { what, mind } = otherMethodsText(t, profile)
  return (
    <div ref={offer} className={classes['offer']}>
      <h3>{t('outcome.otherMethods.title')}</h3>
      {what.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {mind.length > 0 && <p className={classes['mind']}>{mind.join(' ')}</p>}
      <FetchButton
        Icon={IconArrowsShuffle}
        variant="default"
        isBusy={tokenRun?.what === 'other-methods'}
        isWaiting={tokenRun !== null}
        onClick={() => void tryOtherMethods({ id })}
      >
        {t('outcome.otherMethods.start')}
      </FetchButton>
    </div>
  )
}

interface Props {
  readonly profile: ProfileView
  readonly failure: FailedRequest
}

/** The evidence of a failure in the field's own words. */
function TechnicalDetails({ profile, failure }: Props) {
  const { t, moments } = useSentences()
  const presets = useAppState((state) => profilesStateIn(state)?.presets) ?? []
  const provider = providerName(t, presets, profile)
  return (
    <Disclosure title={t('technical.title')}>
      <dl className={classes['details']}>
        {technicalDetails(t, profile, failure, moments, provider).map((detail) => (
          <div key={detail.label}>
            <dt>
              {detail.label}
              {detail.term !== null && <small> {detail.term}</small>}
            </dt>
            <dd>
              {detail.code !== null && <code>{detail.code}</code>} {detail.text}
            </dd>
          </div>
        ))}
      </dl>
    </Disclosure>
  )
}

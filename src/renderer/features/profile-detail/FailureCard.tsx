import { Button } from '@mantine/core'
import {
  IconAlertTriangle,
  IconArrowsShuffle,
  IconClipboardText,
  IconHandStop,
  IconHourglassEmpty,
  IconKey,
  IconSend,
} from '@tabler/icons-react'
import { lazy, Suspense, useRef } from 'react'
import type { ProfileView } from '../../../shared/profile-view.ts'
import { otherMethodsText } from '../../i18n/client-authentication.ts'
import { type FailedRequest, isQuiet, lastFailure } from '../../i18n/failed-request.ts'
import { type FailureText, failureText } from '../../i18n/failure.ts'
import { providerName } from '../../i18n/provider-name.ts'
import { signInEndpoint } from '../../i18n/sign-in.ts'
import { technicalDetails } from '../../i18n/technical-details.ts'
import { useSentences } from '../../i18n/use-texts.ts'
import { useAppState, useRequest } from '../../store/app-context.ts'
import { profilesStateIn } from '../../store/app-state.ts'
import { useFocusHeir } from '../shell/use-focus.ts'
import { Disclosure } from './Disclosure.tsx'
import classes from './FailureCard.module.css'
import { FetchButton } from './FetchButton.tsx'

const AddressToRegister = lazy(async () => {
  const { AddressToRegister } = await import('./AddressToRegister.tsx')
  return { default: AddressToRegister }
})

/** Shows why the last request failed, the next steps and the people to contact. */
export function FailureCard({ profile }: { readonly profile: ProfileView }) {
  const { t, moments } = useSentences()
  const failure = lastFailure(profile)
  if (failure === null) return null
  const text = failureText(t, profile, failure, moments)
  const hasOtherMethods =
    failure.outcome.kind === 'client-refused' &&
    (profile.hasOtherMethods || profile.tokenRun?.what === 'other-methods')
  const isOfPerson = isQuiet(failure.outcome)
  const cause = 'cause' in failure.outcome ? failure.outcome.cause : undefined
  const { grant } = profile.settings
  return (
    <section
      className={classes['card']}
      data-kind={failure.outcome.kind}
      data-quiet={isOfPerson || undefined}
      data-waits={profile.waitsForNetwork || undefined}
      aria-labelledby="failure-title"
    >
      {/* Keyed, so that a failure that looks like the one before is read out again. */}
      <FailureWords key={failure.at} text={text} kind={failure.outcome.kind} />
      <div className={classes['part']}>
        {hasOtherMethods && <OtherMethods profile={profile} />}
        {cause === 'origin-required' && <SendOrigin profile={profile} />}
        {cause === 'redirect-not-registered' && 'redirectAddress' in grant && (
          <Suspense>
            <AddressToRegister address={grant.redirectAddress} />
          </Suspense>
        )}
        {failure.outcome.kind === 'sign-in-expired' && <NewCode profile={profile} />}
        {!isOfPerson && <Support profile={profile} ask={text.ask} />}
        <TechnicalDetails profile={profile} failure={failure} />
      </div>
    </section>
  )
}

interface WordsProps {
  readonly text: FailureText
  readonly kind: FailedRequest['outcome']['kind']
}

function FailureWords({ text, kind }: WordsProps) {
  const { t } = useSentences()
  const Icon =
    kind === 'denied'
      ? IconHandStop
      : kind === 'sign-in-expired'
        ? IconHourglassEmpty
        : IconAlertTriangle
  return (
    <div role={isQuiet({ kind }) ? 'status' : 'alert'}>
      <div className={classes['head']}>
        <Icon size={22} aria-hidden className={classes['icon']} />
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

/** Offers what Entra ID demands of single-page applications. */
function SendOrigin({ profile }: { readonly profile: ProfileView }) {
  const { t } = useSentences()
  const { run: applyRemedy } = useRequest('applyRemedy')
  const { id, tokenRun } = profile
  const offer = useRef<HTMLDivElement>(null)
  useFocusHeir(offer)
  return (
    <div ref={offer}>
      <FetchButton
        Icon={IconSend}
        variant="default"
        isBusy={false}
        isWaiting={tokenRun !== null}
        onClick={() => void applyRemedy({ id, remedy: 'send-origin' })}
      >
        {t('signIn.origin.send')}
      </FetchButton>
    </div>
  )
}

/** Brings another code after one that has expired; a sign-in in the browser has no code. */
function NewCode({ profile }: { readonly profile: ProfileView }) {
  const { t } = useSentences()
  const { run: obtainToken } = useRequest('obtainToken')
  const { id, tokenRun } = profile
  const place = useRef<HTMLDivElement>(null)
  useFocusHeir(place)
  if (signInEndpoint(profile) !== 'deviceAuthorizationEndpoint') return null
  return (
    <div ref={place}>
      <FetchButton
        Icon={IconKey}
        variant="default"
        isBusy={tokenRun !== null}
        isWaiting={tokenRun !== null}
        onClick={() => void obtainToken({ id })}
      >
        {t('signIn.device.again')}
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

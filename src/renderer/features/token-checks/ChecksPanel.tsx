import { Button } from '@mantine/core'
import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleX,
  IconInfoCircle,
  IconMessageQuestion,
  IconRosetteDiscountCheck,
  IconUserQuestion,
} from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { mayHaveKeys, wayToEnd } from '../../../shared/authorization-servers.ts'
import type { ProfileView } from '../../../shared/profile-view.ts'
import { errorText } from '../../i18n/app-error.ts'
import { type CheckText, introText } from '../../i18n/token-checks.ts'
import { useSentences } from '../../i18n/use-texts.ts'
import type { Translate } from '../../language.ts'
import { Notice } from '../notices/Notice.tsx'
import { FetchButton } from '../profile-detail/FetchButton.tsx'
import { ConfirmDialog } from '../shell/ConfirmDialog.tsx'
import { Fact, Part } from '../token/Facts.tsx'
import shared from '../token-test/TestPanel.module.css'
import classes from './ChecksPanel.module.css'
import { type CheckName, useTokenChecks } from './use-token-checks.ts'

interface Check {
  readonly name: CheckName
  readonly label: string
  readonly Icon: typeof IconCircleX
  /** Why the server can't be asked; `null`: it can. */
  readonly cannot: string | null
}

function checksOf(t: Translate, { settings: { server } }: ProfileView): readonly Check[] {
  const way = wayToEnd(server)
  const cannotEnd = { 'no-address': 'end', microsoft: 'endMicrosoft' } as const
  const unless = (isKnown: boolean, what: 'introspect' | 'signature' | 'userinfo') =>
    isKnown ? null : t(`tokenChecks.cannot.${what}`)
  return [
    {
      name: 'introspectToken',
      label: t('tokenChecks.introspect'),
      Icon: IconMessageQuestion,
      cannot: unless(server.introspectionEndpoint !== undefined, 'introspect'),
    },
    {
      name: 'checkSignature',
      label: t('tokenChecks.signature'),
      Icon: IconRosetteDiscountCheck,
      cannot: unless(mayHaveKeys(server), 'signature'),
    },
    {
      name: 'readUserinfo',
      label: t('tokenChecks.userinfo'),
      Icon: IconUserQuestion,
      cannot: unless(server.userinfoEndpoint !== undefined, 'userinfo'),
    },
    {
      name: 'endToken',
      label: t('tokenChecks.end'),
      Icon: IconCircleX,
      cannot: way.kind === 'request' ? null : t(`tokenChecks.cannot.${cannotEnd[way.why]}`),
    },
  ]
}

/** Why buttons are missing, in a sentence for each; in one where that says it all. */
function reasonsOf(t: Translate, checks: readonly Check[]): readonly string[] {
  const reasons = checks.flatMap(({ cannot }) => cannot ?? [])
  const isAll = reasons.length === checks.length
  if (!isAll) return reasons
  const microsoft = t('tokenChecks.cannot.endMicrosoft')
  return [t('tokenChecks.cannot.all'), ...reasons.filter((reason) => reason === microsoft)]
}

/** Asks the server that issued the token about it, or to end it. */
export function ChecksPanel({ profile }: { readonly profile: ProfileView }) {
  const speech = useSentences()
  const { t } = speech
  const { reading, start, cancel } = useTokenChecks(profile)
  /** `undefined`: not asked yet, so that most drawings need no dialog. */
  const [isAsking, setIsAsking] = useState<boolean>()
  const panel = useRef<HTMLDivElement>(null)
  const hasToken = profile.token !== null
  if (!hasToken && reading.kind !== 'read') return null
  const checks = checksOf(t, profile)
  const offered = checks.filter(({ cannot }) => cannot === null)
  const isWaiting = reading.kind === 'waiting'
  // A run is about to replace the token.
  const isBusy = isWaiting || profile.tokenRun !== null
  return (
    <Part title={t('tokenChecks.title')}>
      <div ref={panel} className={classes['panel']}>
        {hasToken && offered.length > 0 && (
          <>
            <p className={shared['soft']}>{introText(speech, profile.settings)}</p>
            <div className={shared['buttons']}>
              {offered.map(({ name, label, Icon }) => (
                <FetchButton
                  key={name}
                  Icon={Icon}
                  variant="default"
                  isBusy={isWaiting && reading.name === name}
                  isWaiting={isBusy}
                  onClick={() => (name === 'endToken' ? setIsAsking(true) : start(name))}
                >
                  {label}
                </FetchButton>
              ))}
              {isWaiting && (
                <Button variant="subtle" onClick={cancel}>
                  {t('tokenChecks.cancel')}
                </Button>
              )}
            </div>
          </>
        )}
        {reading.kind === 'refused' && (
          <Notice kind="trouble">{errorText(t, reading.error)}</Notice>
        )}
        <div aria-live="polite">
          {isWaiting && <p className={shared['soft']}>{t('tokenChecks.waiting')}</p>}
          {reading.kind === 'read' && <CheckResult texts={reading.textsOf(speech)} />}
        </div>
        {hasToken && (
          <div className={classes['cannot']}>
            {reasonsOf(t, checks).map((reason) => (
              <p key={reason}>{reason}</p>
            ))}
          </div>
        )}
      </div>
      {isAsking !== undefined && (
        <ConfirmDialog
          question={
            isAsking
              ? {
                  title: t('tokenChecks.confirm.title', { name: profile.settings.about.name }),
                  tag: profile.settings.about.tag ?? null,
                  what: t('tokenChecks.confirm.what'),
                  no: t('tokenChecks.confirm.no'),
                  yes: t('tokenChecks.confirm.yes'),
                }
              : null
          }
          onNo={() => setIsAsking(false)}
          onYes={() => {
            setIsAsking(false)
            start('endToken')
          }}
          onClosed={() => {
            // The last button is the one that opened it.
            const buttons = panel.current?.querySelectorAll<HTMLElement>('button[aria-busy]')
            if (document.activeElement === document.body) [...(buttons ?? [])].at(-1)?.focus()
          }}
        />
      )}
    </Part>
  )
}

const icons = { good: IconCircleCheck, bad: IconAlertTriangle, unclear: IconInfoCircle } as const

function CheckResult({ texts }: { readonly texts: readonly CheckText[] }) {
  const { t } = useSentences()
  const section = useRef<HTMLElement>(null)
  useEffect(() => {
    section.current?.scrollIntoView({ block: 'nearest' })
    // The button is gone with the token.
    const isLost = document.activeElement === document.body || document.activeElement === null
    if (isLost) section.current?.focus({ preventScroll: true })
  }, [])
  return (
    <section
      ref={section}
      tabIndex={-1}
      className={classes['result']}
      aria-label={t('tokenChecks.result')}
    >
      {texts.map((text) => (
        <OneResult key={text.about ?? ''} text={text} />
      ))}
    </section>
  )
}

function OneResult({
  text: { tone, about, title, what, facts = [] },
}: {
  readonly text: CheckText
}) {
  const Icon = icons[tone]
  return (
    <div className={shared['result']} data-tone={tone}>
      <div className={shared['head']}>
        <Icon size={22} aria-hidden className={shared['icon']} />
        <div>
          {about !== undefined && <p className={classes['about']}>{about}</p>}
          <h2>{title}</h2>
          {what.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </div>
      </div>
      {facts.length > 0 && (
        <dl className={classes['facts']}>
          {facts.map(({ label, term, text }) => (
            <Fact key={label} label={label} {...(term === undefined ? {} : { term })}>
              {text}
            </Fact>
          ))}
        </dl>
      )}
    </div>
  )
}

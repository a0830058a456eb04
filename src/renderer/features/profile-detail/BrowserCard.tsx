import { Button, TextInput } from '@mantine/core'
import { IconClipboardText, IconExternalLink, IconWorld } from '@tabler/icons-react'
import { type FormEvent, useEffect, useId, useRef, useState } from 'react'
import type { ProfileView, RunProgress } from '../../../shared/profile-view.ts'
import { maxRedirectText, type PasteResult } from '../../../shared/sign-in.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import { useRequest } from '../../store/app-context.ts'
import { Notice } from '../notices/Notice.tsx'
import { BrowserAnswers } from './BrowserAnswers.tsx'
import classes from './SignInCard.module.css'
import { CopiedStatus, CopyingText, SignInCard, useConfirmation } from './SignInCard.tsx'

interface Props {
  readonly profile: ProfileView
  readonly progress: Extract<RunProgress, { kind: 'waiting-for-browser' }>
}

/** The sign-in that waits for the user's browser (RFC 8252), and the ways on if it doesn't return. */
export function BrowserCard({ profile, progress }: Props) {
  const { t } = useTexts()
  const { id } = profile
  const { host, isListening, isOpened, notices = [], expiresAt } = progress
  const openSignIn = useRequest('openSignIn')
  const copySignInAddress = useRequest('copySignInAddress')
  const { isShown: isCopied, confirm } = useConfirmation()
  const [wantsToPaste, setWantsToPaste] = useState<boolean | null>(null)
  const pasteId = useId()
  // A browser that came back without the answer has it in its address bar.
  const canPaste = !isListening || (wantsToPaste ?? notices.length > 0)
  const what = isListening ? t('signIn.browser.what') : t('signIn.browser.whatPaste')
  return (
    <SignInCard id={id} Icon={IconWorld} title={t('signIn.browser.title')} expiresAt={expiresAt}>
      <div className={classes['body']}>
        <div>
          <p>{isOpened ? t('signIn.browser.opened') : t('signIn.browser.notOpened')}</p>
          <p className={classes['site']}>{host}</p>
        </div>
        <p>{isOpened ? what : t('signIn.browser.whatNotOpened')}</p>
        <div className={classes['buttons']}>
          <Button
            variant={isOpened ? 'default' : 'subtle'}
            leftSection={<IconExternalLink size={17} aria-hidden />}
            onClick={() => void openSignIn.run({ id })}
          >
            {t('signIn.browser.again')}
          </Button>
          <Button
            variant={isOpened ? 'default' : 'filled'}
            onClick={() => {
              void copySignInAddress.run({ id }).then((done) => done !== undefined && confirm())
            }}
          >
            <CopyingText isCopied={isCopied}>{t('signIn.browser.copyAddress')}</CopyingText>
          </Button>
          {isListening && (
            <Button
              variant="default"
              leftSection={<IconClipboardText size={17} aria-hidden />}
              aria-expanded={canPaste}
              aria-controls={pasteId}
              onClick={() => setWantsToPaste(!canPaste)}
            >
              {t('signIn.paste.open')}
            </Button>
          )}
          <CopiedStatus isCopied={isCopied} />
        </div>
        <div>
          <div className={classes['news']} aria-live="polite">
            <Arrivals progress={progress} />
          </div>
          <div id={pasteId} className={classes['news']}>
            {canPaste && (
              <PasteField
                profile={profile}
                isListening={isListening}
                isAskedFor={wantsToPaste === true}
              />
            )}
          </div>
          <BrowserAnswers profile={profile} />
        </div>
      </div>
    </SignInCard>
  )
}

/** Says what arrived instead of the answer, and what to do about it. */
function Arrivals({ progress }: Pick<Props, 'progress'>) {
  const { t } = useTexts()
  const { strayRedirects, reportedError, notices = [] } = progress
  return (
    <>
      {notices.map((notice) => (
        <Notice key={notice} kind="warning" title={t(`signIn.browser.notice.${notice}.title`)}>
          {t(`signIn.browser.notice.${notice}.what`)}
        </Notice>
      ))}
      {reportedError !== undefined && (
        <Notice kind="warning" title={t('signIn.browser.notice.error.title')}>
          {reportedError !== null && <code>{reportedError}</code>}{' '}
          {t('signIn.browser.notice.error.what')}
        </Notice>
      )}
      {strayRedirects > 0 && <p className={classes['soft']}>{t('signIn.browser.stray')}</p>}
    </>
  )
}

interface PasteProps {
  readonly profile: ProfileView
  readonly isListening: boolean
  /** By a click, so the focus goes along. */
  readonly isAskedFor: boolean
}

/**
 * Takes the address at which the user arrived. The text stays in the field, and out of the page's
 * state: until it is used, it is as good as a password.
 */
function PasteField({ profile, isListening, isAskedFor }: PasteProps) {
  const { t } = useTexts()
  const { run: pasteRedirect } = useRequest('pasteRedirect')
  const field = useRef<HTMLInputElement>(null)
  const [result, setResult] = useState<PasteResult | null>(null)
  const { settings } = profile
  const address = 'redirectAddress' in settings.grant ? settings.grant.redirectAddress : ''
  const isWeb = /^https?:/.test(address)

  useEffect(() => {
    if (isAskedFor) field.current?.focus()
  }, [isAskedFor])

  async function submit(): Promise<void> {
    const text = field.current?.value.trim() ?? ''
    if (text === '' || text.length > maxRedirectText) {
      setResult('no-code')
      field.current?.focus()
      return
    }
    const answer = await pasteRedirect({ id: profile.id, text })
    if (answer === undefined) return
    setResult(answer.result)
    if (field.current === null) return
    if (answer.result === 'taken') field.current.value = ''
    else {
      field.current.focus()
      field.current.select()
    }
  }

  return (
    <form
      className={classes['paste']}
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        void submit()
      }}
    >
      {!isListening && (
        <p>{isWeb ? t('signIn.paste.why', { address }) : t('signIn.paste.whyCode')}</p>
      )}
      <TextInput
        ref={field}
        label={t('signIn.paste.open')}
        autoComplete="off"
        spellCheck={false}
        inputContainer={(input) => (
          <div className={classes['field']}>
            {input}
            <Button type="submit">{t('signIn.paste.use')}</Button>
          </div>
        )}
        error={result !== null && result !== 'taken' && t(`signIn.paste.result.${result}`)}
        // A paste is complete: no further click is needed.
        onInput={({ nativeEvent }) => {
          const isPaste = 'inputType' in nativeEvent && nativeEvent.inputType === 'insertFromPaste'
          if (isPaste) void submit()
          else setResult(null)
        }}
      />
      <div>
        <div aria-live="polite">
          {result === 'taken' && (
            <p className={classes['taken']}>{t('signIn.paste.result.taken')}</p>
          )}
        </div>
        <p className={classes['soft']}>
          {t('signIn.paste.hint')} {t('signIn.paste.secret')}
        </p>
      </div>
    </form>
  )
}

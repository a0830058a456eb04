import { Button, TextInput } from '@mantine/core'
import { IconPlugConnected } from '@tabler/icons-react'
import type { ProfileView } from '../../../shared/profile-view.ts'
import { errorText } from '../../i18n/app-error.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import { Notice } from '../notices/Notice.tsx'
import { FetchButton } from '../profile-detail/FetchButton.tsx'
import classes from './TestPanel.module.css'
import { TestResult } from './TestResult.tsx'
import { useTokenTest } from './use-token-test.ts'

/** Tries the token at an address of the user's choice. */
export function TestPanel({ profile }: { readonly profile: ProfileView }) {
  const { t } = useTexts()
  const { typed, type, server, problem, reading, start, cancel } = useTokenTest(profile)
  if (profile.token === null) return <p className={classes['soft']}>{t('tokenTest.noToken')}</p>
  return (
    <div className={classes['panel']}>
      <p>{t('tokenTest.intro')}</p>
      <form
        className={classes['form']}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          start()
        }}
      >
        <TextInput
          label={t('tokenTest.address')}
          description={t('tokenTest.addressHint')}
          inputMode="url"
          autoComplete="off"
          spellCheck={false}
          value={typed}
          error={problem !== null && t(`form.problem.${problem}`)}
          onChange={(event) => type(event.currentTarget.value)}
        />
        <div className={classes['buttons']}>
          <FetchButton
            Icon={IconPlugConnected}
            variant="default"
            isBusy={reading.kind === 'waiting'}
            isWaiting={reading.kind === 'waiting'}
            onClick={start}
          >
            {t('tokenTest.start')}
          </FetchButton>
          {reading.kind === 'waiting' && (
            <Button variant="subtle" onClick={cancel}>
              {t('tokenTest.cancel')}
            </Button>
          )}
        </div>
        {server !== null && (
          <p className={classes['soft']}>
            {t('tokenTest.sentTo', { server })} {t('tokenTest.remembered')}
          </p>
        )}
      </form>
      {reading.kind === 'refused' && <Notice kind="trouble">{errorText(t, reading.error)}</Notice>}
      <div aria-live="polite">{reading.kind === 'read' && <TestResult test={reading.test} />}</div>
    </div>
  )
}

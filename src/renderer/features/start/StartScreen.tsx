import { Button } from '@mantine/core'
import {
  IconClipboardText,
  IconDevices,
  IconEye,
  IconRestore,
  IconSchool,
  IconSettings,
  IconShieldLock,
  IconWorld,
} from '@tabler/icons-react'
import { useTexts } from '../../i18n/use-texts.ts'
import { useActions, useAppState } from '../../store/app-context.ts'
import { readOnlyIn } from '../../store/app-state.ts'
import { TroubleNotice } from '../notices/TroubleNotice.tsx'
import { NewProfileButton } from '../profile-list/NewProfileButton.tsx'
import classes from './StartScreen.module.css'

/** The first screen for newcomers: the purpose of the app, and the ways to begin. */
export function StartScreen() {
  const { t } = useTexts()
  const { goTo, startPractice } = useActions()
  const canRestore = useAppState((state) => readOnlyIn(state) === null)
  const practiceStarting = useAppState((state) => state.practiceStarting)
  return (
    <div className={classes['screen']}>
      <div className={classes['content']}>
        <Emblem />
        <h1>{t('start.title')}</h1>
        <p className={classes['what']}>{t('start.what')}</p>
        <TroubleNotice />
        <div className={classes['ways']}>
          <section className={classes['way']}>
            <h2>{t('start.haveDetails')}</h2>
            <p>{t('start.newHint')}</p>
            <NewProfileButton look="filled" size="md" />
            <Button
              variant="subtle"
              leftSection={<IconClipboardText size={17} aria-hidden />}
              onClick={() => goTo({ kind: 'import', from: null })}
            >
              {t('imports.open')}
            </Button>
          </section>
          <section className={classes['way']}>
            <h2>{t('start.justLooking')}</h2>
            <p>{t('start.practiceHint')}</p>
            <Button
              size="md"
              variant="default"
              leftSection={<IconSchool size={18} aria-hidden />}
              loading={practiceStarting === 'password'}
              onClick={() => void startPractice('password')}
            >
              {t('list.tryPractice')}
            </Button>
            <SignInPractice />
          </section>
        </div>
        <div className={classes['more']}>
          <Button
            variant="subtle"
            leftSection={<IconEye size={17} aria-hidden />}
            onClick={() => goTo({ kind: 'inspect', from: null })}
          >
            {t('claims.inspect.open')}
          </Button>
          <Button
            variant="subtle"
            leftSection={<IconShieldLock size={17} aria-hidden />}
            onClick={() => goTo({ kind: 'security', from: null })}
          >
            {t('security.open')}
          </Button>
          {canRestore && (
            <Button
              variant="subtle"
              leftSection={<IconRestore size={17} aria-hidden />}
              onClick={() => goTo({ kind: 'backup', from: null, through: 'start' })}
            >
              {t('backup.restore.open')}
            </Button>
          )}
          <Button
            variant="subtle"
            leftSection={<IconSettings size={17} aria-hidden />}
            onClick={() => goTo({ kind: 'settings', from: null })}
          >
            {t('settings.open')}
          </Button>
        </div>
      </div>
    </div>
  )
}

/** Offers the sign-ins of the practice server, the one with the browser first. */
function SignInPractice() {
  const { t } = useTexts()
  const { startPractice } = useActions()
  const practiceStarting = useAppState((state) => state.practiceStarting)
  return (
    <div className={classes['signIns']}>
      <p>{t('start.practiseSigningIn')}</p>
      <Button
        variant="subtle"
        size="compact-md"
        leftSection={<IconWorld size={17} aria-hidden />}
        loading={practiceStarting === 'browser'}
        onClick={() => void startPractice('browser')}
      >
        {t('start.practiseInBrowser')}
      </Button>
      <Button
        variant="subtle"
        size="compact-md"
        leftSection={<IconDevices size={17} aria-hidden />}
        loading={practiceStarting === 'device'}
        onClick={() => void startPractice('device')}
      >
        {t('start.practiseWithCode')}
      </Button>
    </div>
  )
}

/** A pass whose time runs: a key in a ring that is three quarters full. */
function Emblem() {
  return (
    <svg viewBox="0 0 96 96" className={classes['emblem']} aria-hidden="true">
      <circle cx="48" cy="48" r="40" className={classes['track']} />
      <circle cx="48" cy="48" r="40" className={classes['life']} pathLength="100" />
      <g className={classes['key']}>
        <circle cx="48" cy="38" r="10" />
        <path d="M48 48v22M48 61h8M48 69h6" />
      </g>
    </svg>
  )
}

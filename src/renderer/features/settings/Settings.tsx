import { Button, NativeSelect } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { type AppSettings, clearChoices, themes } from '../../../shared/app-settings.ts'
import type { Translate } from '../../language.ts'
import { useActions, useApp, useAppState } from '../../store/app-context.ts'
import { deskIn, placeBefore } from '../../store/app-state.ts'
import { LicencesLink } from '../licences/LicencesLink.tsx'
import { TroubleNotice } from '../notices/TroubleNotice.tsx'
import { LanguageChoice } from './LanguageChoice.tsx'
import classes from './Settings.module.css'

function clearText(t: Translate, seconds: AppSettings['clearClipboardAfter']): string {
  if (seconds === null) return t('settings.clear.atClose')
  if (seconds < 60) return t('settings.clear.seconds', { count: seconds })
  return t('settings.clear.minutes', { count: seconds / 60 })
}

/** What a user chooses for the whole app. */
export function Settings() {
  const { t } = useTranslation()
  const { store } = useApp()
  const { leaveFor, changeSettings } = useActions()
  const settings = useAppState((state) => deskIn(state)?.settings)
  const version = useAppState((state) => deskIn(state)?.version)
  const titleId = useId()
  const aboutId = useId()
  return (
    <section className={classes['place']} aria-labelledby={titleId}>
      <header className={classes['header']}>
        <h1 id={titleId}>{t('settings.title')}</h1>
        <Button
          variant="subtle"
          size="compact-sm"
          data-autofocus
          leftSection={<IconX size={16} aria-hidden />}
          onClick={() => leaveFor(placeBefore(store.state.getState()))}
        >
          {t('settings.close')}
        </Button>
      </header>
      <TroubleNotice />
      {settings !== undefined && (
        <>
          <NativeSelect
            label={t('settings.clear.label')}
            description={t('settings.clear.hint')}
            value={String(settings.clearClipboardAfter)}
            data={clearChoices.map((seconds) => ({
              value: String(seconds),
              label: clearText(t, seconds),
            }))}
            onChange={({ currentTarget: { value } }) => {
              const seconds = clearChoices.find((choice) => String(choice) === value)
              if (seconds !== undefined) void changeSettings({ clearClipboardAfter: seconds })
            }}
          />
          <NativeSelect
            label={t('settings.theme.label')}
            value={settings.theme}
            data={themes.map((theme) => ({ value: theme, label: t(`settings.theme.${theme}`) }))}
            onChange={({ currentTarget: { value } }) => {
              const theme = themes.find((choice) => choice === value)
              if (theme !== undefined) void changeSettings({ theme })
            }}
          />
          <LanguageChoice chosen={settings.language} />
        </>
      )}
      <section className={classes['about']} aria-labelledby={aboutId}>
        <h2 id={aboutId}>{t('settings.about.title')}</h2>
        {version !== undefined && <p>{t('settings.about.version', { version })}</p>}
        <LicencesLink />
      </section>
    </section>
  )
}

import { Button } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { useActions, useApp, useAppState } from '../../store/app-context.ts'
import { placeBefore, profilesStateIn } from '../../store/app-state.ts'
import { LicencesLink } from '../licences/LicencesLink.tsx'
import { TroubleNotice } from '../notices/TroubleNotice.tsx'
import page from '../shell/Place.module.css'
import { AppearanceChoices } from './AppearanceChoices.tsx'
import { CopyingChoices } from './CopyingChoices.tsx'
import { LanguageChoice } from './LanguageChoice.tsx'
import { NotificationChoices } from './NotificationChoices.tsx'
import { TrayChoices } from './TrayChoices.tsx'
import { UpdateChoices } from './UpdateChoices.tsx'

const isMac = navigator.userAgent.includes('Mac')

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const titleId = useId()
  return (
    <section className={page['part']} aria-labelledby={titleId}>
      <h2 id={titleId}>{title}</h2>
      {children}
    </section>
  )
}

/** What a user chooses for the whole app. */
export function Settings() {
  const { t } = useTranslation()
  const { store } = useApp()
  const { leaveFor } = useActions()
  const settings = useAppState((state) => profilesStateIn(state)?.settings)
  const version = useAppState((state) => profilesStateIn(state)?.version)
  const updates = useAppState((state) => state.updates)
  const titleId = useId()
  return (
    <section className={page['page']} data-parts aria-labelledby={titleId}>
      <header className={page['header']}>
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
          <Part title={t('settings.parts.copying')}>
            <CopyingChoices settings={settings} />
          </Part>
          <Part title={t('settings.parts.appearance')}>
            <AppearanceChoices settings={settings} />
            <LanguageChoice chosen={settings.language} />
          </Part>
          <Part title={isMac ? t('settings.parts.menuBar') : t('settings.parts.tray')}>
            <TrayChoices settings={settings} />
          </Part>
          <Part title={t('settings.parts.notifications')}>
            <NotificationChoices settings={settings} />
          </Part>
          {updates !== null && (
            <Part title={t('updates.part')}>
              <UpdateChoices settings={settings} updates={updates} />
            </Part>
          )}
        </>
      )}
      <Part title={t('settings.about.title')}>
        {version !== undefined && <p>{t('settings.about.version', { version })}</p>}
        <LicencesLink />
      </Part>
    </section>
  )
}

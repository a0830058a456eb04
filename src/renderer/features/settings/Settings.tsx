import { Button } from '@mantine/core'
import { type ReactNode, useId } from 'react'
import { useTexts } from '../../i18n/use-texts.ts'
import { useActions, useApp, useAppState } from '../../store/app-context.ts'
import { originIn, profilesStateIn } from '../../store/app-state.ts'
import { TroubleNotice } from '../notices/TroubleNotice.tsx'
import page from '../shell/Page.module.css'
import { Page } from '../shell/Page.tsx'
import { isMac } from '../shortcuts/is-mac.ts'
import {
  AppearanceChoices,
  CopyingChoices,
  NotificationChoices,
  TrayChoices,
} from './SettingChoices.tsx'
import { UpdateChoices } from './UpdateChoices.tsx'

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const titleId = useId()
  return (
    <section className={page['part']} aria-labelledby={titleId}>
      <h2 id={titleId}>{title}</h2>
      {children}
    </section>
  )
}

/** The settings of the whole app. */
export function Settings() {
  const { t } = useTexts()
  const settings = useAppState((state) => profilesStateIn(state)?.settings)
  const version = useAppState((state) => profilesStateIn(state)?.version)
  const updates = useAppState((state) => state.updates)
  return (
    <Page title={t('settings.title')} close={t('settings.close')} hasParts>
      <TroubleNotice />
      {settings !== undefined && (
        <>
          <Part title={t('settings.parts.copying')}>
            <CopyingChoices settings={settings} />
          </Part>
          <Part title={t('settings.parts.appearance')}>
            <AppearanceChoices settings={settings} />
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
    </Page>
  )
}

/** Leads to the licences. */
function LicencesLink() {
  const { t } = useTexts()
  const { store } = useApp()
  const { goTo } = useActions()
  return (
    <Button
      variant="default"
      size="xs"
      onClick={() => goTo({ kind: 'licences', from: originIn(store.state.getState()) })}
    >
      {t('licences.open')}
    </Button>
  )
}

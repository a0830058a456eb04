import { Switch } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { AppSettings } from '../../../shared/app-settings.ts'
import { useActions } from '../../store/app-context.ts'
import page from '../shell/Place.module.css'
import { useDesktop } from './use-desktop.ts'

const isMac = navigator.userAgent.includes('Mac')

/** The icon outside of the window, and whether it stays when the window is closed. */
export function TrayChoices({ settings }: { readonly settings: AppSettings }) {
  const { t } = useTranslation()
  const { changeSettings } = useActions()
  const desktop = useDesktop()
  const show = isMac ? t('settings.tray.showInMenuBar') : t('settings.tray.show')
  if (desktop?.hasTray === false)
    return <p className={page['soft']}>{t('settings.tray.missing')}</p>
  return (
    <>
      <Switch
        label={show}
        aria-label={show}
        description={t('settings.tray.showHint')}
        checked={settings.trayIcon}
        onChange={(event) => void changeSettings({ trayIcon: event.currentTarget.checked })}
      />
      {/* There every app goes on without its windows. */}
      {!isMac && (
        <Switch
          label={t('settings.tray.keep')}
          aria-label={t('settings.tray.keep')}
          description={t('settings.tray.keepHint')}
          disabled={!settings.trayIcon}
          checked={settings.closeToTray}
          onChange={(event) => void changeSettings({ closeToTray: event.currentTarget.checked })}
        />
      )}
    </>
  )
}

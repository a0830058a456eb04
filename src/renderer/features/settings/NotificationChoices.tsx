import { NativeSelect, Switch } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { type AppSettings, noticeChoices } from '../../../shared/app-settings.ts'
import { useActions } from '../../store/app-context.ts'
import { Notice } from '../notices/Notice.tsx'
import classes from './Settings.module.css'
import { useDesktop } from './use-desktop.ts'

const isMac = navigator.userAgent.includes('Mac')

/** What the user is told of while not looking at the window. */
export function NotificationChoices({ settings }: { readonly settings: AppSettings }) {
  const { t } = useTranslation()
  const { changeSettings } = useActions()
  const desktop = useDesktop()
  return (
    <>
      {desktop?.refusesNotifications === true && (
        <Notice kind="warning">
          {isMac ? t('settings.notifications.refusedOnMac') : t('settings.notifications.refused')}
        </Notice>
      )}
      <Switch
        label={t('settings.notifications.trouble')}
        aria-label={t('settings.notifications.trouble')}
        description={t('settings.notifications.troubleHint')}
        checked={settings.noticeOfTrouble}
        onChange={(event) => void changeSettings({ noticeOfTrouble: event.currentTarget.checked })}
      />
      <NativeSelect
        classNames={{ root: classes['choice'] ?? '', wrapper: classes['box'] ?? '' }}
        label={t('settings.notifications.beforeEnd')}
        description={t('settings.notifications.beforeEndHint')}
        value={String(settings.noticeBeforeEnd)}
        data={noticeChoices.map((count) => ({
          value: String(count),
          label:
            count === null
              ? t('settings.notifications.never')
              : t('settings.notifications.minutes', { count }),
        }))}
        onChange={({ currentTarget: { value } }) => {
          const minutes = noticeChoices.find((choice) => String(choice) === value)
          if (minutes !== undefined) void changeSettings({ noticeBeforeEnd: minutes })
        }}
      />
    </>
  )
}

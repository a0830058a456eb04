import { Button, Fieldset, NativeSelect, Switch } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import { idleChoices, type LockSettings, noLock } from '../../../shared/app-settings.ts'
import { useSentences } from '../../i18n/use-texts.ts'
import { useActions, useAppState } from '../../store/app-context.ts'
import { profilesStateIn } from '../../store/app-state.ts'
import { useDesktop } from '../settings/use-desktop.ts'
import page from '../shell/Page.module.css'
import classes from './LockChoices.module.css'

/** Locks now, and sets when to lock automatically. Locking needs a passphrase to unlock again. */
export function LockChoices({ canLock }: { readonly canLock: boolean }) {
  const { t } = useSentences()
  const { askToLock, changeSettings } = useActions()
  const settings = useAppState((state) => profilesStateIn(state)?.settings.lock) ?? noLock

  const idleTime = useDesktop()?.idleTime ?? 'known'

  // Electron has no event for it there, and only some desktops answer when they are asked.
  const isLinux = navigator.userAgent.includes('Linux')
  const keys = navigator.userAgent.includes('Mac') ? '⌘L' : 'Ctrl+L'

  const change = (part: Partial<LockSettings>) => changeSettings({ lock: { ...settings, ...part } })

  return (
    <section className={page['part']}>
      <h2>{t('security.lock.title')}</h2>
      <p className={page['soft']}>
        {canLock ? t('security.lock.nowHint', { keys }) : t('security.lock.needsPassphrase')}
      </p>
      <Button
        variant="default"
        disabled={!canLock}
        leftSection={<IconLock size={17} aria-hidden />}
        onClick={askToLock}
      >
        {t('security.lock.now')}
      </Button>
      <Fieldset
        variant="unstyled"
        legend={t('security.lock.byItself')}
        classNames={{ root: classes['choices'] ?? '', legend: classes['legend'] ?? '' }}
      >
        <NativeSelect
          label={t('security.lock.idle')}
          description={idleTime !== 'known' && t(`security.lock.idleTime.${idleTime}`)}
          disabled={!canLock}
          value={settings.idleMinutes ?? 'never'}
          data={[
            { value: 'never', label: t('security.lock.never') },
            ...idleChoices.map((count) => ({
              value: String(count),
              label: t('security.lock.minutes', { count }),
            })),
          ]}
          onChange={(event) => {
            const { value } = event.currentTarget
            const idleMinutes = idleChoices.find((minutes) => String(minutes) === value) ?? null
            void change({ idleMinutes })
          }}
        />
        <Switch
          label={t('security.lock.onScreenLock')}
          aria-label={t('security.lock.onScreenLock')}
          description={isLinux && t('security.lock.onScreenLockLinux')}
          disabled={!canLock}
          checked={settings.onScreenLock}
          onChange={(event) => void change({ onScreenLock: event.currentTarget.checked })}
        />
        <Switch
          label={t('security.lock.onSleep')}
          disabled={!canLock}
          checked={settings.onSleep}
          onChange={(event) => void change({ onSleep: event.currentTarget.checked })}
        />
      </Fieldset>
    </section>
  )
}

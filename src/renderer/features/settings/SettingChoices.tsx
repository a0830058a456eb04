import { NativeSelect, Switch } from '@mantine/core'
import { IconLanguage } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import {
  type AppSettings,
  clearChoices,
  noticeChoices,
  themes,
} from '../../../shared/app-settings.ts'
import { type Language, languageChoices } from '../../../shared/language.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import type { Translate } from '../../language.ts'
import { useActions, useAppState } from '../../store/app-context.ts'
import { profilesStateIn } from '../../store/app-state.ts'
import { Notice } from '../notices/Notice.tsx'
import page from '../shell/Page.module.css'
import { isMac } from '../shortcuts/is-mac.ts'
import classes from './Settings.module.css'
import { useDesktop } from './use-desktop.ts'

interface SettingsProps {
  readonly settings: AppSettings
}

interface ChoiceProps<Value> {
  readonly label: string
  readonly description?: string
  readonly icon?: ReactNode
  readonly value: Value
  readonly values: readonly Value[]
  readonly textOf: (value: Value) => string
  /** Returns the language of a choice's text, where it differs from the window's. */
  readonly languageOf?: (value: Value) => string | undefined
  readonly onChange: (value: Value) => void
}

/** A setting with a few values. */
function Choice<Value extends string | number | null>(props: ChoiceProps<Value>) {
  const { label, description, icon, value, values, textOf, languageOf, onChange } = props
  return (
    <NativeSelect
      classNames={{ root: classes['choice'] ?? '', wrapper: classes['box'] ?? '' }}
      label={label}
      description={description}
      leftSection={icon}
      value={String(value)}
      onChange={({ currentTarget }) => {
        const chosen = values.find((each) => String(each) === currentTarget.value)
        if (chosen !== undefined) onChange(chosen)
      }}
    >
      {values.map((each) => (
        <option key={String(each)} value={String(each)} lang={languageOf?.(each)}>
          {textOf(each)}
        </option>
      ))}
    </NativeSelect>
  )
}

interface ToggleProps {
  readonly label: string
  readonly description: string
  readonly isOn: boolean
  readonly isDisabled?: boolean
  readonly onChange: (isOn: boolean) => void
}

/** A setting that is on or off. */
function Toggle({ label, description, isOn, isDisabled = false, onChange }: ToggleProps) {
  return (
    <Switch
      label={label}
      // The label element holds the description too, which is not part of the name.
      aria-label={label}
      description={description}
      disabled={isDisabled}
      checked={isOn}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  )
}

/** Each language in itself, so that a user finds it in a window they can't read. */
const ownNames: Record<Language, string> = {
  en: 'English',
  nl: 'Nederlands',
  'pt-BR': 'Português (Brasil)',
}

/** Theme and language. */
export function AppearanceChoices({ settings }: SettingsProps) {
  const { t } = useTexts()
  const { changeSettings } = useActions()
  const system = useAppState((state) => profilesStateIn(state)?.system.language) ?? 'en'
  return (
    <>
      <Choice
        label={t('settings.theme.label')}
        value={settings.theme}
        values={themes}
        textOf={(theme) => t(`settings.theme.${theme}`)}
        onChange={(theme) => void changeSettings({ theme })}
      />
      <Choice
        label={t('settings.language.label')}
        icon={<IconLanguage size={18} aria-hidden />}
        value={settings.language}
        values={languageChoices}
        textOf={(choice) =>
          choice === 'system'
            ? t('settings.language.system', { language: ownNames[system] })
            : ownNames[choice]
        }
        languageOf={(choice) => (choice === 'system' ? undefined : choice)}
        onChange={(language) => void changeSettings({ language })}
      />
    </>
  )
}

function clearText(t: Translate, seconds: AppSettings['clearClipboardAfter']): string {
  if (seconds === null) return t('settings.clear.atClose')
  if (seconds < 60) return t('settings.clear.seconds', { count: seconds })
  return t('settings.clear.minutes', { count: seconds / 60 })
}

/** Chooses when a copied token is removed from the clipboard. */
export function CopyingChoices({ settings }: SettingsProps) {
  const { t } = useTexts()
  const { changeSettings } = useActions()
  return (
    <Choice
      label={t('settings.clear.label')}
      description={t('settings.clear.hint')}
      value={settings.clearClipboardAfter}
      values={clearChoices}
      textOf={(seconds) => clearText(t, seconds)}
      onChange={(seconds) => void changeSettings({ clearClipboardAfter: seconds })}
    />
  )
}

/** The tray icon, and whether the app stays there when the window is closed. */
export function TrayChoices({ settings }: SettingsProps) {
  const { t } = useTexts()
  const { changeSettings } = useActions()
  const desktop = useDesktop()
  if (desktop?.hasTray === false)
    return <p className={page['soft']}>{t('settings.tray.missing')}</p>
  return (
    <>
      <Toggle
        label={isMac ? t('settings.tray.showInMenuBar') : t('settings.tray.show')}
        description={t('settings.tray.showHint')}
        isOn={settings.trayIcon}
        onChange={(isOn) => void changeSettings({ trayIcon: isOn })}
      />
      {/* On a Mac every app keeps running without windows. */}
      {!isMac && (
        <Toggle
          label={t('settings.tray.keep')}
          description={t('settings.tray.keepHint')}
          isDisabled={!settings.trayIcon}
          isOn={settings.closeToTray}
          onChange={(isOn) => void changeSettings({ closeToTray: isOn })}
        />
      )}
    </>
  )
}

/** Notifications while the window is not in sight. */
export function NotificationChoices({ settings }: SettingsProps) {
  const { t } = useTexts()
  const { changeSettings } = useActions()
  const desktop = useDesktop()
  return (
    <>
      {desktop?.refusesNotifications === true && (
        <Notice kind="warning">
          {isMac ? t('settings.notifications.refusedOnMac') : t('settings.notifications.refused')}
        </Notice>
      )}
      <Toggle
        label={t('settings.notifications.trouble')}
        description={t('settings.notifications.troubleHint')}
        isOn={settings.noticeOfTrouble}
        onChange={(isOn) => void changeSettings({ noticeOfTrouble: isOn })}
      />
      <Choice
        label={t('settings.notifications.beforeEnd')}
        description={t('settings.notifications.beforeEndHint')}
        value={settings.noticeBeforeEnd}
        values={noticeChoices}
        textOf={(count) =>
          count === null
            ? t('settings.notifications.never')
            : t('settings.notifications.minutes', { count })
        }
        onChange={(minutes) => void changeSettings({ noticeBeforeEnd: minutes })}
      />
    </>
  )
}

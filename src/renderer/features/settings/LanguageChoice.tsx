import { NativeSelect } from '@mantine/core'
import { IconLanguage } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import {
  type LanguageChoice as Choice,
  type Language,
  languageChoices,
  languages,
} from '../../../shared/language.ts'
import { useActions, useAppState } from '../../store/app-context.ts'
import { profilesStateIn } from '../../store/app-state.ts'
import classes from './Settings.module.css'

/** Each language by its own name, so that it is found in a window that one can't read. */
const ownNames: Record<Language, string> = {
  en: 'English',
  nl: 'Nederlands',
  'pt-BR': 'Português (Brasil)',
}

export function LanguageChoice({ chosen }: { readonly chosen: Choice }) {
  const { t } = useTranslation()
  const { changeSettings } = useActions()
  const system = useAppState((state) => profilesStateIn(state)?.system.language) ?? 'en'
  return (
    <NativeSelect
      classNames={{ root: classes['choice'] ?? '', wrapper: classes['box'] ?? '' }}
      label={t('settings.language.label')}
      leftSection={<IconLanguage size={18} aria-hidden />}
      value={chosen}
      onChange={({ currentTarget: { value } }) => {
        const language = languageChoices.find((choice) => choice === value)
        if (language !== undefined) void changeSettings({ language })
      }}
    >
      <option value="system">
        {t('settings.language.system', { language: ownNames[system] })}
      </option>
      {languages.map((language) => (
        <option key={language} value={language} lang={language}>
          {ownNames[language]}
        </option>
      ))}
    </NativeSelect>
  )
}

import { NativeSelect, TextInput } from '@mantine/core'
import type { Preset } from '../../../shared/preset.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import type { ProfileFormApi } from './use-profile-form.ts'

interface Props {
  readonly form: ProfileFormApi
  readonly preset: Preset
}

/** The name under which the user name is sent: one of the provider's, or any. */
export function UserNameFieldField({ form, preset }: Props) {
  const { t } = useTexts()
  const label = t('form.label.userNameField')
  const input = form.getInputProps('userNameField')
  return preset.userNameFields.length > 0 ? (
    <NativeSelect
      label={label}
      description={t('form.hint.userNameFieldChoice')}
      data={preset.userNameFields}
      {...input}
    />
  ) : (
    <TextInput
      label={label}
      description={t('form.hint.userNameField')}
      autoComplete="off"
      spellCheck={false}
      {...input}
    />
  )
}

import { PasswordInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ProfileFormApi } from './use-profile-form.ts'

interface Props {
  readonly form: ProfileFormApi
  readonly path: 'clientSecret' | 'password' | 'refreshToken' | `extraParameters.${number}.value`
  readonly label: string
  readonly hint?: string
  /** A saved one is never shown, not even as dots. */
  readonly isSaved: boolean
}

export function SecretField({ form, path, label, hint, isSaved }: Props) {
  const { t } = useTranslation()
  return (
    <PasswordInput
      label={label}
      description={hint}
      placeholder={isSaved ? t('form.savedSecret') : ''}
      autoComplete="off"
      spellCheck={false}
      visibilityToggleFocusable
      visibilityToggleButtonProps={{ 'aria-label': t('form.showSecret', { label }) }}
      {...form.getInputProps(path)}
    />
  )
}

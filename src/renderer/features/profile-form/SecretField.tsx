import { PasswordInput, type PasswordInputProps } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ExtraList } from './extra-rows.ts'
import type { ProfileFormApi } from './use-profile-form.ts'

interface Props extends Pick<PasswordInputProps, 'inputWrapperOrder'> {
  readonly form: ProfileFormApi
  readonly path: 'clientSecret' | 'password' | 'refreshToken' | `${ExtraList}.${number}.value`
  readonly label: string
  readonly hint?: string
  /** A saved one is never shown, not even as dots. */
  readonly isSaved: boolean
  /** Marked as needed, where somebody might take it for saved. */
  readonly isRequired?: boolean
}

export function SecretField({
  form,
  path,
  label,
  hint,
  isSaved,
  isRequired = false,
  ...rest
}: Props) {
  const { t } = useTranslation()
  const input = form.getInputProps(path)
  return (
    <PasswordInput
      label={label}
      description={hint}
      placeholder={isSaved ? t('form.savedSecret') : ''}
      required={isRequired}
      autoComplete="off"
      spellCheck={false}
      visibilityToggleFocusable
      visibilityToggleButtonProps={{ 'aria-label': t('form.showSecret', { label }) }}
      {...rest}
      // Mantine marks a wrong text field so, but not this one.
      aria-invalid={input.error !== undefined && input.error !== null}
      {...input}
    />
  )
}

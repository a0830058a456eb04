import { PasswordInput, type PasswordInputProps } from '@mantine/core'
import { useTexts } from '../../i18n/use-texts.ts'

type Input = 'value' | 'error' | 'onChange' | 'onFocus' | 'onBlur' | 'inputWrapperOrder'

interface Props extends Pick<PasswordInputProps, Input> {
  readonly label: string
  readonly hint?: string
  /** A saved one is never shown, not even as dots. */
  readonly isSaved: boolean
  /** Marked as required where it might look saved. */
  readonly isRequired?: boolean
}

export function SecretField({ label, hint, isSaved, isRequired = false, ...input }: Props) {
  const { t } = useTexts()
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
      // Mantine marks a wrong text field so, but not this one.
      aria-invalid={input.error !== undefined && input.error !== null}
      {...input}
    />
  )
}

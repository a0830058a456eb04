import { TextInput } from '@mantine/core'
import { completeTokenEndpoint, type Preset } from '../../../shared/preset.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import type { ProfileFormApi } from './use-profile-form.ts'

interface Props {
  readonly form: ProfileFormApi
  readonly preset: Preset
}

/** Where every customer has a server of their own, its address alone is enough. */
export function TokenEndpointField({ form, preset }: Props) {
  const { t } = useTexts()
  const { tokenEndpointTemplate: template, defaults } = preset
  const input = form.getInputProps('tokenEndpoint')
  const hint =
    template !== null
      ? t('form.hint.tokenEndpointServer')
      : defaults.server.tokenEndpoint === undefined
        ? t('form.hint.tokenEndpoint')
        : t('form.hint.tokenEndpointKnown')
  return (
    <TextInput
      label={t('form.label.tokenEndpoint')}
      description={hint}
      type="text"
      inputMode="url"
      autoComplete="off"
      spellCheck={false}
      {...input}
      onBlur={(event) => {
        input.onBlur?.(event)
        const typed = form.getValues().tokenEndpoint
        const whole = completeTokenEndpoint(typed, template)
        if (whole !== typed) form.setFieldValue('tokenEndpoint', whole)
      }}
    />
  )
}

import { NativeSelect, TextInput } from '@mantine/core'
import { assertNever } from '../../../shared/assert-never.ts'
import { basicEncodings } from '../../../shared/client-authentication/basic.ts'
import { bodyFormats } from '../../../shared/settings/request.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import type { moreOptions } from './more-options.ts'
import type { ProfileFormApi } from './use-profile-form.ts'

interface Props {
  readonly form: ProfileFormApi
  readonly fields: readonly (typeof moreOptions.whereAndHow)[number][]
}

/** The fields for the endpoint of refreshes, the target of the token and the form of requests. */
export function WhereAndHow({ form, fields }: Props) {
  const { t } = useTexts()
  return fields.map((field) => {
    const label = t(`form.label.${field}`)
    const input = form.getInputProps(field)
    switch (field) {
      case 'refreshEndpoint':
      case 'audience':
      case 'resource':
        return (
          <TextInput
            key={field}
            label={label}
            description={`${t('form.optional')} ${t(`form.hint.${field}`)}`}
            inputMode={field === 'audience' ? 'text' : 'url'}
            autoComplete="off"
            spellCheck={false}
            {...input}
          />
        )
      case 'bodyFormat':
        return (
          <NativeSelect
            key={field}
            label={label}
            description={t('form.hint.bodyFormat')}
            data={bodyFormats.map((value) => ({ value, label: t(`form.body.${value}`) }))}
            {...input}
          />
        )
      case 'encoding':
        return (
          <NativeSelect
            key={field}
            label={label}
            description={t('form.hint.encoding')}
            data={basicEncodings.map((value) => ({ value, label: t(`form.encoding.${value}`) }))}
            {...input}
          />
        )
      default:
        return assertNever(field)
    }
  })
}

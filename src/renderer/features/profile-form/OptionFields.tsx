import { NativeSelect, Switch, TextInput } from '@mantine/core'
import { assertNever } from '../../../shared/assert-never.ts'
import { basicEncodings } from '../../../shared/client-authentication/basic.ts'
import { codeChallengeMethods, responseModes } from '../../../shared/grants/authorization-code.ts'
import { bodyFormats } from '../../../shared/settings/request.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import type { Option } from './more-options.ts'
import type { ProfileFormApi } from './use-profile-form.ts'

interface Props {
  readonly form: ProfileFormApi
  readonly fields: readonly Option[]
}

/** The single fields of *More options*. */
export function OptionFields({ form, fields }: Props) {
  const { t } = useTexts()
  const choices = (field: Option) => {
    switch (field) {
      case 'bodyFormat':
        return bodyFormats.map((value) => ({ value, label: t(`form.body.${value}`) }))
      case 'encoding':
        return basicEncodings.map((value) => ({ value, label: t(`form.encoding.${value}`) }))
      case 'codeChallengeMethod':
        return codeChallengeMethods.map((value) => ({ value, label: t(`form.pkce.${value}`) }))
      case 'responseMode':
        return responseModes.map((value) => ({ value, label: t(`form.returned.${value}`) }))
      default:
        return []
    }
  }
  return fields.map((field) => {
    const label = t(`form.label.${field}`)
    const hint = t(`form.hint.${field}`)
    switch (field) {
      case 'refreshEndpoint':
      case 'resource':
      case 'audience':
      case 'loginHint':
      case 'prompt':
      case 'issuer':
      case 'pushedAuthorizationRequestEndpoint':
      case 'userinfoEndpoint':
      case 'revocationEndpoint':
      case 'introspectionEndpoint':
      case 'jwksUri':
        return (
          <TextInput
            key={field}
            label={label}
            description={`${t('form.optional')} ${hint}`}
            inputMode={texts.has(field) ? 'text' : 'url'}
            autoComplete="off"
            spellCheck={false}
            {...form.getInputProps(field)}
          />
        )
      case 'bodyFormat':
      case 'encoding':
      case 'codeChallengeMethod':
      case 'responseMode':
        return (
          <NativeSelect
            key={field}
            label={label}
            description={hint}
            data={choices(field)}
            {...form.getInputProps(field)}
          />
        )
      case 'expectsIssuer':
      case 'sendsOrigin':
        return (
          <Switch
            key={field}
            label={label}
            description={hint}
            {...form.getInputProps(field, { type: 'checkbox' })}
          />
        )
      default:
        return assertNever(field)
    }
  })
}

/** The fields for a text that is no address. */
const texts: ReadonlySet<Option> = new Set(['audience', 'loginHint', 'prompt'])

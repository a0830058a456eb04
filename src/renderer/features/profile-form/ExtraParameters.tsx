import { Button, Checkbox, TextInput } from '@mantine/core'
import { randomId } from '@mantine/hooks'
import { IconPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { SecretName } from '../../../shared/profile.ts'
import { parameterSecret } from './draft.ts'
import classes from './ExtraParameters.module.css'
import { SecretField } from './SecretField.tsx'
import type { ProfileFormApi } from './use-profile-form.ts'
import type { ParameterRow } from './values.ts'

interface Props {
  readonly form: ProfileFormApi
  readonly savedSecrets: readonly SecretName[]
}

export function ExtraParameters({ form, savedSecrets }: Props) {
  const { t } = useTranslation()
  const add = () =>
    form.insertListItem('extraParameters', { key: randomId(), name: '', value: '', secret: false })
  return (
    <fieldset className={classes['parameters']}>
      <legend>{t('form.parameters.title')}</legend>
      <p>{t('form.parameters.hint')}</p>
      {form.values.extraParameters.map((row, index) => (
        <Row key={row.key} form={form} savedSecrets={savedSecrets} row={row} index={index} />
      ))}
      <Button
        variant="default"
        size="compact-md"
        leftSection={<IconPlus size={16} aria-hidden />}
        onClick={add}
      >
        {t('form.parameters.add')}
      </Button>
    </fieldset>
  )
}

interface RowProps extends Props {
  readonly row: ParameterRow
  readonly index: number
}

function Row({ form, savedSecrets, row, index }: RowProps) {
  const { t } = useTranslation()
  const path = `extraParameters.${index}` as const
  return (
    <fieldset
      className={classes['row']}
      aria-label={t('form.parameters.number', { number: index + 1 })}
    >
      <TextInput
        label={t('form.parameters.name')}
        autoComplete="off"
        spellCheck={false}
        {...form.getInputProps(`${path}.name`)}
      />
      {row.secret ? (
        <SecretField
          form={form}
          path={`${path}.value`}
          label={t('form.parameters.value')}
          isSaved={savedSecrets.includes(parameterSecret(row))}
        />
      ) : (
        <TextInput
          label={t('form.parameters.value')}
          autoComplete="off"
          spellCheck={false}
          {...form.getInputProps(`${path}.value`)}
        />
      )}
      <Checkbox
        label={t('form.parameters.secret')}
        {...form.getInputProps(`${path}.secret`, { type: 'checkbox' })}
      />
      <Button
        variant="subtle"
        color="rust"
        size="compact-sm"
        onClick={() => form.removeListItem('extraParameters', index)}
      >
        {t('form.parameters.remove')}
      </Button>
    </fieldset>
  )
}

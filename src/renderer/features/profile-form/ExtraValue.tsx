import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { sentWiths } from '../../../shared/extra.ts'
import classes from './ExtraValue.module.css'
import { type ExtraList, type ExtraRow, isKept, isToTypeAnew } from './extra-rows.ts'
import { SecretField } from './SecretField.tsx'
import type { ProfileFormApi } from './use-profile-form.ts'

interface Props {
  readonly form: ProfileFormApi
  readonly list: ExtraList
  readonly row: ExtraRow
  readonly index: number
  /** Just added by the user, who goes on there. */
  readonly isNew: boolean
  readonly onRemove: () => void
}

/** So that the fields beside each other stay in line, whatever is said about one of them. */
const hintBelow: ('label' | 'input' | 'description' | 'error')[] = [
  'label',
  'input',
  'description',
  'error',
]

/** One extra value: its name, what it is, and when it is sent. */
export function ExtraValue({ form, list, row, index, isNew, onRemove }: Props) {
  const { t } = useTranslation()
  const path = `${list}.${index}` as const
  const label = t(`form.${list}.value`)
  const number = t(`form.${list}.number`, { number: index + 1 })
  const typeAnew = isToTypeAnew(list, row) ? { hint: t('form.typeAnew'), isRequired: true } : {}
  return (
    <fieldset className={classes['value']} aria-label={number}>
      <div className={classes['head']}>
        <span aria-hidden>{number}</span>
        <Button variant="subtle" color="rust" size="compact-sm" onClick={onRemove}>
          {t(`form.${list}.remove`)}
        </Button>
      </div>
      <TextInput
        label={t(`form.${list}.name`)}
        autoComplete="off"
        autoFocus={isNew}
        spellCheck={false}
        {...form.getInputProps(`${path}.name`)}
      />
      {row.secret ? (
        <SecretField
          form={form}
          path={`${path}.value`}
          label={label}
          isSaved={isKept(list, row)}
          inputWrapperOrder={hintBelow}
          {...typeAnew}
        />
      ) : (
        <TextInput
          label={label}
          description={typeAnew.hint}
          required={typeAnew.isRequired ?? false}
          inputWrapperOrder={hintBelow}
          autoComplete="off"
          spellCheck={false}
          {...form.getInputProps(`${path}.value`)}
        />
      )}
      <NativeSelect
        label={t('form.label.sentWith')}
        data={sentWiths.map((value) => ({ value, label: t(`form.sentWith.${value}`) }))}
        {...form.getInputProps(`${path}.sentWith`)}
      />
      <Checkbox
        className={classes['secret'] ?? ''}
        label={t('form.label.keepSecret')}
        {...form.getInputProps(`${path}.secret`, { type: 'checkbox' })}
      />
    </fieldset>
  )
}

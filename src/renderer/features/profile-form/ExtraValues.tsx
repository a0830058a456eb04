import { Button } from '@mantine/core'
import { randomId } from '@mantine/hooks'
import { IconPlus } from '@tabler/icons-react'
import { useCallback, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { maxExtras } from '../../../shared/extra.ts'
import { grants } from '../../../shared/grants/facts.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import { ExtraValue } from './ExtraValue.tsx'
import classes from './ExtraValues.module.css'
import type { ExtraList } from './extra-rows.ts'
import type { ProfileFormApi } from './use-profile-form.ts'

interface Props {
  readonly form: ProfileFormApi
  readonly list: ExtraList
}

/** The extra parameters or the extra headers, one below the other. */
export function ExtraValues({ form, list }: Props) {
  const { t } = useTexts()
  const [addedKey, setAddedKey] = useState<string | null>(null)
  const addButton = useRef<HTMLButtonElement>(null)
  const rows = form.values[list]
  const hasSignIn = grants[form.values.grantType].endpoints.length > 0
  const add = () => {
    const key = randomId()
    setAddedKey(key)
    const row = { name: '', value: '', secret: false, sentWith: 'always', savedAs: null } as const
    form.insertListItem(list, { key, ...row })
  }
  const { setFieldValue, removeListItem } = form
  const remove = useCallback(
    (index: number) => {
      // Where no more fit, the button comes back with this.
      flushSync(() => removeListItem(list, index))
      addButton.current?.focus()
    },
    [list, removeListItem],
  )
  return (
    <fieldset className={classes['list']}>
      <legend>{t(`form.${list}.title`)}</legend>
      <p>{t(`form.${list}.hint`)}</p>
      {rows.map(({ key, ...row }, index) => (
        <ExtraValue
          key={key}
          {...row}
          list={list}
          index={index}
          isNew={key === addedKey}
          nameProblem={form.errors[`${list}.${index}.name`]}
          mayBeForSignIn={list === 'extraParameters' && hasSignIn}
          sentWithProblem={form.errors[`${list}.${index}.sentWith`]}
          valueProblem={form.errors[`${list}.${index}.value`]}
          onChange={setFieldValue}
          onRemove={remove}
        />
      ))}
      {rows.length < maxExtras ? (
        <Button
          ref={addButton}
          variant="default"
          size="compact-sm"
          leftSection={<IconPlus size={15} aria-hidden />}
          onClick={add}
        >
          {t(`form.${list}.add`)}
        </Button>
      ) : (
        <p>{t('form.noMoreFit', { most: maxExtras })}</p>
      )}
    </fieldset>
  )
}

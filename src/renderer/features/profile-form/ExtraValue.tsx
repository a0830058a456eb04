import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core'
import { type ChangeEvent, memo, type ReactNode } from 'react'
import { sentWiths } from '../../../shared/sent-with.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import classes from './ExtraValue.module.css'
import { type ExtraFields, type ExtraList, isKept, isToTypeAnew } from './extra-rows.ts'
import { SecretField } from './SecretField.tsx'

/** The path of a field in the form's values. */
export type ExtraPath =
  | `${ExtraList}.${number}.${'name' | 'value' | 'sentWith'}`
  | `${ExtraList}.${number}.secret`

/** The problem of each field as text. */
type Problems = {
  readonly [Field in 'name' | 'value' | 'sentWith' as `${Field}Problem`]: ReactNode
}

interface Props extends ExtraFields, Problems {
  readonly list: ExtraList
  readonly index: number
  /** It may be sent with the sign-in alone. */
  readonly mayBeForSignIn: boolean
  /** Just added by the user, who goes on there. */
  readonly isNew: boolean
  readonly onChange: (path: ExtraPath, value: string | boolean) => void
  readonly onRemove: (index: number) => void
}

/** Puts hints and errors below, so that fields beside each other stay aligned. */
const hintBelow: ('label' | 'input' | 'description' | 'error')[] = [
  'label',
  'input',
  'description',
  'error',
]

/**
 * Edits an extra value: its name, its value and when it is sent. Memoized, because the form creates all
 * rows again for each key and there may be fifty of them.
 */
export const ExtraValue = memo(function ExtraValue(props: Props) {
  const { list, index, nameProblem, valueProblem, onChange } = props
  const { t } = useTexts()
  const path = `${list}.${index}` as const
  const label = t(`form.${list}.value`)
  const number = t(`form.${list}.number`, { number: index + 1 })
  const typeAnew = isToTypeAnew(list, props) ? { hint: t('form.typeAnew'), isRequired: true } : {}
  // A secret can't: it is offered no more, but a choice made before is still shown.
  const isOffered = props.mayBeForSignIn && !props.secret
  const offered = sentWiths.filter(
    (each) => each !== 'authorizing' || isOffered || each === props.sentWith,
  )
  const value = {
    label,
    value: props.value,
    error: valueProblem,
    inputWrapperOrder: hintBelow,
    onChange: (event: ChangeEvent<HTMLInputElement>) =>
      onChange(`${path}.value`, event.currentTarget.value),
  }
  return (
    <fieldset className={classes['value']} aria-label={number}>
      <div className={classes['head']}>
        <span aria-hidden>{number}</span>
        <Button
          variant="subtle"
          color="rust"
          size="compact-sm"
          onClick={() => props.onRemove(index)}
        >
          {t(`form.${list}.remove`)}
        </Button>
      </div>
      <TextInput
        label={t(`form.${list}.name`)}
        autoComplete="off"
        autoFocus={props.isNew}
        spellCheck={false}
        value={props.name}
        error={nameProblem}
        onChange={(event) => onChange(`${path}.name`, event.currentTarget.value)}
      />
      {props.secret ? (
        <SecretField {...value} {...typeAnew} isSaved={isKept(list, props)} />
      ) : (
        <TextInput
          {...value}
          description={typeAnew.hint}
          required={typeAnew.isRequired ?? false}
          autoComplete="off"
          spellCheck={false}
        />
      )}
      <NativeSelect
        label={t('form.label.sentWith')}
        data={offered.map((value) => ({ value, label: t(`form.sentWith.${value}`) }))}
        value={props.sentWith}
        error={props.sentWithProblem}
        inputWrapperOrder={hintBelow}
        onChange={(event) => onChange(`${path}.sentWith`, event.currentTarget.value)}
      />
      <Checkbox
        className={classes['secret'] ?? ''}
        label={t('form.label.keepSecret')}
        checked={props.secret}
        onChange={(event) => onChange(`${path}.secret`, event.currentTarget.checked)}
      />
    </fieldset>
  )
})

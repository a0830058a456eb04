import { PasswordInput } from '@mantine/core'
import { type KeyboardEvent, type ReactNode, type Ref, useState } from 'react'
import { useSentences } from '../../i18n/use-texts.ts'
import classes from './PassphraseField.module.css'

interface Props {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly error: string | null
  readonly hint?: string
  /** Said below the field, of what is typed. */
  readonly below?: ReactNode
  readonly autoFocus?: boolean
  readonly ref?: Ref<HTMLInputElement>
}

/** Edits a passphrase, which can be shown and pasted; warns if Caps Lock is on. */
export function PassphraseField(props: Props) {
  const { label, value, onChange, error, hint, below, autoFocus = false, ref } = props
  const { t } = useSentences()
  const capsLock = useCapsLock()
  return (
    <div className={classes['field']}>
      <PasswordInput
        ref={ref ?? null}
        label={label}
        description={hint}
        value={value}
        autoComplete="off"
        spellCheck={false}
        autoFocus={autoFocus}
        data-autofocus={autoFocus || undefined}
        visibilityToggleFocusable
        visibilityToggleButtonProps={{ 'aria-label': t('form.showSecret', { label }) }}
        error={error === null ? null : <span role="alert">{error}</span>}
        aria-invalid={error !== null}
        onChange={(event) => onChange(event.currentTarget.value)}
        {...capsLock.listeners}
      />
      <div className={classes['below']} aria-live="polite">
        {capsLock.isOn && <p>{t('vault.unlock.capsLock')}</p>}
        {below}
      </div>
    </div>
  )
}

/** Returns whether Caps Lock is on, as known from the keys pressed in a field. */
function useCapsLock() {
  const [isOn, setIsOn] = useState(false)
  const look = (event: KeyboardEvent) => setIsOn(event.getModifierState('CapsLock'))
  return { isOn, listeners: { onKeyDown: look, onKeyUp: look, onBlur: () => setIsOn(false) } }
}

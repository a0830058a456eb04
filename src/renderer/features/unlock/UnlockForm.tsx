import { Button } from '@mantine/core'
import { type FormEvent, useRef, useState } from 'react'
import type { AppError, Result } from '../../../shared/errors.ts'
import { maxPassphraseLength } from '../../../shared/passphrase.ts'
import { errorText } from '../../i18n/app-error.ts'
import { useSentences } from '../../i18n/use-sentences.ts'
import { PassphraseField } from './PassphraseField.tsx'
import classes from './UnlockForm.module.css'

interface Props {
  readonly submit: (passphrase: string) => Promise<Result<unknown>>
  readonly button: string
  readonly color?: string
  /** Other than *Passphrase*. */
  readonly label?: string
  readonly onCancel?: () => void
  readonly autoFocus?: boolean
}

/** Asks for the passphrase. What was typed lives in this field alone and goes with it. */
export function UnlockForm(props: Props) {
  const { submit, button, color, label, onCancel, autoFocus = false } = props
  const { t } = useSentences()
  const field = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState('')
  const [error, setError] = useState<AppError | null>(null)
  const [isBusy, setIsBusy] = useState(false)

  async function send(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (typed === '') field.current?.focus()
    if (typed === '' || isBusy) return
    setIsBusy(true)
    setError(null)
    // No passphrase is longer, so this is none.
    const result: Result<unknown> =
      typed.length > maxPassphraseLength
        ? { ok: false, error: { code: 'wrong-passphrase' } }
        : await submit(typed)
    setIsBusy(false)
    setTyped('')
    if (result.ok) return
    setError(result.error)
    field.current?.focus()
  }

  return (
    <form className={classes['form']} onSubmit={(event) => void send(event)}>
      <PassphraseField
        ref={field}
        label={label ?? t('vault.unlock.passphrase')}
        value={typed}
        autoFocus={autoFocus}
        error={error === null ? null : errorText(t, error)}
        onChange={setTyped}
      />
      <div className={classes['buttons']}>
        <Button type="submit" loading={isBusy} {...(color === undefined ? {} : { color })}>
          {button}
        </Button>
        {onCancel !== undefined && (
          <Button variant="default" onClick={onCancel}>
            {t('security.passphrase.cancel')}
          </Button>
        )}
      </div>
    </form>
  )
}

import { Button, PasswordInput } from '@mantine/core'
import { type FormEvent, useRef, useState } from 'react'
import type { AppError, Result } from '../../../shared/errors.ts'
import { longestPassphrase } from '../../../shared/passphrase.ts'
import { errorText } from '../../sentences/app-error.ts'
import { useSentences } from '../../sentences/use-sentences.ts'
import classes from './UnlockForm.module.css'

interface Props {
  readonly submit: (passphrase: string) => Promise<Result<unknown>>
  readonly button: string
  readonly autoFocus?: boolean
}

/** Asks for the passphrase. What was typed lives in this field alone and goes with it. */
export function UnlockForm({ submit, button, autoFocus = false }: Props) {
  const { t } = useSentences()
  const field = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState('')
  const [error, setError] = useState<AppError | null>(null)
  const [isBusy, setIsBusy] = useState(false)

  async function send(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (typed === '' || isBusy) return
    setIsBusy(true)
    setError(null)
    const result = await submit(typed)
    setIsBusy(false)
    setTyped('')
    if (result.ok) return
    setError(result.error)
    field.current?.focus()
  }

  return (
    <form className={classes['form']} onSubmit={(event) => void send(event)}>
      <PasswordInput
        ref={field}
        label={t('vault.unlock.passphrase')}
        value={typed}
        maxLength={longestPassphrase}
        autoComplete="off"
        spellCheck={false}
        autoFocus={autoFocus}
        data-autofocus={autoFocus || undefined}
        visibilityToggleFocusable
        visibilityToggleButtonProps={{
          'aria-label': t('form.showSecret', { label: t('vault.unlock.passphrase') }),
        }}
        error={error === null ? null : <span role="alert">{errorText(t, error)}</span>}
        aria-invalid={error !== null}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <Button type="submit" loading={isBusy}>
        {button}
      </Button>
    </form>
  )
}

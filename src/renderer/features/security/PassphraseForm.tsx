import { Button, PasswordInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { Result } from '../../../shared/errors.ts'
import { longestPassphrase, shortestPassphrase } from '../../../shared/passphrase.ts'
import { errorText } from '../../sentences/app-error.ts'
import { useSentences } from '../../sentences/use-sentences.ts'
import classes from './Security.module.css'

interface Props {
  /** `undefined`: the user thought better of it, so what was typed stays. */
  readonly submit: (passphrase: string) => Promise<Result<unknown> | undefined>
  readonly button: string
  readonly onDone: () => void
  readonly onCancel?: () => void
}

/** Asks for a new passphrase, twice. What was typed lives in these fields alone. */
export function PassphraseForm({ submit, button, onDone, onCancel }: Props) {
  const { t } = useSentences()
  const [typed, setTyped] = useState('')
  const [again, setAgain] = useState('')
  const [error, setError] = useState<{ field: 'first' | 'again'; text: string } | null>(null)
  const [isBusy, setIsBusy] = useState(false)

  function problem(): typeof error {
    const count = shortestPassphrase
    if (typed.length < count) {
      return { field: 'first', text: t('security.passphrase.tooShort', { count }) }
    }
    if (typed === again) return null
    return { field: 'again', text: t('security.passphrase.notTheSame') }
  }

  async function send(event: FormEvent): Promise<void> {
    event.preventDefault()
    const found = problem()
    setError(found)
    if (found !== null || isBusy) return
    setIsBusy(true)
    const result = await submit(typed)
    setIsBusy(false)
    if (result === undefined) return
    if (!result.ok) return setError({ field: 'first', text: errorText(t, result.error) })
    setTyped('')
    setAgain('')
    onDone()
  }

  const shared = {
    maxLength: longestPassphrase,
    autoComplete: 'off',
    spellCheck: false,
    visibilityToggleFocusable: true,
  } as const
  return (
    <form className={classes['form']} onSubmit={(event) => void send(event)}>
      <PasswordInput
        {...shared}
        label={t('security.passphrase.field')}
        description={t('security.passphrase.hint', { count: shortestPassphrase })}
        visibilityToggleButtonProps={{
          'aria-label': t('form.showSecret', { label: t('security.passphrase.field') }),
        }}
        value={typed}
        error={error?.field === 'first' ? <span role="alert">{error.text}</span> : null}
        aria-invalid={error?.field === 'first'}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <PasswordInput
        {...shared}
        label={t('security.passphrase.again')}
        visibilityToggleButtonProps={{
          'aria-label': t('form.showSecret', { label: t('security.passphrase.again') }),
        }}
        value={again}
        error={error?.field === 'again' ? <span role="alert">{error.text}</span> : null}
        aria-invalid={error?.field === 'again'}
        onChange={(event) => setAgain(event.currentTarget.value)}
      />
      <div className={classes['buttons']}>
        <Button type="submit" loading={isBusy}>
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

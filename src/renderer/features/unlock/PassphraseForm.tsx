import { Button } from '@mantine/core'
import { type FormEvent, type ReactNode, useRef, useState } from 'react'
import type { AppError, Result } from '../../../shared/errors.ts'
import { maxPassphraseLength, minPassphraseLength } from '../../../shared/limits.ts'
import { errorText } from '../../i18n/app-error.ts'
import { useSentences } from '../../i18n/use-texts.ts'
import { passphraseStrength } from '../security/passphrase-strength.ts'
import { PassphraseField } from './PassphraseField.tsx'
import classes from './PassphraseForm.module.css'

interface FrameProps {
  readonly button: string
  readonly color?: string | undefined
  readonly isNew?: boolean
  /** Resolves when the form can be sent again. */
  readonly send: () => Promise<void>
  readonly onCancel?: (() => void) | undefined
  readonly children: ReactNode
}

/** The form around one or more passphrases; it can be sent once at a time. */
function Frame({ button, color, isNew = false, send, onCancel, children }: FrameProps) {
  const { t } = useSentences()
  const [isBusy, setIsBusy] = useState(false)

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (isBusy) return
    setIsBusy(true)
    await send()
    setIsBusy(false)
  }

  return (
    <form
      className={classes['form']}
      data-new={isNew || undefined}
      onSubmit={(event) => void submit(event)}
    >
      {children}
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

interface UnlockProps {
  readonly submit: (passphrase: string) => Promise<Result<unknown>>
  readonly button: string
  readonly color?: string
  /** The label of the field, if it is not *Passphrase*. */
  readonly label?: string
  readonly onCancel?: () => void
  readonly autoFocus?: boolean
}

/** Asks for the passphrase. The input is kept in this field only. */
export function UnlockForm(props: UnlockProps) {
  const { submit, button, color, label, onCancel, autoFocus = false } = props
  const { t } = useSentences()
  const field = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState('')
  const [error, setError] = useState<AppError | null>(null)

  async function send(): Promise<void> {
    if (typed === '') {
      field.current?.focus()
      return
    }
    setError(null)
    // No passphrase is longer, so this one can't be right.
    const result: Result<unknown> =
      typed.length > maxPassphraseLength
        ? { ok: false, error: { code: 'wrong-passphrase' } }
        : await submit(typed)
    setTyped('')
    if (result.ok) return
    setError(result.error)
    field.current?.focus()
  }

  return (
    <Frame button={button} color={color} send={send} onCancel={onCancel}>
      <PassphraseField
        ref={field}
        label={label ?? t('vault.unlock.passphrase')}
        value={typed}
        autoFocus={autoFocus}
        error={error === null ? null : errorText(t, error)}
        onChange={setTyped}
      />
    </Frame>
  )
}

interface NewProps {
  /** Returns `undefined` if the user cancelled; the input then stays. */
  readonly submit: (
    passphrase: string,
    current: string | null,
  ) => Promise<Result<unknown> | undefined>
  /** The label of the new passphrase, if it is not the one of Token Desk. */
  readonly label?: string
  readonly button: string
  /** The label of the current passphrase, which is asked for as well; `null`: none is set. */
  readonly current: string | null
  readonly onDone: () => void
  readonly onCancel?: () => void
}

interface Problem {
  readonly field: 'current' | 'first' | 'again'
  readonly text: string
}

/** Asks for a new passphrase, twice. The input is kept in these fields only. */
export function NewPassphraseForm({ submit, label, button, current, onDone, onCancel }: NewProps) {
  const { t } = useSentences()
  const [known, setKnown] = useState('')
  const [typed, setTyped] = useState('')
  const [again, setAgain] = useState('')
  const [problem, setProblem] = useState<Problem | null>(null)
  const textFor = (field: Problem['field']) => (problem?.field === field ? problem.text : null)

  function findProblem(): Problem | null {
    if (current !== null && known === '') {
      return { field: 'current', text: t('security.passphrase.currentNeeded') }
    }
    // No passphrase is longer, so this one can't be right.
    if (known.length > maxPassphraseLength) {
      return { field: 'current', text: t('errors.wrong-passphrase') }
    }
    const count = minPassphraseLength
    if (typed.length < count) {
      return { field: 'first', text: t('security.passphrase.tooShort', { count }) }
    }
    // Input is never truncated: the user would not know which passphrase was set.
    if (typed.length > maxPassphraseLength) {
      const text = t('security.passphrase.tooLong', { count: maxPassphraseLength })
      return { field: 'first', text }
    }
    if (typed === again) return null
    return { field: 'again', text: t('security.passphrase.notTheSame') }
  }

  async function send(): Promise<void> {
    const found = findProblem()
    setProblem(found)
    if (found !== null) return
    const result = await submit(typed, current === null ? null : known)
    if (result === undefined) return
    if (!result.ok) {
      const field = result.error.code === 'wrong-passphrase' ? 'current' : 'first'
      return setProblem({ field, text: errorText(t, result.error) })
    }
    setKnown('')
    setTyped('')
    setAgain('')
    onDone()
  }

  return (
    <Frame button={button} isNew send={send} onCancel={onCancel}>
      {current !== null && (
        <PassphraseField
          label={current}
          value={known}
          onChange={setKnown}
          error={textFor('current')}
        />
      )}
      <PassphraseField
        label={label ?? t('security.passphrase.field')}
        hint={t('security.passphrase.hint', { count: minPassphraseLength })}
        value={typed}
        onChange={setTyped}
        error={textFor('first')}
        below={typed.length >= minPassphraseLength && <StrengthHint typed={typed} />}
      />
      <PassphraseField
        label={t('security.passphrase.again')}
        value={again}
        onChange={setAgain}
        error={textFor('again')}
      />
    </Frame>
  )
}

const filledBars = { easy: 1, fair: 2, good: 3 } as const

/** Describes how hard the input is to guess; the bars only repeat it. */
function StrengthHint({ typed }: { readonly typed: string }) {
  const { t } = useSentences()
  const strength = passphraseStrength(typed)
  return (
    <div className={classes['hint']} data-strength={strength}>
      <span className={classes['bars']} aria-hidden>
        {[1, 2, 3].map((bar) => (
          <span key={bar} data-filled={bar <= filledBars[strength] || undefined} />
        ))}
      </span>
      <span>{t(`security.strength.${strength}`)}</span>
    </div>
  )
}

import { Button } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { Result } from '../../../shared/errors.ts'
import { maxPassphraseLength, minPassphraseLength } from '../../../shared/passphrase.ts'
import { errorText } from '../../i18n/app-error.ts'
import { useSentences } from '../../i18n/use-sentences.ts'
import page from '../shell/Place.module.css'
import { PassphraseField } from '../unlock/PassphraseField.tsx'
import classes from './PassphraseForm.module.css'
import { StrengthHint } from './StrengthHint.tsx'

interface Props {
  /** `undefined`: the user thought better of it, so what was typed stays. */
  readonly submit: (
    passphrase: string,
    current: string | null,
  ) => Promise<Result<unknown> | undefined>
  /** The label of the new passphrase, where it is not the one that opens Token Desk. */
  readonly label?: string
  readonly button: string
  /** The label of the passphrase that is set, which is asked for as well; `null`: none is set. */
  readonly current: string | null
  readonly onDone: () => void
  readonly onCancel?: () => void
}

/** Asks for a new passphrase, twice. What was typed lives in these fields alone. */
export function PassphraseForm({ submit, label, button, current, onDone, onCancel }: Props) {
  const { t } = useSentences()
  const [known, setKnown] = useState('')
  const [typed, setTyped] = useState('')
  const [again, setAgain] = useState('')
  const [error, setError] = useState<{ field: 'current' | 'first' | 'again'; text: string } | null>(
    null,
  )
  const [isBusy, setIsBusy] = useState(false)

  function problem(): typeof error {
    if (current !== null && known === '') {
      return { field: 'current', text: t('security.passphrase.currentNeeded') }
    }
    // No passphrase is longer, so this is none.
    if (known.length > maxPassphraseLength) {
      return { field: 'current', text: t('errors.wrong-passphrase') }
    }
    if (typed.length < minPassphraseLength) {
      return {
        field: 'first',
        text: t('security.passphrase.tooShort', { count: minPassphraseLength }),
      }
    }
    // Not cut off while it is typed or pasted: nobody would know what was set.
    if (typed.length > maxPassphraseLength) {
      return {
        field: 'first',
        text: t('security.passphrase.tooLong', { count: maxPassphraseLength }),
      }
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
    const result = await submit(typed, current === null ? null : known)
    setIsBusy(false)
    if (result === undefined) return
    if (!result.ok) {
      const field = result.error.code === 'wrong-passphrase' ? 'current' : 'first'
      return setError({ field, text: errorText(t, result.error) })
    }
    setKnown('')
    setTyped('')
    setAgain('')
    onDone()
  }

  return (
    <form className={classes['form']} onSubmit={(event) => void send(event)}>
      {current !== null && (
        <PassphraseField
          label={current}
          value={known}
          onChange={setKnown}
          error={error?.field === 'current' ? error.text : null}
        />
      )}
      <PassphraseField
        label={label ?? t('security.passphrase.field')}
        hint={t('security.passphrase.hint', { count: minPassphraseLength })}
        value={typed}
        onChange={setTyped}
        error={error?.field === 'first' ? error.text : null}
        below={typed.length >= minPassphraseLength && <StrengthHint typed={typed} />}
      />
      <PassphraseField
        label={t('security.passphrase.again')}
        value={again}
        onChange={setAgain}
        error={error?.field === 'again' ? error.text : null}
      />
      <div className={page['buttons']}>
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

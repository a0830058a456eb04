import { Button } from '@mantine/core'
import { useEffect, useState } from 'react'
import { assertNever } from '../../../shared/assert-never.ts'
import type { BackupPreview, RestoreChoice, Restored } from '../../../shared/backup.ts'
import type { AppError, Result } from '../../../shared/errors.ts'
import { errorText } from '../../i18n/app-error.ts'
import { useSentences } from '../../i18n/use-texts.ts'
import { useRequest } from '../../store/app-context.ts'
import { Notice } from '../notices/Notice.tsx'
import classes from '../shell/Page.module.css'
import { UnlockForm } from '../unlock/PassphraseForm.tsx'
import { RestorePreview } from './RestorePreview.tsx'

type Step =
  | { readonly kind: 'choose'; readonly error: AppError | null }
  | { readonly kind: 'passphrase'; readonly fileName: string }
  | { readonly kind: 'preview'; readonly preview: BackupPreview }
  | { readonly kind: 'done'; readonly restored: Restored }

const atFirst: Step = { kind: 'choose', error: null }

/** Brings profiles back from a file: choose it, open it, see what would change, restore. */
export function Restore({ isMemoryOnly }: { readonly isMemoryOnly: boolean }) {
  const { t } = useSentences()
  const { send: chooseBackup } = useRequest('chooseBackup')
  const { send: openBackup } = useRequest('openBackup')
  const { send: restoreBackup } = useRequest('restoreBackup')
  const { send: closeBackup } = useRequest('closeBackup')
  const [step, setStep] = useState(atFirst)

  // Main drops the decrypted contents when this page closes.
  useEffect(() => () => void closeBackup({}), [closeBackup])

  async function choose(): Promise<void> {
    const result = await chooseBackup({})
    if (!result.ok) setStep({ kind: 'choose', error: result.error })
    else if (result.value.kind === 'chosen') {
      setStep({ kind: 'passphrase', fileName: result.value.fileName })
    }
  }

  async function open(passphrase: string): Promise<Result<unknown>> {
    const result = await openBackup({ passphrase })
    if (result.ok) setStep({ kind: 'preview', preview: result.value })
    return result
  }

  async function restore(choice: RestoreChoice): Promise<void> {
    const result = await restoreBackup({ choice })
    setStep(
      result.ok
        ? { kind: 'done', restored: result.value }
        : { kind: 'choose', error: result.error },
    )
    await closeBackup({})
  }

  async function cancel(): Promise<void> {
    setStep(atFirst)
    await closeBackup({})
  }

  function current() {
    switch (step.kind) {
      case 'choose':
        return (
          <>
            {step.error !== null && <Notice kind="trouble">{errorText(t, step.error)}</Notice>}
            <Button variant="default" onClick={() => void choose()}>
              {t('backup.restore.choose')}
            </Button>
          </>
        )
      case 'passphrase':
        return (
          <>
            <p>{t('backup.restore.chosen', { fileName: step.fileName })}</p>
            <UnlockForm submit={open} button={t('backup.restore.openFile')} autoFocus />
            <div className={classes['buttons']}>
              <Button variant="subtle" onClick={() => void choose()}>
                {t('backup.restore.chooseOther')}
              </Button>
              <Button variant="subtle" onClick={() => void cancel()}>
                {t('backup.restore.cancel')}
              </Button>
            </div>
          </>
        )
      case 'preview':
        return (
          <RestorePreview preview={step.preview} restore={restore} cancel={() => void cancel()} />
        )
      case 'done':
        return (
          <>
            <RestoredNotice restored={step.restored} />
            <Button variant="default" onClick={() => void choose()}>
              {t('backup.restore.choose')}
            </Button>
          </>
        )
      default:
        return assertNever(step)
    }
  }

  return (
    <section className={classes['part']}>
      <h2>{t('backup.restore.title')}</h2>
      <p className={classes['soft']}>{t('backup.restore.what')}</p>
      {isMemoryOnly && <Notice kind="warning">{t('backup.restore.memoryOnly')}</Notice>}
      {current()}
    </section>
  )
}

/** The result of a restore. */
function RestoredNotice({ restored }: { readonly restored: Restored }) {
  const { t } = useSentences()
  const { stoppedBy, ...counts } = restored
  if (stoppedBy !== null) {
    return (
      <Notice kind="trouble" title={errorText(t, stoppedBy)}>
        {t('backup.restore.stopped', counts)}
      </Notice>
    )
  }
  return (
    <div role="status">
      <Notice kind="info" title={t('backup.restore.done', counts)}>
        {t('backup.restore.tokens')}
      </Notice>
    </div>
  )
}

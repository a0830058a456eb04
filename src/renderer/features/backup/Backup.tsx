import { useState } from 'react'
import type { WrittenBackup } from '../../../shared/backup.ts'
import type { Result } from '../../../shared/errors.ts'
import { useSentences, useTexts } from '../../i18n/use-texts.ts'
import { useAppState, useRequest } from '../../store/app-context.ts'
import { profilesStateIn } from '../../store/app-state.ts'
import { Notice } from '../notices/Notice.tsx'
import classes from '../shell/Page.module.css'
import { Page } from '../shell/Page.tsx'
import { NewPassphraseForm } from '../unlock/PassphraseForm.tsx'
import { Names } from './Names.tsx'
import { Restore } from './Restore.tsx'

/** All profiles into one file, and back. */
export function Backup() {
  const { t } = useTexts()
  const protection = useAppState((state) => profilesStateIn(state)?.vault.protection)
  if (protection === undefined) return null
  return (
    <Page title={t('backup.title')} intro={t('backup.intro')} close={t('backup.close')} hasParts>
      <WriteBackup />
      {protection.kind !== 'read-only' && (
        <Restore isMemoryOnly={protection.kind === 'memory-only'} />
      )}
    </Page>
  )
}

type Written = Extract<WrittenBackup, { kind: 'written' }>

/** Saves all profiles into a file under a passphrase. */
function WriteBackup() {
  const { t } = useSentences()
  const { send: writeBackup } = useRequest('writeBackup')
  const [written, setWritten] = useState<Written | null>(null)
  const isEmpty = useAppState((state) => {
    const profiles = profilesStateIn(state)?.profiles.values() ?? []
    // Where all are locked the file would hold none, and might take the place of a good one.
    return ![...profiles].some(({ lifetime, locked }) => lifetime === 'saved' && !locked)
  })

  // Secrets that are in memory only are not kept under the passphrase.
  const isAsked = useAppState((state) => {
    const vault = profilesStateIn(state)?.vault
    return vault?.keys.passphrase === 'stays' && vault.protection.kind !== 'memory-only'
  })

  async function write(
    passphrase: string,
    current: string | null,
  ): Promise<Result<unknown> | undefined> {
    setWritten(null)
    const result = await writeBackup({ passphrase, ...(current === null ? {} : { current }) })
    if (!result.ok) return result
    if (result.value.kind === 'cancelled') return undefined
    setWritten(result.value)
    return result
  }

  return (
    <section className={classes['part']}>
      <h2>{t('backup.write.title')}</h2>
      {isEmpty ? (
        <p className={classes['soft']}>{t('backup.write.nothing')}</p>
      ) : (
        <>
          <p className={classes['soft']}>{t('backup.write.what')}</p>
          <p className={classes['soft']}>{t('backup.write.keep')}</p>
          <NewPassphraseForm
            submit={write}
            label={t('backup.write.passphrase')}
            button={t('backup.write.button')}
            current={isAsked ? t('backup.write.current') : null}
            onDone={() => {}}
          />
        </>
      )}
      <div role="status">{written !== null && <WrittenNotice written={written} />}</div>
    </section>
  )
}

/** The contents of the file, and what it lacks. */
function WrittenNotice({ written }: { readonly written: Written }) {
  const { t } = useSentences()
  const { fileName, count, notIncluded, withoutRefreshToken, unreadableProfiles } = written
  const isWhole = notIncluded.length + withoutRefreshToken.length + unreadableProfiles === 0
  return (
    <Notice kind={isWhole ? 'info' : 'warning'} title={t('backup.write.done', { count, fileName })}>
      {notIncluded.length > 0 && (
        <>
          {t('backup.write.notIncluded', { count: notIncluded.length })}
          <Names profiles={notIncluded} />
        </>
      )}
      {unreadableProfiles > 0 && (
        <p>{t('backup.write.unreadable', { count: unreadableProfiles })}</p>
      )}
      {withoutRefreshToken.length > 0 && (
        <>
          {t('backup.write.withoutRefreshToken', { count: withoutRefreshToken.length })}
          <Names profiles={withoutRefreshToken} />
        </>
      )}
    </Notice>
  )
}

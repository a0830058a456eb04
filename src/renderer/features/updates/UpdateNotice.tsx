import { Button } from '@mantine/core'
import { IconExternalLink } from '@tabler/icons-react'
import { newVersionText, notesIn } from '../../i18n/update.ts'
import { useSentences, useTexts } from '../../i18n/use-texts.ts'
import { useAppState, useRequest } from '../../store/app-context.ts'
import { profilesStateIn } from '../../store/app-state.ts'
import { Notice } from '../notices/Notice.tsx'
import notices from '../notices/VaultNotices.module.css'
import classes from './UpdateNotice.module.css'

/** Announces a newer version until the user dismisses it. */
export function UpdateNotice() {
  const { t, locale } = useSentences()
  const { language } = useTexts()
  const dismissal = useRequest('dismissUpdate')
  const opening = useRequest('openUpdatePage')
  const found = useAppState(({ updates }) => updates?.found ?? null)
  const isDismissed = useAppState(({ updates }) => updates?.isDismissed === true)
  const own = useAppState((state) => profilesStateIn(state)?.version)
  if (found === null || isDismissed || own === undefined) return null
  const notes = notesIn(found, language)
  return (
    <div className={notices['notices']}>
      <Notice kind="info" title={t('updates.title', { version: found.version })}>
        <p>{newVersionText(t, found, own, locale)}</p>
        {notes !== null && (
          <p className={classes['notes']} lang={notes.language}>
            {notes.text}
          </p>
        )}
        <div className={classes['buttons']}>
          <Button
            size="compact-sm"
            variant="default"
            rightSection={<IconExternalLink size={15} aria-hidden />}
            onClick={() => void opening.run({})}
          >
            {t('updates.openPage')}
          </Button>
          <Button
            size="compact-sm"
            variant="subtle"
            onClick={() => void dismissal.run({ version: found.version })}
          >
            {t('updates.notNow')}
          </Button>
        </div>
      </Notice>
    </div>
  )
}

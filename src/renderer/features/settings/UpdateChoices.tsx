import { Button, Switch } from '@mantine/core'
import { IconExternalLink } from '@tabler/icons-react'
import { useState } from 'react'
import type { AppSettings } from '../../../shared/app-settings.ts'
import type { LookResult, UpdatesView } from '../../../shared/updates.ts'
import { lookText, versionSentence } from '../../i18n/update.ts'
import { useSentences } from '../../i18n/use-texts.ts'
import { useActions, useRequest } from '../../store/app-context.ts'
import page from '../shell/Page.module.css'
import classes from './UpdateChoices.module.css'

interface Props {
  readonly settings: AppSettings
  readonly updates: UpdatesView
}

/** The choice to look for new versions, and the server that is asked. */
export function UpdateChoices({ settings, updates: { host, found } }: Props) {
  const { t, locale } = useSentences()
  const { changeSettings } = useActions()
  const looking = useRequest('lookForUpdate')
  const opening = useRequest('openUpdatePage')
  const [result, setResult] = useState<LookResult>()

  async function look(): Promise<void> {
    setResult(undefined)
    setResult((await looking.run({}))?.result)
  }

  const came = result === undefined ? null : lookText(t, result)
  return (
    <>
      <Switch
        label={t('updates.tell')}
        aria-label={t('updates.tell')}
        description={t('updates.tellHint', { host })}
        checked={settings.lookForUpdates}
        onChange={(event) => void changeSettings({ lookForUpdates: event.currentTarget.checked })}
      />
      <div className={page['buttons']}>
        <Button variant="default" size="xs" loading={looking.isPending} onClick={() => void look()}>
          {t('updates.lookNow')}
        </Button>
        {found !== null && (
          <Button
            variant="default"
            size="xs"
            rightSection={<IconExternalLink size={15} aria-hidden />}
            onClick={() => void opening.run({})}
          >
            {t('updates.openPage')}
          </Button>
        )}
      </div>
      <div role="status" className={classes['outcome']}>
        {came !== null && <p>{came}</p>}
        {found !== null && <p>{versionSentence(t, found, locale)}</p>}
      </div>
    </>
  )
}

import { Button } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useId } from 'react'
import { useSentences } from '../../sentences/use-sentences.ts'
import { useActions, useApp, useAppState } from '../../store/app-context.ts'
import { deskIn, placeBefore } from '../../store/app-state.ts'
import { BackupLink } from '../backup/BackupLink.tsx'
import { TroubleNotice } from '../notices/TroubleNotice.tsx'
import { UnlockForm } from '../unlock/UnlockForm.tsx'
import { KeyStoreChoice } from './KeyStoreChoice.tsx'
import { LockChoices } from './LockChoices.tsx'
import { PassphraseChoice } from './PassphraseChoice.tsx'
import classes from './Security.module.css'

/** How secrets are kept, and when the app locks. */
export function Security() {
  const { t } = useSentences()
  const { store } = useApp()
  const { leaveFor, unlock } = useActions()
  const titleId = useId()
  const vault = useAppState((state) => deskIn(state)?.vault)
  if (vault === undefined) return null
  const { protection, keys } = vault
  const isLocked = protection.kind === 'memory-only' && protection.reason === 'locked'
  const isReadOnly = protection.kind === 'read-only'
  return (
    <section className={classes['place']} aria-labelledby={titleId}>
      <header className={classes['header']}>
        <h1 id={titleId}>{t('security.title')}</h1>
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconX size={16} aria-hidden />}
          onClick={() => leaveFor(placeBefore(store.state.getState()))}
        >
          {t('security.close')}
        </Button>
        <p className={classes['intro']}>{t('security.intro')}</p>
      </header>
      <TroubleNotice />
      {isLocked && keys.passphrase !== 'none' && (
        <UnlockForm submit={unlock} button={t('vault.unlock.unlock')} />
      )}
      {isLocked && keys.passphrase === 'none' && <p>{t('security.closed')}</p>}
      {!isLocked && !isReadOnly && (
        <>
          <PassphraseChoice vault={vault} />
          {keys.passphrase === 'stays' && <KeyStoreChoice vault={vault} />}
          <LockChoices canLock={keys.passphrase === 'stays'} />
        </>
      )}
      <BackupLink />
    </section>
  )
}

import { useSentences } from '../../i18n/use-sentences.ts'
import { useActions, useAppState } from '../../store/app-context.ts'
import { profilesStateIn } from '../../store/app-state.ts'
import { BackupLink } from '../backup/BackupLink.tsx'
import { TroubleNotice } from '../notices/TroubleNotice.tsx'
import { Page } from '../shell/Place.tsx'
import { UnlockForm } from '../unlock/UnlockForm.tsx'
import { KeyStoreChoice } from './KeyStoreChoice.tsx'
import { LockChoices } from './LockChoices.tsx'
import { PassphraseChoice } from './PassphraseChoice.tsx'

/** How secrets are kept, and when the app locks. */
export function Security() {
  const { t } = useSentences()
  const { unlock } = useActions()
  const vault = useAppState((state) => profilesStateIn(state)?.vault)
  if (vault === undefined) return null
  const { protection, keys } = vault
  const isLocked = protection.kind === 'memory-only' && protection.reason === 'locked'
  const isReadOnly = protection.kind === 'read-only'
  return (
    <Page
      title={t('security.title')}
      intro={t('security.intro')}
      close={t('security.close')}
      hasParts
    >
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
    </Page>
  )
}

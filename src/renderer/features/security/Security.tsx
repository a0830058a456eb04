import { Button } from '@mantine/core'
import { useSentences, useTexts } from '../../i18n/use-texts.ts'
import { useActions, useApp, useAppState, useRequest } from '../../store/app-context.ts'
import { originIn, profilesStateIn } from '../../store/app-state.ts'
import { TroubleNotice } from '../notices/TroubleNotice.tsx'
import classes from '../shell/Page.module.css'
import { Page } from '../shell/Page.tsx'
import { UnlockForm } from '../unlock/PassphraseForm.tsx'
import { KeyStoreChoice } from './KeyStoreChoice.tsx'
import { LockChoices } from './LockChoices.tsx'
import { PassphraseChoice } from './PassphraseChoice.tsx'

/** Shows how secrets are protected, and when the app locks. */
export function Security() {
  const { t } = useSentences()
  const unlocking = useRequest('unlock')
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
        <UnlockForm
          submit={(passphrase) => unlocking.send({ passphrase })}
          button={t('vault.unlock.unlock')}
        />
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

/** Leads from how secrets are kept to keeping a copy of them. */
function BackupLink() {
  const { t } = useTexts()
  const { store } = useApp()
  const { goTo } = useActions()

  return (
    <section className={classes['part']}>
      <h2>{t('backup.link.title')}</h2>
      <p className={classes['soft']}>{t('backup.link.hint')}</p>
      <Button
        variant="default"
        onClick={() =>
          goTo({ kind: 'backup', from: originIn(store.state.getState()), through: 'security' })
        }
      >
        {t('backup.link.open')}
      </Button>
    </section>
  )
}

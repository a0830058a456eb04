import { Button } from '@mantine/core'
import { useState } from 'react'
import { lockRefusalText } from '../../i18n/app-error.ts'
import { useSentences } from '../../i18n/use-texts.ts'
import { vaultNotices } from '../../i18n/vault-notices.ts'
import { useActions, useApp, useAppState, useRequest } from '../../store/app-context.ts'
import { originIn, profilesStateIn, unsavedIn } from '../../store/app-state.ts'
import { Notice } from './Notice.tsx'
import classes from './VaultNotices.module.css'

/** Notices about how the secrets are kept. */
export function VaultNotices() {
  const vault = useAppState((state) => profilesStateIn(state)?.vault)
  const unsaved = useAppState(unsavedIn)
  const { t } = useSentences()
  const notices = vault === undefined ? [] : vaultNotices(t, vault, unsaved)
  if (notices.length === 0) return null
  return (
    <div className={classes['notices']}>
      {notices.map(({ kind, title, text, helps }) => (
        <Notice key={kind} kind={kind === 'key-store-changed' ? 'info' : 'warning'} title={title}>
          {text}
          {helps !== undefined && <Helps kind={helps} />}
        </Notice>
      ))}
    </div>
  )
}

/** Buttons that help against the problem of a notice. */
function Helps({ kind }: { readonly kind: 'protect' | 'unlock' }) {
  const { t } = useSentences()
  const { store } = useApp()
  const { goTo } = useActions()
  const { run: tryKeyStoreAgain } = useRequest('tryKeyStoreAgain')
  const { run: restart } = useRequest('restart')
  const [hasFailed, setHasFailed] = useState(false)
  const needsRestart = useAppState((state) => profilesStateIn(state)?.vault.needsRestart === true)
  const isThere = useAppState((state) => state.page.kind === 'security')
  // Without a passphrase there is nothing over there that would unlock them.
  const isOfUse = useAppState(
    (state) => kind === 'protect' || profilesStateIn(state)?.vault.keys.passphrase !== 'none',
  )

  async function tryAgain(): Promise<void> {
    setHasFailed(false)
    setHasFailed((await tryKeyStoreAgain({}))?.isOpen !== true)
  }

  return (
    <div className={classes['helps']}>
      {!isThere && isOfUse && (
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => goTo({ kind: 'security', from: originIn(store.state.getState()) })}
        >
          {kind === 'protect' ? t('vault.unlock.setPassphrase') : t('vault.unlock.open')}
        </Button>
      )}
      <Button
        size="compact-sm"
        variant="subtle"
        onClick={() => void (needsRestart ? restart({}) : tryAgain())}
      >
        {needsRestart ? t('vault.unlock.restart') : t('vault.unlock.tryAgain')}
      </Button>
      {hasFailed && <span role="status">{t('vault.unlock.stillClosed')}</span>}
    </div>
  )
}

/** The notice about a lock that was refused or that discarded input. */
export function LockNotice() {
  const notice = useAppState((state) => state.lockNotice)
  const { dismiss } = useActions()
  const { t } = useSentences()
  if (notice === null) return null
  const { refused, lostTyping } = notice
  return (
    <div className={classes['notices']}>
      <Notice
        kind={refused === null ? 'info' : 'trouble'}
        title={refused === null ? null : t('security.lock.refused')}
        onDismiss={() => dismiss('lockNotice')}
      >
        {refused !== null && <p>{lockRefusalText(t, refused)}</p>}
        {lostTyping && <p>{t('security.lock.typingLost')}</p>}
      </Notice>
    </div>
  )
}

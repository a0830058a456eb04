import { IconLock } from '@tabler/icons-react'
import { useRef } from 'react'
import { useSentences } from '../../i18n/use-texts.ts'
import { useAppState, useRequest } from '../../store/app-context.ts'
import { profilesStateIn } from '../../store/app-state.ts'
import { Notice } from '../notices/Notice.tsx'
import { TroubleNotice } from '../notices/TroubleNotice.tsx'
import { useFocusKeeper } from '../shell/use-focus.ts'
import { OtherKeys } from './OtherKeys.tsx'
import { UnlockForm } from './PassphraseForm.tsx'
import classes from './UnlockScreen.module.css'

/** All that the window shows while the saved secrets are locked. */
export function UnlockScreen() {
  const { t } = useSentences()
  const unlocking = useRequest('unlock')
  const vault = useAppState((state) => profilesStateIn(state)?.vault)
  const fileWaits = useAppState((state) => state.fileWaits)
  const main = useRef<HTMLElement>(null)
  useFocusKeeper(main)
  if (vault?.protection.kind !== 'locked') return null
  const { reason } = vault.protection
  const hasPassphrase = vault.keys.passphrase !== 'none' && reason !== 'vault-damaged'
  const isUsual = reason === 'locked-by-user' || reason === 'passphrase-needed'
  return (
    <main ref={main} className={classes['page']} tabIndex={-1}>
      <div className={classes['card']}>
        <IconLock size={36} aria-hidden className={classes['icon']} />
        <h1>{isUsual ? t('vault.unlock.title') : t('vault.lockedTitle')}</h1>
        <p>{t(`vault.locked.${reason}`)}</p>
        <TroubleNotice />
        {fileWaits && <Notice kind="info">{t('imports.fileWaits')}</Notice>}
        {hasPassphrase && (
          <>
            {!isUsual && <p>{t('vault.unlock.orPassphrase')}</p>}
            <UnlockForm
              submit={(passphrase) => unlocking.send({ passphrase })}
              button={t('vault.unlock.unlock')}
              autoFocus
            />
          </>
        )}
        <OtherKeys
          reason={reason}
          keyStore={vault.keys.keyStore}
          needsRestart={vault.needsRestart}
        />
      </div>
    </main>
  )
}

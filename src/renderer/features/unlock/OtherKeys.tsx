import { Button } from '@mantine/core'
import { useState } from 'react'
import type { VaultView } from '../../../shared/vault-view.ts'
import { useSentences } from '../../i18n/use-texts.ts'
import { useRequest } from '../../store/app-context.ts'
import classes from './OtherKeys.module.css'

interface Props {
  readonly reason: Extract<VaultView['protection'], { kind: 'locked' }>['reason']
  readonly keyStore: VaultView['keys']['keyStore']
  /** Only a restart asks the key store again. */
  readonly needsRestart: boolean
}

/** The alternatives to entering the passphrase. */
export function OtherKeys({ reason, keyStore, needsRestart }: Props) {
  const { t } = useSentences()
  const attempt = useRequest('tryKeyStoreAgain')
  const restart = useRequest('restart')
  const workInMemory = useRequest('workInMemory')
  const [hasTried, setHasTried] = useState(false)
  if (reason === 'locked-by-user') return null
  const isKeyStoreLeft = reason === 'passphrase-needed' && keyStore === 'leaves'
  const canTry =
    isKeyStoreLeft ||
    (!needsRestart && reason !== 'passphrase-needed' && reason !== 'vault-damaged')

  async function tryAgain(): Promise<void> {
    const answer = await attempt.run({})
    setHasTried(answer?.isOpen !== true)
  }

  return (
    <div className={classes['others']}>
      {needsRestart && <p className={classes['hint']}>{t('vault.unlock.asksAtStart')}</p>}
      {hasTried && !needsRestart && (
        <p role="status" className={classes['hint']}>
          {reason === 'vault-unreadable'
            ? t('vault.unlock.stillUnreadable')
            : t('vault.unlock.stillClosed')}
        </p>
      )}
      <div className={classes['buttons']}>
        {canTry && (
          <Button variant="default" loading={attempt.isPending} onClick={() => void tryAgain()}>
            {isKeyStoreLeft ? t('vault.unlock.useKeyStore') : t('vault.unlock.tryAgain')}
          </Button>
        )}
        {(needsRestart || (hasTried && reason !== 'vault-unreadable')) && (
          <Button variant="default" onClick={() => void restart.run({})}>
            {t('vault.unlock.restart')}
          </Button>
        )}
        <Button variant="subtle" onClick={() => void workInMemory.run({})}>
          {t('vault.unlock.without')}
        </Button>
      </div>
      <p className={classes['hint']}>{t('vault.unlock.withoutHint')}</p>
    </div>
  )
}

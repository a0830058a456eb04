import { Button } from '@mantine/core'
import { useState } from 'react'
import type { VaultView } from '../../../shared/contract.ts'
import { useSentences } from '../../sentences/use-sentences.ts'
import { useActions } from '../../store/app-context.ts'
import { PassphraseForm } from './PassphraseForm.tsx'
import classes from './Security.module.css'

/** Sets, changes and removes the passphrase. */
export function PassphraseChoice({ vault }: { readonly vault: VaultView }) {
  const { t } = useSentences()
  const { setPassphrase, removePassphrase } = useActions()
  const [isTyping, setIsTyping] = useState(false)
  const { protection, keys } = vault
  const isSet = keys.passphrase === 'stays'
  const mayGo = protection.kind === 'key-store' && keys.keyStore === 'stays'

  function words(): string {
    if (keys.passphrase === 'leaves') return t('security.passphrase.leaves')
    if (isSet) return t('security.passphrase.isSet')
    const isMemory = protection.kind === 'memory-only'
    return isMemory ? t('security.passphrase.noneMemory') : t('security.passphrase.none')
  }

  return (
    <section className={classes['part']}>
      <h2>{t('security.passphrase.title')}</h2>
      <p className={classes['soft']}>{words()}</p>
      {isSet && !mayGo && <p className={classes['soft']}>{t('security.passphrase.onlyKey')}</p>}
      {isTyping || !isSet ? (
        <PassphraseForm
          submit={setPassphrase}
          button={isSet ? t('security.passphrase.change') : t('security.passphrase.set')}
          onDone={() => setIsTyping(false)}
          {...(isSet ? { onCancel: () => setIsTyping(false) } : {})}
        />
      ) : (
        <div className={classes['buttons']}>
          <Button variant="default" onClick={() => setIsTyping(true)}>
            {t('security.passphrase.change')}
          </Button>
          {mayGo && (
            <Button variant="subtle" onClick={() => void removePassphrase()}>
              {t('security.passphrase.remove')}
            </Button>
          )}
        </div>
      )}
    </section>
  )
}

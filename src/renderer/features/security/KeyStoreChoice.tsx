import { Button, Switch } from '@mantine/core'
import { useState } from 'react'
import type { VaultView } from '../../../shared/vault-view.ts'
import { useSentences } from '../../i18n/use-texts.ts'
import { useRequest } from '../../store/app-context.ts'
import classes from '../shell/Page.module.css'
import { UnlockForm } from '../unlock/PassphraseForm.tsx'

/** The choice to let the system's key store open the app without the passphrase. */
export function KeyStoreChoice({ vault }: { readonly vault: VaultView }) {
  const { t } = useSentences()
  const { run: addKeyStore } = useRequest('addKeyStore')
  const { send: leaveKeyStore } = useRequest('leaveKeyStore')
  const [isConfirming, setIsConfirming] = useState(false)
  const { protection, keys } = vault
  const isOn = keys.keyStore === 'stays'
  const hasChanged =
    isOn && protection.kind === 'passphrase' && protection.keyStore === 'key-does-not-fit'

  async function leave(passphrase: string) {
    const result = await leaveKeyStore({ passphrase })
    if (result.ok) setIsConfirming(false)
    return result
  }

  return (
    <section className={classes['part']}>
      <h2>{t('security.keyStore.title')}</h2>
      <Switch
        label={t('security.keyStore.label')}
        aria-label={t('security.keyStore.label')}
        description={
          keys.keyStore === 'leaves' ? t('security.keyStore.leaves') : t('security.keyStore.hint')
        }
        checked={isOn}
        onChange={(event) => {
          // It stays on until the passphrase has shown that it opens what is locked then.
          if (!event.currentTarget.checked) setIsConfirming(true)
          else void addKeyStore({})
        }}
      />
      {isConfirming && (
        <>
          <p className={classes['soft']}>{t('security.keyStore.confirm')}</p>
          <UnlockForm
            submit={leave}
            button={t('security.keyStore.confirmButton')}
            onCancel={() => setIsConfirming(false)}
            autoFocus
          />
        </>
      )}
      {hasChanged && !isConfirming && (
        <>
          <p className={classes['soft']}>{t('security.keyStore.changed')}</p>
          <Button variant="default" onClick={() => void addKeyStore({})}>
            {t('security.keyStore.useThis')}
          </Button>
        </>
      )}
    </section>
  )
}

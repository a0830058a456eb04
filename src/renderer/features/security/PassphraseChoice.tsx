import { Button } from '@mantine/core'
import { useState } from 'react'
import type { VaultView } from '../../../shared/vault-view.ts'
import { useSentences } from '../../i18n/use-texts.ts'
import { useRequest } from '../../store/app-context.ts'
import classes from '../shell/Page.module.css'
import { NewPassphraseForm, UnlockForm } from '../unlock/PassphraseForm.tsx'

/** Sets, changes and removes the passphrase. */
export function PassphraseChoice({ vault }: { readonly vault: VaultView }) {
  const { t } = useSentences()
  const { send } = useRequest('setPassphrase')
  const setPassphrase = (passphrase: string, current: string | null) =>
    send({ passphrase, ...(current === null ? {} : { current }) })
  const [open, setOpen] = useState<'change' | 'remove' | null>(null)
  const { protection, keys } = vault
  const isSet = keys.passphrase === 'stays'
  const mayGo = protection.kind === 'key-store' && keys.keyStore === 'stays'
  const close = () => setOpen(null)

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
      {!isSet && (
        <NewPassphraseForm
          submit={setPassphrase}
          button={t('security.passphrase.set')}
          current={null}
          onDone={close}
        />
      )}
      {isSet && open === 'change' && (
        <NewPassphraseForm
          submit={setPassphrase}
          button={t('security.passphrase.change')}
          current={t('security.passphrase.current')}
          onDone={close}
          onCancel={close}
        />
      )}
      {isSet && open === 'remove' && <RemovePassphrase onDone={close} />}
      {isSet && open === null && (
        <div className={classes['buttons']}>
          <Button variant="default" onClick={() => setOpen('change')}>
            {t('security.passphrase.change')}
          </Button>
          {mayGo && (
            <Button variant="subtle" onClick={() => setOpen('remove')}>
              {t('security.passphrase.remove')}
            </Button>
          )}
        </div>
      )}
    </section>
  )
}

/** Explains the consequences of removing the passphrase, and asks for it first. */
function RemovePassphrase({ onDone }: { readonly onDone: () => void }) {
  const { t } = useSentences()
  const { send: removePassphrase } = useRequest('removePassphrase')

  async function remove(current: string) {
    const result = await removePassphrase({ current })
    if (result.ok) onDone()
    return result
  }

  return (
    <>
      <p>{t('security.passphrase.removeWhat')}</p>
      <UnlockForm
        label={t('security.passphrase.current')}
        submit={remove}
        button={t('security.passphrase.remove')}
        color="rust"
        onCancel={onDone}
        autoFocus
      />
    </>
  )
}

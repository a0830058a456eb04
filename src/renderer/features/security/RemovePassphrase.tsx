import { useSentences } from '../../i18n/use-sentences.ts'
import { useActions } from '../../store/app-context.ts'
import { UnlockForm } from '../unlock/UnlockForm.tsx'

/** Says what goes with the passphrase, and asks for it before it goes. */
export function RemovePassphrase({ onDone }: { readonly onDone: () => void }) {
  const { t } = useSentences()
  const { removePassphrase } = useActions()

  async function remove(current: string) {
    const result = await removePassphrase(current)
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

import { Button } from '@mantine/core'
import { useSentences } from '../../sentences/use-sentences.ts'
import { useActions } from '../../store/app-context.ts'
import classes from '../shell/Place.module.css'

/** Says what goes with the passphrase, before it goes. */
export function RemovePassphrase({ onDone }: { readonly onDone: () => void }) {
  const { t } = useSentences()
  const { removePassphrase } = useActions()
  return (
    <>
      <p>{t('security.passphrase.removeWhat')}</p>
      <div className={classes['buttons']}>
        <Button color="rust" onClick={() => void removePassphrase().then(onDone)}>
          {t('security.passphrase.remove')}
        </Button>
        <Button variant="default" onClick={onDone}>
          {t('security.passphrase.cancel')}
        </Button>
      </div>
    </>
  )
}

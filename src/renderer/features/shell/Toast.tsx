import { CloseButton } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { useEffect } from 'react'
import { sayingText } from '../../sentences/saying.ts'
import { useSentences } from '../../sentences/use-sentences.ts'
import { useActions, useAppState } from '../../store/app-context.ts'
import { type Saying, spokenOfIn } from '../../store/app-state.ts'
import classes from './Toast.module.css'

/** Long enough to be read twice. */
const readingTime = 6000

/** What came to nothing gets no tick. */
const isDone = ({ kind }: Saying) => kind !== 'cancelled' && kind !== 'nothing-to-copy'

/**
 * What the window says in passing. The live region is always there: a screen reader
 * reads out only what changes in a region that it knows.
 */
export function Toast() {
  const said = useAppState((state) => state.said)
  const profile = useAppState(spokenOfIn)
  const { hush } = useActions()
  const { t } = useSentences()

  useEffect(() => {
    if (said === null) return
    const timer = setTimeout(hush, readingTime)
    return () => clearTimeout(timer)
  }, [said, hush])

  return (
    <div className={classes['region']} role="status">
      {said !== null && (
        <div key={said.number} className={classes['toast']}>
          {isDone(said.saying) && <IconCheck size={18} aria-hidden className={classes['icon']} />}
          <span>{sayingText(t, said.saying, profile)}</span>
          <CloseButton size="sm" aria-label={t('app.dismiss')} onClick={hush} />
        </div>
      )}
    </div>
  )
}

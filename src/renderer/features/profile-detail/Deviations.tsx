import type { Deviation } from '../../../shared/outcome.ts'
import { useSentences } from '../../sentences/use-sentences.ts'
import classes from './Deviations.module.css'

/** What the server did otherwise than the standard and was forgiven: good to know, no cause for worry. */
export function Deviations({ deviations }: { readonly deviations: readonly Deviation[] }) {
  const { t } = useSentences()
  if (deviations.length === 0) return null
  return (
    <div className={classes['deviations']}>
      <p>{t('detail.deviations.title')}</p>
      <ul>
        {deviations.map((deviation) => (
          <li key={deviation}>{t(`detail.deviations.${deviation}`)}</li>
        ))}
      </ul>
    </div>
  )
}

import type { Deviation } from '../../../shared/outcome.ts'
import { useSentences } from '../../i18n/use-sentences.ts'
import classes from './Deviations.module.css'
import { Disclosure } from './Disclosure.tsx'

/** What the server did otherwise than the standard and was forgiven: good to know, no cause for worry. */
export function Deviations({ deviations }: { readonly deviations: readonly Deviation[] }) {
  const { t } = useSentences()
  if (deviations.length === 0) return null
  // The standard allows further fields (RFC 6749 §5.1), so they alone are nothing odd.
  const isOdd = deviations.some((deviation) => deviation !== 'extra-fields')
  return (
    <Disclosure title={isOdd ? t('detail.deviations.title') : t('detail.deviations.titleExtra')}>
      <p>{t('detail.deviations.hint')}</p>
      <ul className={classes['list']}>
        {deviations.map((deviation) => (
          <li key={deviation}>{t(`detail.deviations.${deviation}`)}</li>
        ))}
      </ul>
    </Disclosure>
  )
}

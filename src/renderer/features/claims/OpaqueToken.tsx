import { useSentences } from '../../i18n/use-sentences.ts'
import classes from './ReadableToken.module.css'

interface Props {
  readonly what: string
  readonly more: string
}

/** A token that says nothing to anybody but its server. */
export function OpaqueToken({ what, more }: Props) {
  const { t } = useSentences()
  return (
    <div className={classes['opaque']}>
      <p>
        {what} <small>{t('claims.opaqueTerm')}</small>
      </p>
      <p className={classes['soft']}>{more}</p>
    </div>
  )
}

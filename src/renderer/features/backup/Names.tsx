import type { NamedProfile } from '../../../shared/backup.ts'
import { useSentences } from '../../sentences/use-sentences.ts'
import classes from './Backup.module.css'

/** Nobody reads more names than this, and a list without end would hold the window up. */
const mostNames = 200

/** Profiles by name. */
export function Names({ profiles }: { readonly profiles: readonly NamedProfile[] }) {
  const { t } = useSentences()
  const count = profiles.length - mostNames
  return (
    <ul className={classes['names']}>
      {profiles.slice(0, mostNames).map(({ id, name }) => (
        <li key={id}>{name}</li>
      ))}
      {count > 0 && <li>{t('backup.restore.more', { count })}</li>}
    </ul>
  )
}

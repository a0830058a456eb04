import { useMemo } from 'react'
import type { NamedProfile } from '../../../shared/backup.ts'
import { compareNames } from '../../../shared/names.ts'
import { useSentences } from '../../i18n/use-texts.ts'
import { Name } from '../name/Name.tsx'
import classes from './Backup.module.css'

/** An endless list would block the window, and more names are hardly read. */
const maxNames = 200

/** Profiles, sorted by name. */
export function Names({ profiles }: { readonly profiles: readonly NamedProfile[] }) {
  const { t } = useSentences()
  const count = profiles.length - maxNames
  const sorted = useMemo(
    () => profiles.toSorted((one, other) => compareNames(one.name, other.name)),
    [profiles],
  )
  return (
    <ul className={classes['names']}>
      {sorted.slice(0, maxNames).map(({ id, name }) => (
        <li key={id}>
          <Name>{name}</Name>
        </li>
      ))}
      {count > 0 && <li>{t('backup.restore.more', { count })}</li>}
    </ul>
  )
}

import { type ImportCandidate, leftOutReasons } from '../../../shared/import.ts'
import { isolatedName } from '../../../shared/names.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import { Notice } from '../notices/Notice.tsx'
import { idleReasons } from './import-values.ts'
import classes from './Understood.module.css'

type Entry = ImportCandidate['leftOut'][number]

/** Lists the parts of the text that are in no profile, with the reason; those that could matter first. */
export function LeftOut({ leftOut }: Pick<ImportCandidate, 'leftOut'>) {
  const { t } = useTexts()
  const serious = leftOut.filter(({ why }) => !idleReasons.includes(why))
  const rest = leftOut.filter(({ why }) => idleReasons.includes(why))
  return (
    <>
      {serious.length > 0 && (
        <Notice kind="warning" title={t('imports.leftOut.title')}>
          <Entries entries={serious} />
        </Notice>
      )}
      {rest.length > 0 && (
        <details className={classes['rest']}>
          <summary>{t('imports.leftOut.rest')}</summary>
          <Entries entries={rest} />
        </details>
      )}
    </>
  )
}

function Entries({ entries }: { readonly entries: readonly Entry[] }) {
  const { t } = useTexts()
  const reasons = leftOutReasons.filter((reason) => entries.some(({ why }) => why === reason))
  const namesOf = (reason: Entry['why']) => [
    ...new Set(entries.filter(({ why }) => why === reason).map(({ what }) => what)),
  ]
  return (
    <ul className={classes['entries']}>
      {reasons.map((reason) => (
        <li key={reason}>
          <code>{namesOf(reason).map(isolatedName).join(', ')}</code>
          {': '}
          {t(`imports.leftOut.${reason}`)}
        </li>
      ))}
    </ul>
  )
}

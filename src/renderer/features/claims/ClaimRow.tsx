import { Button, Table } from '@mantine/core'
import { useState } from 'react'
import { firstOf } from '../../../shared/first-of.ts'
import type { ShownClaim } from '../../i18n/claim-search.ts'
import { useSentences } from '../../i18n/use-texts.ts'
import classes from './ClaimTable.module.css'

/** Enough to see what it is; some tokens carry a whole certificate. */
const lengthAtFirst = 400

/** The meaning and the value of a claim; an unknown one is shown by its own name. */
export function ClaimRow({ shown }: { readonly shown: ShownClaim }) {
  const { t } = useSentences()
  const [showsAll, setShowsAll] = useState(false)
  const { claim, meaning, value } = shown
  const { text, source } = value
  const isCut = !showsAll && text.length > lengthAtFirst
  return (
    <Table.Tr>
      <Table.Td>
        {meaning} <code data-alone={meaning === '' || undefined}>{claim.name}</code>
        {claim.repeated && <span className={classes['repeated']}>{t('claims.repeated')}</span>}
      </Table.Td>
      <Table.Td className={classes['value']}>
        {isCut ? `${firstOf(text, lengthAtFirst)}…` : text}
        {source !== null && <code>{shortened(source)}</code>}
        {isCut && (
          <div>
            <Button
              className={classes['more']}
              variant="subtle"
              size="compact-sm"
              onClick={() => setShowsAll(true)}
            >
              {t('claims.showAllText', { count: text.length })}
            </Button>
          </div>
        )}
      </Table.Td>
    </Table.Tr>
  )
}

/** Returns the start of a long source; the raw JSON shows all of it. */
function shortened(source: string): string {
  return source.length > lengthAtFirst ? `${firstOf(source, lengthAtFirst)}…` : source
}

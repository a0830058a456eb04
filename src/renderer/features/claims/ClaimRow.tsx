import { Button, Table } from '@mantine/core'
import { useState } from 'react'
import type { Claim } from '../../../shared/token.ts'
import { claimText, dateSource } from '../../sentences/claim.ts'
import { useSentences } from '../../sentences/use-sentences.ts'
import classes from './ClaimTable.module.css'

/** Enough to see what it is; some tokens carry a whole certificate. */
const lengthAtFirst = 400

export function ClaimRow({ claim, meaning }: { readonly claim: Claim; readonly meaning: string }) {
  const { t, moments } = useSentences()
  const [showsAll, setShowsAll] = useState(false)
  const text = claimText(t, claim, moments)
  const isCut = !showsAll && text.length > lengthAtFirst
  const source = dateSource(claim)
  return (
    <Table.Tr>
      <Table.Td>
        {meaning} <code>{claim.name}</code>
        {claim.repeated && <span className={classes['repeated']}>{t('claims.repeated')}</span>}
      </Table.Td>
      <Table.Td className={classes['value']}>
        {isCut ? `${text.slice(0, lengthAtFirst)}…` : text}
        {source !== null && <code>{source}</code>}
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

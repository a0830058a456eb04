import { Button, Table } from '@mantine/core'
import { useState } from 'react'
import { useSentences } from '../../i18n/use-texts.ts'
import { ClaimRow } from './ClaimRow.tsx'
import classes from './ClaimTable.module.css'
import type { PlacedClaim } from './use-shown-claims.ts'

interface Props {
  readonly title: string
  readonly term: string
  readonly claims: readonly PlacedClaim[]
}

/** More rows than any honest token has are shown when they are asked for. */
const rowsAtFirst = 100

/** The members of a header or a claims set, in the order of the token. */
export function ClaimTable({ title, term, claims }: Props) {
  const { t } = useSentences()
  const [showsAll, setShowsAll] = useState(false)
  const shown = showsAll ? claims : claims.slice(0, rowsAtFirst)
  return (
    <div>
      <Table layout="fixed" verticalSpacing="xs" className={classes['table']}>
        <Table.Caption>
          {title} <small>{term}</small>
        </Table.Caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('claims.meaning')}</Table.Th>
            <Table.Th>{t('claims.value')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {shown.map((claim) => (
            <ClaimRow key={claim.page} shown={claim} />
          ))}
          {claims.length === 0 && (
            <Table.Tr>
              <Table.Td colSpan={2}>{t('claims.none')}</Table.Td>
            </Table.Tr>
          )}
        </Table.Tbody>
      </Table>
      {shown.length < claims.length && (
        <Button
          className={classes['more']}
          variant="subtle"
          size="compact-sm"
          onClick={() => setShowsAll(true)}
        >
          {t('claims.showAllRows', { count: claims.length })}
        </Button>
      )}
    </div>
  )
}

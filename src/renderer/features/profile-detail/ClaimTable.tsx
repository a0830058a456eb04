import { Table } from '@mantine/core'
import type { Claim } from '../../../shared/token.ts'
import { claimText } from '../../sentences/claim.ts'
import { useSentences } from '../../sentences/use-sentences.ts'
import classes from './ClaimTable.module.css'

interface Props {
  readonly title: string
  readonly term: string
  readonly claims: readonly Claim[]
  readonly meaningOf: (name: string) => string
}

export function ClaimTable({ title, term, claims, meaningOf }: Props) {
  const { t, moments } = useSentences()
  return (
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
        {claims.map((claim) => (
          <Table.Tr key={claim.name}>
            <Table.Td>
              {meaningOf(claim.name)} <code>{claim.name}</code>
            </Table.Td>
            <Table.Td className={classes['value']}>{claimText(t, claim, moments)}</Table.Td>
          </Table.Tr>
        ))}
        {claims.length === 0 && (
          <Table.Tr>
            <Table.Td colSpan={2}>{t('claims.none')}</Table.Td>
          </Table.Tr>
        )}
      </Table.Tbody>
    </Table>
  )
}

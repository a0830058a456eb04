import type { ExtraHeader, ExtraParameter } from '../../../shared/extra.ts'
import { extraSecret, type ProfileDraft, type SecretName } from '../../../shared/profile.ts'
import type { SentWith } from '../../../shared/sent-with.ts'

/** The lists of further values that a request can have; the form treats them alike. */
export const extraLists = ['extraParameters', 'extraHeaders'] as const
export type ExtraList = (typeof extraLists)[number]

type Extra = ExtraParameter | ExtraHeader

export interface ExtraRow {
  /** Identifies a row while it is edited. */
  readonly key: string
  readonly name: string
  readonly value: string
  readonly secret: boolean
  readonly sentWith: SentWith
  /** The name of the saved secret that is this row's value; `null` if there is none. */
  readonly savedAs: SecretName | null
}

/** The fields of one value. */
export type ExtraFields = Omit<ExtraRow, 'key'>

const kinds = { extraParameters: 'parameter', extraHeaders: 'header' } as const

/** Returns the name under which main keeps the value of a secret row. */
export function secretOf(list: ExtraList, { name, sentWith }: ExtraFields): SecretName {
  return extraSecret(kinds[list], { name: name.trim(), sentWith })
}

/** Returns the rows for the values that a profile has. */
export function rowsOf(
  list: ExtraList,
  extras: readonly Extra[],
  savedSecrets: readonly SecretName[],
): readonly ExtraRow[] {
  return extras.map((extra, index) => {
    const secret = extraSecret(kinds[list], extra)
    return {
      key: `saved-${index}`,
      name: extra.name,
      value: extra.secret ? '' : extra.value,
      secret: extra.secret,
      sentWith: extra.sentWith,
      savedAs: extra.secret && savedSecrets.includes(secret) ? secret : null,
    }
  })
}

/** A row in which nothing was typed is none; one with a saved value is, until it is taken out. */
export const isBlank = ({ name, value, savedAs }: ExtraFields) =>
  name.trim() === '' && value === '' && savedAs === null

/** Returns whether the saved value of the row stays if no other is typed. */
export function isKept(list: ExtraList, row: ExtraFields): boolean {
  return row.secret && row.savedAs === secretOf(list, row)
}

/**
 * Returns whether the row had a saved value that was saved for something else. It is not sent
 * along in the new place: only the user knows if it belongs there.
 */
export function isToTypeAnew(list: ExtraList, row: ExtraFields): boolean {
  return row.savedAs !== null && row.value === '' && !isKept(list, row)
}

/** Returns the values that the rows mean; they may be wrong. */
export function extrasOf(rows: readonly ExtraRow[]): Extra[] {
  return rows
    .filter((row) => !isBlank(row))
    .map(
      ({ name, value, secret, sentWith }) =>
        ({ secret, name: name.trim(), ...(secret ? {} : { value }), sentWith }) as Extra,
    )
}

/**
 * Returns the changes to the secrets of a list: a typed value is set, a value that a row still has is
 * kept, and every other saved one is forgotten.
 */
export function extraSecretsOf(
  list: ExtraList,
  rows: readonly ExtraRow[],
  savedSecrets: readonly SecretName[],
): ProfileDraft['secrets'] {
  const secretRows = rows.filter((row) => row.secret && !isBlank(row))
  const kept = secretRows.filter((row) => isKept(list, row)).map(({ savedAs }) => savedAs)
  const forgotten = savedSecrets.filter(
    (name) => name.startsWith(`${kinds[list]}:`) && !kept.includes(name),
  )
  const typed = secretRows
    .map((row) => [secretOf(list, row), typedSecret(list, row)] as const)
    .filter(([, value]) => value !== '')
  return Object.fromEntries([...forgotten.map((name) => [name, null] as const), ...typed])
}

/** Spaces around a header's value are no part of it (RFC 9110 §5.5), but copying brings them. */
function typedSecret(list: ExtraList, { value }: ExtraRow): string {
  return list === 'extraHeaders' ? value.trim() : value
}

import type {
  ExtraList,
  ExtraRow,
} from '../../../../../src/renderer/features/profile-form/extra-rows.ts'
import {
  emptyValues,
  type FormValues,
  presetValues,
} from '../../../../../src/renderer/features/profile-form/values.ts'
import type { SecretName } from '../../../../../src/shared/profile.ts'
import { openPreset } from '../../make.ts'

/** A form in which everything that is needed was typed. */
export const typed = (over: Partial<FormValues> = {}): FormValues => ({
  ...emptyValues,
  ...presetValues(openPreset),
  tokenEndpoint: 'https://login.example.com/token',
  clientId: 'client',
  clientSecret: 's3cret',
  userName: 'jane',
  password: 'pass',
  ...over,
})

/** A row of an extra list, of which only what matters is named. */
export const row = (name: string, over: Partial<ExtraRow> = {}): ExtraRow => ({
  key: name,
  name,
  value: '',
  secret: false,
  sentWith: 'always',
  savedAs: null,
  ...over,
})

/** Both lists, and how the secrets of each begin: what holds for one holds for the other. */
export const bothLists: readonly {
  readonly list: ExtraList
  readonly secretOf: (name: string, sentWith?: ExtraRow['sentWith']) => SecretName
}[] = [
  {
    list: 'extraParameters',
    secretOf: (name, sentWith = 'always') => `parameter:${sentWith}:${name}`,
  },
  { list: 'extraHeaders', secretOf: (name, sentWith = 'always') => `header:${sentWith}:${name}` },
]

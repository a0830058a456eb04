import { assertNever } from '../../../shared/assert-never.ts'
import type { RefusedFile } from '../../../shared/import.ts'
import type { Translate } from '../../language.ts'

/** Why nothing is read of a file. */
export function fileProblemText(t: Translate, { name, reason }: Omit<RefusedFile, 'kind'>): string {
  switch (reason) {
    case 'too-large':
      return t('imports.fileTooLarge', { name })
    case 'unreadable':
      return t('imports.fileUnreadable', { name })
    case 'newer':
      return t('imports.nothing.newer-share-file')
    case 'damaged':
      return t('imports.nothing.damaged-share-file')
    case 'too-complicated':
      return t('imports.nothing.too-complicated')
    case 'foreign':
      return t('imports.fileForeign', { name })
    default:
      return assertNever(reason)
  }
}

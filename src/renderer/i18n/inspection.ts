import { assertNever } from '../../shared/assert-never.ts'
import type { PastedContents } from '../../shared/token.ts'
import type { Translate } from '../language.ts'
import { hidesClaims } from './claim.ts'

/** What is announced of a pasted text: what kind of thing it is, and what follows on the page. */
export function foundText(t: Translate, contents: PastedContents): string {
  switch (contents.format) {
    case 'jwt':
      return hidesClaims(contents.notes)
        ? t('claims.inspect.found.header')
        : t('claims.inspect.found.jwt')
    case 'encrypted':
    case 'opaque':
      return t(`claims.inspect.found.${contents.format}`)
    case 'answer':
    case 'words':
      return t(`claims.inspect.${contents.format}`)
    default:
      return assertNever(contents)
  }
}

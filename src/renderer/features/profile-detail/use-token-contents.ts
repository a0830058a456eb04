import { useEffect, useState } from 'react'
import type { AppError } from '../../../shared/errors.ts'
import type { ProfileView } from '../../../shared/profile-view.ts'
import type { TokenContents } from '../../../shared/token.ts'
import { useRequest } from '../../store/app-context.ts'

export type ReadContents =
  | { readonly kind: 'no-token' }
  | { readonly kind: 'loading' }
  | { readonly kind: 'read'; readonly contents: TokenContents }
  | { readonly kind: 'refused'; readonly error: AppError }

/** Returns the contents of the profile's token, and reads each new token. */
export function useTokenContents({ id, token }: ProfileView): ReadContents {
  const { send: readToken } = useRequest('readToken')
  const [contents, setContents] = useState<ReadContents>({ kind: 'loading' })
  const issuedAt = token?.issuedAt ?? null

  useEffect(() => {
    if (issuedAt === null) {
      setContents({ kind: 'no-token' })
      return
    }
    let isCurrent = true
    void readToken({ id }).then((result) => {
      if (!isCurrent) return
      setContents(
        result.ok
          ? { kind: 'read', contents: result.value }
          : { kind: 'refused', error: result.error },
      )
    })
    return () => {
      isCurrent = false
    }
  }, [readToken, id, issuedAt])
  return contents
}

import { useState } from 'react'
import type { RequestName } from '../../../shared/contract.ts'
import type { AppError, Result } from '../../../shared/errors.ts'
import type { ProfileView } from '../../../shared/profile-view.ts'
import type { Speech } from '../../i18n/claim-value.ts'
import {
  type CheckText,
  endingText,
  introspectionText,
  signatureTexts,
  userinfoText,
} from '../../i18n/token-checks.ts'
import { useRequest } from '../../store/app-context.ts'

/** The checks by their requests. */
export type CheckName = Extract<
  RequestName,
  'endToken' | 'introspectToken' | 'checkSignature' | 'readUserinfo'
>

/** Writes a result in the language of the moment, which may change while it is shown. */
type TextsOf = (speech: Speech) => readonly CheckText[]

export type CheckReading =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'waiting'; readonly name: CheckName }
  | { readonly kind: 'read'; readonly name: CheckName; readonly textsOf: TextsOf }
  | { readonly kind: 'refused'; readonly error: AppError }

/** Runs one check at a time; a new token clears the result. */
export function useTokenChecks({ id, token }: ProfileView) {
  const { send: endToken } = useRequest('endToken')
  const { send: introspectToken } = useRequest('introspectToken')
  const { send: checkSignature } = useRequest('checkSignature')
  const { send: readUserinfo } = useRequest('readUserinfo')
  const cancelling = useRequest('cancelCheck')
  const issuedAt = token?.issuedAt ?? null
  const [state, setState] = useState<{ issuedAt: number | null; reading: CheckReading }>({
    issuedAt,
    reading: { kind: 'nothing' },
  })

  async function run<Value>(
    name: CheckName,
    response: Promise<Result<Value>>,
    write: (speech: Speech, value: Value) => readonly CheckText[],
  ): Promise<void> {
    setState({ issuedAt, reading: { kind: 'waiting', name } })
    const result = await response
    const reading: CheckReading = result.ok
      ? { kind: 'read', name, textsOf: (speech) => write(speech, result.value) }
      : { kind: 'refused', error: result.error }
    setState({ issuedAt, reading })
  }

  const starts: Readonly<Record<CheckName, () => Promise<void>>> = {
    endToken: () => run('endToken', endToken({ id }), (...all) => [endingText(...all)]),
    introspectToken: () =>
      run('introspectToken', introspectToken({ id }), (...all) => [introspectionText(...all)]),
    checkSignature: () => run('checkSignature', checkSignature({ id }), signatureTexts),
    readUserinfo: () =>
      run('readUserinfo', readUserinfo({ id }), (...all) => [userinfoText(...all)]),
  }

  // After a token was ended there is none, and the result is about the one that is gone.
  const isAboutIt = token === null || state.issuedAt === issuedAt
  const reading: CheckReading = isAboutIt ? state.reading : { kind: 'nothing' }
  return {
    reading,
    start: (name: CheckName) => {
      if (reading.kind !== 'waiting') void starts[name]()
    },
    cancel: () => void cancelling.run({ id }),
  }
}

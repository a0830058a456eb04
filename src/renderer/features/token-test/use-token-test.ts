import { useState } from 'react'
import { apiAddress, wholeAddress } from '../../../shared/api-address.ts'
import type { AppError } from '../../../shared/errors.ts'
import { type FieldProblem, fieldProblems } from '../../../shared/field-problem.ts'
import type { ProfileView } from '../../../shared/profile-view.ts'
import type { TokenTest } from '../../../shared/token-test.ts'
import { useAppState, useRequest } from '../../store/app-context.ts'
import { apiAddressIn } from '../../store/app-state.ts'

export type TestReading =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'waiting' }
  | { readonly kind: 'read'; readonly test: TokenTest }
  | { readonly kind: 'refused'; readonly error: AppError }

function problemIn(address: string): FieldProblem | null {
  const message = apiAddress.safeParse(address).error?.issues[0]?.message
  if (message === undefined) return null
  return fieldProblems.find((problem) => problem === message) ?? 'invalid'
}

/** Runs one test at a time; a new token clears the result. */
export function useTokenTest({ id, token }: ProfileView) {
  const test = useRequest('testToken')
  const cancelling = useRequest('cancelTest')
  const known = useAppState((state) => apiAddressIn(state, id))
  const [typed, setTyped] = useState(known ?? '')
  const [isChecked, setIsChecked] = useState(false)
  const [state, setState] = useState<{ issuedAt: number | null; reading: TestReading }>({
    issuedAt: null,
    reading: { kind: 'nothing' },
  })
  const issuedAt = token?.issuedAt ?? null
  const address = wholeAddress(typed)
  const problem = problemIn(address)

  async function run(): Promise<void> {
    setState({ issuedAt, reading: { kind: 'waiting' } })
    const result = await test.send({ id, address })
    const reading: TestReading = result.ok
      ? { kind: 'read', test: result.value }
      : { kind: 'refused', error: result.error }
    setState({ issuedAt, reading })
  }

  const reading: TestReading = state.issuedAt === issuedAt ? state.reading : { kind: 'nothing' }
  return {
    cancel: () => void cancelling.run({ id }),
    typed,
    type: (text: string) => {
      setTyped(text)
      setIsChecked(false)
      // It was about another address.
      if (reading.kind !== 'waiting') setState({ issuedAt, reading: { kind: 'nothing' } })
    },
    /** The host that receives the token; `null` while the address is invalid. */
    server: problem === null ? new URL(address).host : null,
    /** Set on submit, not while the user types. */
    problem: isChecked ? problem : null,
    reading,
    start: () => {
      setIsChecked(true)
      if (problem === null && reading.kind !== 'waiting') void run()
    },
  }
}

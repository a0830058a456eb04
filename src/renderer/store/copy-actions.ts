import type { Clock, Instant } from '../../shared/clock.ts'
import type { RequestInput, RequestName, RequestOutput } from '../../shared/contract.ts'
import type { Copied, CopyForm, SnippetForm } from '../../shared/copying.ts'
import type { Result } from '../../shared/errors.ts'
import type { ProfileId } from '../../shared/profile.ts'
import type { TokenTest } from '../../shared/token-test.ts'
import type { Client } from '../client.ts'
import type { ToastMessage } from './app-state.ts'

/** What the window may do with a token: take it along, or try it. */
export interface CopyActions {
  copyHeader(id: ProfileId): Promise<void>
  copyToken(id: ProfileId): Promise<void>
  copySnippet(id: ProfileId, form: SnippetForm): Promise<void>
  /** The profile keeps an address that accepts the token. */
  testToken(id: ProfileId, address: string): Promise<Result<TokenTest>>
  cancelTest(id: ProfileId): Promise<void>
}

interface Parts {
  readonly client: Client
  /** Asks main and shows a refusal by itself. */
  readonly ask: <Name extends RequestName>(
    name: Name,
    input: RequestInput<Name>,
  ) => Promise<RequestOutput<Name> | undefined>
  readonly say: (message: ToastMessage, about: ProfileId) => void
  readonly clock: Clock
  /** The name of a profile that is not on show. */
  readonly nameElsewhere: (id: ProfileId) => string | null
  /** The address in the profile's snippets; `null`: none is known. */
  readonly addressOf: (id: ProfileId) => string | null
}

export function createCopyActions(parts: Parts): CopyActions {
  const { client, ask, say, clock, nameElsewhere, addressOf } = parts

  const spanUntil = (end: Instant | null) => (end === null ? null : end - clock.now())

  async function tell(form: CopyForm, id: ProfileId, answer: Promise<Copied | undefined>) {
    const copied = await answer
    if (copied === undefined) return
    const { expiresAt, renewal, clearedAfter } = copied
    const address = addressOf(id)
    const host = address === null ? null : new URL(address).host
    const message = {
      kind: 'copied',
      form,
      validFor: spanUntil(expiresAt),
      of: nameElsewhere(id),
      renewal,
      clearedAfter,
      request: form === 'header' || form === 'token' ? null : { host },
    } as const
    say(message, id)
  }

  return {
    copyHeader: (id) => tell('header', id, ask('copyHeader', { id })),
    copyToken: (id) => tell('token', id, ask('copyToken', { id })),
    copySnippet: (id, form) => tell(form, id, ask('copySnippet', { id, form })),
    testToken: (id, address) => client.ask('testToken', { id, address }),
    cancelTest: async (id) => {
      await ask('cancelTest', { id })
    },
  }
}

import type { StoreApi } from 'zustand/vanilla'
import type { Clock, Instant } from '../../shared/clock.ts'
import type { RequestInput, RequestName, RequestOutput } from '../../shared/contract.ts'
import type { Copied, CopyForm } from '../../shared/copying.ts'
import type { ProfileId } from '../../shared/profile.ts'
import { type AppState, apiAddressIn, chosenIn, profileIn, type ToastMessage } from './app-state.ts'

/** The effects of requests that succeeded, besides those of their senders. */
export type ResponseEffects = {
  readonly [Name in RequestName]?: (output: RequestOutput<Name>, input: RequestInput<Name>) => void
}

interface Parts {
  readonly state: StoreApi<AppState>
  readonly clock: Clock
  /** `about` is the profile that the toast disappears with. */
  readonly showToast: (message: ToastMessage, about?: ProfileId) => void
}

/** Builds the table of effects: toasts, and what is known of new versions. */
export function createResponseEffects({ state, clock, showToast }: Parts): ResponseEffects {
  const spanUntil = (end: Instant | null) => (end === null ? null : end - clock.now())

  function showCopied(form: CopyForm, id: ProfileId, copied: Copied): void {
    const { expiresAt, renewal, clearedAfter } = copied
    const now = state.getState()
    const address = apiAddressIn(now, id)
    const host = address === null ? null : new URL(address).host
    const isOnShow = chosenIn(now) === id
    const message = {
      kind: 'copied',
      form,
      validFor: spanUntil(expiresAt),
      of: isOnShow ? null : (profileIn(now, id)?.settings.about.name ?? null),
      renewal,
      clearedAfter,
      request: form === 'header' || form === 'token' ? null : { host },
    } as const
    showToast(message, id)
  }

  /** A failure is described by the profile itself, in detail. */
  function showObtained(
    { outcome, expiresAt }: RequestOutput<'obtainToken'>,
    { id }: RequestInput<'obtainToken'>,
  ): void {
    const { kind } = outcome
    if (kind === 'cancelled') showToast({ kind }, id)
    if (kind === 'obtained') showToast({ kind, validFor: spanUntil(expiresAt ?? null) }, id)
  }

  const keepUpdates = ({ updates }: Pick<AppState, 'updates'>) => state.setState({ updates })

  return {
    obtainToken: showObtained,
    refreshToken: showObtained,
    signInAsSomebodyElse: showObtained,
    applyRemedy: showObtained,
    tryOtherMethods({ outcome: { kind } }, { id }) {
      if (kind === 'cancelled') showToast({ kind }, id)
      if (kind === 'obtained') showToast({ kind: 'way-found', id }, id)
    },
    copyHeader: (copied, { id }) => showCopied('header', id, copied),
    copyToken: (copied, { id }) => showCopied('token', id, copied),
    copySnippet: (copied, { id, form }) => showCopied(form, id, copied),
    copyReport: (_, { id }) => showToast({ kind: 'report-copied' }, id),
    shareProfile: ({ saved }, { id }) => {
      if (saved) showToast({ kind: 'profile-shared' }, id)
    },
    setPassphrase: () => showToast({ kind: 'passphrase-set' }),
    removePassphrase: () => showToast({ kind: 'passphrase-removed' }),
    tryKeyStoreAgain: ({ isOpen }) => {
      if (isOpen) showToast({ kind: 'protected-now' })
    },
    getUpdates: keepUpdates,
    lookForUpdate: keepUpdates,
    dismissUpdate: keepUpdates,
  }
}

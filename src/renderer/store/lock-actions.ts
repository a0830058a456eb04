import type { StoreApi } from 'zustand/vanilla'
import type { Result } from '../../shared/errors.ts'
import type { Client } from '../client.ts'
import { type AppState, originIn, type Page, profilesStateIn } from './app-state.ts'

export interface LockActions {
  /** Locks; asks first, if something typed would be lost. Without a passphrase it shows where to set one. */
  askToLock(): void
  /** Locks, whatever is typed. This page ends with it. */
  lockNow(): Promise<void>
  unlock(passphrase: string): Promise<Result<unknown>>
  dismissLockNotice(): void
}

/** What the window may ask about locking. */
export function createLockActions(
  client: Client,
  state: StoreApi<AppState>,
  goTo: (page: Page) => void,
): LockActions {
  const actions: LockActions = {
    askToLock() {
      const profilesState = profilesStateIn(state.getState())
      if (profilesState === undefined || profilesState.vault.protection.kind === 'locked') return
      const { protection, keys } = profilesState.vault
      // Main says why there is nothing to lock.
      const isWithout = protection.kind === 'memory-only' && protection.reason === 'locked'
      if (isWithout) return void actions.lockNow()
      const canLock = keys.passphrase === 'stays' && protection.kind !== 'memory-only'
      if (!canLock) return goTo({ kind: 'security', from: originIn(state.getState()) })
      if (state.getState().hasTyped) state.setState({ leavingFor: { kind: 'lock' } })
      else void actions.lockNow()
    },
    async lockNow() {
      state.setState({ leavingFor: null, lockNotice: null })
      const result = await client.ask('lockNow', {})
      if (!result.ok) state.setState({ lockNotice: { refused: result.error, lostTyping: false } })
    },
    unlock: (passphrase) => client.ask('unlock', { passphrase }),
    dismissLockNotice: () => state.setState({ lockNotice: null }),
  }
  return actions
}

import type { Result } from '../../shared/errors.ts'
import type { Ask, Client } from '../client.ts'
import type { ToastMessage } from './app-state.ts'

/** What the window may ask about how secrets are kept. Results are for the one who asks to show. */
export interface KeyActions {
  /** Whether the key store opened it. */
  tryKeyStoreAgain(): Promise<boolean>
  restart(): Promise<void>
  workInMemory(): Promise<void>
  /** `current` is the one that is set, if one is. */
  setPassphrase(passphrase: string, current: string | null): Promise<Result<unknown>>
  removePassphrase(current: string): Promise<Result<unknown>>
  addKeyStore(): Promise<void>
  leaveKeyStore(passphrase: string): Promise<Result<unknown>>
}

/** `ask` shows a refusal by itself; what goes through `client` is for the caller to show. */
export function createKeyActions(
  client: Client,
  ask: Ask,
  say: (message: ToastMessage) => void,
): KeyActions {
  return {
    tryKeyStoreAgain: async () => {
      const isOpen = (await ask('tryKeyStoreAgain', {}))?.isOpen === true
      if (isOpen) say({ kind: 'protected-now' })
      return isOpen
    },
    restart: async () => {
      await ask('restart', {})
    },
    workInMemory: async () => {
      await ask('workInMemory', {})
    },
    setPassphrase: async (passphrase, current) => {
      const known = current === null ? {} : { current }
      const result = await client.ask('setPassphrase', { passphrase, ...known })
      if (result.ok) say({ kind: 'passphrase-set' })
      return result
    },
    removePassphrase: async (current) => {
      const result = await client.ask('removePassphrase', { current })
      if (result.ok) say({ kind: 'passphrase-removed' })
      return result
    },
    addKeyStore: async () => {
      await ask('addKeyStore', {})
    },
    leaveKeyStore: (passphrase) => client.ask('leaveKeyStore', { passphrase }),
  }
}

import type { Result } from '../../shared/errors.ts'
import type { Ask, Client } from '../client.ts'
import type { Saying } from './app-state.ts'

/** What the window may ask about how secrets are kept. Results are for the one who asks to show. */
export interface KeyActions {
  /** Whether the key store opened it. */
  tryKeyStoreAgain(): Promise<boolean>
  restart(): Promise<void>
  workInMemory(): Promise<void>
  setPassphrase(passphrase: string): Promise<Result<unknown>>
  removePassphrase(): Promise<void>
  addKeyStore(): Promise<void>
  leaveKeyStore(passphrase: string): Promise<Result<unknown>>
}

/** `ask` shows a refusal by itself; what goes through `client` is for the caller to show. */
export function createKeyActions(
  client: Client,
  ask: Ask,
  say: (saying: Saying) => void,
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
    setPassphrase: async (passphrase) => {
      const result = await client.ask('setPassphrase', { passphrase })
      if (result.ok) say({ kind: 'passphrase-set' })
      return result
    },
    removePassphrase: async () => {
      if ((await ask('removePassphrase', {})) !== undefined) say({ kind: 'passphrase-removed' })
    },
    addKeyStore: async () => {
      await ask('addKeyStore', {})
    },
    leaveKeyStore: (passphrase) => client.ask('leaveKeyStore', { passphrase }),
  }
}

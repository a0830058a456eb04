import type { StoreApi } from 'zustand/vanilla'
import type { LookResult } from '../../shared/updates.ts'
import type { Ask, Client } from '../client.ts'
import type { AppState } from './app-state.ts'

export interface UpdateActions {
  /** Learns what main knows of new versions. */
  getUpdates(): Promise<void>
  /** Has main ask for one now; `undefined` where it can't, and `trouble` says why. */
  lookForUpdate(): Promise<LookResult | undefined>
  /** Shows a version no more. */
  dismissUpdate(version: string): Promise<void>
  openUpdatePage(): Promise<void>
}

/** What the window may ask about new versions. */
export function createUpdateActions(
  client: Client,
  state: StoreApi<AppState>,
  ask: Ask,
): UpdateActions {
  return {
    async getUpdates() {
      // Nobody clicked: what main can't tell is not missed.
      const result = await client.ask('getUpdates', {})
      if (result.ok) state.setState({ updates: result.value.updates })
    },
    async lookForUpdate() {
      const answer = await ask('lookForUpdate', {})
      if (answer !== undefined) state.setState({ updates: answer.updates })
      return answer?.result
    },
    async dismissUpdate(version) {
      const answer = await ask('dismissUpdate', { version })
      if (answer !== undefined) state.setState({ updates: answer.updates })
    },
    async openUpdatePage() {
      await ask('openUpdatePage', {})
    },
  }
}

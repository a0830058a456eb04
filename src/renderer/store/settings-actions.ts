import type { StoreApi } from 'zustand/vanilla'
import type { AppSettings } from '../../shared/app-settings.ts'
import type { RequestOutput } from '../../shared/contract.ts'
import type { Result } from '../../shared/errors.ts'
import type { Client } from '../client.ts'
import { type AppState, deskIn } from './app-state.ts'

export interface SettingsActions {
  /** Shows the choice at once, and takes it back if main can't keep it; then `trouble` says why. */
  changeSettings(part: Partial<AppSettings>): Promise<void>
  /** Whether the desktop has a tray. */
  getTray(): Promise<Result<RequestOutput<'getTray'>>>
}

/** What the window may change for the whole app. */
export function createSettingsActions(client: Client, state: StoreApi<AppState>): SettingsActions {
  function show(settings: AppSettings): void {
    const desk = deskIn(state.getState())
    if (desk !== undefined)
      state.setState({ phase: { kind: 'ready', desk: { ...desk, settings } } })
  }

  return {
    getTray: () => client.ask('getTray', {}),
    async changeSettings(part) {
      const before = deskIn(state.getState())?.settings
      if (before === undefined) return
      state.setState({ trouble: null })
      show({ ...before, ...part })
      const result = await client.ask('changeSettings', { ...before, ...part })
      if (result.ok) return
      show(before)
      state.setState({ trouble: result.error })
    },
  }
}

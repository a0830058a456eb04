import type { StoreApi } from 'zustand/vanilla'
import type { AppSettings } from '../../shared/app-settings.ts'
import type { RequestOutput } from '../../shared/contract.ts'
import type { Result } from '../../shared/errors.ts'
import { createKeyedQueue } from '../../shared/keyed-queue.ts'
import type { Client } from '../client.ts'
import { type AppState, profilesStateIn } from './app-state.ts'

export interface SettingsActions {
  /** Shows the choice at once, and takes it back if main can't keep it; then `trouble` says why. */
  changeSettings(part: Partial<AppSettings>): Promise<void>
  /** Returns what the desktop can do for the app. */
  getDesktop(): Promise<Result<RequestOutput<'getDesktop'>>>
}

/** What the window may change for the whole app. */
export function createSettingsActions(client: Client, state: StoreApi<AppState>): SettingsActions {
  function show(settings: AppSettings): void {
    const profilesState = profilesStateIn(state.getState())
    if (profilesState !== undefined)
      state.setState({ phase: { kind: 'ready', profilesState: { ...profilesState, settings } } })
  }

  const turns = createKeyedQueue<'settings'>()
  /** What is shown and not kept yet, in the order it was chosen. */
  let waiting: readonly Partial<AppSettings>[] = []

  /** One after the other: a choice that can't be kept takes no other one with it. */
  async function keep(part: Partial<AppSettings>, kept: AppSettings): Promise<AppSettings> {
    const result = await client.ask('changeSettings', { ...kept, ...part })
    waiting = waiting.slice(1)
    const now = result.ok ? { ...kept, ...part } : kept
    show(Object.assign({ ...now }, ...waiting))
    if (!result.ok) state.setState({ trouble: result.error })
    return now
  }

  let kept: AppSettings | undefined
  return {
    getDesktop: () => client.ask('getDesktop', {}),
    async changeSettings(part) {
      const before = profilesStateIn(state.getState())?.settings
      if (before === undefined) return
      if (waiting.length === 0) kept = before
      waiting = [...waiting, part]
      state.setState({ trouble: null })
      show({ ...before, ...part })
      await turns.take('settings', async () => {
        kept = await keep(part, kept ?? before)
      })
    },
  }
}

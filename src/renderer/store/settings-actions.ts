import type { AppSettings } from '../../shared/app-settings.ts'
import type { RequestInput, RequestName, RequestOutput } from '../../shared/contract.ts'

/** What the window may ask about the choices for the whole app. */
export interface SettingsActions {
  /** `undefined`: main refused; the window says why. */
  readSettings(): Promise<AppSettings | undefined>
  /** Whether they are kept. */
  changeSettings(settings: AppSettings): Promise<boolean>
}

type Ask = <Name extends RequestName>(
  name: Name,
  input: RequestInput<Name>,
) => Promise<RequestOutput<Name> | undefined>

/** `ask` shows a refusal by itself. */
export function createSettingsActions(ask: Ask): SettingsActions {
  return {
    readSettings: () => ask('readSettings', {}),
    changeSettings: async (settings) => (await ask('changeSettings', settings)) !== undefined,
  }
}

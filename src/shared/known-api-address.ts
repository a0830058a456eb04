import type { Preset } from './preset.ts'
import type { ProfileSettings } from './settings/index.ts'

/** The profile that the practice server makes has no provider to choose. */
export const practicePresetId = 'practice'

/** The path at which the practice server answers a request with one of its tokens. */
export const practiceApiPath = '/hello'

/** Returns the address of the API that a profile's tokens are for, if user or provider name it. */
export function knownApiAddress(
  presets: readonly Preset[],
  { about: { presetId, apiAddress }, server }: Pick<ProfileSettings, 'about' | 'server'>,
): string | null {
  if (apiAddress !== undefined) return apiAddress
  if (presetId === practicePresetId) return new URL(practiceApiPath, server.tokenEndpoint).href
  return presets.find(({ id }) => id === presetId)?.apiAddress ?? null
}

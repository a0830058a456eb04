import type { Preset } from './preset.ts'
import type { ProfileSettings } from './profile.ts'

/** The profile that the practice server makes has no provider to choose. */
export const practicePresetId = 'practice'

/** Where the practice server answers whoever brings one of its tokens. */
export const practiceApiPath = '/hello'

/** The address of the API that a profile's tokens are for, where the user or its provider says so. */
export function knownApiAddress(
  presets: readonly Preset[],
  {
    presetId,
    tokenEndpoint,
    apiAddress,
  }: Pick<ProfileSettings, 'presetId' | 'tokenEndpoint' | 'apiAddress'>,
): string | null {
  if (apiAddress !== '') return apiAddress
  if (presetId === practicePresetId) return new URL(practiceApiPath, tokenEndpoint).href
  return presets.find(({ id }) => id === presetId)?.apiAddress ?? null
}

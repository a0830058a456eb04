import type { Preset } from '../../shared/preset.ts'
import type { ProfileView } from '../../shared/profile-view.ts'
import type { Translate } from '../language.ts'

/** Who gives the tokens of a profile, as the list shows it. */
export function providerName(
  t: Translate,
  presets: readonly Preset[],
  { lifetime, settings }: ProfileView,
): string {
  if (lifetime === 'session') return t('list.practiceServer')
  return presets.find(({ id }) => id === settings.presetId)?.name ?? settings.presetId
}

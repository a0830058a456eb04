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
  const preset = presets.find(({ id }) => id === settings.about.presetId)
  return preset === undefined ? settings.about.presetId : presetName(t, preset)
}

/** What a provider is called; only one that is no provider has a name in each language. */
export function presetName(t: Translate, { id, name }: Preset): string {
  return id === 'any-server' ? t('provider.anyServer') : name
}

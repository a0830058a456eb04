import type { Preset } from '../../shared/preset.ts'
import type { ProfileView } from '../../shared/profile-view.ts'
import type { Translate } from '../language.ts'

/** Returns the name of a profile's provider. */
export function providerName(
  t: Translate,
  presets: readonly Preset[],
  { lifetime, settings }: ProfileView,
): string {
  if (lifetime === 'session') return t('list.practiceServer')
  const preset = presets.find(({ id }) => id === settings.about.presetId)
  return preset === undefined ? settings.about.presetId : presetName(t, preset)
}

/** Returns the name for the list, where the state beside it needs the room. */
export function shortProviderName(...asked: Parameters<typeof providerName>): string {
  const [t, , { lifetime, settings }] = asked
  const isAny = lifetime === 'saved' && settings.about.presetId === 'any-server'
  return isAny ? t('provider.anyServerShort') : providerName(...asked)
}

/** Returns the name of a provider; only the generic ones have a name in each language. */
export function presetName(t: Translate, { id, name }: Preset): string {
  return id === 'any-server' ? t('provider.anyServer') : name
}

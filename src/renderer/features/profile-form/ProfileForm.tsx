import { useMemo } from 'react'
import type { ProfileId } from '../../../shared/profile.ts'
import { presetName } from '../../i18n/provider-name.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import { useAppState, useProfile } from '../../store/app-context.ts'
import { profilesStateIn } from '../../store/app-state.ts'
import { OpenForm } from './OpenForm.tsx'

interface Props {
  readonly id: ProfileId | null
  /** The profile that a new one begins like. */
  readonly copyOf?: ProfileId | null
}

/** A new profile (`id` is `null`), or one to change. */
export function ProfileForm({ id, copyOf = null }: Props) {
  const { t } = useTexts()
  const presets = useAppState((state) => profilesStateIn(state)?.presets)
  const named = useMemo(
    () => presets?.map((preset) => ({ ...preset, name: presetName(t, preset) })),
    [presets, t],
  )
  const profile = useProfile(id ?? '')
  const model = useProfile(copyOf ?? '')
  if (named === undefined || (id !== null && profile === undefined)) return null
  return <OpenForm presets={named} profile={profile} model={model} />
}

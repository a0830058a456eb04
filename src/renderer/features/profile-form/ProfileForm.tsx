import type { ProfileId } from '../../../shared/profile.ts'
import { useAppState, useProfile } from '../../store/app-context.ts'
import { deskIn } from '../../store/app-state.ts'
import { OpenForm } from './OpenForm.tsx'

interface Props {
  readonly id: ProfileId | null
  /** The profile that a new one begins like. */
  readonly copyOf?: ProfileId | null
}

/** A new profile (`id` is `null`), or one to change. */
export function ProfileForm({ id, copyOf = null }: Props) {
  const presets = useAppState((state) => deskIn(state)?.presets)
  const profile = useProfile(id ?? '')
  const model = useProfile(copyOf ?? '')
  if (presets === undefined || (id !== null && profile === undefined)) return null
  return <OpenForm presets={presets} profile={profile} model={model} />
}

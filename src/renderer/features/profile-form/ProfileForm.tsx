import type { ProfileId } from '../../../shared/profile.ts'
import { useAppState, useProfile } from '../../store/app-context.ts'
import { deskIn } from '../../store/app-state.ts'
import { OpenForm } from './OpenForm.tsx'

/** A new profile (`id` is `null`), or one to change. */
export function ProfileForm({ id }: { readonly id: ProfileId | null }) {
  const presets = useAppState((state) => deskIn(state)?.presets)
  const profile = useProfile(id ?? '')
  if (presets === undefined || (id !== null && profile === undefined)) return null
  return <OpenForm presets={presets} profile={profile} />
}

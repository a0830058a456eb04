import { useDeferredValue, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { ProfileId } from '../../../shared/profile.ts'
import { providerName } from '../../sentences/provider-name.ts'
import { useAppState } from '../../store/app-context.ts'
import { deskIn } from '../../store/app-state.ts'
import { createSearchText, matching } from '../../store/desk.ts'

const none: readonly ProfileId[] = []

/** The profiles that the search leaves, in order. */
export function useMatchingProfiles(): readonly ProfileId[] {
  const { t } = useTranslation()
  const desk = useAppState(deskIn)
  const search = useDeferredValue(useAppState((state) => state.search))
  const presets = desk?.presets
  const textOf = useMemo(
    () => createSearchText((profile) => providerName(t, presets ?? [], profile)),
    [presets, t],
  )
  return useMemo(
    () => (desk === undefined ? none : matching(desk, search, textOf)),
    [desk, search, textOf],
  )
}

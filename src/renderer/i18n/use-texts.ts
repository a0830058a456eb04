import { useMemo, useSyncExternalStore } from 'react'
import { localeFor } from '../../shared/language.ts'
import type { WindowTexts } from '../language.ts'
import { useApp, useAppState } from '../store/app-context.ts'
import { regionIn } from '../store/app-state.ts'
import type { Speech } from './claim-value.ts'
import { createMoments } from './moment.ts'

/** Returns the texts of the window's language. */
export function useTexts(): WindowTexts {
  const { language } = useApp()
  return useSyncExternalStore(language.subscribe, language.get)
}

/** Returns the texts, and dates and times as usual for the user. */
export function useSentences(): Speech {
  const { t, language } = useTexts()
  const { now } = useApp()
  const region = useAppState(regionIn)
  const locale = localeFor(language, region)
  return useMemo(
    () => ({ t, moments: createMoments(t, locale, () => now.get()), locale }),
    [t, locale, now],
  )
}

import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { localeFor } from '../../shared/language.ts'
import { useApp, useAppState } from '../store/app-context.ts'
import { regionIn } from '../store/app-state.ts'
import type { Speech } from './claim-value.ts'
import { createMoments } from './moment.ts'

/** The words of the window, and points in time in the user's way of writing them. */
export function useSentences(): Speech {
  const { t, i18n } = useTranslation()
  const { now } = useApp()
  const region = useAppState(regionIn)
  const locale = localeFor(i18n.language, region)
  return useMemo(
    () => ({ t, moments: createMoments(t, locale, () => now.get()), locale }),
    [t, locale, now],
  )
}

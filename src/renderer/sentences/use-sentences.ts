import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { regionalVariant } from '../language.ts'
import { useApp } from '../store/app-context.ts'
import type { Speech } from './claim-value.ts'
import { createMoments } from './moment.ts'

/** The words of the window, and points in time in the user's way of writing them. */
export function useSentences(): Speech {
  const { t, i18n } = useTranslation()
  const { now } = useApp()
  const locale = regionalVariant(i18n.language, navigator.languages)
  return useMemo(
    () => ({ t, moments: createMoments(t, locale, () => now.get()), locale }),
    [t, locale, now],
  )
}

import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { regionalVariant, type Translate } from '../language.ts'
import { useApp } from '../store/app-context.ts'
import { createMoments, type Moments } from './moment.ts'

/** The words of the window, and points in time in the user's way of writing them. */
export function useSentences(): { readonly t: Translate; readonly moments: Moments } {
  const { t, i18n } = useTranslation()
  const { now } = useApp()
  const locale = regionalVariant(i18n.language, navigator.languages)
  const moments = useMemo(() => createMoments(t, locale, () => now.get()), [t, locale, now])
  return { t, moments }
}

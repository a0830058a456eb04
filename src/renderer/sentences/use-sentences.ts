import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { localeFor } from '../../shared/language.ts'
import type { Translate } from '../language.ts'
import { useApp, useAppState } from '../store/app-context.ts'
import { deskIn } from '../store/app-state.ts'
import { createMoments, type Moments } from './moment.ts'

/** The words of the window, and points in time in the user's way of writing them. */
export function useSentences(): { readonly t: Translate; readonly moments: Moments } {
  const { t, i18n } = useTranslation()
  const { now } = useApp()
  const region = useAppState((state) => deskIn(state)?.system.region ?? null)
  const locale = localeFor(i18n.language, region)
  const moments = useMemo(() => createMoments(t, locale, () => now.get()), [t, locale, now])
  return { t, moments }
}

import { useEffect, useMemo } from 'react'
import type { Preset } from '../../../shared/preset.ts'
import type { ProfileView } from '../../../shared/profile-view.ts'
import { providerName } from '../../i18n/provider-name.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import type { Translate } from '../../language.ts'
import { useApp, useAppState } from '../../store/app-context.ts'
import { isWholeIn, profilesStateIn } from '../../store/app-state.ts'
import { createSearchText } from '../../store/search.ts'

type SearchText = (profile: ProfileView) => string

const noPresets: readonly Preset[] = []
/** The list and the palette search the same texts. */
const made = new WeakMap<
  readonly Preset[],
  { readonly t: Translate; readonly textOf: SearchText }
>()

function searchText(t: Translate, presets: readonly Preset[]): SearchText {
  const known = made.get(presets)
  if (known?.t === t) return known.textOf
  // A word of the window takes longer to look up than all the rest of a text.
  const names = new Map<string, string>()
  const textOf = createSearchText((profile) => {
    const key = `${profile.lifetime} ${profile.settings.about.presetId}`
    const name = names.get(key) ?? providerName(t, presets, profile)
    names.set(key, name)
    return name
  })
  made.set(presets, { t, textOf })
  return textOf
}

/** Returns the function that builds the searchable text of a profile. */
export function useSearchText(): SearchText {
  const { t } = useTexts()
  const presets = useAppState((state) => profilesStateIn(state)?.presets) ?? noPresets
  return useMemo(() => searchText(t, presets), [t, presets])
}

/** The number of rows that take about a millisecond. */
const slice = 250

/** Builds the texts while the page is idle, so that the first key pressed finds them ready. */
export function useTextsMadeAhead(): void {
  const { store } = useApp()
  const textOf = useSearchText()
  const isWhole = useAppState(isWholeIn)
  useEffect(() => {
    if (!isWhole) return
    const profilesState = profilesStateIn(store.state.getState())
    const waiting = profilesState?.profiles.values()
    let callback = 0
    const goOn = () => {
      for (let count = 0; count < slice; count += 1) {
        const next = waiting?.next()
        if (next === undefined || next.done === true) return
        textOf(next.value)
      }
      callback = requestIdleCallback(goOn)
    }
    callback = requestIdleCallback(goOn)
    return () => cancelIdleCallback(callback)
  }, [store, textOf, isWhole])
}

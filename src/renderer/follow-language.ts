import type { i18n } from 'i18next'
import { isLanguage, type Language } from '../shared/language.ts'
import { languageIn } from './store/app-state.ts'
import type { AppStore } from './store/app-store.ts'

/** In which language main has begun the page. */
export function firstLanguage({ lang }: HTMLElement): Language {
  return isLanguage(lang) ? lang : 'en'
}

/** Lets words and page speak the language that the user chose, from now on and at once. */
export function followLanguage(language: i18n, store: AppStore, root: HTMLElement): void {
  language.on('languageChanged', (now) => {
    root.lang = now
  })
  function follow(): void {
    const wanted = languageIn(store.state.getState())
    if (wanted !== undefined && wanted !== language.language) void language.changeLanguage(wanted)
  }
  store.state.subscribe(follow)
  follow()
}

import type { ProfileId } from '../../shared/profile.ts'
import type { ProfileView } from '../../shared/profile-view.ts'
import type { ProfilesState } from './profiles-state.ts'

/** Letters that Unicode does not decompose into a letter and an accent. */
const wholeLetters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  þ: 'th',
  ı: 'i',
}

/** Folds case and accents for comparisons: *Köln* and *koln* are the same. */
export function foldedText(text: string): string {
  const lower = text.toLowerCase()
  // Most names are ASCII, and the first key pressed folds ten thousand of them.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: it is the range of ASCII.
  if (/^[\x00-\x7f]*$/.test(lower)) return lower
  return lower
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[ßæœøđðłþı]/g, (letter) => wholeLetters[letter] ?? letter)
}

/** Returns the words of a search, folded. */
export function wordsOf(search: string): readonly string[] {
  return foldedText(search).split(/\s+/).filter(Boolean)
}

/**
 * Returns a function that builds the searchable text of a profile (name, provider, folder, tag, notes
 * and scope) and caches it.
 */
export function createSearchText(
  providerName: (profile: ProfileView) => string,
): (profile: ProfileView) => string {
  const known = new WeakMap<ProfileView, string>()
  return (profile) => {
    const found = known.get(profile)
    if (found !== undefined) return found
    const { about, request } = profile.settings
    const { name, folder = '', tag, notes = '' } = about
    const parts = [name, providerName(profile), folder, tag?.name ?? '', notes, request.scope ?? '']
    const text = foldedText([...parts, ...(profile.token?.scope ?? [])].join('\n'))
    known.set(profile, text)
    return text
  }
}

/** Finds the profiles whose text contains every word of a search, in the same order. */
export type Search = (search: string) => readonly ProfileId[]

/**
 * Returns a search through `ids`. A longer text is searched among the previous result; a text
 * that was searched before returns the very same array.
 */
export function createSearch(
  { profiles }: Pick<ProfilesState, 'profiles'>,
  ids: readonly ProfileId[],
  textOf: (profile: ProfileView) => string,
): Search {
  /** Each text extends the one before it, so its result is a subset. */
  let steps: readonly { readonly text: string; readonly found: readonly ProfileId[] }[] = []

  function among(some: readonly ProfileId[], words: readonly string[]): readonly ProfileId[] {
    if (words.length === 0) return some
    return some.filter((id) => {
      const profile = profiles.get(id)
      if (profile === undefined) return false
      const text = textOf(profile)
      return words.every((word) => text.includes(word))
    })
  }

  return (search) => {
    const text = foldedText(search)
    steps = steps.filter((step) => text.startsWith(step.text))
    const last = steps.at(-1)
    if (last?.text === text) return last.found
    const found = among(last?.found ?? ids, wordsOf(search))
    steps = [...steps, { text, found }]
    return found
  }
}

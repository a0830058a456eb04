import type { ProfileId } from '../../../shared/profile.ts'
import type { ProfileView } from '../../../shared/profile-view.ts'
import { foldedText, wordsOf } from '../../store/search.ts'

/** The actions on a profile, in the order in which they are offered. */
export const profileVerbs = ['copy', 'get', 'open'] as const
export type ProfileVerb = (typeof profileVerbs)[number]

export interface PaletteAction<Id extends string> {
  readonly id: Id
  readonly label: string
}

export type PaletteItem<Id extends string> =
  | { readonly kind: 'profile'; readonly verb: ProfileVerb; readonly profile: ProfileView }
  | { readonly kind: 'action'; readonly id: Id }

/** The profiles and actions to choose from. */
export interface Offer<Id extends string> {
  /** In the order of the list. */
  readonly profiles: readonly ProfileView[]
  /** All that a profile is found by, folded. */
  readonly textOf: (profile: ProfileView) => string
  /** Returns the label of a verb. */
  readonly verbText: (verb: ProfileVerb) => string
  readonly actions: readonly PaletteAction<Id>[]
}

const maxProfiles = 8
const maxItems = 24

/** Returns the distance of the name from the search text; smaller is better. */
function distance(name: string, words: readonly string[]): number {
  const [first] = words
  if (first === undefined) return 0
  if (name.startsWith(words.join(' '))) return 0
  if (name.startsWith(first)) return 1
  if (words.every((word) => name.split(/[^\p{L}\p{N}]+/u).some((part) => part.startsWith(word)))) {
    return 2
  }
  return words.every((word) => name.includes(word)) ? 3 : 4
}

interface Ranked {
  readonly profile: ProfileView
  readonly distance: number
}

/** Sorts the best matches first, and equal ones by their last use. */
function isBefore(one: Ranked, other: Ranked): boolean {
  if (one.distance !== other.distance) return one.distance < other.distance
  return (one.profile.lastUsed ?? -1) > (other.profile.lastUsed ?? -1)
}

/** The best `most` of all profiles that all words are found in. Sorts no more than these. */
export function bestProfiles(
  { profiles, textOf }: Pick<Offer<string>, 'profiles' | 'textOf'>,
  words: readonly string[],
  most: number,
): readonly ProfileView[] {
  const best: Ranked[] = []
  for (const profile of profiles) {
    const text = words.length === 0 ? '' : textOf(profile)
    if (!words.every((word) => text.includes(word))) continue
    const name = words.length === 0 ? '' : foldedText(profile.settings.about.name)
    const ranked = { profile, distance: distance(name, words) }
    const index = best.findIndex((other) => isBefore(ranked, other))
    if (index >= 0) best.splice(index, 0, ranked)
    else if (best.length < most) best.push(ranked)
    if (best.length > most) best.pop()
  }
  return best.map(({ profile }) => profile)
}

function mayDo(verb: ProfileVerb, { token, locked, tokenRun }: ProfileView): boolean {
  if (verb === 'copy') return token !== null && !locked
  if (verb === 'get') return !locked && tokenRun === null
  return true
}

/** The verbs that are meant, and the words that are about a profile. */
function meaning(words: readonly string[], verbText: Offer<string>['verbText']) {
  const texts = profileVerbs.map((verb) => ({ verb, text: wordsOf(verbText(verb)) }))
  const isAbout = (text: readonly string[], word: string) =>
    text.some((part) => part.startsWith(word))
  const [first] = words
  const meant = texts.filter(({ text }) => first !== undefined && isAbout(text, first))
  return meant.map(({ verb, text }) => ({
    verb,
    rest: words.filter((word) => !isAbout(text, word)),
  }))
}

/**
 * Returns the palette's items for a search, best match first. An empty search returns the profiles
 * used last and all actions; `copy köln` finds that action, and `köln` every action for the profile.
 */
export function paletteItems<Id extends string>(
  offer: Offer<Id>,
  search: string,
): readonly PaletteItem<Id>[] {
  const words = wordsOf(search)
  const items: PaletteItem<Id>[] = []
  const seen = new Set<string>()
  const add = (verb: ProfileVerb, profile: ProfileView) => {
    const key: `${ProfileVerb} ${ProfileId}` = `${verb} ${profile.id}`
    if (seen.has(key) || !mayDo(verb, profile)) return
    seen.add(key)
    items.push({ kind: 'profile', verb, profile })
  }
  const actions = offer.actions
    .filter(({ label }) => words.every((word) => foldedText(label).includes(word)))
    .map(({ id }) => ({ kind: 'action', id }) as const)

  if (words.length === 0) {
    const used = bestProfiles(offer, words, 5).filter(({ lastUsed }) => lastUsed !== null)
    for (const profile of used) add(mayDo('copy', profile) ? 'copy' : 'open', profile)
    return [...items, ...actions]
  }
  const named = bestProfiles(offer, words, maxProfiles)
  for (const profile of named) for (const verb of profileVerbs) add(verb, profile)
  for (const { verb, rest } of meaning(words, offer.verbText)) {
    for (const profile of bestProfiles(offer, rest, maxProfiles)) add(verb, profile)
  }
  return [...actions, ...items].slice(0, maxItems)
}

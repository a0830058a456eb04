import type { Tag } from '../../../shared/profile-labels.ts'

/** The usual names of environments, by the key of their text. */
export const suggestedTags = [
  { key: 'test', color: 'green' },
  { key: 'acceptance', color: 'amber' },
  { key: 'production', color: 'red' },
] as const satisfies readonly { readonly key: string; readonly color: Tag['color'] }[]
export type SuggestedTag = (typeof suggestedTags)[number]

/** The choice of a tag: none, a suggested one, or a custom one. */
export type TagChoice = 'none' | 'own' | SuggestedTag['key']

/** Returns the choice that matches a tag; `nameOf` translates a suggestion. */
export function choiceOf(tag: Tag | null, nameOf: (key: SuggestedTag['key']) => string): TagChoice {
  if (tag === null) return 'none'
  const suggested = suggestedTags.find(
    ({ key, color }) => color === tag.color && nameOf(key) === tag.name,
  )
  return suggested?.key ?? 'own'
}

/** Returns the tag of a choice; the name of a custom one is still empty. */
export function tagOf(choice: TagChoice, nameOf: (key: SuggestedTag['key']) => string): Tag | null {
  if (choice === 'none') return null
  const suggested = suggestedTags.find(({ key }) => key === choice)
  return suggested === undefined
    ? { name: '', color: 'blue' }
    : { name: nameOf(suggested.key), color: suggested.color }
}

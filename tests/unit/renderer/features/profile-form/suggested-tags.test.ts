import { expect, it } from 'vitest'
import {
  choiceOf,
  type SuggestedTag,
  suggestedTags,
  tagOf,
} from '../../../../../src/renderer/features/profile-form/suggested-tags.ts'
import { en } from '../../../../../src/renderer/locales/en/index.ts'

const nameOf = (key: SuggestedTag['key']) => en.groups.tag.suggested[key]

it('a suggestion that was chosen is recognised when the form is opened again', () => {
  for (const { key } of suggestedTags) expect(choiceOf(tagOf(key, nameOf), nameOf)).toBe(key)
  expect(choiceOf(null, nameOf)).toBe('none')
  expect(tagOf('none', nameOf)).toBeNull()
})

it('a custom name, or a suggested one in another colour, is custom', () => {
  expect(choiceOf({ name: 'Playground', color: 'green' }, nameOf)).toBe('own')
  expect(choiceOf({ name: 'Production', color: 'green' }, nameOf)).toBe('own')
  expect(tagOf('own', nameOf)).toMatchObject({ name: '' })
})

it('production is the one in red, which is drawn unlike all others', () => {
  expect(suggestedTags.filter(({ color }) => color === 'red')).toMatchObject([
    { key: 'production' },
  ])
})

import { expect, test } from 'vitest'
import { problemsWith, untranslated, unused } from '../../support/i18n/compare-translations.ts'
import { readingOf } from '../../support/i18n/readability.ts'
import { sentencesOf } from '../../support/i18n/sentences.ts'

const english = sentencesOf({
  list: { label: 'Profiles', more_one: 'One more', more_other: '{{count}} more' },
  form: { scope: 'Scope' },
})

test('a key too few, a key too many, an empty sentence and another placeholder are found', () => {
  const other = sentencesOf({
    list: { label: ' ', more_one: 'Nog een', more_other: 'Nog {{number}}', extra: 'Te veel' },
    form: { scope: '<b>Scope</b>' },
  })
  expect(problemsWith(english, other)).toEqual([
    'list.label: empty space',
    'list.more_other: other placeholders',
    'list.extra: not in English',
    'form.scope: other tags',
  ])
  expect(problemsWith(english, new Map())).toHaveLength(4)
})

test('an English sentence is found in a translation, a loanword is none', () => {
  expect(untranslated(english, english, 'nl')).toEqual([
    'list.label',
    'list.more_one',
    'list.more_other',
  ])
})

test('an unused key is found, and a plural form is used by its stem', () => {
  expect(unused(english, new Set(['list.label', 'list.more']))).toEqual(['form.scope'])
})

test('a hard text is distinguished from an easy one', () => {
  const easy = new Map([['a', 'You can get a new token here. It works for one hour.']])
  const hard = new Map([
    [
      'a',
      'Authorization infrastructure necessitates periodic credential reauthentication procedures.',
    ],
  ])
  expect(readingOf(easy, 'en').ease).toBeGreaterThan(90)
  expect(readingOf(hard, 'en').ease).toBeLessThan(0)
})

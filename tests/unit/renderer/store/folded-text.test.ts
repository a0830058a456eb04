import { expect, it } from 'vitest'
import { foldedText, wordsOf } from '../../../../src/renderer/store/folded-text.ts'

it.each([
  ['Köln', 'koln'],
  ['ÉTÉ à São João', 'ete a sao joao'],
  ['Łódź', 'lodz'],
  ['Straße', 'strasse'],
  ['Ærø', 'aero'],
  ['İstanbul ılık', 'istanbul ilik'],
  ['Plain ASCII 42', 'plain ascii 42'],
  ['日本 Ω', '日本 ω'],
])('“%s” is searched as “%s”', (text, folded) => {
  expect(foldedText(text)).toBe(folded)
  expect(foldedText(folded)).toBe(folded)
})

it('a search is its words, however they are spaced', () => {
  expect(wordsOf('  Köln \t office ')).toEqual(['koln', 'office'])
  expect(wordsOf('   ')).toEqual([])
})

import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { en as menus } from '../../../src/main/i18n/en.ts'
import { pageTexts } from '../../../src/main/practice-server/page-texts.ts'
import { en as texts } from '../../../src/renderer/locales/en/index.ts'
import { sentencesOf } from '../../support/i18n/sentences.ts'

const shown = [texts, menus, pageTexts.en]
const labels = new Set(shown.flatMap((each) => [...sentencesOf(each).values()]))
const pages = ['README.md', ...readdirSync('docs/guide').map((name) => `docs/guide/${name}`)]

/** Returns what is in bold: a label of the window, or labels on the way to one. */
function boldIn(text: string): readonly string[] {
  return [...text.matchAll(/\*\*([^*]+)\*\*/g)].flatMap(([, bold = '']) =>
    bold.replaceAll(/\s+/g, ' ').split(' → '),
  )
}

test.each(pages)('%s names in bold only what a window, menu or page says', (page) => {
  const bold = boldIn(readFileSync(page, 'utf8'))
  expect(bold.filter((label) => !labels.has(label))).toEqual([])
})

test('a label that the window does not have is found', () => {
  expect(boldIn('**Settings → No such\nlabel**')).toEqual(['Settings', 'No such label'])
  expect(labels).toContain('Settings')
  expect(labels).not.toContain('No such label')
})

import { describe, expect, it } from 'vitest'
import { limits } from '../../../build/limits.mjs'
import {
  commentsIn,
  findingsIn,
  proseFindings,
  testTitleFindings,
  titleFindingsIn,
} from '../../../build/prose.mjs'

const found = (text: string) => findingsIn(text, 'some.ts').map((each) => each.found)

describe('comments', () => {
  it('are found in code alone, and lines that follow each other are one', () => {
    const text = [
      "const a = '// no comment' // the first",
      '',
      '/**',
      ' * The second,',
      ' * on two lines.',
      ' */',
      'const b = `/* none */`',
      '// The third,',
      '// on two lines.',
      '',
    ].join('\n')
    expect(commentsIn(text, 'some.ts')).toEqual([
      { line: 1, text: ' the first' },
      { line: 3, text: '\n The second,\n on two lines.\n ' },
      { line: 8, text: ' The third,\n on two lines.' },
    ])
  })
})

describe('forbidden prose', () => {
  it.each(['What', 'Whatever', 'Whether', 'Whoever', 'Whom', 'Who'])(
    'is a sentence that begins with %s',
    (word) => {
      expect(found(`/** ${word} it is. */`)).toContain(word)
      expect(found(`// It is.\n// ${word} it is.`)).toContain(word)
      expect(found(`/**\n * Returns it.\n * @returns {string} ${word} it is.\n */`)).toContain(word)
      expect(found(`/**\n * - ${word} it is.\n */`)).toContain(word)
    },
  )

  it.each(['Nobody', 'Somebody', 'Anybody'])('is %s, at the start and elsewhere', (word) => {
    expect(found(`/** ${word} knows. */`)).toContain(word)
    expect(found(`// It is known to ${word.toLowerCase()}.`)).toEqual([word.toLowerCase()])
  })

  it.each([
    'whoever',
    'by itself',
    'of its own accord',
    'is told',
    'flight',
    'legs',
    'landing',
    'desk',
    'papers',
    'anew',
    'mended',
  ])('is the word %s', (word) => {
    expect(found(`// It, ${word}, stands here.`)).toEqual([word])
    expect(found(`/**\n * It, ${word.replace(' ', '\n * ')}, stands here.\n */`)).toEqual([word])
  })

  it.each([
    '/** Returns what it is, and whether. */',
    '/** The desktop of Token Desk legally recommends landscape. */',
    '// Runs `desk` and `What is it.`',
    "const text = 'What nobody knows'",
    '/** @returns {boolean} whether it is */',
  ])('is not in %s', (text) => {
    expect(found(text)).toEqual([])
  })

  it('is named with its line', () => {
    expect(findingsIn('\n// What nobody knows.', 'a.ts')).toEqual([
      { file: 'a.ts', line: 2, kind: 'opening', found: 'What' },
      { file: 'a.ts', line: 2, kind: 'word', found: 'nobody' },
    ])
  })

  it('becomes less in the sources', () => {
    const findings = proseFindings()
    const openings = findings.filter(({ kind }) => kind === 'opening')
    expect(openings.length).toBeLessThanOrEqual(limits.openings)
    expect(findings.length - openings.length).toBeLessThanOrEqual(limits.words)
  })
})

describe('forbidden words in the title of a test', () => {
  it.each([
    ["test('nobody', () => {})", 'nobody'],
    ["describe('a', () => {\n  it.each([1])('%s is told', () => {})\n})", 'is told'],
    ['it.skip(`for whatever`, () => {})', 'whatever'],
    ["test.describe('known to everybody', () => {})", 'everybody'],
  ])('are found in %j', (text, word) => {
    expect(titleFindingsIn(text, 'a.ts').map(({ found }) => found)).toEqual([word])
  })

  it.each(["it('a desktop of Token Desk', () => {})", "say('nobody', () => test('a'))"])(
    'are not found in %j',
    (text) => expect(titleFindingsIn(text, 'a.ts')).toEqual([]),
  )

  it('are in no test', () => {
    expect(testTitleFindings()).toEqual([])
  })
})

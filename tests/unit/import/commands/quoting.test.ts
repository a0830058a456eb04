import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cmdWords } from '../../../../src/main/import/commands/cmd-words.ts'
import { posixWords } from '../../../../src/main/import/commands/posix/posix-words.ts'
import { psWords } from '../../../../src/main/import/commands/powershell/command.ts'
import { readPsScript } from '../../../../src/main/import/commands/powershell/ps-script.ts'
import { seedOr } from '../../../support/deep.ts'
import * as quoting from '../../../support/import/quoting.ts'

const seed = seedOr(20261121)
/** Characters of commands: much punctuation, some letters, some of neither. */
const character = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...`'"\\\`$^%&|;<>(){}[]@#!*?~=+-,. :/`) },
  { weight: 4, arbitrary: fc.constantFrom(...'abzAZ09_') },
  { weight: 1, arbitrary: fc.constantFrom('é', '€', '🔑', '\t', '“') },
)
const word = fc.string({ unit: character, maxLength: 24 })
const words = fc.array(word, { minLength: 1, maxLength: 6 })

const shells = {
  posix: (text: string) => {
    const { commands, isUnclosed } = posixWords(text)
    return { commands, isUnclosed }
  },
  cmd: (text: string) => cmdWords(text),
  powershell: (text: string) => {
    const { commands, isUnclosed } = readPsScript(text)
    return { commands: commands.map(psWords), isUnclosed }
  },
} as const

describe('any words come back as they were quoted', () => {
  test.each([
    ['for a POSIX shell in single quotes', 'posix', quoting.posixSingle, ' \\\n  '],
    ['for a POSIX shell in double quotes', 'posix', quoting.posixDouble, ' \\\r\n  '],
    ['for a POSIX shell with escapes', 'posix', quoting.posixAnsi, ' '],
    ['for cmd.exe', 'cmd', quoting.cmdCaret, ' ^\r\n  '],
    ['for PowerShell in single quotes', 'powershell', quoting.powershellSingle, ' `\n  '],
    ['for PowerShell in double quotes', 'powershell', quoting.powershellDouble, ' `\r\n  '],
  ] as const)('%s', (_name, shell, quote, gap) => {
    fc.assert(
      fc.property(words, (given) => {
        const text = ['curl', ...given.map(quote)].join(gap)
        expect(shells[shell](text)).toEqual({ commands: [['curl', ...given]], isUnclosed: false })
      }),
      { numRuns: 2000, seed },
    )
  })
})

import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { describe, expect, it, vi } from 'vitest'
import { compareClients, tableOf } from '../../corpus-script/compare.ts'
import { answerCases } from '../../support/corpus/all-cases.ts'

const root = new URL('../../../', import.meta.url)

const named = (...names: string[]) =>
  names.map((name) => {
    const found = answerCases.find((answerCase) => answerCase.name === name)
    if (found === undefined) throw new Error(`no case is named ${name}`)
    return found
  })

describe('the comparison with libraries', () => {
  it('counts a token where one is wanted, and its absence where none is', async () => {
    vi.spyOn(console, 'warn').mockImplementation(() => {})
    const cases = named(
      'RFC 6750 shows a token with a refresh token',
      'ServiceNow answers by the book',
      'a new refresh token',
      'Social ID ends its object with a comma',
      'a token that adds a header',
      'a page instead of an answer',
    )
    const scores = await compareClients(cases)
    const forgiving = ['Social ID ends its object with a comma']
    const dangerous = ['a token that adds a header']
    expect(scores).toEqual([
      { name: 'Token Desk', obtained: 4, refused: 2, missed: [] },
      ...['oauth4webapi', 'simple-oauth2', '@badgateway/oauth2-client'].map((name) => ({
        name,
        obtained: 3,
        refused: 1,
        missed: [...forgiving, ...dangerous],
      })),
    ])
    expect(tableOf(scores, cases, '2026-11-21')).toContain('| Token Desk | 4 | 2 | 6 |')
  })

  it('does not follow a redirect off this computer', async () => {
    const [moved] = named('no content')
    if (moved === undefined) throw new Error('no case')
    const headers = { location: 'https://login.example/' }
    const scores = await compareClients([{ ...moved, status: 302, headers }])
    expect(scores.map(({ refused }) => refused)).toEqual([1, 1, 1, 1])
  })

  it('runs as a script over the whole corpus, all of which Token Desk gets right', async () => {
    const script = ['tests/corpus-script/compare-libraries.mjs', '--missed']
    const { stdout } = await promisify(execFile)(process.execPath, script, { cwd: root })
    const all = answerCases.length
    expect(stdout).toMatch(new RegExp(`\\| Token Desk \\| \\d+ \\| \\d+ \\| ${all} \\|`))
    for (const name of ['oauth4webapi', 'simple-oauth2', '@badgateway/oauth2-client']) {
      expect(stdout).toMatch(new RegExp(`\\| ${name} \\| \\d+ \\| \\d+ \\| \\d+ \\|`))
    }
  })

  it('is in the documentation for the corpus as it is', async () => {
    const page = await readFile(new URL('docs/answers.md', root), 'utf8')
    expect(page).toContain(`with the ${answerCases.length} cases of the corpus`)
  })
})

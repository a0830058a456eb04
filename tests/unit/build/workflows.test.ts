import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const folder = '.github/workflows'

describe.each(readdirSync(folder))('%s', (name) => {
  const text = readFileSync(`${folder}/${name}`, 'utf8')

  test('names each action by its commit, and says which release that is', () => {
    const uses = [...text.matchAll(/^\s*(?:- )?uses: (.*)$/gm)].map(([, action]) => action ?? '')
    expect(uses.length).toBeGreaterThan(1)
    const loose = uses.filter((use) => !/^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(use))
    expect(loose).toEqual([])
  })

  test('gives no job more than it asks for', () => {
    expect(text).toMatch(/^permissions: \{\}$/m)
    const jobs = text.slice(text.indexOf('\njobs:')).match(/^ {2}[\w-]+:$/gm) ?? []
    expect(text.match(/^ {4}permissions:$/gm)).toHaveLength(jobs.length)
    expect(text).not.toMatch(/write-all|pull_request_target/)
  })

  test('puts nothing that others can choose into a script', () => {
    // A script is what follows `run:`, on its line or below it with a deeper margin.
    const scripts = [...text.matchAll(/^( *)(?:- )?run:(.*(?:\n\1 {2,}.*)*)/gm)]
    expect(scripts.length).toBeGreaterThan(0)
    expect(scripts.filter(([, , script]) => script?.includes('${{')).map(([all]) => all)).toEqual(
      [],
    )
  })
})

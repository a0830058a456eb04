import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { NEWER_MAJOR } from '../../../build/newer-node.mjs'

interface Step {
  readonly name?: string
  readonly uses?: string
  readonly run?: string
  readonly with?: Readonly<Record<string, unknown>>
  readonly env?: Readonly<Record<string, string>>
}

interface Job {
  /** A workflow of this repository that the job calls. */
  readonly uses?: string
  readonly needs?: string | readonly string[]
  readonly permissions?: Readonly<Record<string, string>>
  readonly 'runs-on'?: string
  readonly 'timeout-minutes'?: number
  readonly steps?: readonly Step[]
  readonly strategy?: { readonly matrix: unknown }
}

interface Workflow {
  readonly on: Readonly<Record<string, unknown>>
  readonly permissions: unknown
  readonly jobs: Readonly<Record<string, Job>>
}

const folder = '.github/workflows'

function read(name: string): { readonly text: string; readonly workflow: Workflow } {
  const text = readFileSync(path.join(folder, name), 'utf8')
  return { text, workflow: parse(text) }
}

/** The rights of a job on the repository, where it may do more than read. */
const mayWrite: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'release.yml draft': { contents: 'write' },
}

/** The secrets that a step gets. */
const secretsOfSteps: Readonly<Record<string, readonly string[]>> = {
  'Make the packages': [
    'MACOS_APPLE_ID',
    'MACOS_APPLE_PASSWORD',
    'MACOS_CERTIFICATE',
    'MACOS_CERTIFICATE_PASSWORD',
    'MACOS_TEAM_ID',
    'WINDOWS_CERTIFICATE',
    'WINDOWS_CERTIFICATE_PASSWORD',
  ],
  'Sign the feed of versions': ['UPDATE_FEED_KEY'],
}

function secretsIn(env: Step['env'] = {}): readonly string[] {
  return Object.values(env)
    .flatMap((value) => /secrets\.(\w+)/.exec(value)?.[1] ?? [])
    .sort()
}

describe.each(readdirSync(folder))('%s', (name) => {
  const { text, workflow } = read(name)
  const jobs = Object.entries(workflow.jobs)
  const steps = jobs.flatMap(([, job]) => job.steps ?? [])

  test('names each action by its commit, and says which release that is', () => {
    const uses = steps.flatMap((step) => step.uses ?? [])
    expect(uses.length).toBeGreaterThan(1)
    for (const use of uses) expect(use).toMatch(/^[\w-]+\/[\w-]+@[0-9a-f]{40}$/)
    expect(uses.filter((use) => !new RegExp(`${use} # v\\d+\\.\\d+\\.\\d+\\n`).test(text))).toEqual(
      [],
    )
    expect(uses.filter((use) => !use.startsWith('actions/'))).toEqual([])
  })

  test('grants no permission to the workflow, and each job only its own', () => {
    expect(workflow.permissions).toEqual({})
    for (const [job, { permissions = {} }] of jobs) {
      expect(permissions, job).toEqual(mayWrite[`${name} ${job}`] ?? { contents: 'read' })
    }
  })

  test('never runs what a stranger proposes with rights or secrets', () => {
    expect(Object.keys(workflow.on)).not.toContain('pull_request_target')
    expect(Object.keys(workflow.on)).not.toContain('workflow_run')
    if ('pull_request' in workflow.on) expect(text).not.toContain('secrets.')
  })

  test('leaves no credentials behind for what runs later', () => {
    const checkouts = steps.filter(({ uses }) => uses?.startsWith('actions/checkout@'))
    for (const checkout of checkouts) expect(checkout.with?.['persist-credentials']).toBe(false)
    // A cache that another run filled would be taken for what the lock file vouches for.
    for (const step of steps) expect(step.with ?? {}).not.toHaveProperty('cache')
  })

  test('gives a secret to the steps that sign and to no other, by name', () => {
    const given = steps.filter(({ env }) => JSON.stringify(env ?? {}).includes('secrets.'))
    expect(text.match(/secrets\./g)?.length ?? 0).toBe(
      given
        .flatMap(({ env }) => Object.values(env ?? {}))
        .filter((value) => value.includes('secrets.')).length,
    )
    expect(text).not.toMatch(/secrets: inherit|toJSON\(secrets\)/)
    for (const step of given) {
      expect(secretsOfSteps[step.name ?? ''], step.name).toEqual(secretsIn(step.env))
    }
  })

  test('puts nothing that others can choose into a script', () => {
    const scripts = steps.flatMap(({ run }) => run ?? [])
    expect(scripts.length).toBeGreaterThan(0)
    expect(scripts.filter((script) => script.includes('${{'))).toEqual([])
  })

  test('installs nothing but what the lock files name, without scripts of theirs', () => {
    // `npm test` and `npm run package` install with `npm ci --ignore-scripts` (build/npm.mjs).
    const scripts = steps.flatMap(({ run }) => run ?? []).join('\n')
    expect(scripts).not.toMatch(/npm (i|ci|install|exec|x)\b|npx|curl|wget|pip|apt-get/)
    const npm = readFileSync('build/npm.mjs', 'utf8')
    expect(npm).toContain("'--ignore-scripts',")
    expect(npm).toContain("const args = ['ci',")
  })

  test('ends in time, on systems of a known version', () => {
    for (const [job, { 'timeout-minutes': limit, uses }] of jobs) {
      // A called workflow has limits of its own.
      if (uses === undefined) expect(limit, job).toBeLessThanOrEqual(60)
      else expect(uses).toMatch(/^\.\/\.github\/workflows\/[\w-]+\.yml$/)
    }
    const systems = text.match(/\b(ubuntu|windows|macos)-[\w.-]+/g) ?? []
    expect(systems.length).toBeGreaterThan(1)
    expect(systems.filter((system) => system.includes('latest'))).toEqual([])
  })
})

test.each(['ci.yml', 'deep.yml'])(
  '%s tests on the oldest supported Node, and on the one that Electron is built on',
  (name) => {
    const { workflow } = read(name)
    const matrix = z
      .object({
        include: z.array(z.object({ os: z.string(), node: z.union([z.string(), z.number()]) })),
      })
      .parse(Object.values(workflow.jobs)[0]?.strategy?.matrix)
    const nodes = matrix.include.map(({ node }) => String(node))
    const { engines } = JSON.parse(readFileSync('package.json', 'utf8'))
    expect(engines.node).toBe('>=22.12')
    expect(nodes).toContain('22.12.0')
    expect(nodes).toContain(String(NEWER_MAJOR))
    // Where the newer-node step can't run, its Node runs all tests.
    for (const { os, node } of matrix.include) {
      if (!os.startsWith('ubuntu')) expect(node).toBe(NEWER_MAJOR)
    }
  },
)

test('the tests run on all three systems', () => {
  const { text, workflow } = read('ci.yml')
  expect(workflow.on).toHaveProperty('pull_request')
  for (const system of ['ubuntu', 'windows', 'macos']) expect(text).toContain(`${system}-`)
  const scripts = Object.values(workflow.jobs).flatMap(({ steps }) =>
    (steps ?? []).flatMap(({ run }) => run ?? []),
  )
  expect(scripts.filter((script) => script.endsWith('npm test'))).toHaveLength(2)
})

test('the deep tests run on all three systems each night, with a seed of their own, and before a release', () => {
  const { text, workflow } = read('deep.yml')
  expect(Object.keys(workflow.on)).toEqual(['schedule', 'workflow_call', 'workflow_dispatch'])
  for (const system of ['ubuntu', 'windows', 'macos']) expect(text).toContain(`${system}-`)
  const tests = (workflow.jobs['deep']?.steps ?? []).filter(({ run }) => run !== undefined)
  expect(tests).toHaveLength(2)
  for (const { run, env } of tests) {
    expect(run).toMatch(/npm run test:deep$/)
    expect(env?.['TOKEN_DESK_SEED']).toContain('github.run_number')
  }
  const { jobs } = read('release.yml').workflow
  expect(jobs['deep']?.uses).toBe('./.github/workflows/deep.yml')
  expect(jobs['draft']?.needs).toContain('deep')
})

test('a tag makes a draft, with packages whose checksums were compared', () => {
  const { workflow } = read('release.yml')
  expect(workflow.on).toEqual({ push: { tags: ['v*'] } })
  const scripts = workflow.jobs['draft']?.steps?.flatMap(({ run }) => run ?? []) ?? []
  const compared = scripts.findIndex((script) => script.includes('sha256sum --check'))
  const drafted = scripts.findIndex((script) => /gh release create .*--draft/.test(script))
  expect(compared).toBeGreaterThanOrEqual(0)
  expect(drafted).toBeGreaterThan(compared)
})

import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'

const biome = createRequire(import.meta.url).resolve('@biomejs/biome/bin/biome')

/** Files to lint, by their path; all are linted in one run of Biome. */
const fixtures = new Map<string, string>()
/** The findings of that run, one to a line that names the file. */
let findings: readonly string[] = []

beforeAll(() => {
  const scratch = mkdtempSync(path.join(tmpdir(), 'import-walls-'))
  cpSync('biome.json', path.join(scratch, 'biome.json'))
  cpSync('build/lint', path.join(scratch, 'build/lint'), { recursive: true })
  for (const [file, content] of fixtures) {
    mkdirSync(path.dirname(path.join(scratch, file)), { recursive: true })
    writeFileSync(path.join(scratch, file), `${content}\n`)
  }
  const options = ['--vcs-enabled=false', '--max-diagnostics=none', '--reporter=github']
  const { stdout } = spawnSync(process.execPath, [biome, 'lint', ...options, '.'], {
    cwd: scratch,
    encoding: 'utf8',
  })
  findings = stdout.split('\n').filter((line) => line.startsWith('::'))
  rmSync(scratch, { recursive: true, force: true })
})

/**
 * Registers a file with this content, while the tests are collected.
 * @param place a path: the file is put beside it, under a name of its own
 * @returns a function that returns the findings about it, while the tests run; it throws if the
 *   file was not linted
 */
function lint(place: string, content: string): () => string {
  const file = `${path.posix.dirname(place)}/file-${fixtures.size}.ts`
  fixtures.set(file, `debugger\n${content}`)
  return () => {
    const ofFile = findings.filter((line) => line.includes(`/${file},`))
    const others = ofFile.filter((line) => !line.includes('noDebugger'))
    if (others.length === ofFile.length) throw new Error(`${file} was not linted`)
    return others.join('\n')
  }
}

const importOf = (source: string) => `import { thing } from '${source}'\nexport const kept = thing`

describe('the linter refuses', () => {
  const refused = [
    ['src/shared/bad.ts', '../main/engine/engine.ts'],
    ['src/shared/bad.ts', 'node:fs'],
    ['src/shared/grants/bad.ts', '../../main/engine/engine.ts'],
    ['src/main/oauth/jwt/bad.ts', '../../engine/renewal-policy.ts'],
    ['src/main/oauth/jwt/bad.ts', 'node:crypto'],
    ['src/main/oauth/jwt/bad.ts', 'jsonc-parser'],
    ['src/main/engine/bad.ts', 'electron'],
    ['src/main/engine/bad.ts', 'node:fs/promises'],
    ['src/main/engine/bad.ts', '../vault/vault.ts'],
    ['src/main/engine/bad.ts', '../platform/http.ts'],
    ['src/main/vault/bad.ts', 'electron'],
    ['src/main/vault/bad.ts', '../engine/engine.ts'],
    ['src/main/ipc/bad.ts', 'electron'],
    ['src/main/ipc/bad.ts', '../platform/clipboard.ts'],
    ['src/main/presets/bad.ts', 'node:fs'],
    ['src/main/first-rows/bad.ts', 'electron'],
    ['src/main/first-rows/bad.ts', '../engine/engine.ts'],
    ['src/main/snippets/bad.ts', '../engine/engine.ts'],
    ['src/main/snippets/bad.ts', 'node:crypto'],
    ['src/main/copying/bad.ts', 'electron'],
    ['src/main/copying/bad.ts', '../platform/clipboard.ts'],
    ['src/main/tray/bad.ts', 'electron'],
    ['src/main/notifying/bad.ts', 'electron'],
    ['src/main/practice-server/bad.ts', 'electron'],
    ['src/main/backup/bad.ts', 'electron'],
    ['src/main/i18n/bad.ts', 'electron'],
    ['src/main/i18n/bad.ts', '../shell/menu.ts'],
    ['src/main/backup/bad.ts', '../vault/vault.ts'],
    ['src/main/engine/bad.ts', 'age-encryption'],
    ['src/main/updates/bad.ts', 'electron'],
    ['src/main/updates/bad.ts', '../platform/http.ts'],
    ['src/main/import/bad.ts', 'node:fs/promises'],
    ['src/main/import/files/bad.ts', '../../platform/http.ts'],
    ['src/main/import/files/bad.ts', '../commands/posix/posix-words.ts'],
    ['src/main/import/commands/bad.ts', '../candidate.ts'],
    ['src/main/import/commands/curl/bad.ts', '../../candidate.ts'],
    ['src/main/import/request/bad.ts', '../commands/read-command.ts'],
    ['src/renderer/features/bad.ts', '../../main/engine/engine.ts'],
    ['src/renderer/features/bad.ts', '../../preload/index.ts'],
    ['src/renderer/features/bad.ts', 'electron'],
    ['src/preload/bad.ts', '../main/ipc/router.ts'],
  ] as const
  for (const [file, source] of refused) {
    const findingsOf = lint(file, importOf(source))
    test(`${file} importing ${source}`, () => {
      expect(findingsOf()).toContain('noRestrictedImports')
    })
  }

  const inputs = [
    ['setTimeout(() => {}, 1)', 'noRestrictedGlobals'],
    ["fetch('x')", 'noRestrictedGlobals'],
    ['Math.random()', 'Randomness is passed in'],
    ...['Date.now()', 'Date.now', "Date['now']()", 'new Date()', 'new Date', 'Date()'].map(
      (clock) => [clock, 'The time is passed in'] as const,
    ),
  ] as const
  for (const file of [
    'src/main/engine/bad.ts',
    'src/main/oauth/jwt/bad.ts',
    'src/main/oauth/formats/bad.ts',
  ]) {
    for (const [expression, finding] of inputs) {
      const findingsOf = lint(file, `export const kept = ${expression}`)
      test(`${expression} in ${file}`, () => {
        expect(findingsOf()).toContain(finding)
      })
    }
  }
})

describe('the linter refuses to compare kinds', () => {
  const grant = "import type { Grant } from '../../shared/grants/index.ts'\n"
  const bad = [
    `${grant}export const kept = (grant: Grant) => grant.kind === 'password'`,
    `${grant}export const kept = ({ kind }: Grant) => 'refreshToken' !== kind`,
    `${grant}export const kept = (grant: Grant) => ['password'].includes(grant.kind)`,
    `${grant}export function kept(grant: Grant) {\n  switch (grant.kind) {\n    default:\n      return 1\n  }\n}`,
    `${grant}export const kept = (grant: Grant) => grant['kind'] === 'password'`,
    `${grant}export const kept = (grant: Grant) => (grant.kind as string) === 'password'`,
    `${grant}export const kept = (grant: Grant) => grant?.kind !== \`password\``,
    `${grant}export const kept = (grant: Grant) => new Set(['password']).has(grant.kind)`,
    `${grant}export const kept = (grant: Grant) => (['password'] as const).includes(grant.kind)`,
    `${grant}export const kept = (sentKind: Grant['kind']) => sentKind === 'clientCredentials'`,
    `${grant}export function kept({ kind }: Grant) {\n  switch (kind) {\n    case 'password':\n      return 1\n  }\n}`,
    "export const kept = (authentication: { method: string }) => authentication.method === 'basic'",
    "export function kept(method: string) {\n  switch (method) {\n    case 'none':\n      return 1\n  }\n}",
  ]
  for (const content of bad) {
    const findingsOf = lint('src/main/engine/bad.ts', content)
    test(content, () => expect(findingsOf()).toContain('instead of comparing kinds'))
    const findingsInPage = lint('src/renderer/i18n/bad.ts', content)
    test(`${content} in the page`, () => {
      expect(findingsInPage()).toContain('instead of comparing kinds')
    })
    const findingsInTable = lint('src/main/oauth/grants/good.ts', content)
    test(`${content} but not in a table`, () => {
      expect(findingsInTable()).not.toContain('instead of comparing kinds')
    })
  }

  const good = [
    "export const kept = (outcome: { kind: string }) => outcome.kind === 'needs-sign-in'",
    "export const kept = (name: string) => name === 'password'",
    'export const kept = (grant: { kind: string }, sent: { kind: string }) => grant.kind === sent.kind',
    "export function kept(kind: string) {\n  switch (kind) {\n    case 'none':\n      return 1\n  }\n}",
  ]
  for (const content of good) {
    const findingsOf = lint('src/main/engine/good.ts', content)
    test(`but lets ${content} pass`, () => {
      expect(findingsOf()).not.toContain('instead of comparing kinds')
    })
  }
})

describe('the linter lets pass', () => {
  const passing = [
    ['src/shared/good.ts', './token.ts'],
    ['src/shared/good.ts', './grants/facts.ts'],
    ['src/shared/settings/good.ts', '../grants/index.ts'],
    ['src/main/oauth/jwt/good.ts', '../../../shared/outcome.ts'],
    ['src/main/engine/good.ts', '../oauth/jwt/jwt.ts'],
    ['src/main/vault/good.ts', '../engine/ports.ts'],
    ['src/main/platform/good.ts', 'electron'],
    ['src/main/platform/good.ts', '../vault/disk.ts'],
    ['src/main/import/good.ts', './commands/read-command.ts'],
    ['src/main/import/commands/curl/good.ts', '../../request/unknown-part.ts'],
    ['src/main/backup/good.ts', '../vault/durable-file.ts'],
    ['src/main/shell/good.ts', 'electron'],
    ['src/renderer/features/good.ts', '../../shared/contract.ts'],
    ['src/preload/good.ts', 'electron'],
  ] as const
  for (const [file, source] of passing) {
    const findingsOf = lint(file, importOf(source))
    test(`${file} importing ${source}`, () => {
      expect(findingsOf()).toBe('')
    })
  }

  for (const [file, values] of [
    ['src/main/platform/good.ts', 'Math.random(), Date.now(), new Date()'],
    ['src/main/engine/good.ts', 'new Date(0), Date.UTC(2026, 0), new Date(2026, 0)'],
    ['src/main/oauth/formats/good.ts', 'new Date(0), Date.UTC(2026, 0), new Date(2026, 0)'],
  ] as const) {
    const findingsOf = lint(file, `export const kept = [${values}]`)
    test(`${values} in ${file}`, () => {
      expect(findingsOf()).toBe('')
    })
  }
})

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
 * Registers a file with this content in this folder, while the tests are collected.
 * @returns a function that returns the findings about it, while the tests run; it throws if the
 *   file was not linted
 */
function lint(folder: string, content: string): () => string {
  const file = `${folder}/file-${fixtures.size}.ts`
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
    ['src/shared', '../main/engine/engine.ts'],
    ['src/shared', 'node:fs'],
    ['src/main/oauth/jwt', '../../engine/renewal-policy.ts'],
    ['src/main/oauth/jwt', 'node:crypto'],
    ['src/main/oauth/jwt', 'jsonc-parser'],
    ['src/main/engine', 'electron'],
    ['src/main/engine', 'node:fs/promises'],
    ['src/main/engine', '../vault/vault.ts'],
    ['src/main/engine', '../platform/http.ts'],
    ['src/main/vault', 'electron'],
    ['src/main/vault', '../engine/engine.ts'],
    ['src/main/ipc', 'electron'],
    ['src/main/ipc', '../platform/clipboard.ts'],
    ['src/main/presets', 'node:fs'],
    ['src/main/first-rows', 'electron'],
    ['src/main/first-rows', '../engine/engine.ts'],
    ['src/main/snippets', '../engine/engine.ts'],
    ['src/main/snippets', 'node:crypto'],
    ['src/main/copying', 'electron'],
    ['src/main/copying', '../platform/clipboard.ts'],
    ['src/main/tray', 'electron'],
    ['src/main/notifying', 'electron'],
    ['src/main/practice-server', 'electron'],
    ['src/main/backup', 'electron'],
    ['src/main/i18n', 'electron'],
    ['src/main/i18n', '../shell/menu.ts'],
    ['src/main/backup', '../vault/vault.ts'],
    ['src/main/engine', 'age-encryption'],
    ['src/main/updates', 'electron'],
    ['src/main/updates', '../platform/http.ts'],
    ['src/main/import', 'node:fs/promises'],
    ['src/main/import/files', '../../platform/http.ts'],
    ['src/renderer/features', '../../main/engine/engine.ts'],
    ['src/renderer/features', '../../preload/index.ts'],
    ['src/renderer/features', 'electron'],
    ['src/preload', '../main/ipc/router.ts'],
  ] as const
  for (const [folder, source] of refused) {
    const findingsOf = lint(folder, importOf(source))
    test(`${folder} importing ${source}`, () => {
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
  for (const folder of ['src/main/engine', 'src/main/oauth/jwt', 'src/main/oauth/formats']) {
    for (const [expression, finding] of inputs) {
      const findingsOf = lint(folder, `export const kept = ${expression}`)
      test(`${expression} inside ${folder}`, () => {
        expect(findingsOf()).toContain(finding)
      })
    }
  }
})

describe('the linter lets pass', () => {
  const passing = [
    ['src/shared', './token.ts'],
    ['src/main/oauth/jwt', '../../../shared/outcome.ts'],
    ['src/main/engine', '../oauth/jwt/jwt.ts'],
    ['src/main/vault', '../engine/ports.ts'],
    ['src/main/platform', 'electron'],
    ['src/main/platform', '../vault/bounded-file.ts'],
    ['src/main/backup', '../vault/durable-file.ts'],
    ['src/main/shell', 'electron'],
    ['src/renderer/features', '../../shared/contract.ts'],
    ['src/preload', 'electron'],
  ] as const
  for (const [folder, source] of passing) {
    const findingsOf = lint(folder, importOf(source))
    test(`${folder} importing ${source}`, () => {
      expect(findingsOf()).toBe('')
    })
  }

  for (const [folder, values] of [
    ['src/main/platform', 'Math.random(), Date.now(), new Date()'],
    ['src/main/engine', 'new Date(0), Date.UTC(2026, 0), new Date(2026, 0)'],
    ['src/main/oauth/formats', 'new Date(0), Date.UTC(2026, 0), new Date(2026, 0)'],
  ] as const) {
    const findingsOf = lint(folder, `export const kept = [${values}]`)
    test(`${values} inside ${folder}`, () => {
      expect(findingsOf()).toBe('')
    })
  }
})

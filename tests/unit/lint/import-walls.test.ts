import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const biome = createRequire(import.meta.url).resolve('@biomejs/biome/bin/biome')
let scratch = ''

beforeAll(() => {
  scratch = mkdtempSync(path.join(tmpdir(), 'import-walls-'))
  cpSync('biome.json', path.join(scratch, 'biome.json'))
  cpSync('build/lint', path.join(scratch, 'build/lint'), { recursive: true })
})

afterAll(() => rmSync(scratch, { recursive: true, force: true }))

/** What the linter says of a file with this content at this place. */
function lint(file: string, content: string): string {
  const target = path.join(scratch, file)
  mkdirSync(path.dirname(target), { recursive: true })
  writeFileSync(target, `${content}\n`)
  const run = spawnSync(process.execPath, [biome, 'lint', '--vcs-enabled=false', file], {
    cwd: scratch,
    encoding: 'utf8',
  })
  rmSync(target)
  return run.stdout + run.stderr
}

const importOf = (source: string) => `import { thing } from '${source}'\nexport const kept = thing`

describe('the linter refuses', () => {
  test.each([
    ['src/shared/bad.ts', '../main/engine/engine.ts'],
    ['src/shared/bad.ts', 'node:fs'],
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
  ])('%s importing %s', (file, source) => {
    expect(lint(file, importOf(source))).toContain('noRestrictedImports')
  })

  test.each(['setTimeout(() => {}, 1)', "fetch('x')"])(
    'the global in %s inside oauth and engine',
    (expression) => {
      const content = `export const kept = ${expression}`
      expect(lint('src/main/engine/bad.ts', content)).toContain('noRestrictedGlobals')
      expect(lint('src/main/oauth/jwt/bad.ts', content)).toContain('noRestrictedGlobals')
    },
  )

  test('randomness inside oauth and engine', () => {
    const content = 'export const kept = Math.random()'
    expect(lint('src/main/engine/bad.ts', content)).toContain('Randomness is passed in')
    expect(lint('src/main/oauth/jwt/bad.ts', content)).toContain('Randomness is passed in')
  })

  test.each(['Date.now()', 'Date.now', "Date['now']()", 'new Date()', 'new Date', 'Date()'])(
    'the clock in %s inside oauth and engine',
    (expression) => {
      const content = `export const kept = ${expression}`
      expect(lint('src/main/engine/bad.ts', content)).toContain('The time is passed in')
      expect(lint('src/main/oauth/formats/bad.ts', content)).toContain('The time is passed in')
    },
  )
})

describe('the linter lets pass', () => {
  test.each([
    ['src/shared/good.ts', './token.ts'],
    ['src/main/oauth/jwt/good.ts', '../../../shared/outcome.ts'],
    ['src/main/engine/good.ts', '../oauth/jwt/jwt.ts'],
    ['src/main/vault/good.ts', '../engine/ports.ts'],
    ['src/main/platform/good.ts', 'electron'],
    ['src/main/platform/good.ts', '../vault/bounded-file.ts'],
    ['src/main/import/good.ts', './commands/read-command.ts'],
    ['src/main/import/commands/curl/good.ts', '../../request/unknown-part.ts'],
    ['src/main/backup/good.ts', '../vault/durable-file.ts'],
    ['src/main/shell/good.ts', 'electron'],
    ['src/renderer/features/good.ts', '../../shared/contract.ts'],
    ['src/preload/good.ts', 'electron'],
  ])('%s importing %s', (file, source) => {
    expect(lint(file, importOf(source))).not.toContain('lint/')
  })

  test('randomness and the clock elsewhere', () => {
    const content = 'export const kept = [Math.random(), Date.now(), new Date()]'
    expect(lint('src/main/platform/good.ts', content)).not.toContain('is passed in')
  })

  test('conversions of a given time inside oauth and engine', () => {
    const content = 'export const kept = [new Date(0), Date.UTC(2026, 0), new Date(2026, 0)]'
    expect(lint('src/main/engine/good.ts', content)).not.toContain('lint/')
    expect(lint('src/main/engine/good.ts', content)).not.toContain('is passed in')
    expect(lint('src/main/oauth/formats/good.ts', content)).not.toContain('is passed in')
  })
})

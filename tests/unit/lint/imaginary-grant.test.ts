import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

const compiler = path.join(
  path.dirname(createRequire(import.meta.url).resolve('typescript/package.json')),
  'bin/tsc',
)
let scratch = ''

beforeAll(() => {
  scratch = mkdtempSync(path.join(tmpdir(), 'imaginary-grant-'))
  cpSync('src', path.join(scratch, 'src'), { recursive: true })
  cpSync('tsconfig.base.json', path.join(scratch, 'tsconfig.base.json'))
  cpSync('package.json', path.join(scratch, 'package.json'))
  symlinkSync(path.resolve('node_modules'), path.join(scratch, 'node_modules'), 'junction')
  const config = {
    extends: './tsconfig.base.json',
    compilerOptions: {
      noEmit: true,
      composite: false,
      incremental: false,
      lib: ['ES2023', 'DOM', 'DOM.Iterable'],
      jsx: 'react-jsx',
      types: ['node', 'vite/client'],
    },
    include: ['src/main', 'src/shared', 'src/renderer'],
  }
  writeFileSync(path.join(scratch, 'tsconfig.json'), JSON.stringify(config))
})

afterAll(() => rmSync(scratch, { recursive: true, force: true }))

function edit(file: string, find: string, put: string): void {
  const place = path.join(scratch, file)
  const text = readFileSync(place, 'utf8')
  expect(text).toContain(find)
  writeFileSync(place, text.replace(find, put))
}

/** Compiles the sources; returns the files with errors, each once. */
function filesWithErrors(): readonly string[] {
  const { stdout } = spawnSync(process.execPath, [compiler, '-p', scratch, '--pretty', 'false'], {
    cwd: scratch,
    encoding: 'utf8',
  })
  const files = [...stdout.matchAll(/^(src\/[^(]+)\(\d+,\d+\): error/gm)].map(
    ([, file = '']) => file,
  )
  return [...new Set(files)].sort()
}

const facts = `
  imaginary: {
    wireName: 'urn:example:imaginary',
    secrets: ['imaginaryKey'],
    personal: [],
    parameterNames: [],
    renewal: 'needs-person',
    owner: 'user',
    purpose: 'obtaining',
    endpoints: ['deviceAuthorizationEndpoint'],
    needsClientId: true,
  },
} as const satisfies Readonly<Record<string, GrantFacts>>`

const schema = `
const settings = z.strictObject({ kind: z.literal('imaginary'), imaginaryName: z.string() })
const imaginary = { settings, incomplete: settings }
`

test('the compiler names every place that a new grant, and its secret, requires', {
  timeout: 240_000,
}, () => {
  edit(
    'src/shared/grants/facts.ts',
    '\n} as const satisfies Readonly<Record<string, GrantFacts>>',
    facts,
  )
  expect(filesWithErrors()).toContain('src/shared/grants/index.ts')
  edit(
    'src/shared/grants/index.ts',
    '\n  refreshToken,\n} satisfies',
    '\n  refreshToken,\n  imaginary,\n} satisfies',
  )
  edit(
    'src/shared/grants/index.ts',
    "import { z } from 'zod'\n",
    `import { z } from 'zod'\n${schema}`,
  )
  expect(filesWithErrors()).toEqual([
    // How a person signs in for it.
    'src/main/engine/run-plans.ts',
    // The name of its secret in a report.
    'src/main/engine/stored-profile.ts',
    // How an import finds the value of its secret.
    'src/main/import/candidate.ts',
    // Its requests, the meaning of refusals, its owner, how an import recognises it.
    'src/main/oauth/grants/index.ts',
    // Its names, and that of its secret, in the texts.
    'src/renderer/features/import/ImportPage.tsx',
    'src/renderer/features/import/Understood.tsx',
    'src/renderer/features/profile-detail/OverviewPanel.tsx',
    'src/renderer/features/profile-form/GrantChoice.tsx',
    'src/renderer/features/profile-form/ProfileForm.tsx',
    'src/renderer/features/profile-form/SearchResult.tsx',
    // What the form begins with.
    'src/renderer/features/profile-form/values.ts',
    // The name of its secret in an error.
    'src/renderer/i18n/app-error.ts',
  ])
})

import { describe, expect, test } from 'vitest'
import {
  findElectron,
  NOT_FOR_RELEASE,
  remarksOn,
  resolveElectron,
} from '../../../build/runtime.mjs'

type Environment = Parameters<typeof findElectron>[0]

const officialFiles = {
  '/desk/node_modules/electron/package.json': '{ "version": "45.4.1" }',
  '/desk/node_modules/electron/path.txt': 'electron',
  '/desk/node_modules/electron/dist/electron': '',
  '/desk/node_modules/electron/dist/version': '45.4.1',
}
const fallbackFiles = {
  '/desk/.cache/fallback/electron': '',
  [`/desk/.cache/fallback/${NOT_FOR_RELEASE}`]: '',
}

function environment(
  files: Readonly<Record<string, string>>,
  changes: Partial<NonNullable<Environment>> = {},
): NonNullable<Environment> {
  return {
    platform: 'linux',
    arch: 'x64',
    userId: 1000,
    env: {},
    exists: (path) => path in files,
    read: (path) => files[path] ?? '',
    root: '/desk',
    fallbackFolder: '/desk/.cache/fallback',
    ...changes,
  }
}

describe('which Electron is run', () => {
  test('the official one is preferred to the fallback', () => {
    expect(findElectron(environment({ ...officialFiles, ...fallbackFiles }))).toEqual({
      executable: '/desk/node_modules/electron/dist/electron',
      kind: 'official',
      switches: [],
    })
  })

  test('the fallback is taken where the official one is not installed', () => {
    expect(findElectron(environment(fallbackFiles))).toEqual({
      executable: '/desk/.cache/fallback/electron',
      kind: 'fallback',
      switches: [],
    })
  })

  test.each([
    ['its installer has not finished', { '/desk/node_modules/electron/path.txt': undefined }],
    ['it is of another version', { '/desk/node_modules/electron/dist/version': '44.0.0' }],
  ])('the official one is left alone when %s', (_case, change) => {
    const files = Object.fromEntries(
      Object.entries({ ...officialFiles, ...fallbackFiles, ...change }).filter(
        (entry): entry is [string, string] => entry[1] !== undefined,
      ),
    )
    expect(findElectron(environment(files))?.kind).toBe('fallback')
  })

  test.each([
    ['ELECTRON_OVERRIDE_DIST_PATH', '/own'],
    ['ELECTRON_EXEC_PATH', '/own/electron'],
  ])('%s of the user wins over both', (name, value) => {
    const files = { ...officialFiles, ...fallbackFiles, '/own/electron': '' }
    expect(findElectron(environment(files, { env: { [name]: value } }))).toEqual({
      executable: '/own/electron',
      kind: 'override',
      switches: [],
    })
  })

  test('a setting of the user that names nothing is an error, not a reason to take another', () => {
    const env = { ELECTRON_EXEC_PATH: '/own/electron' }
    expect(() => findElectron(environment(officialFiles, { env }))).toThrow(
      'ELECTRON_EXEC_PATH is set, but there is no Electron at /own/electron: correct it or unset it.',
    )
  })

  test.each([
    { platform: 'darwin', arch: 'x64' },
    { platform: 'linux', arch: 'arm64' },
  ] as const)('the fallback is never taken on $platform-$arch', (system) => {
    const files = {
      ...fallbackFiles,
      '/desk/.cache/fallback/Electron.app/Contents/MacOS/Electron': '',
    }
    expect(findElectron(environment(files, system))).toBeUndefined()
  })

  test('where there is none, it is said how to get one', () => {
    expect(() => resolveElectron(environment({}))).toThrow(
      'The Electron runtime is missing: run "npm start" or "npm test" once.',
    )
  })
})

describe('the sandbox', () => {
  test('is turned off for root on Linux, and that is said', () => {
    const runtime = resolveElectron(environment(officialFiles, { userId: 0 }))
    expect(runtime.switches).toEqual(['--no-sandbox'])
    expect(remarksOn(runtime)).toEqual([
      'Running as root, where Chromium has no sandbox: --no-sandbox is passed.',
    ])
  })

  test('stays on for all others, without a message', () => {
    const files = { '/own/Electron.app/Contents/MacOS/Electron': '' }
    const env = { ELECTRON_OVERRIDE_DIST_PATH: '/own' }
    const mac = environment(files, { platform: 'darwin', userId: 0, env })
    expect(resolveElectron(mac).switches).toEqual([])
    expect(remarksOn(resolveElectron(environment(officialFiles)))).toEqual([])
  })
})

test('it is said in one line that the fallback is for evaluation and tests only', () => {
  const [remark, ...more] = remarksOn(resolveElectron(environment(fallbackFiles)))
  expect(more).toEqual([])
  expect(remark).toMatch(
    /^[^\n]*repackaged[^\n]*an older major version[^\n]*for evaluation and tests only[^\n]*$/,
  )
})

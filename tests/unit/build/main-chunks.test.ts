import { readdirSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { behind } from '../../support/start-imports.ts'

const main = path.join(import.meta.dirname, '../../../src/main')
const inMain = (file: string) => path.relative(main, file).replaceAll(path.sep, '/')

const { files, packages } = behind(path.join(main, 'index.ts'))
const atStart = new Set(files.map(inMain))

// What a start reads costs time before the window, and memory for as long as the app runs.
test('a start of main needs no code that signs people in, finds settings or checks tokens', () => {
  expect(atStart).toContain('engine/token-runs.ts')
  const folders = ['authorization', 'checks', 'device', 'discovery'].map((each) => `oauth/${each}`)
  const onDemand = [
    ...folders.flatMap((folder) => {
      const names = readdirSync(path.join(main, folder))
      expect(names).not.toEqual([])
      return names.map((name) => `${folder}/${name}`)
    }),
    'engine/check-requests.ts',
    'engine/device-plan.ts',
    'engine/find-settings.ts',
    'engine/id-token-doubt.ts',
    'engine/sign-in-plan.ts',
    'engine/sign-in-wait.ts',
    'engine/signing-keys.ts',
    'platform/browser.ts',
    'platform/redirect-answers.ts',
    'platform/redirect-listener.ts',
    'platform/redirect-page.ts',
    'platform/signer.ts',
  ]
  const all = new Set(
    readdirSync(main, { recursive: true, encoding: 'utf8' }).map((each) =>
      each.replaceAll(path.sep, '/'),
    ),
  )
  // A file that has moved must not fall out of the list.
  expect(onDemand.filter((file) => !all.has(file))).toEqual([])
  expect(onDemand.filter((file) => atStart.has(file))).toEqual([])
})

test('a start of main loads neither an HTTP server nor jose', () => {
  expect([...packages.keys()]).toContain('electron')
  for (const name of ['jose', 'node:http']) {
    expect(packages.get(name)?.map(inMain)).toBeUndefined()
  }
})

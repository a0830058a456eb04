import { expect, test } from 'vitest'
import { neededPrograms } from '../../../build/system.mjs'
import {
  candidatesFor,
  choosePackages,
  missingLibraries,
  offeredPackages,
} from '../../../build/system-packages.mjs'

test('finds in the output of ldd each library that is missing, once', () => {
  const output = `\tlinux-vdso.so.1 (0x00007ffd5b1f2000)
\tlibffmpeg.so => /opt/electron/libffmpeg.so (0x00007f1d2a000000)
\tlibnss3.so => not found
\tlibgtk-3.so.0 => not found
\tlibnss3.so => not found
\t/lib64/ld-linux-x86-64.so.2 (0x00007f1d2f3c1000)
`
  expect(missingLibraries(output)).toEqual(['libgtk-3.so.0', 'libnss3.so'])
})

test('finds nothing missing where ldd found everything', () => {
  expect(missingLibraries('\tlibc.so.6 => /lib/libc.so.6 (0x00007f00)\n')).toEqual([])
})

test('reads from apt-cache which packages this release offers', () => {
  const output = `libgtk-3-0t64:
  Installed: (none)
  Candidate: (none)
  Version table:
libgtk-3-0:
  Installed: (none)
  Candidate: 3.24.38-2
  Version table:
     3.24.38-2 500
        500 mirror main amd64 Packages
xvfb:
  Installed: 2:21.1.7
  Candidate: 2:21.1.7
`
  expect(offeredPackages(output)).toEqual(new Set(['libgtk-3-0', 'xvfb']))
})

test('asks about the newer and the older name of a package', () => {
  expect(candidatesFor(['libasound.so.2', 'Xvfb'])).toEqual(['libasound2t64', 'libasound2', 'xvfb'])
})

test('takes the name of a package that this release offers', () => {
  const offered = new Set(['libasound2t64', 'libgtk-3-0'])
  expect(choosePackages(['libasound.so.2', 'libgtk-3.so.0'], offered)).toEqual({
    packages: ['libasound2t64', 'libgtk-3-0'],
    unknown: [],
  })
})

test('takes the older name where it is not known what the release offers', () => {
  expect(choosePackages(['libasound.so.2'], new Set()).packages).toEqual(['libasound2'])
})

test('names a package once when it holds several libraries', () => {
  expect(choosePackages(['libnss3.so', 'libsmime3.so'], new Set()).packages).toEqual(['libnss3'])
})

test('tells which libraries it knows no package for', () => {
  expect(choosePackages(['libnovel.so.1', 'Xvfb'], new Set())).toEqual({
    packages: ['xvfb'],
    unknown: ['libnovel.so.1'],
  })
})

test('knows a package for every program that the tests need, the shells of the snippets among them', () => {
  const programs = neededPrograms('test')
  expect(programs).toEqual(expect.arrayContaining(['curl', 'fish', 'ksh', 'tcsh', 'zsh', 'sway']))
  expect(choosePackages(programs, new Set()).unknown).toEqual([])
})

import { expect, test } from 'vitest'
import { DESKTOP_PROGRAMS } from '../../../build/system.mjs'
import {
  candidatesFor,
  choosePackages,
  installCommand,
  missingLibraries,
  offeredPackages,
  packageManagers,
} from '../../../build/system-packages.mjs'
import { needsOf } from '../../../build/test-needs.mjs'
import { steps } from '../../../build/test-steps.mjs'

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
  expect(choosePackages(['libasound.so.2', 'libgtk-3.so.0'], 'debian', offered)).toEqual({
    packages: ['libasound2t64', 'libgtk-3-0'],
    unknown: [],
  })
})

test('takes the older name where it is not known what the release offers', () => {
  expect(choosePackages(['libasound.so.2'], 'debian').packages).toEqual(['libasound2'])
})

test('knows no package where this release offers none, as Ubuntu offers no Chromium', () => {
  expect(choosePackages(['chromium', 'xclip'], 'debian', new Set(['xclip']))).toEqual({
    packages: ['xclip'],
    unknown: ['chromium'],
  })
})

test('names a package once when it holds several libraries', () => {
  expect(choosePackages(['libnss3.so', 'libsmime3.so'], 'debian').packages).toEqual(['libnss3'])
  expect(choosePackages(['certutil', 'libnss3.so'], 'arch').packages).toEqual(['nss'])
})

test('names the libraries for which it knows no package', () => {
  expect(choosePackages(['libnovel.so.1', 'Xvfb'], 'debian')).toEqual({
    packages: ['xvfb'],
    unknown: ['libnovel.so.1'],
  })
})

test('uses the names of each distribution', () => {
  const missing = ['libX11.so.6', 'libgbm.so.1', 'Xvfb', 'dbus-send', 'certutil']
  expect(choosePackages(missing, 'debian').packages).toEqual([
    'dbus',
    'libgbm1',
    'libnss3-tools',
    'libx11-6',
    'xvfb',
  ])
  expect(choosePackages(missing, 'fedora').packages).toEqual([
    'dbus-tools',
    'libX11',
    'mesa-libgbm',
    'nss-tools',
    'xorg-x11-server-Xvfb',
  ])
  expect(choosePackages(missing, 'arch').packages).toEqual([
    'dbus',
    'libx11',
    'mesa',
    'nss',
    'xorg-server-xvfb',
  ])
})

test.each([
  ['apt-get', 'sudo apt-get update && sudo apt-get install -y --no-install-recommends xclip zsh'],
  ['dnf', 'sudo dnf install xclip zsh'],
  ['pacman', 'sudo pacman -S --needed xclip zsh'],
])('says how %s installs them, with sudo only where that is needed', (program, command) => {
  const manager = packageManagers.find((each) => each.program === program)
  if (manager === undefined) throw new Error('there is none')
  expect(installCommand(manager, ['xclip', 'zsh'], false)).toBe(command)
  expect(installCommand(manager, ['xclip', 'zsh'], true)).toBe(command.replaceAll('sudo ', ''))
})

test.each(packageManagers.map(({ names }) => names))(
  'knows a package of %s for every program that a step needs',
  (names) => {
    const programs = steps.flatMap((step) => needsOf(step, true).programs)
    expect(programs).toEqual(expect.arrayContaining(DESKTOP_PROGRAMS))
    expect(programs).toEqual(expect.arrayContaining(['curl', 'fish', 'ksh', 'tcsh', 'zsh', 'sway']))
    expect(choosePackages(programs, names).unknown).toEqual([])
  },
)

import { expect, test } from 'vitest'
import { findBrowser } from '../../../build/page-browser.mjs'
import { needsOf } from '../../../build/test-needs.mjs'
import { chooseSteps } from '../../../build/test-steps.mjs'

const inFull = { isDeep: true } as const

function namesOf(names: readonly string[], options = {}): readonly string[] {
  return chooseSteps(names, options).map(({ name }) => name)
}

test('npm test runs everything but the deep steps, the build before the tests that start the app', () => {
  expect(namesOf([])).toEqual([
    'format+lint',
    'types',
    'build',
    'unit',
    'ports',
    'integration',
    'e2e',
  ])
})

test('the deep tests run all tests', () => {
  expect(namesOf([], inFull)).toEqual([
    'build',
    'unit',
    'ports',
    'newer-node',
    'integration',
    'page',
    'e2e',
    'package',
  ])
})

test('only the named steps are run', () => {
  expect(namesOf(['unit', 'types'])).toEqual(['types', 'unit'])
  expect(namesOf(['unit', 'types'], inFull)).toEqual(['types', 'unit'])
})

test('tests that start what was built never see an old build', () => {
  expect(namesOf(['e2e'])).toEqual(['build', 'e2e'])
  expect(namesOf(['page'])).toEqual(['build', 'page'])
})

test('a misspelt step is refused', () => {
  expect(() => chooseSteps(['units'])).toThrow(new RangeError('units'))
})

test('the format, the types and the unit tests need nothing but Node and its packages', () => {
  const steps = chooseSteps(['format+lint', 'types', 'unit'])
  expect(steps).toHaveLength(3)
  for (const step of steps) {
    expect(step.needsElectron ?? false).toBe(false)
    expect(needsOf(step, true)).toEqual({ programs: [], apart: [] })
  }
})

test('npm test installs no packages apart, and needs fewer programs than the deep tests', () => {
  const ofAll = (isDeep: boolean) =>
    chooseSteps([], { isDeep }).map((step) => needsOf(step, isDeep))
  expect(ofAll(false).flatMap(({ apart }) => apart)).toEqual([])
  expect(new Set(ofAll(false).flatMap(({ programs }) => programs))).toEqual(
    new Set([
      ...['Xvfb', 'certutil', 'dbus-daemon', 'dbus-send', 'gnome-keyring-daemon', 'xclip'],
      ...(findBrowser() === undefined ? ['chromium'] : []),
    ]),
  )
  expect(ofAll(true).flatMap(({ apart }) => apart)).toEqual(
    expect.arrayContaining(['checkers', 'packager']),
  )
  expect(ofAll(true).flatMap(({ programs }) => programs)).toEqual(
    expect.arrayContaining(['age', 'curl', 'fish', 'ksh', 'strace', 'sway', 'tcsh', 'zsh']),
  )
})

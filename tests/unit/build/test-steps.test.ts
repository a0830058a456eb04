import { expect, test } from 'vitest'
import { chooseSteps } from '../../../build/test-steps.mjs'

function namesOf(names: readonly string[]): readonly string[] {
  return chooseSteps(names).map(({ name }) => name)
}

test('without a name everything is run, the build before what needs it', () => {
  expect(namesOf([])).toEqual([
    'format+lint',
    'types',
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
})

test('tests that start what was built never see an old build', () => {
  expect(namesOf(['e2e'])).toEqual(['build', 'e2e'])
  expect(namesOf(['page'])).toEqual(['build', 'page'])
})

test('a misspelt step is refused', () => {
  expect(() => chooseSteps(['units'])).toThrow(new RangeError('units'))
})

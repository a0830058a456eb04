import { expect, test } from 'vitest'
import { matchesLock } from '../../../build/dependencies.mjs'

const react = { version: '19.3.1', integrity: 'sha512-react' }
const wanted = {
  '': { version: '0.1.0' },
  'node_modules/react': react,
  'node_modules/only-on-mac': { version: '1.0.0', integrity: 'sha512-mac', optional: true },
}
const everywhere = () => true

test('packages match when npm has installed them, builds for other systems aside', () => {
  expect(matchesLock(wanted, { 'node_modules/react': react }, everywhere)).toBe(true)
})

test.each([
  ['one is not installed', {}],
  ['one is of another version', { 'node_modules/react': { ...react, version: '19.3.0' } }],
  ['one has other contents', { 'node_modules/react': { ...react, integrity: 'sha512-other' } }],
])('packages do not match when %s', (_case, installed) => {
  expect(matchesLock(wanted, installed, everywhere)).toBe(false)
})

test('packages do not match when the folder of one was deleted', () => {
  const installed = { 'node_modules/react': react }
  expect(matchesLock(wanted, installed, (folder) => folder !== 'node_modules/react')).toBe(false)
})

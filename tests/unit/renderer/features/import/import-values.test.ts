import { describe, expect, test } from 'vitest'
import {
  carriedOver,
  importPreset,
  importValues,
  losesSomething,
  missingFields,
} from '../../../../../src/renderer/features/import/import-values.ts'
import { readFile } from '../../../../../src/renderer/features/import/use-received.ts'
import { uniqueName } from '../../../../../src/renderer/features/profile-form/unique-name.ts'
import type { ImportCandidate } from '../../../../../src/shared/import.ts'
import {
  makeImportedSettings,
  type SettingsOptions,
} from '../../../../support/profiles/settings.ts'
import { openPreset, strictPreset } from '../../make.ts'

const presets = [openPreset, strictPreset]

function candidateOf(
  settings: Partial<SettingsOptions>,
  given: ImportCandidate['given'] = [],
): ImportCandidate {
  return {
    suggestedPresetId: null,
    title: '',
    settings: makeImportedSettings({
      name: '',
      presetId: 'own-server',
      tokenEndpoint: 'https://login.example.com/token',
      grantType: 'clientCredentials',
      clientId: 'client',
      scope: '',
      keepFresh: false,
      ...settings,
    }),
    given,
    leftOut: [],
    warnings: [],
  }
}

describe('what is asked', () => {
  test.each<[string, ImportCandidate, readonly string[]]>([
    ['nothing, if all is there', candidateOf({}, ['clientSecret']), []],
    ['a secret that has only a place', candidateOf({}), ['clientSecret']],
    ['a client ID', candidateOf({ clientId: '' }, ['clientSecret']), ['clientId']],
    [
      'a user',
      candidateOf({ grantType: 'password', userName: '' }, ['clientSecret']),
      ['password', 'userName'],
    ],
    [
      'an extra value',
      candidateOf({ extraHeaders: [{ secret: true, name: 'x-key', sentWith: 'always' }] }, [
        'clientSecret',
      ]),
      ['extraHeaders'],
    ],
    [
      'an address that would not protect a secret',
      candidateOf({ tokenEndpoint: 'http://login.example.com/t' }, ['clientSecret']),
      ['tokenEndpoint'],
    ],
    [
      'an address with a part to fill in',
      candidateOf({ tokenEndpoint: 'https://login.example.com/{tenant}/t' }, ['clientSecret']),
      ['tokenEndpoint'],
    ],
    [
      'an address whose server is to be filled in',
      candidateOf({ tokenEndpoint: 'https://{server}/t' }, ['clientSecret']),
      ['tokenEndpoint'],
    ],
    [
      'a refresh address with a part to fill in',
      candidateOf({ refreshEndpoint: 'https://login.example.com/t?realm={realm}' }, [
        'clientSecret',
      ]),
      ['refreshEndpoint'],
    ],
    [
      'a server of one’s own',
      candidateOf({ presetId: 'strict', tokenEndpoint: '' }, ['clientSecret']),
      ['tokenEndpoint'],
    ],
  ])('%s', (_name, candidate, fields) => {
    const values = importValues(candidate, presets, [])
    const preset = importPreset(values.presetId, candidate, presets)
    expect([...missingFields(values, preset, candidate)].sort()).toEqual(fields)
  })
})

test('a profile without a name gets that of its provider, and no name twice', () => {
  expect(importValues(candidateOf({}), presets, ['Own server']).name).toBe('Own server (2)')
  expect(importValues(candidateOf({ name: 'Mine' }), presets, []).name).toBe('Mine')
})

test('what was typed is taken along when something else is read', () => {
  const before = importValues(candidateOf({ clientId: 'a' }), presets, [])
  const next = importValues(candidateOf({ clientId: 'b' }), presets, [])
  const typed = { ...before, clientSecret: 'typed', name: 'typed', scope: 'read' }
  expect(carriedOver(next, before, typed)).toEqual({
    ...next,
    clientSecret: 'typed',
    scope: 'read',
  })
})

test('a name is unique in any case, and stays short enough', () => {
  expect(uniqueName('Reports', [])).toBe('Reports')
  expect(uniqueName('Reports', ['reports '])).toBe('Reports (2)')
  expect(uniqueName('Reports (2)', ['Reports', 'Reports (2)'])).toBe('Reports (3)')
  // What is cut off to make room for the number is never half a character.
  for (const long of ['😀'.repeat(60), `a${'😀'.repeat(59)}`]) {
    const next = uniqueName(long, [long])
    expect(next).toMatch(/😀 \(2\)$/u)
    expect(next).not.toMatch(/\p{Cs}/u)
  }
  const long = 'x'.repeat(120)
  expect(uniqueName(long, [long])).toBe(`${'x'.repeat(116)} (2)`)
})

test('a file is read in the encoding that it tells, up to a mebibyte', async () => {
  const utf16 = Uint8Array.from([0xff, 0xfe, 0x7b, 0, 0xe9, 0, 0x7d, 0])
  expect(await readFile(new File([utf16], 'a'))).toEqual({ kind: 'read', text: '{é}' })
  expect(await readFile(new File(['é'], 'a'))).toEqual({ kind: 'read', text: 'é' })
  const large = new File([new Uint8Array(1024 * 1024 + 1)], 'a')
  expect(await readFile(large)).toEqual({ kind: 'too-large' })
})

test.each([
  ['nothing is left out', [], false],
  ['the server gets the same without it', ['no-effect', 'sent-in-body', 'sent-once'], false],
  ['an option is not known', ['no-effect', 'unknown-option'], true],
  ['a value is not in the text', ['to-fill-in'], true],
  ['a password is not used', ['not-used'], true],
] as const)('an import loses something or not: %s', (_name, reasons, isLost) => {
  const leftOut = reasons.map((why) => ({ what: 'x', why }))
  expect(losesSomething({ leftOut })).toBe(isLost)
})

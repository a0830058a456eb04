import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shownImport } from '../../../src/main/import/imported.ts'
import { readImport } from '../../../src/main/import/read-import.ts'
import { presets } from '../../../src/main/presets/index.ts'
import { importReading } from '../../../src/shared/import.ts'
import { seedOr, sized } from '../../support/deep.ts'
import { curlCases } from '../../support/import/commands-curl.ts'
import { posixCases } from '../../support/import/commands-posix.ts'
import { cmdVariableCases, variableCases } from '../../support/import/commands-variables.ts'
import { cmdCases, powershellCases } from '../../support/import/commands-windows.ts'
import { documentedCases } from '../../support/import/documented.ts'
import { fileCases } from '../../support/import/files.ts'
import { hostileCases } from '../../support/import/hostile.ts'
import { postmanCases } from '../../support/import/postman-requests.ts'
import { powershellScripts } from '../../support/import/powershell-scripts.ts'
import { posixSingle, powershellDouble } from '../../support/import/quoting.ts'

const seed = seedOr(20261121)
const numRuns = sized({ usual: 250, deep: 1000 })
const cases = [
  ...posixCases,
  ...cmdCases,
  ...powershellCases,
  ...powershellScripts,
  ...curlCases,
  ...variableCases,
  ...cmdVariableCases,
  ...documentedCases,
  ...fileCases,
  ...postmanCases,
  ...hostileCases,
]
const secret = fc
  .string({
    unit: fc.constantFrom(...'abcdefgh01234567%&+"\'$\\/ é'),
    minLength: 12,
    maxLength: 30,
  })
  .map((value) => `canary ${value}`)

const json = JSON.stringify

/** Where a secret may stand in what people receive, and where people put it besides. */
const places: readonly ((secret: string) => string)[] = [
  (value) => `curl https://a.test/t -u ${posixSingle(`id:${value}`)} -d grant_type=password`,
  (value) =>
    `curl https://a.test/t --data-urlencode ${posixSingle(`password=${value}`)} -d username=u`,
  (value) =>
    `curl https://a.test/t --json ${posixSingle(json({ client_secret: value, note: value }))}`,
  (value) =>
    `curl ${posixSingle(`https://a.test/t?client_secret=${encodeURIComponent(value)}`)} -d client_id=i -H ${posixSingle(`X-Note: ${value}`)}`,
  (value) =>
    `curl ${posixSingle(`https://a.test/${encodeURIComponent(value)}/t`)} -d client_id=i --data-urlencode ${posixSingle(`client_secret=${value}`)}`,
  (value) =>
    `curl https://a.test/t -d client_id=i --data-urlencode ${posixSingle(`client_secret=${value}`)} -H ${posixSingle(`Cookie: ${value}`)} --oauth2-bearer ${posixSingle(value)} --frob=${posixSingle(value)} ${posixSingle(value)}`,
  (value) =>
    `curl https://a.test/t -d client_id=i --data-urlencode ${posixSingle(`api_key=${value}`)} --data-urlencode ${posixSingle(`scope=${value}`)}`,
  (value) =>
    `Invoke-RestMethod https://a.test/t -Method Post -Body @{ client_id='i'; client_secret=${powershellDouble(value)}; audience=${powershellDouble(value)} }`,
  (value) =>
    `curl https://a.test/t -u id:other --json ${posixSingle(`{"client_secret":${json(value)},}`)}`,
  (value) =>
    `Invoke-RestMethod https://a.test/t -Method Post -Token:${powershellDouble(value)} -Body 'client_id=i&client_secret=other'`,
  (value) =>
    json({
      values: [
        { key: 'client_id', value: 'i' },
        { key: 'client_secret', value: 'other' },
        {
          key: 'token_url',
          value: `https://i:${encodeURIComponent(value)}@a.test/t?client_secret=${encodeURIComponent(value)}`,
        },
      ],
    }),
  (value) =>
    json({ ci: 'i', cs: value, pu: 'https://a.test/', ot: 't', cn: value, saak: 'u', sask: value }),
  (value) =>
    json({
      name: value,
      values: [
        { key: 'client_id', value: 'i' },
        { key: 'client_secret', value },
        { key: value, value },
      ],
    }),
  (value) =>
    json({
      info: { name: value },
      item: [],
      auth: {
        type: 'oauth2',
        oauth2: {
          grant_type: 'client_credentials',
          accessTokenUrl: `https://a.test/t`,
          clientId: 'i',
          clientSecret: value,
          scope: value,
        },
      },
    }),
]

test('no secret reaches the window, from any place in the text', {
  timeout: 60_000,
}, () => {
  let given = 0
  fc.assert(
    fc.property(secret, fc.constantFrom(...places), (value, place) => {
      const read = readImport(place(value), presets)
      const reported = json(shownImport(read))
      for (const form of [value, encodeURIComponent(value), json(value).slice(1, -1)]) {
        expect(reported.includes(form)).toBe(false)
      }
      if (read.kind === 'profiles') given += read.candidates[0]?.shown.given.length ?? 0
    }),
    { numRuns, seed },
  )
  expect(given).toBeGreaterThan(0.75 * numRuns)
})

test('every reading conforms to the contract', () => {
  for (const { text } of cases) {
    const reported = shownImport(readImport(text, presets))
    expect(importReading.parse(reported)).toEqual(reported)
  }
})

test('any text, and any part of one, is read without an error and conforms to the contract', {
  timeout: 60_000,
}, () => {
  const part = fc
    .tuple(fc.constantFrom(...cases), fc.nat(), fc.nat(), fc.string({ maxLength: 3 }))
    .map(([{ text }, start, length, inserted]) => {
      const at = start % (text.length + 1)
      return text.slice(0, at) + inserted + text.slice(at + (length % 12))
    })
  const kinds = new Set<string>()
  fc.assert(
    fc.property(fc.oneof({ weight: 4, arbitrary: part }, fc.string({ unit: 'binary' })), (text) => {
      const reported = shownImport(readImport(text, presets))
      expect(importReading.parse(reported)).toEqual(reported)
      kinds.add(reported.kind === 'nothing' ? reported.reason : reported.kind)
    }),
    { numRuns, seed },
  )
  expect(kinds.size).toBeGreaterThan(6)
})

test('a secret that is the name of another one does not reach the window either', () => {
  const text =
    'curl https://a.test/t -u id:hunter2hunter2 -d grant_type=client_credentials -d hunter2hunter2token=x1'
  const read = readImport(text, presets)
  expect(read.kind === 'profiles' && read.candidates[0]?.shown.given).toEqual(['clientSecret'])
  expect(json(shownImport(read))).not.toContain('hunter2')
})

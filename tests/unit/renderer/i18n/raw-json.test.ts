import { expect, it } from 'vitest'
import { rawJson } from '../../../../src/renderer/i18n/claim.ts'
import type { JsonValue } from '../../../../src/shared/token.ts'

const claimOf = (name: string, value: JsonValue, exactly: string | null = null) => ({
  name,
  value,
  exactly,
  repeated: false,
  date: null,
})

it('raw JSON has every member in its order, with the token’s own digits and repeated names', () => {
  const raw = rawJson([
    claimOf('b', 12345678901234567000, '12345678901234567890'),
    claimOf('a', { x: [1, { y: null }] }),
    claimOf('b', 'é'),
    claimOf('__proto__', null, '{"c":1,"c":2}'),
  ])
  expect(raw.replaceAll(/\s+/g, '')).toBe(
    '{"b":12345678901234567890,"a":{"x":[1,{"y":null}]},"b":"é","__proto__":{"c":1,"c":2}}',
  )
  expect(raw).toContain('\n  "a": {\n    "x": [\n      1,')
})

it('raw JSON can be read again as what it was', () => {
  const members = { sub: 'ada', aud: ['a'], nested: { deep: [true, null, 1.5, '\n'] }, '': '' }
  const claims = Object.entries(members).map(([name, value]) => claimOf(name, value))
  expect(JSON.parse(rawJson(claims))).toEqual(members)
  expect(rawJson([])).toBe('{}')
})

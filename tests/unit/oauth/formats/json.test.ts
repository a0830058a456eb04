import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readJsonObject } from '../../../../src/main/oauth/formats/json.ts'
import { seedOr } from '../../../support/deep.ts'

const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth)
const kindOf = (text: string) => readJsonObject(text).kind

describe('depth', () => {
  it('of 64 is read and of 65 is not', () => {
    expect(kindOf(`{"a":${nested(63)}}`)).toBe('object')
    expect(kindOf(`{"a":${nested(64)}}`)).toBe('too-deep')
    // A line break ends a string for the parser that comes after.
    expect(kindOf(`{"a":["\n${'['.repeat(200_000)}`)).toBe('too-deep')
  })

  it('counts objects and arrays together', () => {
    expect(kindOf(`${'{"a":['.repeat(33)}1${']}'.repeat(33)}`)).toBe('too-deep')
  })

  it('does not count brackets inside strings, with any escapes', () => {
    expect(kindOf(JSON.stringify({ a: `"\\${'['.repeat(100)}\\"` }))).toBe('object')
  })

  it('is counted again after something was closed', () => {
    expect(kindOf(`{"a":[${'[],'.repeat(200)}1]}`)).toBe('object')
  })

  it('of a million brackets is refused without a parser', () => {
    expect(readJsonObject(`{"a":${nested(500_000)}}`)).toEqual({ kind: 'too-deep' })
  })
})

describe('a JSON object', () => {
  it('is read as JSON.parse reads it', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 3 })), (value) => {
        const text = JSON.stringify(value)
        const reading = readJsonObject(text)
        if (reading.kind !== 'object') throw new Error(reading.kind)
        expect(reading.hasTrailingComma).toBe(false)
        expect(JSON.parse(JSON.stringify([...reading.members]))).toEqual(
          JSON.parse(JSON.stringify(Object.entries(JSON.parse(text)))),
        )
      }),
      { seed: seedOr(8259) },
    )
  })

  it('is refused exactly where JSON.parse refuses it, but for trailing commas', () => {
    const pieces = [
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"a"',
      '1',
      '-',
      '01',
      '1.',
      'null',
      '//x\n',
      "'",
      ' ',
    ]
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 12 }), (parts) => {
        const text = `{"b":1,"a":${parts.join('')}}`
        const reading = readJsonObject(text)
        let isJson = true
        try {
          JSON.parse(text)
        } catch {
          isJson = false
        }
        if (reading.kind === 'object') expect(isJson).toBe(!reading.hasTrailingComma)
        else expect(isJson).toBe(false)
      }),
      { numRuns: 2000, seed: seedOr(8259) },
    )
  })

  it('may end with a comma, and that is noted', () => {
    expect(readJsonObject('{"a": 1,\n}')).toMatchObject({ kind: 'object', hasTrailingComma: true })
  })

  it.each([
    '{"a":1}//x',
    '{/* x */"a":1}',
    '{"a":1}{}',
    '{"a":1,,}',
    '{,}',
    '[1]',
    '"a"',
    '{"a":1',
  ])('is not %s', (text) => {
    expect(readJsonObject(text)).toEqual({ kind: 'not-an-object' })
  })

  it('lists the names that occur more than once, in any spelling', () => {
    const reading = readJsonObject('{"a":1,"b":2,"\\u0061":3}')
    expect(reading).toMatchObject({ repeated: new Set(['a']) })
  })

  it('does the same for each object directly inside, and for none deeper', () => {
    const reading = readJsonObject(
      '{"a":{"x":1,"x":2},"d\\u0061ta":{"y":1,"z":{"y":2},"\\u0079":3}}',
    )
    if (reading.kind !== 'object') throw new Error(reading.kind)
    expect(reading.repeated).toEqual(new Set())
    expect(reading.inside.get('a')?.repeated).toEqual(new Set(['x']))
    expect(reading.inside.get('data')).toEqual({
      members: new Map<string, unknown>([
        ['y', 3],
        ['z', { y: 2 }],
      ]),
      repeated: new Set(['y']),
    })
    for (const data of ['[{"y":1}]', '"y"', 'null']) {
      expect(readJsonObject(`{"data":${data}}`)).toMatchObject({ inside: new Map() })
    }
  })

  it('loses trailing commas and none of its text', () => {
    const reading = readJsonObject('{"a":["x,]",[1,2 , ],],"b":{"c":",}",},}')
    if (reading.kind !== 'object') throw new Error(reading.kind)
    expect([...reading.members]).toEqual([
      ['a', ['x,]', [1, 2]]],
      ['b', { c: ',}' }],
    ])
  })

  it('with thousands of commas too many is none', () => {
    expect(readJsonObject(`{"a":[${'[1,],'.repeat(2000)}1]}`)).toEqual({ kind: 'not-an-object' })
  })

  it('keeps a member called __proto__ a mere member', () => {
    const reading = readJsonObject('{"__proto__":{"error":"x"}}')
    if (reading.kind !== 'object') throw new Error(reading.kind)
    expect(reading.members.get('error')).toBeUndefined()
    expect(reading.members.has('__proto__')).toBe(true)
  })
})

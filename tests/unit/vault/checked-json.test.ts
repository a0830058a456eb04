import { describe, expect, it } from 'vitest'
import { decodeChecked, encodeChecked } from '../../../src/main/vault/checked-json.ts'

const contents = { format: 3, name: 'žluť', list: [1, { deep: null }], 'parameter:__proto__': 'x' }

describe('the frame of a file', () => {
  it('gives back what was put in', () => {
    expect(decodeChecked(encodeChecked(contents), 3)).toEqual({ kind: 'good', value: contents })
  })

  it('reads an older format too', () => {
    expect(decodeChecked(encodeChecked(contents), 4).kind).toBe('good')
  })

  it('notices every change of a letter in the clear', () => {
    const text = encodeChecked(contents)
    expect(decodeChecked(text.replace('žluť', 'žluž'), 3)).toEqual({ kind: 'damaged' })
    expect(decodeChecked(text.replace('"deep":null', '"deep":0'), 3)).toEqual({ kind: 'damaged' })
  })

  it('recognises a later format, even with another kind of checksum', () => {
    const text = JSON.stringify({ format: 4, open: 1, checksum: 'of another kind' })
    expect(decodeChecked(text, 3)).toMatchObject({ kind: 'newer', value: { format: 4, open: 1 } })
  })

  it('does not take a flipped format number for a later format', () => {
    const text = encodeChecked({ ...contents, format: 2 })
    const flipped = text.replace('"format":2', '"format":6')
    expect(decodeChecked(flipped, 3)).toEqual({ kind: 'damaged' })
    expect(decodeChecked(flipped, 2)).toEqual({ kind: 'damaged' })
    // Of a format this version has never heard of, it says nothing.
    expect(decodeChecked(flipped, 1).kind).toBe('newer')
  })

  it.each([
    ['nothing', ''],
    ['no JSON', '{"format":3'],
    ['no object', '[3]'],
    ['no format', '{"checksum":"x"}'],
    ['a format that is no number', '{"format":"3"}'],
    ['no checksum', '{"format":3}'],
    ['a deep nest', `{"format":3,"x":${'['.repeat(100_000)}${']'.repeat(100_000)}}`],
  ])('says of %s that it is damaged', (_, text) => {
    expect(decodeChecked(text, 3)).toEqual({ kind: 'damaged' })
  })
})

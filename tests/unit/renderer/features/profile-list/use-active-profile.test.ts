import { describe, expect, it } from 'vitest'
import { rowAfterKey } from '../../../../../src/renderer/features/profile-list/use-active-profile.ts'

describe('keys in the list', () => {
  it.each([
    ['ArrowDown', 3, 4],
    ['ArrowDown', 9, 9],
    ['ArrowDown', -1, 0],
    ['ArrowUp', 3, 2],
    ['ArrowUp', 0, 0],
    ['PageDown', 3, 8],
    ['PageUp', 3, 0],
    ['Home', 7, 0],
    ['End', 2, 9],
    ['x', 2, undefined],
  ])('%s leads from row %i to %s', (key, from, to) => {
    expect(rowAfterKey(key, from, 10, 5)).toBe(to)
  })

  it('mean nothing in an empty list', () => {
    expect(rowAfterKey('ArrowDown', -1, 0, 5)).toBeUndefined()
  })
})

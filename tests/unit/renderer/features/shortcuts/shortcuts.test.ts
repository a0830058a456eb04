import { describe, expect, it } from 'vitest'
import { rowAfterKey } from '../../../../../src/renderer/features/profile-list/use-active-profile.ts'
import {
  type PressedKey,
  shortcutFor,
  shortcuts,
} from '../../../../../src/renderer/features/shortcuts/shortcuts.ts'
import { en } from '../../../../../src/renderer/locales/en/index.ts'

const pressed = (key: string, held: Partial<PressedKey> = {}): PressedKey => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...held,
})
const everywhere = ['anywhere', 'outside-fields'] as const
const ctrl = { ctrlKey: true }

describe('the table of keys', () => {
  it('gives no key to two things in the same place', () => {
    for (const inList of [true, false]) {
      const keys = shortcuts.flatMap(({ where, keys: all }) =>
        (where === 'list') === inList ? [...all] : [],
      )
      expect(new Set(keys).size).toBe(keys.length)
    }
  })

  it('has words for each of them', () => {
    expect(Object.keys(en.shortcuts.what).sort()).toEqual(
      [...new Set<string>(shortcuts.map(({ id }) => id))].sort(),
    )
  })

  it('names no key for moving that the list does not know', () => {
    for (const { id, keys } of shortcuts) {
      if (id !== 'list-move') continue
      for (const key of keys) expect(rowAfterKey(key, 5, 10, 2), key).toBeDefined()
    }
  })
})

describe('a pressed key', () => {
  it('runs its action with and without Caps Lock', () => {
    expect(shortcutFor(everywhere, pressed('k', ctrl), false)).toBe('palette')
    expect(shortcutFor(everywhere, pressed('K', ctrl), false)).toBe('palette')
    expect(shortcutFor(everywhere, pressed('?'), false)).toBe('shortcuts')
    expect(shortcutFor(['list'], pressed('Enter'), false)).toBe('list-copy')
  })

  it('takes Command on a Mac, and Ctrl elsewhere', () => {
    expect(shortcutFor(everywhere, pressed('k', { metaKey: true }), true)).toBe('palette')
    expect(shortcutFor(everywhere, pressed('k', ctrl), true)).toBeUndefined()
    expect(shortcutFor(everywhere, pressed('k', { metaKey: true }), false)).toBeUndefined()
  })

  it('is left alone with another key held, or where it is not bound', () => {
    expect(shortcutFor(everywhere, pressed('k', { ...ctrl, altKey: true }), false)).toBeUndefined()
    expect(shortcutFor(everywhere, pressed('k'), false)).toBeUndefined()
    expect(shortcutFor(everywhere, pressed('F5', ctrl), false)).toBeUndefined()
    expect(shortcutFor(['list'], pressed('ArrowDown', ctrl), false)).toBeUndefined()
    expect(shortcutFor(['anywhere'], pressed('/'), false)).toBeUndefined()
    // The system copies, and main's menu locks.
    expect(shortcutFor(everywhere, pressed('c', ctrl), false)).toBeUndefined()
    expect(shortcutFor(everywhere, pressed('l', ctrl), false)).toBeUndefined()
  })
})

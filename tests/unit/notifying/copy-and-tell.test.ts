import { expect, test, vi } from 'vitest'
import { createMainWords } from '../../../src/main/i18n/i18n.ts'
import { createCopyAndTell } from '../../../src/main/notifying/copy-and-tell.ts'
import type { Copied } from '../../../src/shared/copying.ts'
import { Failure } from '../../../src/shared/errors.ts'
import type { ProfileId } from '../../../src/shared/profile.ts'
import { createFakeNotifications } from '../../support/background/fake-notifications.ts'
import { createMemoryLog } from '../../support/engine/memory-log.ts'
import { idOf, minute, noon } from '../../support/profiles/views.ts'

const copied = (expiresAt: number | null): Copied => ({
  expiresAt,
  renewal: 'not-needed',
  clearedAfter: 60,
})

function setUp(
  copy: () => Promise<Copied>,
  window: { isOnlyWay: boolean; getsFocus: boolean } = { isOnlyWay: false, getsFocus: true },
) {
  const notifications = createFakeNotifications()
  const log = createMemoryLog()
  const openProfile = vi.fn()
  const offerInWindow = vi.fn(async () => window.getsFocus)
  let removed: (id: ProfileId) => void = () => undefined
  const copying = createCopyAndTell({
    copier: { copy },
    engine: {
      subscribe: (listener) => {
        removed = (id) => listener({ revision: 1, profiles: [], removed: [id] })
        return () => undefined
      },
    },
    notifications: notifications.port,
    clock: { now: () => noon },
    t: createMainWords('en').t,
    log,
    openProfile,
    copiesFromWindowOnly: window.isOnlyWay,
    offerInWindow,
  })
  return {
    copying,
    notifications,
    log,
    openProfile,
    offerInWindow,
    remove: (id: ProfileId) => removed(id),
  }
}

test.each([
  [noon + 58.9 * minute, 'Copied. Valid for 58 min.'],
  [noon + 30_000, 'Copied. Valid for less than 1 min.'],
  [null, 'Copied. The server didn’t say how long it lasts.'],
  [noon, 'Copied, but this token has expired and could not be renewed.'],
])('a copied token that expires at %s is announced as: %s', async (end, words) => {
  const { copying, notifications } = setUp(async () => copied(end))
  expect(await copying.copy(idOf(1))).toBe(words)
  expect(notifications.all.map(({ body }) => body)).toEqual([words])
})

test('a failed copy is announced without its reason, which the profile shows at a click', async () => {
  const { copying, notifications, openProfile, log } = setUp(async () => {
    throw new Failure({ code: 'no-token' })
  })
  expect(await copying.copy(idOf(1))).toBe('Nothing was copied')
  notifications.all[0]?.onClick()
  expect(openProfile).toHaveBeenCalledWith(idOf(1))
  expect(log.incidents).toEqual([])
})

test('a bug while copying is announced in the same words, and logged as an incident', async () => {
  const { copying, log } = setUp(async () => {
    throw new Error('a bug')
  })
  expect(await copying.copy(idOf(1))).toBe('Nothing was copied')
  expect(log.incidents).toHaveLength(1)
})

test('where only the window can copy it offers to, and nothing is copied or said to be', async () => {
  const copy = vi.fn(async () => copied(null))
  const window = { isOnlyWay: true, getsFocus: true }
  const { copying, notifications, offerInWindow } = setUp(copy, window)
  expect(await copying.copy(idOf(1))).toBe('Not copied yet')
  expect(offerInWindow).toHaveBeenCalledWith(idOf(1))
  expect(copy).not.toHaveBeenCalled()
  expect(notifications.all).toEqual([])
})

test('a window that can’t come to the front is asked for in a notification, which leads to it', async () => {
  const copy = vi.fn(async () => copied(null))
  const window = { isOnlyWay: true, getsFocus: false }
  const { copying, notifications, offerInWindow } = setUp(copy, window)
  await copying.copy(idOf(1))
  expect(notifications.titles()).toEqual(['Not copied yet'])
  notifications.all[0]?.onClick()
  expect(offerInWindow).toHaveBeenCalledTimes(2)
  expect(copy).not.toHaveBeenCalled()
})

test('the announcement about a deleted profile is withdrawn, those about others stay', async () => {
  const { copying, notifications, remove } = setUp(async () => copied(null))
  await copying.copy(idOf(1))
  await copying.copy(idOf(1))
  await copying.copy(idOf(2))
  // The second one took the place of the first.
  expect(notifications.open.size).toBe(2)
  remove(idOf(1))
  expect([...notifications.open]).toEqual([notifications.all[2]])
  remove(idOf(3))
  expect(notifications.open.size).toBe(1)
})

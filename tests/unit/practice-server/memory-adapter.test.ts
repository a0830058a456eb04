import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createMemoryAdapter } from '../../../src/main/practice-server/memory-adapter.ts'

beforeEach(() => {
  vi.useFakeTimers({ now: 0 })
})
afterEach(() => {
  vi.useRealTimers()
})

const minute = 60

function setUp(maxEntries?: number) {
  const of = createMemoryAdapter(maxEntries === undefined ? {} : { maxEntries })
  // A factory may be a class, too; ours is a function.
  return of as (model: string) => ReturnType<typeof of>
}

test('a sign-in session is found by its uid and a device code by its user code', async () => {
  const of = setUp()
  await of('Session').upsert('s', { uid: 'u' }, minute)
  await of('DeviceCode').upsert('d', { userCode: 'BCDFGHJK' }, minute)
  expect(await of('Session').findByUid('u')).toEqual({ uid: 'u' })
  expect(await of('DeviceCode').findByUserCode('BCDFGHJK')).toEqual({ userCode: 'BCDFGHJK' })
  expect(await of('Session').findByUid('other')).toBeUndefined()
  expect(await of('DeviceCode').findByUserCode('other')).toBeUndefined()
})

test('entries of one model are not found by another', async () => {
  const of = setUp()
  await of('Interaction').upsert('x', { uid: 'u' }, minute)
  expect(await of('Session').find('x')).toBeUndefined()
  expect(await of('Session').findByUid('u')).toBeUndefined()
})

test('an entry outlives its expiry by ten minutes, so that it can be called expired', async () => {
  const of = setUp()
  await of('DeviceCode').upsert('d', { userCode: 'B' }, minute)
  vi.setSystemTime((minute + 9 * minute) * 1000)
  expect(await of('DeviceCode').findByUserCode('B')).toBeDefined()
  vi.setSystemTime((minute + 10 * minute) * 1000)
  expect(await of('DeviceCode').findByUserCode('B')).toBeUndefined()
  expect(await of('DeviceCode').find('d')).toBeUndefined()
})

test('the least recently used entries go first', async () => {
  const of = setUp(3)
  const grants = of('Grant')
  for (const id of ['a', 'b', 'c']) await grants.upsert(id, { jti: id }, minute)
  await grants.find('a')
  await grants.upsert('d', { jti: 'd' }, minute)
  const left = await Promise.all(['a', 'b', 'c', 'd'].map((id) => grants.find(id)))
  expect(left.map((entry) => entry?.jti)).toEqual(['a', undefined, 'c', 'd'])
})

test('a revoked grant takes along the entries of that model, and no other grant', async () => {
  const of = setUp()
  for (const model of ['RefreshToken', 'AuthorizationCode']) {
    await of(model).upsert('one', { grantId: 'g' }, minute)
    await of(model).upsert('two', { grantId: 'h' }, minute)
  }
  await of('RefreshToken').revokeByGrantId('g')
  expect(await of('RefreshToken').find('one')).toBeUndefined()
  expect(await of('RefreshToken').find('two')).toBeDefined()
  expect(await of('AuthorizationCode').find('one')).toBeDefined()
})

test('a consumed entry is marked with the time, and a destroyed one is gone', async () => {
  const of = setUp()
  await of('AuthorizationCode').upsert('c', { jti: 'c' }, minute)
  vi.setSystemTime(5000)
  await of('AuthorizationCode').consume('c')
  expect(await of('AuthorizationCode').find('c')).toMatchObject({ consumed: 5 })
  await of('AuthorizationCode').destroy('c')
  expect(await of('AuthorizationCode').find('c')).toBeUndefined()
})

import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { createKeyStore } from '../../src/main/platform/key-store.ts'
import { createManualClock } from '../support/engine/manual-clock.ts'
import { createSafeStorage33, createSafeStorage45 } from '../support/key-store/safe-storage.mjs'
import { createFakeKeyStore } from '../support/ports/fake-key-store.ts'
import {
  describeKeyStore,
  describeMissingKeyStore,
  describeWeakKeyStore,
} from '../support/ports/key-store-suite.ts'

type Options45 = Parameters<typeof createSafeStorage45>[0]

const fake = (strength: 'strong' | 'weak' | 'none') => async () => ({
  keyStore: createFakeKeyStore(strength),
  stop: async () => {},
})

function adapterOver(
  create: typeof createSafeStorage45 | typeof createSafeStorage33,
  options: Options45,
) {
  const clock = createManualClock()
  const safeStorage = create(options) as unknown as Electron.SafeStorage
  return { clock, keyStore: createKeyStore({ safeStorage, clock, platform: options.platform }) }
}

const as45 = (behaviour: Options45['behaviour'], platform: NodeJS.Platform) => async () => ({
  ...adapterOver(createSafeStorage45, { behaviour, platform }),
  stop: async () => {},
})

const as33 = (behaviour: Options45['behaviour'], platform: NodeJS.Platform) => async () => ({
  ...adapterOver(createSafeStorage33, { behaviour, platform }),
  stop: async () => {},
})

describeKeyStore('fake', fake('strong'))
describeMissingKeyStore('fake', fake('none'))
describeWeakKeyStore('fake', fake('weak'))

for (const platform of ['linux', 'darwin', 'win32'] as const) {
  describeKeyStore(`calls of Electron 33 on ${platform}`, as33('answers', platform))
  describeKeyStore(`asynchronous calls of Electron 45 on ${platform}`, as45('answers', platform))
}
describeMissingKeyStore('33, a Secret Service does not answer', as33('silent', 'linux'))
describeMissingKeyStore('33, the Keychain was refused', as33('refused', 'darwin'))
describeMissingKeyStore('45, a Secret Service does not answer', as45('silent', 'linux'))
describeMissingKeyStore('45, its prompt was dismissed', as45('dismissed', 'linux'))
describeMissingKeyStore('45, the Keychain was refused', as45('refused', 'darwin'))
describeMissingKeyStore('45, Windows has no key', as45('refused', 'win32'))
describeWeakKeyStore('33, a desktop without any', as33('none', 'linux'))
describeWeakKeyStore('45, a desktop without any', as45('none', 'linux'))

describe('the asynchronous calls of Electron 45', () => {
  const key = randomBytes(32)
  const secret = randomBytes(32)
  const wrappedOn = (platform: NodeJS.Platform) =>
    adapterOver(createSafeStorage45, { behaviour: 'answers', platform, key }).keyStore.wrap(secret)
  const later = (behaviour: Options45['behaviour'], platform: NodeJS.Platform, ownKey = key) =>
    adapterOver(createSafeStorage45, { behaviour, platform, key: ownKey })

  it('are asked again only by another process, those of 33 also by this one', () => {
    expect(later('answers', 'linux').keyStore.asksAgain).toBe(false)
    const old = adapterOver(createSafeStorage33, { behaviour: 'answers', platform: 'linux' })
    expect(old.keyStore.asksAgain).toBe(true)
  })

  it.each([
    ['linux', 'silent'],
    ['linux', 'dismissed'],
    ['darwin', 'refused'],
    ['linux', 'unavailable'],
    ['darwin', 'unavailable'],
  ] as const)(
    'on %s a store that is %s says nothing about its key',
    async (platform, behaviour) => {
      const { keyStore } = later(behaviour, platform)
      expect(await keyStore.unwrap(await wrappedOn(platform))).toEqual({ kind: 'no-answer' })
    },
  )

  it.each(['linux', 'darwin', 'win32'] as const)(
    'on %s another key is distinguished from no answer',
    async (platform) => {
      const { keyStore } = later('answers', platform, randomBytes(32))
      expect(await keyStore.strength()).toBe('strong')
      expect(await keyStore.unwrap(await wrappedOn(platform))).toEqual({ kind: 'does-not-fit' })
    },
  )

  it('tell that there is a newer key, which wraps from then on', async () => {
    const { keyStore } = later('rotated', 'linux')
    const old = await keyStore.unwrap(await wrappedOn('linux'))
    expect(old).toEqual({ kind: 'unwrapped', plain: secret, isOutdated: true })
    const again = await keyStore.unwrap(await keyStore.wrap(secret))
    expect(again).toEqual({ kind: 'unwrapped', plain: secret, isOutdated: false })
  })

  it('leave the caller waiting for twenty seconds at most while a prompt is open, and then for one', async () => {
    const { keyStore, clock } = later('prompt', 'linux')
    const first = keyStore.strength()
    await clock.advance(19_999)
    expect(await Promise.race([first, Promise.resolve('waiting')])).toBe('waiting')
    await clock.advance(1)
    expect(await first).toBe('late')
    const second = keyStore.unwrap(await wrappedOn('linux'))
    const third = expect(keyStore.wrap(secret)).rejects.toThrow('not answered in time')
    await clock.advance(1_000)
    expect(await second).toEqual({ kind: 'no-answer' })
    await third
  })

  it.each([
    ['linux', 'answers', 'strong'],
    ['linux', 'dismissed', 'none'],
    ['darwin', 'answers', 'strong'],
    ['darwin', 'refused', 'none'],
  ] as const)(
    'on %s a prompt that is answered late is believed: %s',
    async (platform, answer, strength) => {
      const clock = createManualClock()
      const electron = createSafeStorage45({ behaviour: 'prompt', platform, key })
      const safeStorage = electron as unknown as Electron.SafeStorage
      const keyStore = createKeyStore({ safeStorage, clock, platform })
      const first = keyStore.strength()
      await clock.advance(20_000)
      expect(await first).toBe('late')
      electron.answerPrompt(answer)
      expect(await keyStore.strength()).toBe(strength)
      // Every call has its whole time again.
      const wrapped = await wrappedOn(platform)
      const kind = answer === 'answers' ? 'unwrapped' : 'no-answer'
      expect(await keyStore.unwrap(wrapped)).toMatchObject({ kind })
    },
  )
})

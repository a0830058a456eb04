import { describe, expect, it } from 'vitest'
import {
  afterOpeningBy,
  type KeySlots,
  keySlots,
  memoryOf,
  standingOf,
  usualCost,
  withoutSlots,
  withSlot,
} from '../../../src/main/vault/key-slots.ts'
import { openPassphraseSlot } from '../../../src/main/vault/passphrase-slot.ts'

const byStore = (name: string, leavesAfter: 'key-store' | 'passphrase' | null = null) => ({
  kind: 'key-store' as const,
  wrapped: Buffer.from(name).toString('base64'),
  leavesAfter,
})
const byPassphrase = (name: string, leavesAfter: 'key-store' | 'passphrase' | null = null) => ({
  kind: 'passphrase' as const,
  scrypt: usualCost,
  salt: 'AAAA',
  wrapped: Buffer.from(name).toString('base64'),
  leavesAfter,
})
const unknown = { kind: 'a-token-of-hardware', anything: 1 }

/** What is in the slots, as `name` or `name leaves after kind`. */
function reported(slots: KeySlots): readonly string[] {
  return slots.map((slot) => {
    const wrapped = slot['wrapped']
    if (typeof wrapped !== 'string') return slot.kind
    const leaves = slot['leavesAfter']
    const name = Buffer.from(wrapped, 'base64').toString()
    return leaves === null ? name : `${name} leaves after ${leaves}`
  })
}

describe('the cost of a passphrase in a file', () => {
  const read = (scrypt: object) => keySlots.safeParse([{ ...byPassphrase('p'), scrypt }]).success

  it('is taken if it is the usual one, or up to four times as much', () => {
    expect(read(usualCost)).toBe(true)
    expect(read({ N: 2 ** 18, r: 7, p: 2 })).toBe(true)
  })

  it.each([
    ['gigabytes by N', { N: 2 ** 24, r: 8, p: 1 }],
    ['gigabytes by r', { N: 2 ** 17, r: 1024, p: 1 }],
    ['gigabytes by p', { N: 2, r: 8, p: 2 ** 24 }],
    ['minutes by p', { N: 2 ** 17, r: 8, p: 64 }],
    ['more than scrypt takes with this r', { N: 2 ** 17, r: 1, p: 1 }],
    ['no power of two', { N: 100_000, r: 8, p: 1 }],
    ['one', { N: 1, r: 8, p: 1 }],
    ['nothing', { N: 0, r: 8, p: 1 }],
    ['less than nothing', { N: -2, r: 8, p: 1 }],
    ['a fraction', { N: 2 ** 17, r: 8.5, p: 1 }],
    ['more than a number', { N: Number.MAX_VALUE, r: 8, p: 1 }],
    ['a text', { N: '131072', r: 8, p: 1 }],
    ['one that lacks a part', { N: 2 ** 17, r: 8 }],
    ['one with something more', { N: 2 ** 17, r: 8, p: 1, maxmem: 2 ** 40 }],
  ])('is refused if it is %s', (_, cost) => {
    expect(read(cost)).toBe(false)
  })

  it('never needs more than 256 MiB, with any accepted parameters', () => {
    const taken = []
    for (let n = 0; n < 40; n += 1) {
      for (const r of [1, 2, 8, 63, 64, 65, 1000]) {
        for (const p of [1, 2, 4, 64, 1000]) {
          const cost = { N: 2 ** n, r, p }
          if (read(cost)) taken.push(memoryOf(cost))
        }
      }
    }
    expect(taken.length).toBeGreaterThan(100)
    expect(Math.max(...taken)).toBeLessThanOrEqual(256 * 1024 * 1024)
  })

  it('is not the only thing with a bound: the number and the length of slots have one', () => {
    expect(keySlots.safeParse(Array(16).fill(byStore('s'))).success).toBe(true)
    expect(keySlots.safeParse(Array(17).fill(byStore('s'))).success).toBe(false)
    expect(keySlots.safeParse([byStore('x'.repeat(1_000_000))]).success).toBe(false)
  })

  it('is bounded for all slots together, since a wrong passphrase is tried with each', () => {
    const many = (count: number) => Array(count).fill(byPassphrase('p'))
    expect(keySlots.safeParse(many(8)).success).toBe(true)
    expect(keySlots.safeParse(many(9)).success).toBe(false)
  })

  it('that is taken is one that scrypt really takes', async () => {
    for (const r of [1, 2, 3, 8, 64]) {
      for (let n = 1; n < 17; n += 1) {
        const cost = { N: 2 ** n, r, p: 1 }
        // What costs a second to run costs no less to refuse.
        if (!read(cost) || cost.N * cost.r > 2 ** 18) continue
        const slot = { ...byPassphrase('p'), scrypt: cost, salt: '' }
        expect(await openPassphraseSlot(slot, 'any', 'any')).toBeUndefined()
      }
    }
  })
})

describe('key slots', () => {
  it('keep a key slot of an unknown kind', () => {
    expect(keySlots.parse([unknown, byStore('a')])).toEqual([unknown, byStore('a')])
    expect(reported(withSlot([unknown, byStore('a')], byStore('b'), true))).toContain(unknown.kind)
    expect(reported(withoutSlots([unknown, byStore('a')], 'key-store', 'now'))).toEqual([
      unknown.kind,
    ])
  })

  it('do not take a slot of a known kind in an unknown shape', () => {
    expect(keySlots.safeParse([{ ...byStore('a'), more: 1 }]).success).toBe(false)
    expect(keySlots.safeParse([{ kind: 'passphrase' }]).success).toBe(false)
  })

  it('keep the key store that was replaced until the new one has opened the vault', () => {
    const slots = withSlot([byStore('old'), byPassphrase('p')], byStore('new'), true)
    expect(reported(slots)).toEqual(['p', 'old leaves after key-store', 'new'])
    expect(reported(afterOpeningBy(slots, byPassphrase('p')))).toEqual(reported(slots))
    expect(reported(afterOpeningBy(slots, byStore('old', 'key-store')))).toEqual(reported(slots))
    expect(reported(afterOpeningBy(slots, byStore('new')))).toEqual(['p', 'new'])
  })

  it('keep the one that has opened the vault, not one that never did, when it is replaced twice', () => {
    const once = withSlot([byStore('old')], byStore('never used'), true)
    expect(reported(withSlot(once, byStore('new'), true))).toEqual([
      'old leaves after key-store',
      'new',
    ])
  })

  it('forget a passphrase at once that is replaced where something else opens the vault', () => {
    const slots = withSlot([byStore('s'), byPassphrase('old')], byPassphrase('new'), false)
    expect(reported(slots)).toEqual(['s', 'new'])
  })

  it('say of each kind whether it is there, and whether it is to stay', () => {
    const slots = [byStore('old', 'key-store'), byStore('new')]
    expect(standingOf(slots, 'key-store')).toBe('stays')
    expect(standingOf([byStore('old', 'passphrase')], 'key-store')).toBe('leaves')
    expect(standingOf(slots, 'passphrase')).toBe('none')
  })

  it('allow the removal of a kind once the other one has opened the vault', () => {
    const slots = withoutSlots([byStore('s'), byPassphrase('p')], 'key-store', 'later')
    expect(reported(slots)).toEqual(['s leaves after passphrase', 'p'])
    expect(reported(afterOpeningBy(slots, byPassphrase('p')))).toEqual(['p'])
  })
})

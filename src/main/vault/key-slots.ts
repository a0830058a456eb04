import { z } from 'zod'

/** What scrypt is run with (RFC 7914 §2): cost, block size, parallelization. */
export interface ScryptCost {
  readonly N: number
  readonly r: number
  readonly p: number
}

/** 128 MiB and some tenths of a second for every guess. */
export const usualCost: ScryptCost = { N: 2 ** 17, r: 8, p: 1 }

/** Bytes. */
const maxMemory = 256 * 1024 * 1024
const maxWork = 4 * usualCost.N * usualCost.r * usualCost.p

/** Bytes that scrypt needs with this cost. */
export function memoryOf({ N, r, p }: ScryptCost): number {
  return 128 * r * (N + p + 2)
}

/**
 * The cost stands in a file that anybody may have written: what would take gigabytes or
 * minutes is no cost of ours.
 */
const scryptCost = z
  .strictObject({
    N: z.number().int().min(2).max(maxWork),
    r: z.number().int().min(1).max(64),
    p: z.number().int().min(1).max(64),
  })
  // RFC 7914 §2: a power of two, and less than 2^(128 r / 8).
  .refine(({ N, r }) => Number.isInteger(Math.log2(N)) && N < 2 ** (16 * r))
  .refine((cost) => memoryOf(cost) <= maxMemory && cost.N * cost.r * cost.p <= maxWork)

const maxWrappingLength = 16 * 1024

/**
 * The kind of slot that takes the place of this one. It goes when a slot of that kind has
 * opened the vault from what is on disk, and not before. `null`: it stays.
 */
const leavesAfter = z.enum(['key-store', 'passphrase']).nullable()

const keyStoreSlot = z.strictObject({
  kind: z.literal('key-store'),
  wrapped: z.base64().max(maxWrappingLength),
  leavesAfter,
})
export type KeyStoreSlot = z.infer<typeof keyStoreSlot>

const passphraseSlot = z.strictObject({
  kind: z.literal('passphrase'),
  scrypt: scryptCost,
  salt: z.base64().max(128),
  wrapped: z.base64().max(maxWrappingLength),
  leavesAfter,
})
export type PassphraseSlot = z.infer<typeof passphraseSlot>

/** A way in that this version does not know is kept as it is. */
const otherSlot = z.looseObject({
  kind: z.string().refine((kind) => kind !== 'key-store' && kind !== 'passphrase'),
})

type KeySlot = z.infer<typeof keyStoreSlot | typeof passphraseSlot | typeof otherSlot>

function isKeyStoreSlot(slot: KeySlot): slot is KeyStoreSlot {
  return slot.kind === 'key-store'
}

function isPassphraseSlot(slot: KeySlot): slot is PassphraseSlot {
  return slot.kind === 'passphrase'
}

/** Each holds the data key in another wrapping. All of them are tried with one passphrase. */
export const keySlots = z
  .array(z.union([keyStoreSlot, passphraseSlot, otherSlot]))
  .max(16)
  .refine((slots) => {
    const costs = slots.flatMap((slot) => passphraseSlot.safeParse(slot).data?.scrypt ?? [])
    return costs.reduce((sum, { N, r, p }) => sum + N * r * p, 0) <= 2 * maxWork
  })
export type KeySlots = z.infer<typeof keySlots>

/** Those that stay come first. */
function stayingFirst<Slot extends KeyStoreSlot | PassphraseSlot>(slots: Slot[]): readonly Slot[] {
  return slots.sort((a, b) => Number(a.leavesAfter !== null) - Number(b.leavesAfter !== null))
}

export function keyStoreSlotsOf(slots: KeySlots): readonly KeyStoreSlot[] {
  return stayingFirst(slots.filter(isKeyStoreSlot))
}

export function passphraseSlotsOf(slots: KeySlots): readonly PassphraseSlot[] {
  return stayingFirst(slots.filter(isPassphraseSlot))
}

/** The slots once a slot that stays has opened the vault: those that waited for it are gone. */
export function afterOpeningBy(slots: KeySlots, opener: KeyStoreSlot | PassphraseSlot): KeySlots {
  if (opener.leavesAfter !== null) return slots
  const waits = (slot: KeySlot) =>
    (isKeyStoreSlot(slot) || isPassphraseSlot(slot)) && slot.leavesAfter === opener.kind
  return slots.some(waits) ? slots.filter((slot) => !waits(slot)) : slots
}

/**
 * The slots with this one added in the place of those of its kind. With `keepsReplaced`
 * the one before stays until the new one has opened the vault.
 */
export function withSlot(
  slots: KeySlots,
  added: KeyStoreSlot | PassphraseSlot,
  keepsReplaced: boolean,
): KeySlots {
  const others = slots.filter((slot) => slot.kind !== added.kind)
  const own =
    added.kind === 'key-store'
      ? keyStoreSlotsOf(slots).map((slot) => ({ ...slot, leavesAfter: added.kind }))
      : passphraseSlotsOf(slots).map((slot) => ({ ...slot, leavesAfter: added.kind }))
  // The last is the oldest: one that was replaced before it ever opened anything is of no use.
  const kept = keepsReplaced ? own.slice(-1) : []
  return [...others, ...kept, added]
}

/** The slots without those of a kind, at once or when one of the other kind has opened the vault. */
export function withoutSlots(
  slots: KeySlots,
  kind: 'key-store' | 'passphrase',
  when: 'now' | 'later',
): KeySlots {
  if (when === 'now') return slots.filter((slot) => slot.kind !== kind)
  const other = kind === 'key-store' ? 'passphrase' : 'key-store'
  return slots.map((slot) =>
    (isKeyStoreSlot(slot) || isPassphraseSlot(slot)) && slot.kind === kind
      ? { ...slot, leavesAfter: other }
      : slot,
  )
}

/** Whether there is a key of this kind, and whether it is to stay. */
export function standingOf(slots: KeySlots, kind: 'key-store' | 'passphrase') {
  const own = kind === 'key-store' ? keyStoreSlotsOf(slots) : passphraseSlotsOf(slots)
  const [first] = own
  if (first === undefined) return 'none'
  return first.leavesAfter === null ? 'stays' : 'leaves'
}

import { z } from 'zod'

/** Parameters of scrypt (RFC 7914 §2): cost, block size, parallelization. */
export interface ScryptCost {
  readonly N: number
  readonly r: number
  readonly p: number
}

/** 128 MiB and a few tenths of a second per guess. */
export const usualCost: ScryptCost = { N: 2 ** 17, r: 8, p: 1 }

/** Bytes. */
const maxMemory = 256 * 1024 * 1024
const maxWork = 4 * usualCost.N * usualCost.r * usualCost.p

/** Returns the bytes of memory that scrypt needs with this cost. */
export function memoryOf({ N, r, p }: ScryptCost): number {
  return 128 * r * (N + p + 2)
}

/** Limited, because another program may have written the file: no cost takes gigabytes or minutes. */
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
 * The kind of slot that replaces this one. This slot is removed only when a slot of that kind has
 * opened the vault from disk. `null`: it stays.
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

/** Slots of unknown kinds are kept unchanged. */
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

/** Each slot wraps the data key. The total cost is limited because all are tried with a passphrase. */
export const keySlots = z
  .array(z.union([keyStoreSlot, passphraseSlot, otherSlot]))
  .max(16)
  .refine((slots) => {
    const costs = slots.flatMap((slot) => passphraseSlot.safeParse(slot).data?.scrypt ?? [])
    return costs.reduce((sum, { N, r, p }) => sum + N * r * p, 0) <= 2 * maxWork
  })
export type KeySlots = z.infer<typeof keySlots>

/** Sorts slots that stay before those that leave. */
function stayingFirst<Slot extends KeyStoreSlot | PassphraseSlot>(slots: Slot[]): readonly Slot[] {
  return slots.sort((a, b) => Number(a.leavesAfter !== null) - Number(b.leavesAfter !== null))
}

export function keyStoreSlotsOf(slots: KeySlots): readonly KeyStoreSlot[] {
  return stayingFirst(slots.filter(isKeyStoreSlot))
}

export function passphraseSlotsOf(slots: KeySlots): readonly PassphraseSlot[] {
  return stayingFirst(slots.filter(isPassphraseSlot))
}

/** Returns the slots without those that were waiting for `opener`, which has opened the vault. */
export function afterOpeningBy(slots: KeySlots, opener: KeyStoreSlot | PassphraseSlot): KeySlots {
  if (opener.leavesAfter !== null) return slots
  const waits = (slot: KeySlot) =>
    (isKeyStoreSlot(slot) || isPassphraseSlot(slot)) && slot.leavesAfter === opener.kind
  return slots.some(waits) ? slots.filter((slot) => !waits(slot)) : slots
}

/**
 * Returns the slots with a new one that replaces those of its kind. With `keepsReplaced`, the
 * replaced one stays until the new one has opened the vault.
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
  // Only the last, oldest one: the others were replaced before they opened the vault.
  const kept = keepsReplaced ? own.slice(-1) : []
  return [...others, ...kept, added]
}

/** Removes the slots of a kind, now or when a slot of the other kind has opened the vault. */
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

/** Returns whether there is a slot of this kind, and whether it stays or leaves. */
export function standingOf(slots: KeySlots, kind: 'key-store' | 'passphrase') {
  const own = kind === 'key-store' ? keyStoreSlotsOf(slots) : passphraseSlotsOf(slots)
  const [first] = own
  if (first === undefined) return 'none'
  return first.leavesAfter === null ? 'stays' : 'leaves'
}

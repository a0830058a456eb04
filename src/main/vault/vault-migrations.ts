import { z } from 'zod'

export const vaultFormat = 2

const object = z.record(z.string(), z.unknown())
const slotsOf1 = z.array(z.looseObject({ kind: z.string() }))

/** Format 2 adds when a slot leaves, and passphrases. */
function from1To2(contents: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const slots = slotsOf1.safeParse(contents['slots'])
  if (!slots.success) return contents
  return {
    ...contents,
    format: 2,
    slots: slots.data.map((slot) =>
      slot.kind === 'key-store' ? { ...slot, leavesAfter: null } : slot,
    ),
  }
}

/**
 * Brings what a vault file says from its own format to the present one. Pure, and no key
 * is needed for it. What can't be brought there does not parse afterwards.
 */
export function migrateVaultFile(contents: unknown): unknown {
  const found = object.safeParse(contents)
  if (!found.success) return contents
  return found.data['format'] === 1 ? from1To2(found.data) : found.data
}

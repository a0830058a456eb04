import { encodeRecord } from '../../../src/main/vault/record-file.ts'
import { sampleProfile } from '../ports/sample-profile.ts'
import { withSettings } from '../profiles/settings.ts'

/** How many bytes a record has that is damaged in every way. */
export const recordSize = 4096

type Sample = ReturnType<typeof sampleProfile>

/** A profile whose record is `recordSize` bytes long, in any generation below 10. */
export function profileOfRecordSize(vaultId: string, key: Uint8Array, id?: string): Sample {
  const sample = sampleProfile('Reports', id)
  const withScope = (scope: string) => ({
    ...sample,
    settings: withSettings(sample.settings, { scope }),
  })
  const shortest = encodeRecord(withScope('s'), 1, vaultId, key)
  return withScope('s'.repeat(recordSize - Buffer.byteLength(shortest) + 1))
}

/** The bytes with one bit of them, counted from the first byte, turned over. */
export function flipBit(bytes: Uint8Array, bit: number): Buffer {
  const changed = Buffer.from(bytes)
  changed.writeUInt8(changed.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3)
  return changed
}

import { hash } from 'node:crypto'
import { z } from 'zod'
import { instant } from '../../shared/clock.ts'
import { type ProfileId, profileId } from '../../shared/profile.ts'
import { activityEntry } from '../../shared/profile-view.ts'
import { understoodSettings } from '../../shared/settings/index.ts'
import {
  type OpenPart,
  openPart,
  type SealedPart,
  type StoredProfile,
  sealedPart,
} from '../engine/stored-profile.ts'
import { decodeChecked, digest, withChecksum } from './checked-json.ts'
import { migrate, recordFormat, recordMigrations } from './migrations.ts'
import { seal, unseal } from './sealing.ts'

/**
 * Bytes of a record's file. A response has at most 1 MiB, which sealing makes a third longer; settings
 * and typed secrets are far smaller than the rest.
 */
export const maxRecordBytes = 8 * 1024 * 1024

/** The key of an unlocked vault. */
export interface DataKey {
  readonly vaultId: string
  readonly bytes: Uint8Array
}

export type RecordReading =
  | {
      readonly kind: 'good'
      readonly generation: number
      readonly open: OpenPart
      /** `locked`: sealed under the key of another vault, or no key was passed. */
      readonly sealed: SealedPart | 'locked'
    }
  /** Written by a later version; `open` is the part that this version understands. */
  | { readonly kind: 'newer'; readonly open: OpenPart | null }
  | { readonly kind: 'damaged' }

const sealedFields = z.strictObject({
  secrets: z.base64(),
  token: z.base64(),
  /** Of everything else in the record, so that changing its clear part requires the key. */
  digest: z.base64(),
})

const recordFile = z.strictObject({
  format: z.number().int().positive(),
  vaultId: z.uuid(),
  id: profileId,
  generation: z.number().int().positive(),
  open: z.unknown(),
  /** `null`: written without protection for a key, so without secrets. */
  sealed: sealedFields.nullable(),
})
type RecordFile = z.infer<typeof recordFile>

const sealedSecrets = sealedPart.omit({ token: true })
const nothingSealed: SealedPart = { secrets: {}, secretsRevision: 0, token: null }

const understoodOfNewer = z.object({
  settings: understoodSettings,
  needsSignIn: z.boolean().catch(false),
  lostAnswers: z.number().int().nonnegative().catch(0),
  lastUsed: instant.nullable().catch(null),
  activity: z.array(activityEntry).max(50).catch([]),
})

const damaged: RecordReading = { kind: 'damaged' }

/** A profile as immutable JSON texts. */
export interface RecordTexts {
  readonly id: ProfileId
  readonly open: string
  readonly secrets: string
  readonly token: string
}

/** Serializes a profile. Throws if it could not be read later, or is `locked`. */
export function textsOf(profile: StoredProfile): RecordTexts {
  const { settings, needsSignIn, lostAnswers, lastUsed, activity } = profile
  const open = { settings, needsSignIn, lostAnswers, lastUsed, activity }
  const { token, ...secrets } = sealedPart.parse(profile.sealed)
  return {
    id: profileId.parse(profile.id),
    open: JSON.stringify(openPart.parse(open)),
    secrets: JSON.stringify(secrets),
    token: JSON.stringify(token),
  }
}

/** Returns the text of a record file. Without a key, it contains nothing of the sealed part. */
export function writeRecord(
  { id, open, secrets, token }: RecordTexts,
  generation: number,
  vaultId: string,
  key: Uint8Array | null,
): string {
  const head = JSON.stringify({ format: recordFormat, vaultId, id, generation })
  const clear = `${head.slice(0, -1)},"open":${open},"sealed":`
  if (key === null) return ofReadableSize(withChecksum(`${clear}null}`))
  const sealField = (field: string, text: string) =>
    seal(key, text, { format: recordFormat, vaultId, recordId: id, field })
  const fields = {
    secrets: sealField('secrets', secrets),
    token: sealField('token', token),
  }
  const sealed = JSON.stringify(fields).slice(0, -1)
  const all = sealField('digest', hash('sha256', `${clear}${sealed}}}`))
  return ofReadableSize(withChecksum(`${clear}${sealed},"digest":"${all}"}}`))
}

/** Returns the text; throws if it is too large to be read later. */
function ofReadableSize(text: string): string {
  if (Buffer.byteLength(text) > maxRecordBytes) throw new RangeError('a record is too large')
  return text
}

/** `writeRecord` for a profile. Throws like `textsOf`. */
export function encodeRecord(
  profile: StoredProfile,
  generation: number,
  vaultId: string,
  key: Uint8Array | null,
): string {
  return writeRecord(textsOf(profile), generation, vaultId, key)
}

const checksumAtEnd = /^[0-9a-f]{64}"\}$/

/**
 * Returns true if `wanted` is the digest of everything in a record file except the digest itself.
 * In a file that this app wrote, that is the text before it, and only the checksum may follow:
 * `JSON.parse` would read a second `open` instead of the first.
 */
function isDigestOf(text: string, { sealed, ...clear }: RecordFile, wanted: string): boolean {
  if (sealed === null) return false
  const { digest: sealedDigest, ...fields } = sealed
  const end = `,"digest":"${sealedDigest}"},"checksum":"`
  const start = text.lastIndexOf(end)
  const isAsWritten =
    checksumAtEnd.test(text.slice(start + end.length)) &&
    hash('sha256', `${text.slice(0, start)}}}`) === wanted
  return isAsWritten || digest({ ...clear, sealed: fields }) === wanted
}

function readSealed(text: string, file: RecordFile, key: Uint8Array) {
  if (file.sealed === null) return undefined
  const { format, vaultId, id: recordId, sealed } = file
  const open = (field: string, closed: string): string => {
    const opened = unseal(key, closed, { format, vaultId, recordId, field })
    if (opened === undefined) throw new Error('a sealed field does not open')
    return opened
  }
  if (!isDigestOf(text, file, open('digest', sealed.digest))) {
    throw new Error('the clear part was changed after sealing')
  }
  const secrets: unknown = JSON.parse(open('secrets', sealed.secrets))
  const token: unknown = JSON.parse(open('token', sealed.token))
  return { secrets, token }
}

function readRecord(text: string, file: RecordFile, key: DataKey | null): RecordReading {
  const { sealed: isSealed, generation } = file
  const isLocked = isSealed !== null && key?.vaultId !== file.vaultId
  const opened = key === null || isLocked ? undefined : readSealed(text, file, key.bytes)
  const contents = migrate(
    { open: file.open, secrets: opened?.secrets, token: opened?.token },
    file.format,
    recordFormat,
    recordMigrations,
  )
  const open = openPart.parse(contents.open)
  if (isLocked) return { kind: 'good', generation, open, sealed: 'locked' }
  if (opened === undefined) return { kind: 'good', generation, open, sealed: nothingSealed }
  const secrets = sealedSecrets.parse(contents.secrets)
  const sealed = { ...secrets, token: sealedPart.shape.token.parse(contents.token) }
  return { kind: 'good', generation, open, sealed }
}

/** Reads the text of the record file named after `id`. Never throws. */
export function decodeRecord(text: string, id: ProfileId, key: DataKey | null): RecordReading {
  const checked = decodeChecked(text, recordFormat)
  if (checked.kind === 'damaged') return damaged
  if (checked.kind === 'newer') {
    const understood = understoodOfNewer.safeParse(checked.value['open'])
    return { kind: 'newer', open: understood.success ? understood.data : null }
  }
  const file = recordFile.safeParse(checked.value)
  if (!file.success || file.data.id !== id) return damaged
  try {
    return readRecord(text, file.data, key)
  } catch {
    return damaged
  }
}

import { z } from 'zod'
import { instant } from '../../shared/clock.ts'
import type { BackupProblem } from '../../shared/errors.ts'
import { backedUpProfiles } from '../engine/backed-up-profile.ts'
import { currentDocument } from './older-documents.ts'

const format = 'token-desk-backup'
const version = 3

/** Bytes of JSON: thousands of profiles with the longest certificates for secrets. */
export const maxDocumentLength = 64 * 1024 * 1024

/** The contents of a backup before it is encrypted. */
export const backupDocument = backedUpProfiles
  .extend({ createdAt: instant })
  .refine(({ profiles }) => new Set(profiles.map(({ id }) => id)).size === profiles.length)
export type BackupDocument = z.infer<typeof backupDocument>

const anyVersion = z.looseObject({ format: z.literal(format), version: z.number().int().min(1) })

/** The JSON of a backup, for people to read as well: age decrypts it where this app can't. */
export function encodeDocument(document: BackupDocument): Uint8Array {
  const { createdAt, profiles, notIncluded } = backupDocument.parse(document)
  const contents = { format, version, createdAt, profiles, notIncluded }
  return Buffer.from(`${JSON.stringify(contents, null, 1)}\n`)
}

export type DecodedDocument =
  | { readonly kind: 'document'; readonly document: BackupDocument }
  | { readonly kind: 'refused'; readonly problem: BackupProblem }

/** Reads what this or an older version of `encodeDocument` wrote, and refuses all else. Never throws. */
export function decodeDocument(bytes: Uint8Array): DecodedDocument {
  if (bytes.length > maxDocumentLength) return { kind: 'refused', problem: 'too-large' }
  try {
    const parsed: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    const frame = anyVersion.safeParse(parsed)
    if (!frame.success) return { kind: 'refused', problem: 'not-a-backup' }
    if (frame.data.version > version) return { kind: 'refused', problem: 'newer-format' }
    const { format: _format, version: found, ...contents } = frame.data
    const document = backupDocument.safeParse(currentDocument(contents, found))
    return document.success
      ? { kind: 'document', document: document.data }
      : { kind: 'refused', problem: 'not-a-backup' }
  } catch {
    return { kind: 'refused', problem: 'not-a-backup' }
  }
}

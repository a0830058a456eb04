import { z } from 'zod'
import { backupProblems } from '../../shared/errors.ts'
import { type BackupDocument, backupDocument } from './document.ts'

/** A job for the backup process. */
export type Order =
  | { readonly kind: 'seal'; readonly document: BackupDocument; readonly passphrase: string }
  | { readonly kind: 'open'; readonly file: Uint8Array; readonly passphrase: string }

const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array)

/** The result of a job. */
export const answer = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('sealed'), file: bytes }),
  z.strictObject({ kind: z.literal('opened'), document: backupDocument }),
  z.strictObject({ kind: z.literal('refused'), problem: z.enum(backupProblems) }),
])
export type Answer = z.infer<typeof answer>

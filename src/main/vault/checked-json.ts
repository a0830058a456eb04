import { hash } from 'node:crypto'
import { z } from 'zod'

/**
 * The frame that every file of the vault has, in every format to come: a JSON object
 * with a `format` number and a `checksum` over all the rest. The checksum tells
 * damage, also where nothing is sealed; it protects against nobody.
 */
export type CheckedJson =
  | { readonly kind: 'good' | 'newer'; readonly value: Readonly<Record<string, unknown>> }
  | { readonly kind: 'damaged' }

const frame = z.looseObject({ format: z.number().int().positive() })

/** SHA-256 over the JSON text of a value, in hex. */
export function digest(value: unknown): string {
  return hash('sha256', JSON.stringify(value))
}

/** Makes the text of a file. `contents` must survive JSON unchanged. */
export function encodeChecked(
  contents: Readonly<Record<string, unknown>> & { readonly format: number },
): string {
  return withChecksum(JSON.stringify(contents))
}

/** Makes the text of a file of the JSON text of an object that holds something. */
export function withChecksum(text: string): string {
  return `${text.slice(0, -1)},"checksum":"${hash('sha256', text)}"}`
}

/** Whether everything but the format number is as one of our formats wrote it. */
function isOursButForItsFormat(value: object, checksum: unknown, currentFormat: number): boolean {
  const formats = Array.from({ length: currentFormat }, (_, index) => index + 1)
  return formats.some((format) => digest({ ...value, format }) === checksum)
}

/** A file as we write it ends with its checksum, and begins with what that was made of. */
function isWhole(text: string, value: unknown, checksum: unknown): boolean {
  const end = `,"checksum":"${checksum}"}`
  const isAsWritten =
    text.endsWith(end) && checksum === hash('sha256', `${text.slice(0, -end.length)}}`)
  return isAsWritten || checksum === digest(value)
}

/**
 * Reads the text of a file. `newer`: a later format than `currentFormat`, whose
 * checksum is not ours to judge, unless it shows that a bit of the format number itself
 * was flipped. Never throws.
 */
export function decodeChecked(text: string, currentFormat: number): CheckedJson {
  try {
    const parsed = frame.safeParse(JSON.parse(text))
    if (!parsed.success) return { kind: 'damaged' }
    const { checksum, ...value } = parsed.data
    if (value.format > currentFormat) {
      const isFlipped = isOursButForItsFormat(value, checksum, currentFormat)
      return isFlipped ? { kind: 'damaged' } : { kind: 'newer', value }
    }
    return isWhole(text, value, checksum) ? { kind: 'good', value } : { kind: 'damaged' }
  } catch {
    // No JSON, or nested so deeply that it cannot be written out again.
    return { kind: 'damaged' }
  }
}

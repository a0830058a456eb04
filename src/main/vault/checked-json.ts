import { hash } from 'node:crypto'
import { z } from 'zod'

/**
 * The frame of every vault file in every format: a JSON object with a `format` number and a
 * `checksum` over everything else. The checksum detects damage, also where nothing is sealed; it
 * does not protect against deliberate changes.
 */
export type CheckedJson =
  | { readonly kind: 'good' | 'newer'; readonly value: Readonly<Record<string, unknown>> }
  | { readonly kind: 'damaged' }

const frame = z.looseObject({ format: z.number().int().positive() })

/** Returns the SHA-256 of the JSON text of a value, in hex. */
export function digest(value: unknown): string {
  return hash('sha256', JSON.stringify(value))
}

/** Returns the text of a file. `contents` must survive JSON unchanged. */
export function encodeChecked(
  contents: Readonly<Record<string, unknown>> & { readonly format: number },
): string {
  return withChecksum(JSON.stringify(contents))
}

/** Returns the text of a file with the JSON text of a non-empty object. */
export function withChecksum(text: string): string {
  return `${text.slice(0, -1)},"checksum":"${hash('sha256', text)}"}`
}

/** Returns true if the checksum fits one of our formats, so only the format number is damaged. */
function isOursButForItsFormat(value: object, checksum: unknown, currentFormat: number): boolean {
  const formats = Array.from({ length: currentFormat }, (_, index) => index + 1)
  return formats.some((format) => digest({ ...value, format }) === checksum)
}

/** Returns true if the checksum fits the text as this app writes it, or the parsed value. */
function isWhole(text: string, value: unknown, checksum: unknown): boolean {
  const end = `,"checksum":"${checksum}"}`
  const isAsWritten =
    text.endsWith(end) && checksum === hash('sha256', `${text.slice(0, -end.length)}}`)
  return isAsWritten || checksum === digest(value)
}

/**
 * Reads the text of a file. `newer`: a later format than `currentFormat`, whose checksum this version
 * can't verify, except that it may prove damage to the format number itself. Never throws.
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
    // Not JSON, or nested too deeply for `JSON.stringify`.
    return { kind: 'damaged' }
  }
}

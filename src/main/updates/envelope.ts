import { verify } from 'node:crypto'
import { z } from 'zod'
import { publicKeyOf } from './feed-configuration.ts'

/** The signed type, so that another document signed by the same key is not accepted as a feed. */
export const payloadType = 'application/vnd.token-desk.update-feed.v1+json'

/** A Dead Simple Signing Envelope, version 1.0.2 of its specification. */
const envelope = z.strictObject({
  payloadType: z.literal(payloadType),
  payload: z.base64().max(16_384),
  signatures: z
    .array(z.strictObject({ keyid: z.string().max(100).optional(), sig: z.base64().length(88) }))
    .min(1)
    .max(5),
})

/** Returns the signed bytes (DSSE, *Signature Definition*): type and body with their lengths. */
export function preAuthenticationEncoding(type: string, body: Buffer): Buffer {
  const head = `DSSEv1 ${Buffer.byteLength(type)} ${type} ${body.length} `
  return Buffer.concat([Buffer.from(head), body])
}

/**
 * Returns the bytes that one of `keys` (as in the configuration) has signed; `null` if the text is not
 * an envelope, or none of the keys signed its contents.
 */
export function openEnvelope(text: string, keys: readonly string[]): Buffer | null {
  const parsed = envelope.safeParse(parsedJson(text))
  if (!parsed.success) return null
  const { payload, signatures } = parsed.data
  const body = Buffer.from(payload, 'base64')
  const signed = preAuthenticationEncoding(payloadType, body)
  const isSigned = keys
    .map(publicKeyOf)
    .some((key) =>
      signatures.some(({ sig }) => verify(null, signed, key, Buffer.from(sig, 'base64'))),
    )
  return isSigned ? body : null
}

/** Parses JSON; returns `undefined` for other text. */
export function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

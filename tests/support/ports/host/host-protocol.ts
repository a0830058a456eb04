import { z } from 'zod'
import { signingAlgorithms } from '../../../../src/main/engine/ports.ts'

/** Bytes travel as base64. */
export const bytes = z.base64()

const httpRequest = z.strictObject({
  method: z.enum(['GET', 'POST', 'DELETE']),
  url: z.string(),
  headers: z.record(z.string(), z.string()),
  body: z.string(),
})

/** What a test may ask of the adapters that live inside Electron. */
const hostCall = z.discriminatedUnion('name', [
  z.strictObject({ name: z.enum(['strength', 'asksAgain']) }),
  z.strictObject({ name: z.literal('wrap'), plain: bytes }),
  z.strictObject({ name: z.literal('unwrap'), wrapped: bytes }),
  z.strictObject({ name: z.enum(['writeText', 'writeSecret']), text: z.string() }),
  z.strictObject({ name: z.enum(['readText', 'clear']) }),
  z.strictObject({
    name: z.literal('send'),
    request: httpRequest,
    limits: z.strictObject({ timeout: z.number(), maxBody: z.number() }).optional(),
  }),
  z.strictObject({
    name: z.literal('signJwt'),
    jwt: z.strictObject({
      header: z.record(z.string(), z.string()),
      claims: z.record(z.string(), z.unknown()),
    }),
    key: z.strictObject({
      algorithm: z.enum(signingAlgorithms),
      key: z.string(),
      passphrase: z.string().exactOptional(),
    }),
  }),
  z.strictObject({
    name: z.literal('verify'),
    jws: z.string(),
    key: z.record(z.string(), z.string()),
    algorithm: z.string(),
  }),
  z.strictObject({ name: z.literal('readReceived'), text: z.string() }),
  z.strictObject({ name: z.literal('stopReading') }),
  /** How many changes of the network were announced since the first of these calls. */
  z.strictObject({ name: z.literal('networkChanges') }),
  /** Trusts the authorities in a PKCS #12 file; Linux alone has this. */
  z.strictObject({ name: z.literal('trust'), file: z.string(), password: z.string() }),
  /** Loads an address in a page that nothing shows, and ends it. */
  z.strictObject({ name: z.literal('loadPage'), url: z.string() }),
  /** The electron of the host, for whoever wants to know what the suites ran against. */
  z.strictObject({ name: z.literal('version') }),
])
export type HostCall = z.infer<typeof hostCall>

export const toHost = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('call'),
    id: z.number(),
    call: hostCall,
    isAborted: z.boolean(),
  }),
  z.strictObject({ kind: z.literal('abort'), id: z.number() }),
])
export type ToHost = z.infer<typeof toHost>

export const fromHost = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('ready') }),
  z.strictObject({ kind: z.literal('result'), id: z.number(), value: z.unknown().optional() }),
  z.strictObject({ kind: z.literal('error'), id: z.number(), message: z.string() }),
])
export type FromHost = z.infer<typeof fromHost>

import { base64url } from 'jose'
import { z } from 'zod'
import type { Instant } from '../../shared/clock.ts'
import { type Claim, type JsonValue, jsonValue, type TokenContents } from '../../shared/token.ts'
import { isTooDeep } from './json-object.ts'

type JsonObject = Readonly<Record<string, JsonValue>>

const jsonObject = z.record(z.string(), jsonValue)
const part = /^[A-Za-z0-9_-]+$/
const latestDate = 8.64e15

/** The registered and OpenID Connect claims that are a NumericDate (RFC 7519 §2). */
const dateClaims: ReadonlySet<string> = new Set(['exp', 'nbf', 'iat', 'auth_time', 'updated_at'])

function readPart(encoded: string): JsonObject | undefined {
  if (!part.test(encoded)) return undefined
  try {
    const decoder = new TextDecoder('utf-8', { fatal: true })
    const text = decoder.decode(base64url.decode(encoded))
    if (isTooDeep(text)) return undefined
    return jsonObject.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}

/** A JWS in compact form (RFC 7515 §7.1) whose header and payload are JSON objects. */
function decode(token: string): { header: JsonObject; claims: JsonObject } | undefined {
  const [first, second, third, ...more] = token.split('.')
  if (first === undefined || second === undefined || third === undefined) return undefined
  if (more.length > 0 || !(third === '' || part.test(third))) return undefined
  const header = readPart(first)
  const claims = readPart(second)
  return header === undefined || claims === undefined ? undefined : { header, claims }
}

/** Seconds since 1970, with or without a fraction, as an instant (RFC 7519 §2). */
function readNumericDate(value: JsonValue | undefined): Instant | null {
  if (typeof value !== 'number') return null
  const milliseconds = Math.round(value * 1000)
  return Math.abs(milliseconds) <= latestDate ? milliseconds : null
}

function listOf(members: JsonObject, dates: ReadonlySet<string>): Claim[] {
  return Object.entries(members).map(([name, value]) => ({
    name,
    value,
    date: dates.has(name) ? readNumericDate(value) : null,
  }))
}

/**
 * What is inside a token, without verifying it: only the API it is meant for can.
 * Whatever is not a JWT (RFC 7519) in compact form is opaque. Never throws.
 */
export function readJwt(token: string): TokenContents {
  const decoded = decode(token)
  if (decoded === undefined) return { format: 'opaque', length: token.length }
  return {
    format: 'jwt',
    header: listOf(decoded.header, new Set()),
    claims: listOf(decoded.claims, dateClaims),
  }
}

/** When a JWT ends by its own `exp` (RFC 7519 §4.1.4); `null` if it does not say. */
export function jwtExpiry(token: string): Instant | null {
  return readNumericDate(decode(token)?.claims['exp'])
}

/** Whether `readJwt` would find something to show. */
export function isJwt(token: string): boolean {
  return decode(token) !== undefined
}

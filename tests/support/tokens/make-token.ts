export const encoded = (text: string | Uint8Array) => Buffer.from(text).toString('base64url')

/** A JWS of these very texts (RFC 7515 §7.1); its signature is none. */
export const jwtOf = (
  claims: string | Uint8Array,
  header: string | Uint8Array = '{"alg":"HS256","typ":"JWT"}',
) => `${encoded(header)}.${encoded(claims)}.${encoded('signature')}`

/** A JWE with this header (RFC 7516 §7.1); the rest is noise. */
export const jweOf = (header: string) => [header, 'key', 'iv', 'text', 'tag'].map(encoded).join('.')

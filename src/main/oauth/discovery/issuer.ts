import type { Candidate } from './candidates.ts'

/** How the issuer that a document names relates to the typed address (RFC 8414 §3.3). */
export type IssuerMatch =
  | 'same'
  /** Differs by the slash at its end. */
  | 'slash'
  /** The address does not say which issuer to expect. */
  | 'not-compared'
  /** The same tenant of Microsoft, which the document names by its number. */
  | 'tenant-number'
  /** Any tenant of Microsoft: a template stands in the place of its number. */
  | 'any-tenant'
  /** It is looked for at an address of its own, and this document is not believed about it. */
  | 'looked-for-elsewhere'
  | 'mismatch'

const withoutSlashes = (text: string) => text.replace(/\/+$/, '')

const microsoftHost =
  /^https:\/\/(?:login\.microsoftonline\.(?:com|us)|login\.partner\.microsoftonline\.cn|login\.windows\.net|sts\.windows\.net|[a-z0-9-]+\.(?:b2clogin|ciamlogin)\.com)\//i

const number = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'
const onlyNumber = new RegExp(`^${number}$`, 'i')
/** The issuers of Entra ID (v1.0, v2.0), Azure AD B2C and External ID. */
const tenantIssuer = new RegExp(
  `^https://[a-z0-9.-]+/(?:tfp/)?(${number})(?:/[a-z0-9_-]+)?(?:/v2\\.0)?/?$`,
  'i',
)
const anyTenantIssuer = /^https:\/\/[a-z0-9.-]+\/\{tenantid\}(?:\/v2\.0)?\/?$/i

/** Returns the number of the tenant in an address, if one is there. */
const tenantIn = (address: string) => address.split('/').find((part) => onlyNumber.test(part))

/**
 * Compares issuers where the document's host is Microsoft's: there, the address may name the tenant
 * by a domain and the issuer by its number, or be for any tenant.
 */
function microsoftMatch(address: string, issuer: string): IssuerMatch {
  if (!microsoftHost.test(address) || !microsoftHost.test(`${issuer}/`)) return 'mismatch'
  if (anyTenantIssuer.test(issuer)) return 'any-tenant'
  const [, tenant] = tenantIssuer.exec(issuer) ?? []
  const asked = tenantIn(address)
  if (tenant === undefined) return 'mismatch'
  const isSame = asked === undefined || asked.toLowerCase() === tenant.toLowerCase()
  return isSame ? 'tenant-number' : 'mismatch'
}

/**
 * Compares the issuer of a document with those that its address lets expect, character by character:
 * a URL class would change some of them.
 */
export function compareIssuer(candidate: Candidate, issuer: string): IssuerMatch {
  const { address, issuers, otherGuesses = [] } = candidate
  const differsBySlash = (each: string) => withoutSlashes(each) === withoutSlashes(issuer)
  if (issuers.includes(issuer)) return 'same'
  if (issuers.some(differsBySlash)) return 'slash'
  if (otherGuesses.some(differsBySlash)) return 'looked-for-elsewhere'
  const microsoft = microsoftMatch(address, issuer)
  if (microsoft !== 'mismatch') return microsoft
  if (issuers.length > 0) return 'mismatch'
  // A document at a place of its own is believed about its own host only.
  const hostOf = (text: string) => (URL.canParse(text) ? new URL(text).host : null)
  return hostOf(issuer) === hostOf(address) ? 'not-compared' : 'mismatch'
}

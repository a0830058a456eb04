import { entraDomains } from '../../../shared/authorization-servers.ts'
import { isWithin } from '../../../shared/provider-hosts.ts'

/** Where Entra ID puts the tenant that the user belongs to (its discovery document says so). */
const tenantPart = '{tenantid}'
/** The parts of an address that stand for several tenants of Entra ID. */
const sharedTenants: ReadonlySet<string> = new Set([tenantPart, 'common', 'organizations'])
/** The hosts in the issuers of tokens; `sts`: those of version 1.0. */
const issuerHosts = [...entraDomains, 'sts.windows.net', 'sts.chinacloudapi.cn']
const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Compares without a hint, by the time that it takes, of how much is right. */
export function isSame(one: string, other: string): boolean {
  let difference = one.length ^ other.length
  for (let index = 0; index < one.length; index += 1) {
    difference |= one.charCodeAt(index) ^ other.charCodeAt(index % (other.length || 1))
  }
  return difference === 0
}

/** Splits the issuer of all tenants at the tenant; `null` for any other issuer. */
function aroundTenant(issuer: string): { readonly before: string; readonly after: string } | null {
  const [, before = '', tenant = '', after = ''] =
    /^(https:\/\/[^/]+\/)([^/]+)(.*)$/s.exec(issuer) ?? []
  if (!sharedTenants.has(tenant)) return null
  const { hostname } = new URL(before)
  return issuerHosts.some((domain) => isWithin(hostname, domain)) ? { before, after } : null
}

/**
 * Returns true if `named` is the issuer of the settings, compared character by character (RFC 9207
 * §2.4, OpenID Connect Core §3.1.3.7). Where the settings name the issuer of all tenants of Entra
 * ID, it is that of one: of `tenant`, if a token names it.
 */
export function isIssuer(expected: string, named: string, tenant?: string): boolean {
  if (isSame(expected, named)) return true
  // Google documents both for its ID tokens.
  if (expected === 'https://accounts.google.com') return named === 'accounts.google.com'
  const around = aroundTenant(expected)
  if (around === null) return false
  const { before, after } = around
  if (!named.startsWith(before) || !named.endsWith(after)) return false
  const between = named.slice(before.length, named.length - after.length)
  return uuid.test(between) && (tenant === undefined || tenant === between)
}

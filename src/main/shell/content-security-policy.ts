/**
 * The policy of our pages (CSP Level 3). Nothing is loaded from anywhere but the
 * app itself, nothing is connected to, nothing inline runs; `nonce` admits the style
 * elements that the interface library makes.
 */
export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'none'",
    "form-action 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}

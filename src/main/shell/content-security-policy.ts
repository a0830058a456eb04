/**
 * The policy of our pages (CSP Level 3). Nothing is loaded from anywhere but the
 * app itself, nothing is connected to, nothing inline runs; `nonce` admits the style
 * elements that the interface library makes. The sandbox (HTML Standard, "Sandboxing") takes
 * downloads, printing, script dialogs, popups and presentations from the page; with scripts and
 * the same origin admitted, as they have to be, Chromium warns once that a frame could leave it,
 * which says nothing about a page that is in no frame. Forms are admitted because their submit
 * event would not come; `form-action` keeps them from being sent.
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
    'sandbox allow-scripts allow-same-origin allow-forms',
  ].join('; ')
}

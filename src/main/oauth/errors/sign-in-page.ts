/** A form may come after long styles and scripts. */
const searched = 200_000

const signs: readonly RegExp[] = [
  // A field for a password, or the form that a page posts by itself to a place that has
  // one (SAML 2.0 bindings §3.5, WS-Federation §13)
  /<input\b[^<>]{0,1000}?\b(?:type\s{0,9}=\s{0,9}["']?password\b|name\s{0,9}=\s{0,9}["']?(?:SAMLRequest|wctx)\b)/i,
  // What hotspots tell devices (WISPr)
  /<WISPAccessGatewayParam\b/i,
  // A page without a form that sends the browser on to a sign-in
  /(?:http-equiv\s{0,9}=\s{0,9}["']?refresh|location(?:\.href|\.replace|\.assign)?\s{0,9}[=(])[^<>]{0,300}?(?:\b|_)(?:log-?_?[io]n|sign-?_?in|auth|sso|saml2?|captive|portal|fgtauth)(?:\b|_)/i,
  /<title>[^<]{0,200}?\b(?:log ?[io]n|sign ?in|captive portal|hotspot|authentication required|anmelden|anmeldung|connexion|inloggen|iniciar sesi)/i,
]

/**
 * Whether a web page asks whoever reads it to sign in: that of a hotspot, of a company's
 * gateway, or of a website whose sign-in stands before the address that was asked.
 * A guess from what such pages have in common.
 */
export function looksLikeSignIn(html: string): boolean {
  const text = html.slice(0, searched)
  return signs.some((sign) => sign.test(text))
}

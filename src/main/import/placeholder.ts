/** Shapes of what papers print where a reader puts in something of their own. */
const shapes: readonly RegExp[] = [
  /\{\{.*\}\}/s,
  /^\{[^{}]*\}$/,
  /^<[^<>]*>$/,
  /^\[[^[\]]*\]$/,
  /^\$\{?[A-Za-z_]\w*\}?$/,
  /^\$\(.*\)$/s,
  /^\$\{?env:\w+\}?$/i,
  /^%\w+%$/,
  /^[x*•.…_ -]{3,}$/i,
  /^…$/,
  /^(your|enter|insert|put|replace|paste)[-_ .]/i,
  /^your[A-Z]/,
  /^your(client|secret|password|user|app|api|token|server|domain|tenant)/i,
  /[-_ ]here$/i,
  /^base64\s?\(/i,
  /^(change[-_ ]?me|todo|tbd|placeholder|string|null|undefined|redacted)$/i,
]

/** What papers call a field of their own, in letters and digits alone, such as `clientid`. */
const ownNames =
  /^(my|the)?((client|app|application|consumer|oauth)(id|key|secret|name)|user(name|id|password)|api(key|secret)|emailaddress|refreshtoken)$/

/** Whether a value is only a place for one: `YOUR_CLIENT_ID`, `<id>`, `{{id}}`, `xxx` … */
export function isPlaceholder(value: string): boolean {
  const text = value.trim()
  if (text === '' || shapes.some((shape) => shape.test(text))) return true
  return /^[\w -]{1,40}$/.test(text) && ownNames.test(text.toLowerCase().replace(/[^a-z0-9]/g, ''))
}

/** Whether an address still has a place for a server's name in it. */
export function isAddressToFillIn(address: string): boolean {
  const authority = address.replace(/^[a-z]+:\/\//i, '').split(/[/?#]/)[0] ?? ''
  const host = authority.slice(authority.lastIndexOf('@') + 1)
  return (
    /[{}<>[\]$%*]|\byour[-_.]?|[-_]?here\b|server_?address/i.test(host) &&
    !/^\[[\d:a-f]+\]/i.test(host)
  )
}

/** Shapes of what papers print where a reader puts in something of their own. */
const shapes: readonly RegExp[] = [
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

/** Whether `start` stands somewhere before `end`; an expression would look from each start anew. */
function isBetween(text: string, start: string, end: string): boolean {
  const at = text.indexOf(start)
  return at >= 0 && text.includes(end, at + start.length)
}

/** Whether a value is only a place for one: `YOUR_CLIENT_ID`, `<id>`, `{{id}}`, `xxx` … */
export function isPlaceholder(value: string): boolean {
  const text = value.trim()
  if (text === '' || isBetween(text, '{{', '}}')) return true
  if (shapes.some((shape) => shape.test(text))) return true
  return /^[\w -]{1,40}$/.test(text) && ownNames.test(text.toLowerCase().replace(/[^a-z0-9]/g, ''))
}

/** Whether a part of a path is a place for somebody's own: `{tenant}`, `<tenant>`, `YOUR_TENANT`. */
function isPartToFillIn(part: string): boolean {
  return (
    /[{}<>]/.test(part) || isBetween(part.toUpperCase(), '%7B', '%7D') || /^your[-_]\w/i.test(part)
  )
}

/** Whether an address still has a place in it for a server's name, or for a part of a path. */
export function isAddressToFillIn(address: string): boolean {
  const authority = address.replace(/^[a-z]+:\/\//i, '').split(/[/?#]/)[0] ?? ''
  const host = authority.slice(authority.lastIndexOf('@') + 1)
  const path = address.replace(/^[a-z]+:\/\/[^/?#]*/i, '').split(/[?#]/)[0] ?? ''
  return (
    path.split('/').some(isPartToFillIn) ||
    // Without a dot and in capitals: nobody's server is called so.
    /^[A-Z][A-Z0-9_-]*(:\d+)?$/.test(host) ||
    (/[{}<>[\]$%*]|\byour[-_.]?|[-_]?here\b|server_?address/i.test(host) &&
      !/^\[[\d:a-f]+\]/i.test(host))
  )
}

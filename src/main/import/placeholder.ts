import { hasUnknownPart } from './request/unknown-part.ts'

/** Shapes of placeholders in documentation. */
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

/** Shapes that can only be placeholders, also in the name of a parameter. */
const markedPlace = /^(?:\{\{[^{}]+\}\}|<[^<>]+>|\$\{\w+\}|\$[A-Za-z_]\w*|%[A-Za-z_]\w*%)$/

/**
 * Returns true if a text is marked as a placeholder: `{{id}}`, `<id>`, `$ID`, `%ID%`. A word such
 * as `id` is not.
 */
export const isMarkedPlace = (text: string): boolean => markedPlace.test(text)

/**
 * Names of fields that documentation prints in place of a value, in letters and digits alone, such
 * as `clientid`.
 */
const ownNames =
  /^(my|the)?((client|app|application|consumer|oauth)(id|key|secret|name)|user(name|id|password)|api(key|secret)|emailaddress|refreshtoken)$/

/**
 * Returns true if `start` precedes `end`; a regular expression would search from each start again.
 */
function isBetween(text: string, start: string, end: string): boolean {
  const at = text.indexOf(start)
  return at >= 0 && text.includes(end, at + start.length)
}

/**
 * Returns true if a value is only a placeholder: `YOUR_CLIENT_ID`, `<id>`, `{{id}}`, `xxx` …, or
 * has an unknown part.
 */
export function isPlaceholder(value: string): boolean {
  const text = value.trim()
  if (text === '' || hasUnknownPart(text) || isBetween(text, '{{', '}}')) return true
  if (shapes.some((shape) => shape.test(text))) return true
  return /^[\w -]{1,40}$/.test(text) && ownNames.test(text.toLowerCase().replace(/[^a-z0-9]/g, ''))
}

/**
 * Returns true if a part of a path must be filled in: `{tenant}`, `<tenant>`, `$TENANT`,
 * `YOUR_TENANT` …
 */
export function isPartToFillIn(part: string): boolean {
  return (
    hasUnknownPart(part) ||
    /[{}<>…]|\$\{?[A-Za-z_]|%[A-Z_][A-Z\d_]{2,}%/.test(part) ||
    isBetween(part.toUpperCase(), '%7B', '%7D') ||
    isBetween(part.toUpperCase(), '%3C', '%3E') ||
    /^(?:your[-_]\w.*|:[a-z_]\w*|\.{3,}|x{4,})$/i.test(part)
  )
}

/** Returns true if the name of a server, with its port, must be filled in. */
export function isHostToFillIn(host: string): boolean {
  return (
    hasUnknownPart(host) ||
    // No server has a name without a dot in capitals.
    /^[A-Z][A-Z0-9_-]*(:\d+)?$/.test(host) ||
    (/[{}<>[\]$%*…]|\byour[-_.]?|[-_]?here\b|server_?address/i.test(host) &&
      !/^\[[\d:a-f.]+\](:\d+)?$/i.test(host))
  )
}

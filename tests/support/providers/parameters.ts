/** Name and value pairs in the order in which they came. */
export type Parameters = readonly (readonly [name: string, value: string])[]

const formType = /^application\/x-www-form-urlencoded\s*(;\s*charset=utf-8\s*)?$/i
const brokenEscape = /%(?![0-9a-f]{2})/i

/** Reads form-encoded text; `undefined` if an escape is cut off. */
export function parseParameters(text: string): Parameters | undefined {
  return brokenEscape.test(text) ? undefined : [...new URLSearchParams(text)]
}

/** Reads a request body; `undefined` if it is not what `contentType` has to say it is. */
export function parseForm(contentType: string | undefined, body: Buffer): Parameters | undefined {
  if (body.length === 0) return []
  if (contentType === undefined || !formType.test(contentType)) return undefined
  return parseParameters(body.toString('utf8'))
}

/**
 * The parameters by name, if they are exactly those of one grant: none repeated
 * (RFC 6749 §3.2), none unknown, none missing and none empty.
 */
export function exactly(
  parameters: Parameters,
  names: readonly string[],
): ReadonlyMap<string, string> | undefined {
  const byName = new Map(parameters)
  const isComplete = names.every((name) => (byName.get(name) ?? '') !== '')
  return isComplete && parameters.length === names.length ? byName : undefined
}

/** The value of a parameter that is there once. */
export function single(parameters: Parameters, name: string): string | undefined {
  const values = parameters.filter(([other]) => other === name)
  return values.length === 1 ? values[0]?.[1] : undefined
}

/** RFC 7617: id and secret of `Authorization: Basic`, taken as they are. */
export function readBasic(
  authorization: string | undefined,
): { readonly id: string; readonly secret: string } | undefined {
  const encoded = /^Basic ([A-Za-z0-9+/]+={0,2})$/i.exec(authorization ?? '')?.[1]
  if (encoded === undefined) return undefined
  const text = Buffer.from(encoded, 'base64').toString('utf8')
  const colon = text.indexOf(':')
  return colon < 0 ? undefined : { id: text.slice(0, colon), secret: text.slice(colon + 1) }
}

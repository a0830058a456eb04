/** The reading of `-F name=content`. */
export interface FormField {
  readonly name: string
  readonly text: string
  /** The content is in a file. */
  readonly isFile: boolean
  /** The text behind a semicolon is unknown to curl, which drops it. */
  readonly isCut: boolean
}

/** The attributes behind a semicolon, by curl's documentation of `--form`. */
const attribute = /^\s*(?:type|filename|encoder|headers)=/i

/** Reads a value up to a semicolon, or to the mark that closes it, behind which curl reads nothing. */
function valueAt(text: string): {
  readonly value: string
  readonly rest: string
  readonly hasTrailing?: boolean
} {
  const quoted = /^\s*"([^"\\]*(?:\\[\s\S][^"\\]*)*)"/.exec(text)
  if (quoted !== null) {
    const [whole, inner = ''] = quoted
    const rest = text.slice(whole.length)
    const end = rest.search(/;|$/)
    const hasTrailing = rest.slice(0, end).trim() !== ''
    return { value: inner.replace(/\\(["\\])/g, '$1'), rest: rest.slice(end), hasTrailing }
  }
  const end = text.search(/;|$/)
  return { value: text.slice(0, end).trim(), rest: text.slice(end) }
}

/**
 * Returns true if everything behind the value is an attribute, or belongs to one
 * (`;charset=utf-8`).
 */
function isKnown(rest: string): boolean {
  const [, first, ...others] = rest.split(';')
  if (first === undefined) return true
  return (
    attribute.test(first) &&
    others.every((each) => attribute.test(each) || /^\s*charset=/i.test(each))
  )
}

/**
 * Reads the value of `-F` as curl does, and of `--form-string`, which has no special characters.
 */
export function formField(value: string, isString: boolean): FormField {
  const sign = value.indexOf('=')
  const name = sign < 0 ? '' : value.slice(0, sign)
  const text = value.slice(sign + 1)
  if (isString) return { name, text, isFile: false, isCut: false }
  if (/^[@<]/.test(text)) return { name, text: '', isFile: true, isCut: false }
  const read = valueAt(text)
  const isCut = read.hasTrailing === true || !isKnown(read.rest)
  return { name, text: read.value, isFile: false, isCut }
}

/** A parameter that is attached to another one, as in a form that is not multipart. */
const glued =
  /&(?=(?:grant_type|client_id|client_secret|scope|username|password|refresh_token|audience|resource)=)/

/**
 * Returns the fields in a value: some documentation writes several into one, as in a plain form.
 */
export function gluedFields(name: string, text: string): readonly (readonly [string, string])[] {
  return `${name}=${text}`.split(glued).map((pair) => {
    const sign = pair.indexOf('=')
    return [pair.slice(0, sign), pair.slice(sign + 1)] as const
  })
}

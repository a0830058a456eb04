const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** A text that is HTML already. */
export class Html {
  readonly source: string
  constructor(source: string) {
    this.source = source
  }
}

type Part = Html | string | readonly Html[]

function sourceOf(part: Part): string {
  if (typeof part === 'string')
    return part.replace(/[&<>"']/g, (character) => escapes[character] ?? '')
  return part instanceof Html ? part.source : part.map(({ source }) => source).join('')
}

/** Builds HTML. Texts among the values are escaped, for content and quoted attributes. */
export function html(strings: TemplateStringsArray, ...values: readonly Part[]): Html {
  const [first = '', ...others] = strings
  const rest = others.map((text, index) => sourceOf(values[index] ?? '') + text)
  return new Html(first + rest.join(''))
}

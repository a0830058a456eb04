const unseenElements = ['script', 'style', 'svg', 'template', 'noscript'] as const

/** Without the elements of this name, in one pass. */
function withoutElement(html: string, name: string): string {
  const lower = html.toLowerCase()
  const kept: string[] = []
  let at = 0
  while (at < html.length) {
    const start = lower.indexOf(`<${name}`, at)
    if (start < 0) break
    kept.push(html.slice(at, start))
    const end = lower.indexOf(`</${name}`, start)
    at = end < 0 ? html.length : end
  }
  return kept.join(' ') + html.slice(at)
}

function withoutComments(html: string): string {
  return html
    .split('<!--')
    .map((part, index) => {
      const end = part.indexOf('-->')
      if (index === 0) return part
      return end < 0 ? '' : part.slice(end + 3)
    })
    .join(' ')
}

const entities: readonly (readonly [RegExp, string])[] = [
  [/&nbsp;/g, ' '],
  [/&lt;/g, '<'],
  [/&gt;/g, '>'],
  [/&quot;/g, '"'],
  [/&#0?39;|&apos;/g, "'"],
  [/&amp;/g, '&'],
]

/** What a person would read of a web page, on one line; values of fields are left out. */
export function visibleText(html: string): string {
  const shown = unseenElements.reduce(withoutElement, withoutComments(html))
  const text = shown.replace(/<[^<>]*>/g, ' ').replace(/<[a-z/!][^<>]*$/i, ' ')
  const decoded = entities.reduce((all, [entity, value]) => all.replace(entity, value), text)
  return decoded.replace(/\s+/g, ' ').trim()
}

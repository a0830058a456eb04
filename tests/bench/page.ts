/** The parts of the page about performance that are written by the benchmark. */
export const parts = ['figures', 'packaged', 'growth'] as const
export type Part = (typeof parts)[number]

const begin = (part: Part) => `<!-- measured: ${part}. Written by npm run bench, not by hand. -->`
const end = (part: Part) => `<!-- end of ${part} -->`

function placeOf(page: string, part: Part): readonly [number, number] {
  const from = page.indexOf(begin(part))
  const to = page.indexOf(end(part))
  if (from === -1 || to < from) throw new Error(`The page has no place for "${part}".`)
  return [from + begin(part).length, to]
}

/** What the page says that was measured; `''` before it has been. */
export function readPart(page: string, part: Part): string {
  return page.slice(...placeOf(page, part)).trim()
}

/** The page with what was measured now in the place of what was there. */
export function writePart(page: string, part: Part, text: string): string {
  const [from, to] = placeOf(page, part)
  return `${page.slice(0, from)}\n\n${text.trim()}\n\n${page.slice(to)}`
}

import { createHash } from 'node:crypto'

/** The pages that a person may see in the browser after a sign-in. */
export type RedirectPage =
  /** The redirect that ends the wait. It may bring a refusal: the page must not say success. */
  | 'accepted'
  /** The redirect belongs to another sign-in, or to one that is over. */
  | 'refused'
  /** An error without a `state`: it may belong to any sign-in. */
  | 'unclear'
  /** No parameters came, so the person has to paste the address. */
  | 'noAnswer'
  /** Another path, or other parameters than those of the address itself. */
  | 'otherAddress'

export interface RedirectPageTexts {
  /** BCP 47. */
  readonly language: string
  /** Returns plain text. Blank lines separate the paragraphs of `body`. */
  textOf(page: RedirectPage): { readonly title: string; readonly body: string }
}

/** Of our own: no script, font or picture comes from elsewhere, and none is needed. */
const style = `
:root { color-scheme: light dark; --paper: #f7f5f0; --card: #fffefb; --line: #e1dcd1;
  --ink: #20242a; --soft: #575c64; --accent: #2f4f80; --tint: #e3e9f2 }
@media (prefers-color-scheme: dark) { :root { --paper: #17191c; --card: #1f2226; --line: #2e3237;
  --ink: #e9e7e2; --soft: #aeb2b8; --accent: #a9c1e8; --tint: #262f3d } }
* { box-sizing: border-box; margin: 0 }
body { background: var(--paper); color: var(--ink); display: grid; min-height: 100vh; padding: 24px;
  place-items: center; font: 17px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, Cantarell,
  "Noto Sans", "DejaVu Sans", sans-serif }
main { background: var(--card); border: 1px solid var(--line); border-radius: 12px;
  max-width: 34rem; padding: 40px; width: 100% }
svg { display: block; height: 48px; margin-bottom: 24px; width: 48px }
circle { fill: var(--tint) }
path { fill: none; stroke: var(--accent); stroke-linecap: round; stroke-linejoin: round;
  stroke-width: 3 }
h1 { font-size: 1.5rem; font-weight: 600; line-height: 1.25; overflow-wrap: anywhere;
  text-wrap: balance }
p { color: var(--soft); margin-top: 14px; text-wrap: pretty }
footer { color: var(--soft); border-top: 1px solid var(--line); font-size: 14px; margin-top: 28px;
  padding-top: 16px }
@media (max-width: 480px) { main { padding: 28px 24px } }
@media (forced-colors: active) { circle { fill: Canvas } path { stroke: CanvasText } }
`

/** Outlines of a tick, an exclamation mark and a clipboard, in a circle of 48 units. */
const pictures = {
  tick: 'M15 25l6.5 6.5L33.5 17.5',
  stop: 'M24 14v13M24 33.5v.1',
  paste: 'M18 16h-2v18h16V16h-2M20 13.5h8v5h-8zM20 25h8M20 29.5h5',
}

const pictureOf: Readonly<Record<RedirectPage, keyof typeof pictures>> = {
  accepted: 'tick',
  refused: 'stop',
  unclear: 'stop',
  noAnswer: 'paste',
  otherAddress: 'stop',
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
}
const escaped = (text: string) => text.replace(/[&<>"]/g, (mark) => entities[mark] ?? '')

/** Returns the HTML of a page. It says nothing of the request that it answers. */
export function redirectPageHtml(page: RedirectPage, texts: RedirectPageTexts): string {
  const { title, body } = texts.textOf(page)
  const paragraphs = body.split('\n\n').map((paragraph) => `<p>${escaped(paragraph)}</p>`)
  // An icon of the page's own keeps browsers from asking for /favicon.ico.
  return `<!doctype html>
<html lang="${escaped(texts.language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escaped(title)} – Token Desk</title>
<link rel="icon" href="data:,">
<style>${style}</style>
</head>
<body>
<main>
<svg viewBox="0 0 48 48" aria-hidden="true"><circle cx="24" cy="24" r="24"/><path d="${pictures[pictureOf[page]]}"/></svg>
<h1>${escaped(title)}</h1>
${paragraphs.join('\n')}
<footer>Token Desk</footer>
</main>
</body>
</html>
`
}

const styleHash = createHash('sha256').update(style).digest('base64')

/** The headers of every response, with a page or without one. */
export const redirectPageHeaders = {
  'content-type': 'text/html; charset=utf-8',
  // Chromium would answer the real redirect from the cached response to a prefetch.
  'cache-control': 'no-store',
  // SECURITY: nothing is loaded, sent or run, even if a page should ever repeat a part of a request.
  'content-security-policy': [
    "default-src 'none'",
    `style-src 'sha256-${styleHash}'`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    'sandbox',
  ].join('; '),
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  // The address of the page holds the code.
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  connection: 'close',
} as const

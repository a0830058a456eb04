import { createHash } from 'node:crypto'
import { Html, html } from './html.ts'
import type { PageTexts } from './page-texts.ts'

const css = `
:root { color-scheme: light dark;
  --paper: light-dark(#f7f5f0, #17191c); --card: light-dark(#fffefb, #1f2226);
  --hover: light-dark(#f1eee7, #292d32); --line: light-dark(#e1dcd1, #2e3237);
  --edge: light-dark(#8b867b, #7a818a); --ink: light-dark(#20242a, #e9e7e2);
  --soft: light-dark(#575c64, #aeb2b8); --accent: light-dark(#2f4f80, #a9c1e8);
  --on-accent: light-dark(#ffffff, #17202e); --tint: light-dark(#e3e9f2, #262f3d);
  --loud: light-dark(#26426c, #86a3d1); --note: light-dark(#834d00, #eebd70);
  --note-tint: light-dark(#f8ead0, #382c18); --bad: light-dark(#9c322b, #f0a79e);
  --bad-tint: light-dark(#f9e6e2, #3b2422); --good: light-dark(#28633f, #8bd1a8);
  --good-tint: light-dark(#e2efe4, #1d3126); }
* { box-sizing: border-box; margin: 0; }
body { display: grid; min-height: 100vh; background: var(--paper); color: var(--ink);
  font: 1rem/1.55 system-ui, "Segoe UI", "Noto Sans", sans-serif; grid-template-rows: auto 1fr; }
header { display: flex; flex-wrap: wrap; align-items: baseline; justify-content: center;
  padding: 0.625rem 1rem; gap: 0 0.75rem; background: repeating-linear-gradient(-45deg,
  var(--note-tint) 0 14px, color-mix(in srgb, var(--note-tint) 82%, var(--paper)) 14px 28px);
  color: var(--note); font-size: 0.9375rem; text-align: center; }
main { display: grid; width: min(27rem, 100%); margin: auto; padding: 1.5rem 1rem 2.5rem; }
.card { display: grid; padding: 1.75rem; border: 1px solid var(--line); border-radius: 14px;
  background: var(--card); gap: 1rem; }
h1 { font-size: 1.4375rem; line-height: 1.25; text-wrap: balance; }
p { text-wrap: pretty; overflow-wrap: anywhere; }
.soft { color: var(--soft); }
.small { color: var(--soft); font-size: 0.875rem; }
form, .stack { display: grid; gap: 0.625rem; }
button { min-height: 2.875rem; padding: 0.5rem 1rem; border: 1px solid var(--edge); border-radius: 8px;
  background: var(--card); color: var(--ink); cursor: pointer; font: inherit; font-weight: 600; }
button:hover { background: var(--hover); }
button.main { border-color: var(--accent); background: var(--accent); color: var(--on-accent); }
button.main:hover { border-color: var(--loud); background: var(--loud); }
button.plain { border-color: transparent; background: none; color: var(--accent); font-weight: 500; }
button.plain:hover { background: var(--hover); }
button.link { justify-self: start; min-height: 0; padding: 0; border: 0; background: none;
  color: var(--accent); font-weight: 400; text-align: left; text-decoration: underline; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
button.person { display: flex; align-items: center; padding: 0.75rem 1rem; gap: 0.875rem; text-align: left; }
.face { display: grid; flex: none; width: 2.625rem; height: 2.625rem; border-radius: 50%;
  background: var(--tint); color: var(--accent); font-size: 1.125rem; place-items: center; }
.person span span { display: block; overflow-wrap: anywhere; }
.person .mail { color: var(--soft); font-size: 0.875rem; font-weight: 400; }
.you { display: flex; align-items: center; gap: 0.875rem; }
ul { display: grid; padding: 0; gap: 0.5rem; list-style: none; }
li { display: grid; gap: 0 0.625rem; grid-template-columns: 1.25rem 1fr; }
li::before { color: var(--good); content: "\\2713" / ""; font-weight: 700; }
code { color: var(--soft); font: 0.8125rem ui-monospace, "Noto Sans Mono", monospace; overflow-wrap: anywhere; }
.code { padding: 0.75rem; border-radius: 8px; background: var(--tint); color: var(--ink);
  font: 700 1.875rem/1.3 ui-monospace, "Noto Sans Mono", monospace; letter-spacing: 0.08em; text-align: center; }
label { display: grid; gap: 0.375rem; font-weight: 600; }
input { width: 100%; min-height: 3.25rem; padding: 0.5rem 0.75rem; border: 1px solid var(--edge); border-radius: 8px;
  background: var(--paper); color: var(--ink); font: 700 1.375rem ui-monospace, "Noto Sans Mono", monospace;
  letter-spacing: 0.08em; text-transform: uppercase; }
.warning, .problem { padding: 0.625rem 0.875rem; border-radius: 8px; background: var(--note-tint); color: var(--note); }
.problem { background: var(--bad-tint); color: var(--bad); }
.mark { display: grid; width: 3.25rem; height: 3.25rem; border-radius: 50%; background: var(--good-tint);
  color: var(--good); font-size: 1.625rem; font-weight: 700; place-items: center; }
.mark.no { background: var(--tint); color: var(--soft); }
@media (max-width: 26rem) { main { padding: 1rem 0.75rem; } .card { padding: 1.25rem; }
  .code { font-size: 1.5rem; } }
@media (max-height: 34rem) { main { padding-block: 0.75rem; } .card { padding-block: 1rem; gap: 0.625rem; } }
`

/** Lets a style apply by its digest (CSP3 §2.3.1). */
const styleSource = `'sha256-${createHash('sha256').update(css).digest('base64')}'`

/**
 * The content security policy of every answer, without `form-action`. The provider adds the digest of
 * its own script to the empty `script-src`, on the pages that post themselves.
 */
export const contentSecurityPolicy = `default-src 'none'; style-src ${styleSource}; script-src; base-uri 'none'; frame-ancestors 'none'`

/**
 * Returns the sources for `form-action` of a page whose form may end in a redirect: Chromium checks
 * the addresses of redirects after a form, too, and would stop the return to the app.
 */
export function formAction(redirectAddress: unknown): string {
  if (typeof redirectAddress !== 'string' || !URL.canParse(redirectAddress)) return "'self'"
  const { protocol, hostname, origin } = new URL(redirectAddress)
  // A policy can name no IPv6 address (CSP3 §2.3.1, `host-source`).
  const target = hostname.startsWith('[') || origin === 'null' ? protocol : origin
  return `'self' ${target}`
}

export interface PageLanguage {
  /** BCP 47 */
  readonly language: string
  readonly texts: PageTexts
}

/** Returns a whole page with `content` in its card. */
export function page(
  { language, texts }: PageLanguage,
  title: string,
  content: Html,
  aboveTitle = html``,
): string {
  const { source } = html`<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} &middot; ${texts.practice}</title>
<style>${new Html(css)}</style>
</head>
<body>
<header><strong>${texts.practice}</strong> <span>${texts.nothingReal}</span></header>
<main><div class="card">${aboveTitle}<h1>${title}</h1>${content}</div></main>
</body>
</html>
`
  return `<!DOCTYPE html>\n${source}`
}

import type { Instant } from '../../../shared/clock.ts'
import type { PastedContents, TokenContents } from '../../../shared/token.ts'
import { isProse } from '../redaction/token-patterns.ts'
import { readIncomplete, readJsonToken } from './incomplete-token.ts'
import { inOrder, instantIn, leeway, readJwt } from './jwt.ts'

/** Space, line breaks and the invisible characters that come along from web pages and mails. */
const gaps = /[\s\u00ad\u200b-\u200d\u2060\ufeff]+/gu

/** Characters and words that people copy along with a token. */
const before =
  /^["'`‘’“”„«»]*(?:(?:Proxy-)?Authorization\s*[:=])?\s*["'`‘’“”]*(?:Bearer:?)?\s*["'`‘’“”]*/i
const after: ReadonlySet<string> = new Set('"\'`‘’“”«»,;')

/** The characters of a token and of the dots between its parts, in a row. */
const runs = /[\w.-]+/g
const maxTries = 10
/** A server's answer in JSON, or as a script prints it; its spaces are gone. */
const answer = /^\{.*?["']access_token["']:["']([^"']+)["']/
/** A server's answer or a command is shorter by far. */
const maxSearchedLength = 100_000

function bare(text: string): string {
  const start = before.exec(text)?.[0].length ?? 0
  let end = text.length
  while (end > start && after.has(text.charAt(end - 1))) end -= 1
  return text.slice(start, end)
}

/**
 * Returns the position of a header in a part: base64url of `{` and a quote or a space. -1 if there
 * is none.
 */
function headerStart(part: string): number {
  if (/^e[wy]./.test(part)) return 0
  const scheme = part.search(/[Bb]earere[wy]./)
  return scheme < 0 ? -1 : scheme + 'bearer'.length
}

/** Finds the tokens of three parts or more in a run of characters, in one pass. */
function* tokensIn(run: string): Iterable<string> {
  const parts = run.split('.')
  for (let at = 0; at + 2 < parts.length; ) {
    const part = parts[at] ?? ''
    const start = headerStart(part)
    if (start < 0) {
      at += 1
      continue
    }
    let end = at + 3
    while (parts[end]) end += 1
    yield [part.slice(start), ...parts.slice(at + 1, end)].join('.')
    at = end
  }
}

/** Finds tokens inside a text, starting behind the name `access_token` if it occurs. */
function* tokensInside(text: string): Iterable<string> {
  const named = text.indexOf('access_token')
  let tries = 0
  for (const [run] of text.slice(Math.max(named, 0)).matchAll(runs)) {
    for (const token of tokensIn(run)) {
      tries += 1
      if (tries > maxTries) return
      yield token
    }
  }
}

/** Reads a token in compact form, whole or not. */
function readCompact(token: string, now: Instant): TokenContents {
  return readIncomplete(token, now) ?? readJwt(token, now)
}

/** Decodes percent-encoding where that is possible (RFC 3986 §2.1). */
function percentDecoded(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (encoded) => {
    try {
      return decodeURIComponent(encoded)
    } catch {
      return encoded
    }
  })
}

/** An address inside an address is encoded twice. */
const maxEncodings = 2

/** Yields the text with one level of percent-encoding after another removed. */
function* decodings(text: string): Iterable<string> {
  let last = text
  for (let times = 0; times < maxEncodings; times += 1) {
    const next = percentDecoded(last)
    if (next === last) return
    yield next
    last = next
  }
}

/** Returns the contents of the first readable token inside one of the texts. */
function readInside(texts: readonly string[], now: Instant): TokenContents | null {
  for (const text of texts) {
    for (const token of tokensInside(text)) {
      const found = readCompact(token, now)
      if (found.format !== 'opaque') return found
    }
  }
  return null
}

/**
 * Reads a server's answer, which may contain readable tokens for other recipients beside an opaque
 * access token.
 */
function readAnswer(core: string, now: Instant): PastedContents | null {
  const value = answer.exec(core)?.[1]
  if (value === undefined) return null
  const contents = readJwt(bare(value), now)
  if (contents.format !== 'opaque') return contents
  return readInside([value], now) ?? { format: 'answer' }
}

const isPlain = (contents: TokenContents) =>
  contents.format === 'jwt' && contents.notes.includes('payload-not-encoded')

function readText(text: string, now: Instant): PastedContents {
  const core = bare(text.replace(gaps, ''))
  const contents = readJwt(core, now)
  const partial = isPlain(contents) ? null : readIncomplete(core, now)
  if (partial !== null) return partial
  // Spaces belong to an unencoded payload (RFC 7797).
  if (isPlain(contents) && core.length < text.length) {
    const whole = readJwt(bare(text.trim()), now)
    return isPlain(whole) ? whole : contents
  }
  if (contents.format !== 'opaque' || text.length > maxSearchedLength) return contents
  const found =
    readJsonToken(core, now) ??
    readAnswer(core, now) ??
    readInside([core, text, ...decodings(core), ...decodings(text)], now)
  return found ?? (isProse(bare(text.trim())) ? { format: 'words' } : contents)
}

/**
 * Adds notes about the present time; the expiry has no leeway, because the reader compares it with
 * this very clock.
 */
function withTimes(contents: PastedContents, now: Instant): PastedContents {
  if (contents.format !== 'jwt') return contents
  const { claims, notes } = contents
  const all = new Set(notes)
  const end = instantIn(claims, 'exp')
  if (end !== null && end <= now) all.add('ended')
  const issued = instantIn(claims, 'iat')
  if (issued !== null && issued > now + leeway) all.add('issued-in-future')
  return { ...contents, notes: inOrder([...all]) }
}

/**
 * Reads a token as a person pastes it: with `Authorization: Bearer ` before it, in
 * quotes, broken into lines, or in the middle of a server's answer or a command.
 * Never throws; a text that holds no readable token is opaque, a server's answer or words.
 */
export function readPasted(text: string, now: Instant): PastedContents {
  return withTimes(readText(text, now), now)
}

import type { LeftOut, LeftOutReason } from '../../../shared/import.ts'
import { leaveOut, type Pair, type PastedRequest } from '../pasted-request.ts'
import { percentEncoded } from '../percent-encoded.ts'
import { readBody, readQuery } from '../request-body.ts'
import { type CurlOption, type CurlPart, curlParts } from './curl-options.ts'

const dataOptions: ReadonlySet<string> = new Set([
  'data',
  'data-ascii',
  'data-binary',
  'data-raw',
  'data-urlencode',
  'json',
])

/** Why an option that is known is not used; whatever is not here has no effect. */
const reasons: readonly (readonly [RegExp, LeftOutReason])[] = [
  [/^(insecure|doh-insecure|ssl-allow-beast|ssl-no-revoke)$/, 'unsafe'],
  [/^cookie/, 'cookies'],
  [/^(digest|ntlm|ntlm-wb|negotiate|anyauth|oauth2-bearer|aws-sigv4)$/, 'other-credentials'],
  [/^(cert|key|pass|netrc|tlsuser|tlspassword)/, 'other-credentials'],
  [
    /^(proxy|preproxy|noproxy|socks|resolve$|connect-to|cacert|capath|interface|dns|doh)/,
    'connection',
  ],
  [/^(config|upload-file|variable)$/, 'reads-file'],
]

/** What one command asks for, while its options are read. */
interface Draft {
  url: string
  method: string
  isGet: boolean
  user: string | null
  contentType: string
  isMultipart: boolean
  readonly headers: Pair[]
  readonly data: string[]
  readonly fields: Pair[]
  readonly query: Pair[]
  readonly leftOut: LeftOut[]
}

const emptyDraft = (): Draft => ({
  url: '',
  method: '',
  isGet: false,
  user: null,
  contentType: '',
  isMultipart: false,
  headers: [],
  data: [],
  fields: [],
  query: [],
  leftOut: [],
})

/** curl's five forms: `text`, `=text`, `name=text`, `@file` and `name@file`. */
function urlEncoded(value: string): string | undefined {
  const sign = value.search(/[=@]/)
  if (sign < 0) return percentEncoded(value)
  if (value[sign] === '@') return undefined
  const name = value.slice(0, sign)
  const text = percentEncoded(value.slice(sign + 1))
  return name === '' ? text : `${name}=${text}`
}

function addData(draft: Draft, { name, written, value }: CurlOption): void {
  if (name === 'json') draft.contentType = 'application/json'
  const text = name === 'data-urlencode' ? urlEncoded(value) : value
  const isFile = name !== 'data-raw' && name !== 'data-urlencode' && value.startsWith('@')
  if (text === undefined || isFile) draft.leftOut.push(leaveOut(written, 'reads-file'))
  else draft.data.push(text)
}

/** `name=text`, `name=text;type=…`, `name=@file`, `name=<file`. */
function addField(draft: Draft, { name, written, value }: CurlOption): void {
  const [, field = '', text = ''] = /^([^=]*)=([\s\S]*)$/.exec(value) ?? []
  if (name === 'form' && /^[@<]/.test(text)) {
    draft.leftOut.push(leaveOut(field, 'reads-file'))
    return
  }
  const plain = name === 'form' ? text.replace(/;type=[\w/.+-]+$/, '') : text
  const unquoted = /^"(.*)"$/s.exec(plain)?.[1]?.replace(/\\(["\\])/g, '$1')
  if (!draft.isMultipart) draft.leftOut.push(leaveOut(written, 'sent-as-form'))
  draft.isMultipart = true
  draft.fields.push([field, name === 'form' ? (unquoted ?? plain) : plain])
}

function addHeader(draft: Draft, { written, value }: CurlOption): void {
  if (value.startsWith('@')) {
    draft.leftOut.push(leaveOut(written, 'reads-file'))
    return
  }
  const [, name = '', text = ''] = /^([^:;]+)[:;]\s*([\s\S]*)$/.exec(value) ?? []
  if (name === '') draft.leftOut.push(leaveOut(written, 'not-sendable'))
  else draft.headers.push([name.trim(), text.trim()])
}

function addOption(draft: Draft, option: CurlOption): void {
  const { name, written, value } = option
  if (dataOptions.has(name)) addData(draft, option)
  else if (name === 'form' || name === 'form-string') addField(draft, option)
  else if (name === 'header') addHeader(draft, option)
  else if (name === 'user') draft.user = value
  else if (name === 'request') draft.method = value.toUpperCase()
  else if (name === 'url') addAddress(draft, value, written)
  else if (name === 'url-query') draft.query.push(...readQuery(value.replace(/^\+/, '')))
  else if (name === 'get') draft.isGet = true
  else if (name === 'basic' || name === 'no-insecure') return
  else {
    const why = reasons.find(([pattern]) => pattern.test(name))?.[1] ?? 'no-effect'
    draft.leftOut.push(leaveOut(written, why))
  }
}

function addAddress(draft: Draft, word: string, after: string): void {
  if (draft.url === '') draft.url = word
  else draft.leftOut.push(leaveOut(after, 'stray-word'))
}

const looksLikeAddress = (word: string) => /^[a-z]+:\/\/|[./{<$]/i.test(word)

function addPart(draft: Draft, part: CurlPart): void {
  if (part.kind === 'option') addOption(draft, part)
  else if (part.kind === 'unknown') draft.leftOut.push(leaveOut(part.written, 'unknown-option'))
  else if (looksLikeAddress(part.word)) addAddress(draft, part.word, part.after)
  else draft.leftOut.push(leaveOut(part.after, 'stray-word'))
}

function requestOf(draft: Draft): PastedRequest {
  const contentType =
    draft.headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? draft.contentType
  const joined = draft.data.join('&')
  const { body, bodyFormat, hasPlus, leftOut } = readBody(joined, contentType)
  const inQuery = draft.isGet ? body : []
  const method =
    draft.method || (draft.isGet || draft.data.length + draft.fields.length === 0 ? 'GET' : 'POST')
  return {
    title: '',
    method,
    url: draft.url,
    headers: draft.headers,
    user: draft.user,
    query: [...draft.query, ...inQuery],
    body: [...(draft.isGet ? [] : body), ...draft.fields],
    bodyFormat: draft.isGet ? 'form' : bodyFormat,
    hasPlus,
    leftOut: [...draft.leftOut, ...leftOut],
  }
}

/** The requests of one command, given its words behind `curl`; `--next` begins another. */
export function curlRequests(words: readonly string[]): readonly PastedRequest[] {
  const drafts = [emptyDraft()]
  for (const part of curlParts(words)) {
    const draft = drafts.at(-1)
    const isNext = part.kind === 'option' && part.name === 'next'
    if (isNext || draft === undefined) drafts.push(emptyDraft())
    else addPart(draft, part)
  }
  return drafts.map(requestOf)
}

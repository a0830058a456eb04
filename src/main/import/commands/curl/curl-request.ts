import type { LeftOut, LeftOutReason } from '../../../../shared/import.ts'
import { percentEncoded } from '../../request/encoded-text.ts'
import { leaveOut, type Pair, type PastedRequest } from '../../request/pasted-request.ts'
import { readBody, readQuery } from '../../request/request-body.ts'
import { unknownPart } from '../../request/unknown-part.ts'
import { type AddressWord, addressAmong } from './curl-address.ts'
import { formField, gluedFields } from './curl-form.ts'
import { type CurlOption, type CurlPart, curlParts } from './curl-options.ts'

const dataOptions: ReadonlySet<string> = new Set([
  'data',
  'data-ascii',
  'data-binary',
  'data-raw',
  'data-urlencode',
  'json',
])

/** Reasons why known options are not used; all others have no effect. */
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

/** The request of one command, while its options are read. */
interface Draft {
  readonly words: AddressWord[]
  method: string
  isGet: boolean
  user: string | null
  contentType: string
  isMultipart: boolean
  readonly headers: Pair[]
  hasData: boolean
  data: string
  readonly fields: Pair[]
  readonly query: Pair[]
  readonly leftOut: LeftOut[]
  /** The standard input of the command, where the text has it. */
  readonly input: string | undefined
}

const emptyDraft = (input: string | undefined): Draft => ({
  words: [],
  method: '',
  isGet: false,
  user: null,
  contentType: '',
  isMultipart: false,
  headers: [],
  hasData: false,
  data: '',
  fields: [],
  query: [],
  leftOut: [],
  input,
})

/** File names with an extension that shows their content; any other word may be a secret. */
const namesFile = /^[\w./\\-]{1,40}\.(?:json|txt|xml|form|url|dat|data|body|pem|jwt)$/i

/** Names an option whose value is in a file, with the file if that is clearly one. */
const inFile = (written: string, name: string) =>
  leaveOut(namesFile.test(name) ? `${written} ${name}` : written, 'reads-file')

/** curl's five forms: `text`, `=text`, `name=text`, `@file` and `name@file`. */
function urlEncoded(value: string, input: string | undefined): string | undefined {
  const sign = value.search(/[=@]/)
  if (sign < 0) return percentEncoded(value)
  const given = value.slice(sign + 1)
  const content = value[sign] === '=' ? given : given === '-' ? input : undefined
  if (content === undefined) return undefined
  const name = value.slice(0, sign)
  const text = percentEncoded(content)
  return name === '' ? text : `${name}=${text}`
}

/** Returns the text of `--data` and its relatives; `undefined` if it is in a file. */
function dataText({ name, value }: CurlOption, input: string | undefined): string | undefined {
  if (name === 'data-urlencode') return urlEncoded(value, input)
  if (name === 'data-raw' || !value.startsWith('@')) return value
  if (value !== '@-' || input === undefined) return undefined
  // `--data` drops the line breaks of a file; the others keep them.
  return name === 'data' || name === 'data-ascii' ? input.replace(/[\r\n]/g, '') : input
}

const isCredential = (name: string) => /^(?:client_secret|password|refresh_token)$/.test(name)

/** `--data-urlencode name@file` shows the place of a credential, not its value. */
function credentialInFile({ name, value }: CurlOption): string | undefined {
  const field = name === 'data-urlencode' ? value.slice(0, value.indexOf('@')) : ''
  return isCredential(field) ? `${field}=${unknownPart('')}` : undefined
}

function addData(draft: Draft, option: CurlOption): void {
  const { name, written, value } = option
  draft.hasData = true
  if (name === 'json') draft.contentType = 'application/json'
  const inText = dataText(option, draft.input)
  if (inText === undefined) draft.leftOut.push(inFile(written, value.replace(/^[^@]*@/, '')))
  const text = inText ?? credentialInFile(option)
  if (text === undefined) return
  // Several `--json` are one text; all others are separated like the fields of a form.
  draft.data += (draft.data === '' || name === 'json' ? '' : '&') + text
}

function addField(draft: Draft, { name, written, value }: CurlOption): void {
  const field = formField(value, name === 'form-string')
  draft.hasData = true
  if (field.isFile) {
    draft.leftOut.push(leaveOut(field.name, 'reads-file'))
    // A credential stays in its place and is filled in by the user.
    if (isCredential(field.name)) draft.fields.push([field.name, unknownPart('')])
    return
  }
  if (!draft.isMultipart) draft.leftOut.push(leaveOut(written, 'sent-as-form'))
  draft.isMultipart = true
  if (field.isCut) draft.leftOut.push(leaveOut(field.name, 'after-semicolon'))
  draft.fields.push(...gluedFields(field.name, field.text))
}

/** `--url-query` encodes as `--data-urlencode` does, except for a value that begins with a `+`. */
function addQuery(draft: Draft, { written, value }: CurlOption): void {
  const text = value.startsWith('+') ? value.slice(1) : urlEncoded(value, draft.input)
  if (text === undefined) draft.leftOut.push(inFile(written, value.replace(/^[^@]*@/, '')))
  else draft.query.push(...readQuery(text).pairs)
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
  else if (name === 'url') {
    draft.words.push({ word: value, after: written, isNamed: true, mayBeValue: false })
  } else if (name === 'url-query') addQuery(draft, option)
  else if (name === 'get') draft.isGet = true
  else if (name === 'basic' || name === 'no-insecure') return
  else {
    const why = reasons.find(([pattern]) => pattern.test(name))?.[1] ?? 'no-effect'
    draft.leftOut.push(leaveOut(written, why))
  }
}

function addPart(draft: Draft, part: CurlPart): void {
  switch (part.kind) {
    case 'option':
      addOption(draft, part)
      return
    case 'unknown':
      draft.leftOut.push(leaveOut(part.written, 'unknown-option'))
      return
    case 'word':
      draft.words.push({ ...part, isNamed: false })
  }
}

function requestOf(draft: Draft): PastedRequest {
  const contentType =
    draft.headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? draft.contentType
  const { url, leftOut: otherWords } = addressAmong(draft.words)
  const { body, bodyFormat, hasPlus, leftOut } = readBody(draft.data, contentType)
  const inQuery = draft.isGet ? body : []
  return {
    title: '',
    method: draft.method || (draft.isGet || !draft.hasData ? 'GET' : 'POST'),
    url,
    headers: draft.headers,
    user: draft.user,
    query: [...draft.query, ...inQuery],
    body: [...(draft.isGet ? [] : body), ...draft.fields],
    bodyFormat: draft.isGet ? 'form' : bodyFormat,
    hasPlus,
    leftOut: [...draft.leftOut, ...otherWords, ...leftOut],
  }
}

/**
 * Returns the requests of one command, given its words behind `curl` and its standard input, if
 * known; `--next` begins another.
 */
export function curlRequests(words: readonly string[], input?: string): readonly PastedRequest[] {
  const drafts = [emptyDraft(input)]
  for (const part of curlParts(words)) {
    const draft = drafts.at(-1)
    const isNext = part.kind === 'option' && part.name === 'next'
    if (isNext || draft === undefined) drafts.push(emptyDraft(input))
    else addPart(draft, part)
  }
  return drafts.map(requestOf)
}

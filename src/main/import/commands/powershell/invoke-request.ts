import type { LeftOut, LeftOutReason } from '../../../../shared/import.ts'
import { decodeUtf8 } from '../../../oauth/formats/encodings.ts'
import { isSecretName } from '../../../oauth/redaction/token-patterns.ts'
import { leaveOut, type Pair, type PastedRequest } from '../../request/pasted-request.ts'
import { readBody } from '../../request/request-body.ts'
import { type PsCommand, type PsObject, type PsValue, written } from './value.ts'

const names =
  /^(?:microsoft\.powershell\.utility\\)?(invoke-restmethod|invoke-webrequest|irm|iwr)$/i

export const isInvokeCommand = ({ name }: PsCommand): boolean => names.test(name)

/** The parameters that shape a request; PowerShell accepts any prefix of a name. */
const used = ['uri', 'method', 'headers', 'body', 'contenttype', 'custommethod', 'form'] as const
type Used = (typeof used)[number]
const switches =
  /^(usebasicparsing|usedefaultcredentials|skip\w+|disable\w+|passthru|resume|verbose|debug|allow\w+|noproxy|followrellink|proxyusedefaultcredentials|preserve\w+)$/i

const reasons: readonly (readonly [RegExp, LeftOutReason])[] = [
  [/^(skipcertificatecheck|allowinsecure|allowunencrypted|skipheader)/i, 'unsafe'],
  [/^(websession|session)/i, 'cookies'],
  [/^(credential|token|authentication|usedefault|certificate)/i, 'other-credentials'],
  [/^(proxy|noproxy|ssl|httpversion|unixsocket)/i, 'connection'],
  [/^infile/i, 'reads-file'],
  [/^@/, 'computed'],
  [
    /^(use|timeout|connectiontimeout|operationtimeout|max|retry|outfile|passthru|verbose|debug|error|warning|information|progress|out|pipeline|ea$|ev$|disable|useragent|transfer|status|response|follow|resume|skiphttp|preserve|resume)/i,
    'no-effect',
  ],
]

/** Fields that the user is asked for if their values are unknown. */
const askedFor =
  /^(grant_type|client_id|client_secret|authorization|username|user_name|user|userid|login|email|email_address|password|refresh_token)$/i

/** Returns names and values; unknown ones are asked for, or named. */
function pairsOf(
  entries: readonly (readonly [string, PsValue])[],
  leftOut: LeftOut[],
  reason: LeftOutReason,
): readonly Pair[] {
  const pairs: Pair[] = []
  for (const [name, value] of entries) {
    if (['list', 'table', 'bytes', 'object'].includes(value.kind)) {
      leftOut.push(leaveOut(name, 'nested'))
      continue
    }
    const { text, origin } = written(value)
    const isOptional = /^(scope|audience|resource)$/i.test(name)
    const isAsked = origin !== 'made' ? !isOptional : askedFor.test(name) || isSecretName(name)
    if (origin === undefined || isAsked) pairs.push([name, text])
    else leftOut.push(leaveOut(name, reason))
  }
  return pairs
}

/** Returns the names and values of a table; names `what` if it is no table, or not wholly known. */
function entriesOf(what: string, value: PsValue | undefined, leftOut: LeftOut[]) {
  if (value === undefined || value.kind === 'null') return []
  if (value.kind !== 'table') {
    const isUnset = value.kind === 'unknown' && value.origin === 'variable'
    leftOut.push(leaveOut(what, isUnset ? 'reads-file' : 'computed'))
    return []
  }
  if (value.isPartial) leftOut.push(leaveOut(what, 'computed'))
  return [...value.entries.values()].map((entry) => [entry.name, entry.value] as const)
}

/**
 * Returns the fields of a `MultipartFormDataContent`: each is added with its name, or a header has
 * it.
 */
function fieldsOf(object: PsObject): readonly (readonly [string, PsValue])[] {
  return object.added.map(([content, name]) => {
    if (content?.kind !== 'object') return ['…', content ?? { kind: 'null' }]
    const headers = content.members.get('headers')
    const disposition =
      headers?.kind === 'object' ? headers.members.get('contentdisposition') : undefined
    const own = disposition?.kind === 'object' ? disposition.members.get('name') : undefined
    const named = name ?? own
    const [value] = content.given
    const isText = content.type === 'net.http.stringcontent' && value !== undefined
    return [
      named?.kind === 'text' ? named.text.replace(/^"(.*)"$/s, '$1') : '…',
      isText ? value : content,
    ]
  })
}

const form = (body: readonly Pair[], leftOut: readonly LeftOut[]) =>
  ({ body, bodyFormat: 'form', hasPlus: false, leftOut }) as const

function bodyOf(values: ReadonlyMap<Used, PsValue>, contentType: string) {
  const body = values.get('body')
  const leftOut: LeftOut[] = []
  const parts = values.get('form')
  if (parts !== undefined) {
    leftOut.push(leaveOut('-Form', 'sent-as-form'))
    const fields = entriesOf('-Form', parts, leftOut)
    return form(pairsOf(fields, leftOut, 'reads-file'), leftOut)
  }
  switch (body?.kind) {
    // A table is sent as a form; only `ConvertTo-Json` makes it JSON.
    case 'table':
      return form(pairsOf(entriesOf('-Body', body, leftOut), leftOut, 'computed'), leftOut)
    case 'object': {
      if (body.type !== 'net.http.multipartformdatacontent') break
      leftOut.push(leaveOut('-Body', 'sent-as-form'))
      return form(pairsOf(fieldsOf(body), leftOut, 'reads-file'), leftOut)
    }
    case 'bytes': {
      const text = decodeUtf8(body.bytes)
      if (text !== undefined) return readBody(text, contentType)
      break
    }
    case 'text':
    case 'number':
      return readBody(written(body).text, contentType)
    case undefined:
    case 'null':
      return readBody('', contentType)
    default:
  }
  const isUnset = body?.kind === 'unknown' && body.origin === 'variable'
  return form([], [leaveOut('-Body', isUnset ? 'reads-file' : 'computed')])
}

/** Sorts the arguments of a command by the names of its parameters. */
function readParameters({ name: command, arguments: given }: PsCommand, leftOut: LeftOut[]) {
  const values = new Map<Used, PsValue>()
  for (let at = 0; at < given.length; at += 1) {
    const each = given[at]
    if (each === undefined) continue
    if (each.kind === 'value') {
      if (!values.has('uri')) values.set('uri', each.value)
      else leftOut.push(leaveOut(command, 'stray-word'))
      continue
    }
    // `-Name value`, or `-Name:value` in one (about_Parameters).
    const [long = '', ...glued] = each.name.split(':')
    const name = long.toLowerCase()
    const next = given[at + 1]
    const takesNext = glued.length === 0 && !switches.test(name) && next?.kind === 'value'
    if (takesNext) at += 1
    const value: PsValue = takesNext ? next.value : { kind: 'text', text: glued.join(':') }
    const target = used.find((whole) => name !== '' && whole.startsWith(name))
    if (target !== undefined && (value.kind !== 'text' || value.text !== '')) {
      values.set(target, value)
    } else {
      const why = reasons.find(([pattern]) => pattern.test(name))?.[1] ?? 'unknown-option'
      leftOut.push(leaveOut(long.startsWith('@') ? long : `-${long}`, why))
    }
  }
  return values
}

/** Returns the request of `Invoke-RestMethod` or `Invoke-WebRequest`. */
export function invokeRequest(command: PsCommand): PastedRequest {
  const leftOut: LeftOut[] = []
  const values = readParameters(command, leftOut)
  const text = (name: Used) => {
    const value = values.get(name)
    return value === undefined ? '' : written(value).text
  }
  const headers = pairsOf(
    entriesOf('-Headers', values.get('headers'), leftOut),
    leftOut,
    'computed',
  )
  const own = headers.find(([name]) => /^content-type$/i.test(name))?.[1] ?? ''
  const contentType = text('contenttype') || own
  const method = (text('method') || text('custommethod') || 'GET').toUpperCase()
  const sent = bodyOf(values, contentType)
  const isGet = method === 'GET'
  return {
    title: '',
    method,
    url: text('uri'),
    // As a header it is kept or named as in any other command.
    headers:
      own === '' && contentType !== '' ? [...headers, ['Content-Type', contentType]] : headers,
    user: null,
    query: isGet ? sent.body : [],
    body: isGet ? [] : sent.body,
    bodyFormat: isGet ? 'form' : sent.bodyFormat,
    hasPlus: sent.hasPlus,
    leftOut: [...leftOut, ...sent.leftOut],
  }
}

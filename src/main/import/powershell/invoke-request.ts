import type { LeftOut, LeftOutReason } from '../../../shared/import.ts'
import { leaveOut, type Pair, type PastedRequest } from '../pasted-request.ts'
import { readBody } from '../request-body.ts'
import { type PsCommand, type PsValue, psTable, psText, textOf } from './value.ts'

const names = /^(invoke-restmethod|invoke-webrequest|irm|iwr)$/i

export const isInvokeCommand = ({ name }: PsCommand): boolean => names.test(name)

/** The parameters that shape a request; PowerShell takes any beginning of a name. */
const used = ['uri', 'method', 'headers', 'body', 'contenttype', 'custommethod'] as const
const switches =
  /^(usebasicparsing|usedefaultcredentials|skip\w+|disable\w+|passthru|resume|verbose|debug|allow\w+|noproxy)$/i

const reasons: readonly (readonly [RegExp, LeftOutReason])[] = [
  [/^(skipcertificatecheck|allowinsecure|allowunencrypted|skipheader)/i, 'unsafe'],
  [/^(websession|session)/i, 'cookies'],
  [/^(credential|token|authentication|usedefault|certificate)/i, 'other-credentials'],
  [/^(proxy|noproxy|ssl)/i, 'connection'],
  [/^(infile|form)/i, 'reads-file'],
]

const pairsOf = (value: PsValue): readonly Pair[] =>
  value.kind === 'table' ? value.entries.map(([name, each]) => [name, textOf(each)] as const) : []

function bodyOf(body: PsValue | undefined, contentType: string) {
  // A table is sent as a form; only `ConvertTo-Json` makes it JSON.
  if (body?.kind === 'table') {
    return { body: pairsOf(body), bodyFormat: 'form', hasPlus: false, leftOut: [] } as const
  }
  if (body?.kind === 'unknown') {
    const leftOut = [leaveOut('-Body', 'reads-file')]
    return { body: [], bodyFormat: 'form', hasPlus: false, leftOut } as const
  }
  return readBody(body === undefined ? '' : textOf(body), contentType)
}

/** The request of `Invoke-RestMethod` or `Invoke-WebRequest`. */
export function invokeRequest({ arguments: given }: PsCommand): PastedRequest {
  const values = new Map<string, PsValue>()
  const leftOut: LeftOut[] = []
  for (let at = 0; at < given.length; at += 1) {
    const each = given[at]
    if (each === undefined) continue
    if (each.kind === 'value') {
      if (!values.has('uri')) values.set('uri', each.value)
      else leftOut.push(leaveOut('Invoke-RestMethod', 'stray-word'))
      continue
    }
    // `-Name value`, or `-Name:value` in one (about_Parameters).
    const [written = '', ...glued] = each.name.split(':')
    const name = written.toLowerCase()
    const next = given[at + 1]
    const takesNext = glued.length === 0 && !switches.test(name) && next?.kind === 'value'
    if (takesNext) at += 1
    const value = takesNext ? next.value : psText(glued.join(':'))
    const target = used.find((long) => name !== '' && long.startsWith(name))
    if (target !== undefined && textOf(value) !== '') values.set(target, value)
    else {
      const why = reasons.find(([pattern]) => pattern.test(name))?.[1] ?? 'no-effect'
      leftOut.push(leaveOut(`-${written}`, why))
    }
  }
  const text = (name: (typeof used)[number]) => {
    const value = values.get(name)
    return value === undefined ? '' : textOf(value)
  }
  const headers = pairsOf(values.get('headers') ?? psTable([]))
  const contentType =
    text('contenttype') || (headers.find(([name]) => /^content-type$/i.test(name))?.[1] ?? '')
  const method = (text('method') || text('custommethod') || 'GET').toUpperCase()
  const sent = bodyOf(values.get('body'), contentType)
  const isGet = method === 'GET'
  return {
    title: '',
    method,
    url: text('uri'),
    headers,
    user: null,
    query: isGet ? sent.body : [],
    body: isGet ? [] : sent.body,
    bodyFormat: isGet ? 'form' : sent.bodyFormat,
    hasPlus: sent.hasPlus,
    leftOut: [...leftOut, ...sent.leftOut],
  }
}

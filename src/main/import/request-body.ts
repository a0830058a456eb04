import type { LeftOut } from '../../shared/import.ts'
import { leaveOut, type Pair, type PastedRequest } from './pasted-request.ts'

type Body = Pick<PastedRequest, 'body' | 'bodyFormat' | 'hasPlus'> & {
  readonly leftOut: readonly LeftOut[]
}

/** Names of credentials, in which a `+` is meant as one more often than as a space. */
const credentials = /^(client_id|client_secret|password|username|refresh_token)$/

/** The members of a JSON object as parameters; `undefined` if the text is no object. */
function jsonBody(text: string): Body | undefined {
  let members: unknown
  try {
    members = JSON.parse(text)
  } catch {
    return undefined
  }
  if (typeof members !== 'object' || members === null || Array.isArray(members)) return undefined
  const body: Pair[] = []
  const leftOut: LeftOut[] = []
  for (const [name, value] of Object.entries(members)) {
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
      body.push([name, `${value}`])
    } else if (value !== null) leftOut.push(leaveOut(name, 'nested'))
  }
  return { body, bodyFormat: 'json', hasPlus: false, leftOut }
}

/**
 * Reads what a command sends: JSON, where it says so or looks like it, else a form (WHATWG
 * URL §5.1), just as the server would.
 */
export function readBody(text: string, contentType: string): Body {
  const mayBeJson = /json/i.test(contentType) || /^\s*\{/.test(text)
  if (mayBeJson) {
    // Windows PowerShell wants the marks of an argument escaped once more.
    const json = jsonBody(text) ?? jsonBody(text.replaceAll('\\"', '"'))
    if (json !== undefined) return json
    // Read as a form, all of it would be the name of one field, secrets and all.
    if (/^\s*[[{]/.test(text)) {
      return {
        body: [],
        bodyFormat: 'json',
        hasPlus: false,
        leftOut: [leaveOut('JSON', 'not-sendable')],
      }
    }
  }
  const body = [...new URLSearchParams(text.trim())]
  const hasPlus = text
    .split('&')
    .some((pair) => credentials.test(pair.split('=')[0] ?? '') && pair.includes('+'))
  return { body, bodyFormat: 'form', hasPlus, leftOut: [] }
}

/** The fields of a query string. */
export function readQuery(text: string): readonly Pair[] {
  return [...new URLSearchParams(text)]
}

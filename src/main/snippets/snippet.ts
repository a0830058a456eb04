import type { SnippetForm } from '../../shared/copying.ts'
import { httpFile, javaScript, powerQuery, python } from './programs.ts'
import { isPrintable, type SnippetRequest } from './request.ts'
import { curl, curlOnWindows, powerShell } from './shells.ts'

const writers = {
  curl,
  'curl-windows': curlOnWindows,
  javascript: javaScript,
  python,
  powershell: powerShell,
  'power-query': powerQuery,
  'http-file': httpFile,
} as const satisfies Record<SnippetForm, (request: SnippetRequest) => string | undefined>

/**
 * Writes a request for a tool: a GET to `address` with the token in its header, which arrives byte
 * for byte. It has no line break at its end, so that a shell waits for its user. `undefined` if
 * this form can't express it.
 */
export function snippetOf(form: SnippetForm, request: SnippetRequest): string | undefined {
  if (!isPrintable(request.address) || !isPrintable(request.token)) return undefined
  return writers[form](request)
}

/** Placeholder for an unknown address. */
export const placeholderAddress = 'https://your-api-address.example/'

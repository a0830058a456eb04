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
 * A request in the words of a tool, to be pasted there: a GET to `address` with the token in
 * its header, which arrives byte for byte as it is. Without a line break at its end, so that
 * a shell waits for its user. `undefined`: it can't be written in this form.
 */
export function snippetOf(form: SnippetForm, request: SnippetRequest): string | undefined {
  if (!isPrintable(request.address) || !isPrintable(request.token)) return undefined
  return writers[form](request)
}

/** Stands where nobody knows the address; nobody takes it for one. */
export const placeholderAddress = 'https://your-api-address.example/'

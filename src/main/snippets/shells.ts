import { headerOf, headerValueOf, type SnippetRequest } from './request.ts'

/** POSIX.1-2024, Shell Command Language §2.2.2: within single quotes everything is itself. */
const inPosixQuotes = (value: string) => `'${value.replaceAll("'", "'\\''")}'`

/** curl takes these for a list or a range of addresses (its manual, URL globbing). */
const globs = /[[\]{}]/

const globbing = ({ address }: SnippetRequest) => (globs.test(address) ? ' --globoff' : '')

/** For sh and what descends from it: bash, zsh, Git Bash, the terminal of macOS. */
export function curl(request: SnippetRequest): string {
  const address = inPosixQuotes(request.address)
  return [
    `curl${globbing(request)} ${address} \\`,
    `  --header ${inPosixQuotes(headerOf(request))}`,
  ].join('\n')
}

/** As the C runtime of a Windows program takes its command line apart again. */
function asArgument(value: string): string {
  const escaped = value.replace(/(\\*)"/g, '$1$1\\"').replace(/\\+$/, '$&$&')
  return `"${escaped}"`
}

/** Within quotation marks Command Prompt still replaces `%NAME%`, and each `"` ends them. */
const meansMoreInQuotes = /[%"!]/

/**
 * For somebody who pastes into Command Prompt. Where quotation marks do not protect a value
 * a caret stands before each sign that means something to the prompt, the marks themselves
 * among them, so that none of it is quoted to the prompt. A batch file reads `%` in
 * another way.
 */
function forPrompt(value: string): string {
  const argument = asArgument(value)
  return meansMoreInQuotes.test(value) ? argument.replace(/[()%!^"<>&|]/g, '^$&') : argument
}

export function curlOnWindows(request: SnippetRequest): string {
  const { address } = request
  return `curl${globbing(request)} ${forPrompt(address)} --header ${forPrompt(headerOf(request))}`
}

/** about_Quoting_Rules: within single quotes only the quote itself is doubled. */
const inPowerShellQuotes = (value: string) => `'${value.replaceAll("'", "''")}'`

export function powerShell(request: SnippetRequest): string {
  const { address } = request
  return [
    `$headers = @{ Authorization = ${inPowerShellQuotes(headerValueOf(request))} }`,
    `Invoke-RestMethod -Uri ${inPowerShellQuotes(address)} -Headers $headers`,
  ].join('\n')
}

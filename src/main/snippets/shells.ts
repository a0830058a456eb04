import { headerOf, headerValueOf, type SnippetRequest } from './request.ts'

/**
 * Quotes a value for sh and for the shells that people use in its place. Within single quotes
 * everything is itself (POSIX.1-2024, Shell Command Language §2.2.2), but fish reads `\'` and
 * `\\` there, and csh replaces `!name` there. Outside of quotes all of them take a backslash and
 * the character behind it for that character, so these three stand outside.
 */
const inPosixQuotes = (value: string) => `'${value.replace(/['\\!]/g, "'\\$&'")}'`

/** curl takes these for a list or a range of addresses (its manual, URL globbing). */
const globs = /[[\]{}]/

const globbing = ({ address }: SnippetRequest) => (globs.test(address) ? ' --globoff' : '')

/** Writes a command for sh and its descendants: bash, zsh, Git Bash, the terminal of macOS. */
export function curl(request: SnippetRequest): string {
  const address = inPosixQuotes(request.address)
  return [
    `curl${globbing(request)} ${address} \\`,
    `  --header ${inPosixQuotes(headerOf(request))}`,
  ].join('\n')
}

/** Quotes an argument for the C runtime of Windows programs. */
function asArgument(value: string): string {
  const escaped = value.replace(/(\\*)"/g, '$1$1\\"').replace(/\\+$/, '$&$&')
  return `"${escaped}"`
}

/** Within quotation marks Command Prompt still replaces `%NAME%`, and each `"` ends them. */
const meansMoreInQuotes = /[%"!]/

/**
 * Protects a line of arguments from Command Prompt. Where quotation marks do not do that, a caret
 * stands before each character that means something to the prompt, the marks themselves among
 * them, so that the prompt takes nothing for quoted.
 *
 * Variables are replaced before carets are removed, and a caret before the second `%` would not
 * prevent it: the name of a variable ends at a colon as well (`%NAME:old=new%`, `%NAME:~0,3%`).
 * A caret *behind* each `%` makes it the name of no variable. In a batch file, where what is not
 * defined disappears, the request is a wrong one, but nothing else is run.
 */
const forPrompt = (line: string) => line.replace(/[()!^"<>&|]|(?<=%)[^%]/g, '^$&')

/**
 * The maximum length of a line at the prompt ("Command prompt line string limitation", Microsoft
 * Learn).
 */
const maxPromptLine = 8191

/** Replaces `!` by its percent-encoding, which an address allows. */
const withoutExclamationMarks = (address: string) => address.replaceAll('!', '%21')

/**
 * Writes a command for Command Prompt. `undefined` if the line would be cut off, or if the token
 * has two `!`, between which a prompt with delayed expansion (`cmd /V:ON`) sees a variable; no
 * spelling is right with and without that.
 */
export function curlOnWindows(request: SnippetRequest): string | undefined {
  if (/!.*!/.test(request.token)) return undefined
  const address = withoutExclamationMarks(request.address)
  const line = `${asArgument(address)} --header ${asArgument(headerOf(request))}`
  const isProtected = !meansMoreInQuotes.test(address + request.token)
  const command = `curl${globbing(request)} ${isProtected ? line : forPrompt(line)}`
  return command.length <= maxPromptLine ? command : undefined
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

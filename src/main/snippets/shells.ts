import { headerOf, headerValueOf, type SnippetRequest } from './request.ts'

/**
 * Quotes a value for sh and for the shells that people use in its place. Within single quotes
 * everything is itself (POSIX.1-2024, Shell Command Language §2.2.2), but fish reads `\\'` and
 * `\\\\` there, and csh replaces `!name` there. Outside of quotes all of them take a backslash
 * and the character behind it for that character, so these three stand outside.
 */
const inPosixQuotes = (value: string) => `'${value.replace(/['\\!]/g, "'\\$&'")}'`

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
 * Quotes a value for Command Prompt. Where quotation marks do not protect it, a caret stands
 * before each character that means something to the prompt, the marks themselves among them,
 * so that the prompt takes none of it for quoted.
 *
 * Variables are replaced before carets are removed, and a caret before the second `%` would not
 * prevent it: the name of a variable ends at a colon as well (`%NAME:old=new%`, `%NAME:~0,3%`).
 * A caret *behind* each `%` makes it the name of no variable.
 */
function forPrompt(value: string): string {
  const argument = asArgument(value)
  if (!meansMoreInQuotes.test(value)) return argument
  return argument.replace(/[()!^"<>&|]|(?<=%)./g, '^$&')
}

/** The longest line at the prompt ("Command prompt line string limitation", Microsoft Learn). */
const maxPromptLine = 8191

/** An address may write `!` as its number. */
const withoutExclamationMarks = (address: string) => address.replaceAll('!', '%21')

/**
 * For Command Prompt. `undefined`: the line would be cut off; or the token holds two `!`, between
 * which a prompt with delayed expansion (`cmd /V:ON`) sees a variable, and no spelling is right
 * with and without that.
 */
export function curlOnWindows(request: SnippetRequest): string | undefined {
  if (/!.*!/.test(request.token)) return undefined
  const address = forPrompt(withoutExclamationMarks(request.address))
  const line = `curl${globbing(request)} ${address} --header ${forPrompt(headerOf(request))}`
  return line.length <= maxPromptLine ? line : undefined
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

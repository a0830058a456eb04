import type { ImportSource, NoImportReason } from '../../../shared/import.ts'
import type { PastedRequest } from '../request/pasted-request.ts'
import { cmdWords, hasCmdVariables } from './cmd-words.ts'
import type { Commands } from './command-list.ts'
import { curlRequests } from './curl/curl-request.ts'
import { normalizeCommand } from './normalize-command.ts'
import { posixWords } from './posix/posix-words.ts'
import { psWords } from './powershell/command.ts'
import { invokeRequest, isInvokeCommand } from './powershell/invoke-request.ts'
import { readPsScript } from './powershell/ps-script.ts'

interface Read {
  readonly source: ImportSource
  readonly requests: readonly PastedRequest[]
  readonly isUnclosed: boolean
}

/** The commands of PowerShell that send a request. */
const invokes = /\b(invoke-(restmethod|webrequest)|irm|iwr)\b/i

const isCurl = (word: string) => /^(?:.*[\\/])?curl(?:\.exe)?$/i.test(word)

/** Returns the words behind `curl`: a prompt, `sudo` or a label may precede it. */
function behindCurl(words: readonly string[]): readonly string[] | undefined {
  const at = words.slice(0, 8).findIndex(isCurl)
  return at < 0 ? undefined : words.slice(at + 1)
}

function readCurl({ commands, inputs, isUnclosed }: Commands): Read {
  const requests = commands.flatMap((words) => {
    const rest = behindCurl(words)
    return rest === undefined ? [] : curlRequests(rest, inputs?.get(words))
  })
  return { source: 'curl', requests, isUnclosed }
}

/**
 * Marks a reading as unclosed if a word begins with a single quote, which is a plain character for
 * cmd and never meant as one.
 */
function withoutSingleQuotes({ commands, isUnclosed }: Commands): Commands {
  const isMeant = !commands.some((words) => words.some((word) => word.startsWith("'")))
  return { commands, isUnclosed: isUnclosed || !isMeant }
}

function readPowerShell(text: string): Read {
  const { commands, isUnclosed } = readPsScript(text)
  const invoked = commands.filter(isInvokeCommand)
  // A quotation mark without its partner may hide the command itself.
  if (invoked.length > 0 || (isUnclosed && invokes.test(text))) {
    return { source: 'powershell', requests: invoked.map(invokeRequest), isUnclosed }
  }
  return readCurl({ commands: commands.map(psWords), isUnclosed })
}

const shells = {
  posix: (text: string) => readCurl(posixWords(text)),
  cmd: (text: string) => readCurl(withoutSingleQuotes(cmdWords(text))),
  powershell: readPowerShell,
} as const

/** An assignment or a here-document, as no other shell writes them. */
function hasPosixSigns(text: string): boolean {
  const isOther = /\bcurl\.exe\b|^[ \t]*\$\w+[ \t]*=/im.test(text)
  return (
    !isOther &&
    /^[ \t]*(?:(?:export|readonly|declare|local)[ \t]+)?[A-Za-z_]\w*\+?=\S|<<-?[ \t]*['"]?[A-Za-z]/m.test(
      text,
    )
  )
}

/** Returns the shells that a text may be written for, the likeliest first. */
function likelyShells(text: string): readonly (keyof typeof shells)[] {
  if (invokes.test(text)) return ['powershell']
  if (/[ \t]`[ \t]*\r?\n/.test(text)) return ['powershell', 'posix', 'cmd']
  if (hasPosixSigns(text)) return ['posix', 'cmd', 'powershell']
  if (/\^[ \t]*\r?\n|\^"|\^&|^[A-Z]:\\[^\n]*>/m.test(text)) return ['cmd', 'posix', 'powershell']
  if (/\\[ \t]*\r?\n|\$'/.test(text)) return ['posix', 'powershell', 'cmd']
  if (hasCmdVariables(text)) return ['cmd', 'posix', 'powershell']
  if (/\bcurl\.exe\b|^PS [^\n]*>/im.test(text)) {
    return text.includes("'") || text.includes('$')
      ? ['powershell', 'cmd', 'posix']
      : ['cmd', 'powershell', 'posix']
  }
  // Without quotation marks all shells read it alike, but for `$` and backslashes.
  return ['posix', 'cmd', 'powershell']
}

export type CommandReading =
  | {
      readonly kind: 'requests'
      readonly source: ImportSource
      readonly requests: readonly PastedRequest[]
    }
  | { readonly kind: 'nothing'; readonly reason: NoImportReason }

/** Reads the requests of a pasted curl or PowerShell command, for any shell. */
export function readCommand(pasted: string): CommandReading {
  const text = normalizeCommand(pasted)
  const reads = likelyShells(text).map((shell) => () => shells[shell](text))
  let reason: NoImportReason = 'not-recognised'
  for (const read of reads) {
    const { source, requests, isUnclosed } = read()
    const whole = requests.filter(({ url }) => url !== '')
    if (whole.length > 0 && !isUnclosed) return { kind: 'requests', source, requests: whole }
    if ((requests.length > 0 || source === 'powershell') && reason === 'not-recognised') {
      reason = isUnclosed ? 'unclosed-quote' : 'no-address'
    }
  }
  return { kind: 'nothing', reason }
}

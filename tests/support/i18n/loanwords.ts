import type { Language } from '../../../src/shared/language.ts'

/** Names, and words that stand on the user's papers or in their tools: the same in each language. */
const everywhere =
  'Desk Token Client ID secret credentials Scope endpoint authorization device pushed request redirect URI Grant type Refresh access Audience Resource issuer subject claims Query string PKCE JSON cURL JavaScript fetch Python requests PowerShell Invoke-RestMethod Power Query M TLS HTTP PIN min s Test Ctrl Home End Enter Page Up Down Label'

/** Words that are in the dictionary of that language as well. */
const own = {
  nl: 'Header headers Parameter parameters Extra opaque d',
  'pt-BR': 'Backup Backups d h',
} as const

function wordSet(text: string): ReadonlySet<string> {
  return new Set(text.toLowerCase().split(' '))
}

/** Whether a sentence may be the same as in English: nothing but such words, or none at all. */
export function isLoan(sentence: string, language: Exclude<Language, 'en'>): boolean {
  const loans = wordSet(`${everywhere} ${own[language]}`)
  const words = sentence.replace(/\{\{.*?\}\}/g, '').match(/[\p{L}-]+/gu) ?? []
  return words.every((word) => loans.has(word.toLowerCase()))
}

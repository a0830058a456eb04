import type { WordsLike } from '../../../shared/words-like.ts'
import type { copyAs as english } from '../en/copy-as.ts'

export const copyAs: WordsLike<typeof english> = {
  open: 'Kopiëren als…',
  goesTo: 'Gaat naar {{server}}',
  noAddress: 'Verzoeken, nog zonder adres',
  form: {
    header: 'Header',
    token: 'Token',
    curl: 'cURL',
    'curl-windows': 'Opdrachtprompt (Windows)',
    javascript: 'JavaScript (fetch)',
    python: 'Python (requests)',
    powershell: 'PowerShell (Invoke-RestMethod)',
    'power-query': 'Power Query M',
    'http-file': '.http-bestand',
  },
}

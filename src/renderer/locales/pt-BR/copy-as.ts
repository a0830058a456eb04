import type { WordsLike } from '../../../shared/words-like.ts'
import type { copyAs as english } from '../en/copy-as.ts'

export const copyAs: WordsLike<typeof english> = {
  open: 'Copiar como…',
  goesTo: 'Vai para {{server}}',
  noAddress: 'Solicitações, ainda sem endereço',
  form: {
    header: 'Cabeçalho',
    token: 'Token',
    curl: 'cURL',
    'curl-windows': 'Prompt de Comando (Windows)',
    javascript: 'JavaScript (fetch)',
    python: 'Python (requests)',
    powershell: 'PowerShell (Invoke-RestMethod)',
    'power-query': 'Power Query M',
    'http-file': 'Arquivo .http',
  },
}

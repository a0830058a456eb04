export const copyAs = {
  open: 'Copy as…',
  goesTo: 'Goes to {{server}}',
  noAddress: 'Requests, no address yet',
  form: {
    header: 'Header',
    token: 'Token',
    curl: 'cURL',
    'curl-windows': 'Command Prompt (Windows)',
    javascript: 'JavaScript (fetch)',
    python: 'Python (requests)',
    powershell: 'PowerShell (Invoke-RestMethod)',
    'power-query': 'Power Query M',
    'http-file': '.http file',
  },
} as const

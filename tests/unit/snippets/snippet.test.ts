import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { snippetOf } from '../../../src/main/snippets/snippet.ts'
import { snippetForms } from '../../../src/shared/copying.ts'
import { argumentsAtPrompt } from '../../support/snippets/command-prompt.ts'
import { anyAddress, anyToken } from '../../support/snippets/requests.ts'

const plain = { address: 'https://api.example.com/me', token: 'abc.DEF-123_~+/=' }

describe('a snippet', () => {
  it.each([
    [
      'curl',
      "curl 'https://api.example.com/me' \\\n  --header 'Authorization: Bearer abc.DEF-123_~+/='",
    ],
    [
      'curl-windows',
      'curl "https://api.example.com/me" --header "Authorization: Bearer abc.DEF-123_~+/="',
    ],
    [
      'javascript',
      [
        'const response = await fetch("https://api.example.com/me", {',
        '  headers: { Authorization: "Bearer abc.DEF-123_~+/=" },',
        '})',
        'console.log(response.status, await response.text())',
      ].join('\n'),
    ],
    [
      'python',
      [
        'import requests',
        '',
        'response = requests.get(',
        '    "https://api.example.com/me",',
        '    headers={"Authorization": "Bearer abc.DEF-123_~+/="},',
        '    timeout=30,',
        ')',
        'print(response.status_code, response.text)',
      ].join('\n'),
    ],
    [
      'powershell',
      [
        "$headers = @{ Authorization = 'Bearer abc.DEF-123_~+/=' }",
        "Invoke-RestMethod -Uri 'https://api.example.com/me' -Headers $headers",
      ].join('\n'),
    ],
    [
      'power-query',
      [
        '// When you are asked how to connect, choose Anonymous: the header below signs you in.',
        'let',
        '    Source = Json.Document(',
        '        Web.Contents(',
        '            "https://api.example.com/me",',
        '            [Headers = [Authorization = "Bearer abc.DEF-123_~+/="]]',
        '        )',
        '    )',
        'in',
        '    Source',
      ].join('\n'),
    ],
    [
      'http-file',
      'GET https://api.example.com/me HTTP/1.1\nAuthorization: Bearer abc.DEF-123_~+/=',
    ],
  ] as const)('as %s reads like one that a person wrote', (form, text) => {
    expect(snippetOf(form, plain)).toBe(text)
  })

  it.each(snippetForms)(
    'as %s does not end with a line break, which a shell would obey',
    (form) => {
      expect(snippetOf(form, plain)).not.toMatch(/\s$/)
    },
  )

  it.each(snippetForms)('as %s is refused for what could begin another line', (form) => {
    for (const sign of ['\n', '\r', '\u2028', '\0', '\u0085', 'ž', '’']) {
      expect(snippetOf(form, { ...plain, token: `a${sign}b` })).toBeUndefined()
      expect(snippetOf(form, { ...plain, address: `https://x/${sign}` })).toBeUndefined()
    }
  })

  it('as a .http file is refused for a token in which an editor would see a variable', () => {
    expect(snippetOf('http-file', { ...plain, token: 'a{{b}}c' })).toBeUndefined()
    expect(snippetOf('http-file', { ...plain, token: 'a{b}c' })).toContain('Bearer a{b}c')
    const address = 'https://x.example/?q={{user}}'
    expect(snippetOf('http-file', { ...plain, address })).toContain('?q=%7B%7Buser%7D%7D HTTP')
  })

  it('for Command Prompt gives curl its arguments, whatever is in them', () => {
    const variables = { PATH: 'C:\\Windows', '20': 'replaced', X: 'y' }
    fc.assert(
      fc.property(anyToken, anyAddress('https://api.example.com'), (token, address) => {
        const line = snippetOf('curl-windows', { token, address }) ?? ''
        const [program, ...rest] = argumentsAtPrompt(line, variables)
        const globbing = rest[0] === '--globoff' ? rest.shift() : undefined
        expect([program, globbing !== undefined]).toEqual(['curl', /[[\]{}]/.test(address)])
        expect(rest).toEqual([address, '--header', `Authorization: Bearer ${token}`])
      }),
      { numRuns: 2000, seed: 20261121 },
    )
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { snippetOf } from '../../../src/main/snippets/snippet.ts'
import { snippetForms } from '../../../src/shared/copying.ts'
import { seedOr } from '../../support/deep.ts'
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

  it.each(snippetForms)('as %s is refused for a value that could begin another line', (form) => {
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

  it.each([
    // The value of a variable, or a part of it, would go into the request.
    '%AWS_SECRET_ACCESS_KEY%',
    '%AWS_SECRET_ACCESS_KEY:zz=%',
    '%aws_secret_access_key:~0,4%',
    '%AWS_SECRET_ACCESS_KEY:~-4%',
    // The caret before the second "m" would meet the one that the value ends with.
    '%CommonProgramFiles:m=&calc&%',
    '%CommonProgramFiles:*Common=&calc&%',
    'a%CommonProgramFiles:m=^&calc%b',
    '"%CommonProgramFiles:m=&calc&%"',
    '%CommonProgramFiles:m="&calc&"%',
    '%undefined%%CommonProgramFiles:m=&calc&%',
    '%:%CommonProgramFiles:m=|calc|%',
    // The second percent sign may stand in another argument.
    'CommonProgramFiles:m=&calc&%',
    '%',
    '%%',
    '^%CommonProgramFiles^%',
  ])('for Command Prompt carries %s as it is', (token) => {
    const variables = {
      AWS_SECRET_ACCESS_KEY: 'wJalrXUtnFEMI',
      COMMONPROGRAMFILES: 'C:\\Program Files\\Common Files',
    }
    const addresses = [
      'https://api.example/me',
      'https://api.example/%',
      `https://api.example/?q=${encodeURI(token).replaceAll('%25', '%')}`,
    ]
    for (const address of addresses) {
      const line = snippetOf('curl-windows', { address, token }) ?? ''
      for (const hasExtensions of [true, false]) {
        expect(argumentsAtPrompt(line, { variables, hasExtensions }).slice(-3)).toEqual([
          address,
          '--header',
          `Authorization: Bearer ${token}`,
        ])
      }
    }
  })

  it('for Command Prompt is refused where it would be cut off, or stand between two “!”', () => {
    const lineOf = (token: string) => snippetOf('curl-windows', { ...plain, token })
    const room = 8191 - (lineOf('')?.length ?? 0)
    expect(lineOf('a'.repeat(room))).toHaveLength(8191)
    expect(lineOf('a'.repeat(room + 1))).toBeUndefined()
    expect(lineOf('!PATH!')).toBeUndefined()
    expect(lineOf('00D!AQ8')).toContain('00D^!AQ8')
  })

  it('for Command Prompt gives curl its arguments with any content', () => {
    const variables = { PATH: 'C:\\Wimmdows^', '20': 'replaced', X: 'replaced', Q: 'replaced' }
    const requests = { token: anyToken, address: anyAddress('https://api.example.com') }
    let made = 0
    fc.assert(
      fc.property(fc.record(requests), ({ token, address }) => {
        const line = snippetOf('curl-windows', { token, address })
        expect(line === undefined).toBe(/!.*!/.test(token))
        if (line === undefined) return
        made += 1
        const expected = [
          'curl',
          ...(/[[\]{}]/.test(address) ? ['--globoff'] : []),
          address.replaceAll('!', '%21'),
          '--header',
          `Authorization: Bearer ${token}`,
        ]
        expect(argumentsAtPrompt(line, { variables })).toEqual(expected)
        expect(argumentsAtPrompt(line, { variables, hasExtensions: false })).toEqual(expected)
        const delayed = argumentsAtPrompt(line, { variables, hasDelayedExpansion: true })
        if (token.includes('!')) expect(delayed).toHaveLength(expected.length)
        else expect(delayed).toEqual(expected)
        // A batch file loses the text between percent signs, but runs without an error.
        const inFile = argumentsAtPrompt(line, { variables, isBatchFile: true })
        expect(inFile[0]).toBe('curl')
        for (const each of [...delayed, ...inFile]) {
          expect(each).not.toMatch(/replaced|wimmdows/i)
        }
      }),
      { numRuns: 3000, seed: seedOr(20261121) },
    )
    expect(made).toBeGreaterThan(2000)
  })

  it('as JavaScript does not end the script of a page that it is put into', () => {
    const token = '</script><!--<script>'
    const snippet = snippetOf('javascript', { ...plain, token }) ?? ''
    expect(snippet).not.toContain('<')
    expect(JSON.parse(/Authorization: (".*")/.exec(snippet)?.[1] ?? '')).toBe(`Bearer ${token}`)
  })
})

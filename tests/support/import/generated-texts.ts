import fc from 'fast-check'

/** What commands, scripts and files are made of, and what readers stumble over. */
const pieces = [
  ...'\'"`$%^\\{}()[]<>@#;|&,=+-*?!~:./ \t\n\r\v\f\u00a0\u200b\u2028\u2029\u0085\ufeff“”‘’–—0aZé',
  '\ud83d\udd11',
  '\ud800',
  '\r\n',
  '@"\n',
  "@'\n",
  '\n"@',
  "\n'@",
  "@'",
  '@"',
  '<#',
  '#>',
  '@{',
  '@(',
  '$(',
  '${',
  '$a',
  '$script:a',
  '$a.b',
  "$a['b']",
  '$a = ',
  '$a += ',
  '$a=',
  ' -f ',
  ' -join ',
  ' -replace ',
  '[string]',
  '[a]::b(',
  '::new(',
  '.Add(',
  '.Replace("a","aa")',
  ' | ConvertTo-Json',
  ' | ConvertFrom-Json',
  '[Convert]::ToBase64String(',
  'if (',
  'else {',
  'function f(',
  'param(',
  'irm https://a.test/t ',
  '-Body ',
  '-Headers ',
  '-Body:',
  '\nA:\\',
  '\nPS ',
  '\n$ ',
  '\n```',
  'curl https://a.test/t ',
  'curl ',
  ' -d ',
  ' -H ',
  ' -u ',
  ' --data-urlencode ',
  'grant_type=password',
  '&client_id=',
  'client_secret=',
  "$'",
  '\\u0041',
  '\\x41',
  '$((',
  '<<E\n',
  '\\\n',
  '^\n',
  '`\n',
  'echo -n ',
  ' | base64',
  'Authorization: Basic ',
  '%41',
  '%7B',
  '{{',
  '}}',
  '{"a":',
  'https://',
  'bearer ',
  'a=$a$a\n',
] as const

const piece = fc.constantFrom(...pieces)
const few = fc.array(piece, { maxLength: 6 }).map((all) => all.join(''))
const some = fc.array(piece, { minLength: 1, maxLength: 4 }).map((all) => all.join(''))

/** A text of about this many characters: a beginning, a few pieces again and again, an end. */
export interface GrowingText {
  (length: number): string
  readonly shown: string
}

function growing(text: (length: number) => string): GrowingText {
  return Object.assign(text, { shown: text(60) })
}

const isCommand = fc.boolean()

/** Commands and scripts, or what looks like them. */
export const growingCommand: fc.Arbitrary<GrowingText> = fc
  .tuple(
    fc.constantFrom('', 'curl https://a.test/t ', 'irm https://a.test/t ', '$a = '),
    few,
    some,
    few,
  )
  .map(([start, before, unit, after]) =>
    growing((length) => start + before + unit.repeat(Math.ceil(length / unit.length)) + after),
  )

/** Files of Postman, whose lists and texts grow. */
export const growingFile: fc.Arbitrary<GrowingText> = fc
  .tuple(
    few,
    few,
    isCommand,
    fc.constantFrom('basic', 'oauth2', 'apikey', 'bearer'),
    fc.constantFrom('raw', 'urlencoded', 'formdata'),
    fc.boolean(),
  )
  .map(([one, other, isShared, type, mode, isNested]) =>
    growing((length) => {
      const pair = { key: one, value: other }
      const attributes = isNested
        ? { [one]: other, clientId: one, key: one, value: other }
        : [
            pair,
            { key: 'clientId', value: one },
            { key: 'tokenRequestParams', value: [pair, pair] },
          ]
      const auth = { type, [type]: attributes }
      const request = {
        url: {
          raw: `{{v}}/:a/${one}`,
          query: [{ ...pair, disabled: isNested }],
          variable: [{ key: 'a', value: other }],
        },
        header: [pair, pair],
        body: {
          mode,
          [mode]:
            mode === 'raw'
              ? `grant_type=${one}&${other}`
              : [pair, { key: 'grant_type', value: other }],
        },
        ...(isShared ? {} : { auth }),
      }
      const entry = { name: one, request, item: isNested ? [{ request }] : undefined }
      const count = Math.ceil(length / JSON.stringify(entry).length)
      return JSON.stringify({
        info: { name: one },
        auth,
        variable: [
          { key: 'v', value: `{{v}}{{w}}${one}` },
          { key: 'w', value: other.repeat(50) },
          ...Array.from({ length: count }, (_, index) => ({ key: `${index}`, value: one })),
        ],
        item: Array.from({ length: count }, () => entry),
      })
    }),
  )

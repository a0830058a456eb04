import type { ImportCase } from './case.ts'

const json = JSON.stringify

const nested = (depth: number, open: string, close: string) =>
  open.repeat(depth) + close.repeat(depth)

/** Texts that do not occur, or were made to do harm; each is refused or harmless. */
export const hostileCases: readonly ImportCase[] = [
  { name: 'nothing', text: '', expected: 'not-recognised' },
  { name: 'white space', text: ' \n\t\r\n ', expected: 'not-recognised' },
  {
    name: 'a sentence about curl',
    text: 'Please use curl to get a token.',
    expected: 'no-token-request',
  },
  { name: 'the word alone', text: 'curl', expected: 'no-address' },
  {
    name: 'options without an address',
    text: 'curl -d grant_type=password -u a:b',
    expected: 'no-address',
  },
  {
    name: 'another program',
    text: 'wget https://login.acme.test/token',
    expected: 'not-recognised',
  },
  { name: 'an address alone', text: 'https://login.acme.test/token', expected: 'not-recognised' },
  {
    name: 'an address without a request for a token',
    text: 'curl https://login.acme.test/',
    expected: 'no-token-request',
  },
  {
    name: 'a single quote that never ends',
    text: "curl https://login.acme.test/ -d 'grant_type=password",
    expected: 'unclosed-quote',
  },
  {
    name: 'a double quote that never ends',
    text: 'curl "https://login.acme.test/',
    expected: 'unclosed-quote',
  },
  { name: 'a JSON that is cut off', text: '{"ci": "x', expected: 'damaged-json' },
  { name: 'another JSON', text: '{"name":"package","version":"1.0.0"}', expected: 'unknown-file' },
  { name: 'an empty object', text: '{}', expected: 'unknown-file' },
  { name: 'a list', text: '[1,2]', expected: 'not-recognised' },
  {
    name: 'members of the prototype',
    text: '{"__proto__":{"ci":"x"},"constructor":{"prototype":{"polluted":1}}}',
    expected: 'unknown-file',
  },
  {
    name: 'an environment whose names are those of the prototype',
    text: '{"values":[{"key":"__proto__","value":"x"},{"key":"constructor","value":"y"}]}',
    expected: 'no-token-request',
  },
  {
    name: 'a hundred thousand lists within each other',
    text: `{"a":${nested(100_000, '[', ']')}}`,
    expected: 'unknown-file',
  },
  {
    name: 'folders within each other',
    text: `{"info":{"name":"x"},"item":[${'{"item":['.repeat(5000)}${']}'.repeat(5000)}]}`,
    expected: 'no-token-request',
  },
  {
    name: 'a variable of lists within each other',
    text: `{"info":{"name":"x"},"item":[],"variable":[{"key":"a","value":${nested(30_000, '[', ']')}}]}`,
    expected: 'no-token-request',
  },
  {
    name: 'values that can’t be made a text',
    text: json({
      info: { name: 'x' },
      item: [
        {
          request: {
            url: 'https://login.acme.test/',
            auth: { type: 'basic', basic: { username: { toString: 1 } } },
          },
        },
      ],
      variable: [{ key: 'a', value: { toString: 1 } }],
    }),
    expected: 'no-token-request',
  },
  {
    name: 'a grant that is called as every object’s own member',
    text: json({
      info: { name: 'x' },
      item: [],
      auth: {
        type: 'oauth2',
        oauth2: { accessTokenUrl: 'https://login.acme.test/', grant_type: 'constructor' },
      },
    }),
    expected: 'other-grant',
  },
  {
    name: 'credentials and places to fill in within the address of a file',
    text: json({
      info: { name: 'x' },
      item: [],
      auth: {
        type: 'oauth2',
        oauth2: {
          accessTokenUrl: 'https://id:canary-one@login.acme.test/t?client_secret=canary-two&a=b',
          refreshTokenUrl: 'https://id:canary-one@login.acme.test/r',
          grant_type: 'client_credentials',
          clientId: 'i',
        },
      },
    }),
    expected: [
      {
        title: 'x',
        name: 'x',
        preset: 'any-server',
        url: 'https://login.acme.test/t?a=b',
        refreshUrl: 'https://login.acme.test/r',
        grant: 'clientCredentials',
        auth: 'basic',
        id: 'i',
        leftOut: [
          'login.acme.test: other-credentials',
          'client_secret: not-sendable',
          'refresh URL: other-credentials',
        ],
      },
    ],
  },
  {
    name: 'an address of a file with a place to fill in',
    text: json({
      name: 'x',
      values: [
        { key: 'token_url', value: 'https://login.acme.test/{{tenant}}/t' },
        { key: 'client_id', value: 'i' },
      ],
    }),
    expected: [
      {
        title: 'x',
        name: 'x',
        preset: 'any-server',
        url: 'https://login.acme.test/{tenant}/t',
        grant: 'clientCredentials',
        auth: 'basic',
        id: 'i',
      },
    ],
  },
  {
    name: 'a JSON body with a comma too many, which is no name of a field',
    text: `curl https://login.acme.test/t -u a:b --json '{"client_secret":"canary-one","x":1,}'`,
    expected: [
      {
        name: 'login.acme.test',
        preset: 'any-server',
        url: 'https://login.acme.test/t',
        grant: 'clientCredentials',
        auth: 'basic',
        id: 'a',
        secret: 'b',
        json: true,
        leftOut: ['JSON: not-sendable'],
      },
    ],
  },
  {
    name: 'values of PowerShell that are glued to their names, below a long comment',
    text: `# ${'word '.repeat(70)}don't\nInvoke-RestMethod -Uri:https://login.acme.test/t -Method:Post -Token:canary-one -Body 'grant_type=client_credentials&client_id=a&client_secret=b'`,
    expected: [
      {
        name: 'login.acme.test',
        preset: 'any-server',
        url: 'https://login.acme.test/t',
        grant: 'clientCredentials',
        auth: 'body',
        id: 'a',
        secret: 'b',
        leftOut: ['-Token: other-credentials'],
      },
    ],
  },
  {
    name: 'letters that look like others, and signs that turn the line around, in an address',
    text: `curl 'https://login.s\u0435mansys.com/\u202emoc.snamesy/t' -u a:b -d grant_type=client_credentials`,
    expected: [
      {
        name: 'login.xn--smansys-7gg.com',
        preset: 'any-server',
        url: 'https://login.xn--smansys-7gg.com/%E2%80%AEmoc.snamesy/t',
        grant: 'clientCredentials',
        auth: 'basic',
        id: 'a',
        secret: 'b',
      },
    ],
  },
  {
    name: 'the same value twice, several resources and a user of an own kind',
    text: 'curl https://login.acme.test/t -u a:b -d grant_type=client_credentials -d scope=one -d scope=two -d resource=https://x.test/ -d resource=https://y.test/ -d user=ada',
    expected: [
      {
        name: 'login.acme.test',
        preset: 'any-server',
        url: 'https://login.acme.test/t',
        grant: 'clientCredentials',
        auth: 'basic',
        id: 'a',
        secret: 'b',
        scope: 'one',
        resource: 'https://x.test/ https://y.test/',
        extras: ['user=ada'],
        leftOut: ['scope: repeated'],
      },
    ],
  },
  {
    name: 'a page of HTML',
    text: '<!doctype html><html><body>curl</body></html>',
    expected: 'not-recognised',
  },
  { name: 'bytes', text: '\u0000\u0001\u0002curl\u0000', expected: 'not-recognised' },
  {
    name: 'half of a pair of surrogates',
    text: "curl https://login.acme.test/token --data-urlencode 'client_secret=\ud800x' -d grant_type=client_credentials",
    expected: [
      {
        name: 'login.acme.test',
        preset: 'any-server',
        url: 'https://login.acme.test/token',
        grant: 'clientCredentials',
        auth: 'body',
        secret: '\ufffdx',
      },
    ],
  },
  {
    name: 'an address of another kind',
    text: 'curl javascript:alert(1) -d grant_type=password',
    expected: 'no-address',
  },
  {
    name: 'a file on this computer',
    text: 'curl file:///etc/passwd -d grant_type=client_credentials -u a:b',
    expected: [
      {
        preset: 'any-server',
        url: '',
        grant: 'clientCredentials',
        auth: 'basic',
        id: 'a',
        secret: 'b',
      },
    ],
  },
  {
    name: 'a line break in a header',
    text: "curl https://login.acme.test/token -u a:b -d grant_type=client_credentials -H $'X-A: 1\\r\\nX-B: 2'",
    expected: [
      {
        name: 'login.acme.test',
        preset: 'any-server',
        url: 'https://login.acme.test/token',
        grant: 'clientCredentials',
        auth: 'basic',
        id: 'a',
        secret: 'b',
        leftOut: ['X-A: not-sendable'],
      },
    ],
  },
  {
    name: 'a line break in a client ID',
    text: "curl https://login.acme.test/token -d client_secret=b -d grant_type=client_credentials --data-urlencode $'client_id=a\\nb'",
    expected: [
      {
        name: 'login.acme.test',
        preset: 'any-server',
        url: 'https://login.acme.test/token',
        grant: 'clientCredentials',
        auth: 'body',
        secret: 'b',
      },
    ],
  },
]

/** Texts of the largest size, built to take a careless reader long. */
export const largeTexts: readonly (readonly [string, string])[] = [
  ['expansions that never end', `curl https://a.test/t -d ${'${'.repeat(450_000)}`],
  ['printing in printing', `curl https://a.test/t -d "${'$(echo '.repeat(100_000)}"`],
  [
    'defaults in defaults',
    `curl https://a.test/t -d "${`${'${A:-'.repeat(300)}${'}'.repeat(300)}`.repeat(300)}"`,
  ],
  ['here-documents', `cat ${'<<A\n'.repeat(200_000)}`],
  ['an array that grows', `${'a+=(b)\n'.repeat(120_000)}curl "$\{a[@]}" https://a.test/t`],
  ['arrays that never end', `${'a=('.repeat(300_000)}curl https://a.test/t`],
  ['assignments of what is not set', `${'X=$Y '.repeat(190_000)}curl https://a.test/t -d $X`],
  ['variables of cmd', `${'set a=%a%b\n'.repeat(80_000)}curl https://a.test/%a%`],
  ['lines in a field', `curl https://a.test/t -d 'a=b${'\n '.repeat(400_000)}x'`],
  [
    'line ends in a secret',
    `curl https://a.test/t --json '{"client_secret":"a${'\\n'.repeat(400_000)}b"}'`,
  ],
  ['members', `curl https://a.test/t --json '{${'"a":1,'.repeat(150_000)}"b":2}'`],
  ['escapes in JSON', `curl https://a.test/t --json '{"a":"${'\\\\'.repeat(400_000)}"}'`],
  ['escapes in a form field', `curl https://a.test/t -F 'a="${'\\"'.repeat(400_000)}'`],
  ['options that nobody knows', `curl https://a.test/t ${'--frob a.b '.repeat(90_000)}`],
  ['parts to fill in', `curl https://a.test/${'{a}/'.repeat(200_000)} -d grant_type=password`],
  ['one word', `curl ${'x'.repeat(1_000_000)}`],
  ['words', `curl https://a.test/t ${'x '.repeat(500_000)}`],
  ['options', `curl https://a.test/t ${'-d a=b '.repeat(140_000)}`],
  ['commands', 'curl https://a.test/t -d grant_type=password;'.repeat(22_000)],
  ['backslashes', `curl https://a.test/t ${'\\'.repeat(1_000_000)}`],
  ['quotation marks', `curl https://a.test/t ${'"'.repeat(1_000_000)}`],
  ['single quotation marks', `curl https://a.test/t ${"'".repeat(1_000_001)}`],
  ['carets', `curl https://a.test/t ^"${'^'.repeat(1_000_000)}`],
  ['back-ticks', `curl.exe https://a.test/t \`\n${'`'.repeat(1_000_000)}`],
  ['lines', `curl https://a.test/t${'\n'.repeat(1_000_000)}`],
  ['spaces', `curl https://a.test/t${' '.repeat(1_000_000)}-d x`],
  ['spaces within a line of PowerShell', `Invoke-RestMethod ${'@{ '.repeat(300_000)}`],
  ['brackets', `Invoke-RestMethod -Uri ${'('.repeat(1_000_000)}`],
  ['types', `$a = ${'['.repeat(1_000_000)}\nInvoke-RestMethod x`],
  ['variables', `Invoke-RestMethod -Uri "${'$a'.repeat(400_000)}"`],
  ['assignments', `${'$a = "$a$a"\n'.repeat(80_000)}Invoke-RestMethod $a`],
  ['doubling variables', `a=xxxxxxxx\n${'a=$a$a\n'.repeat(80_000)}curl https://a.test/$a`],
  ['a long variable', `a=${'x'.repeat(90_000)}\ncurl https://a.test/t ${'$a'.repeat(400_000)}`],
  ['nested assignments', `curl https://a.test/t ${'a=$('.repeat(200_000)}`],
  ['here-strings', `Invoke-RestMethod ${"@'\n".repeat(300_000)}`],
  ['substitutions', `curl https://a.test/t "${'$('.repeat(400_000)}"`],
  ['places to fill in', `curl https://a.test/t ${'<'.repeat(900_000)}`],
  [
    'a Basic header',
    `curl https://a.test/t -H "Authorization: Basic ${'echo -n '.repeat(120_000)}"`,
  ],
  [
    'spaces in a Basic header',
    `curl https://a.test/t -H "Authorization: Basic echo -n a${' '.repeat(180_000)}x"`,
  ],
  ['lines in the middle', `curl https://a.test/t ${'\n'.repeat(180_000)} -d grant_type=password`],
  [
    'braces',
    `curl https://a.test/t -d grant_type=password -d client_secret=${'{'.repeat(180_000)}`,
  ],
  ['encoded braces', `curl https://a.test/t${'%7B'.repeat(60_000)} -d grant_type=password`],
  [
    'encodings',
    `$a = [a]::b(${'ToBase64String('.repeat(13_000)})\nInvoke-RestMethod https://a.test/`,
  ],
  [
    'a long table in a sum',
    `$t = @{ a = '${'x'.repeat(90_000)}' }\n$u = ${'$t+'.repeat(30_000)}'a'\nInvoke-RestMethod x`,
  ],
  [
    'a long variable in quotation marks',
    `$t = '${'x'.repeat(90_000)}'\n$u = "${'$t'.repeat(50_000)}"\nInvoke-RestMethod x`,
  ],
  [
    'spaces in a variable of Postman',
    json({
      info: { name: 'x' },
      item: [],
      auth: { type: 'oauth2', oauth2: { accessTokenUrl: `{{${' '.repeat(180_000)}` } },
    }),
  ],
  ['hashes', `curl https://a.test/t ${' #'.repeat(400_000)}`],
  ['dashes', `curl https://a.test/t ${' –'.repeat(400_000)}`],
]

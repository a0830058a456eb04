import type { Expected, ImportCase } from './case.ts'

const url = 'https://login.acme.test/token'
const client: Expected = {
  name: 'login.acme.test',
  preset: 'any-server',
  url,
  grant: 'clientCredentials',
  auth: 'body',
  id: 'app-7',
  secret: 's3cr3t',
}
const basic: Expected = { ...client, auth: 'basic' }
const { id: _id, secret: _secret, ...nobody } = basic
const own = '-d "grant_type=client_credentials" -d "client_id=app-7" -d "client_secret=s3cr3t"'
const withSecret = (secret: string): readonly Expected[] => [{ ...client, secret }]
const given = (secret: string) =>
  `curl ${url} -d "grant_type=client_credentials" -d "client_id=app-7" -d ${secret} ^\r\n  -X POST`

/** Commands for cmd.exe. */
export const cmdCases: readonly ImportCase[] = [
  {
    name: 'carets at the ends of lines',
    text: `curl -X POST ^\r\n  ${url} ^\r\n  ${own.replaceAll(' -d', ' ^\r\n  -d')}`,
    expected: [client],
  },
  {
    name: 'a space behind a caret at the end of a line',
    text: `curl -X POST ^ \r\n  ${url} ^\t\r\n  ${own}`,
    expected: [client],
  },
  {
    name: 'a prompt of cmd',
    text: `C:\\Users\\ada>curl -X POST ^\r\n ${url} ${own}`,
    expected: [client],
  },
  { name: 'the program with its ending', text: `curl.exe ${url} ${own}`, expected: [client] },
  {
    name: 'the program with its path',
    text: `C:\\Windows\\System32\\curl.exe ${url} ${own} ^\r\n -X POST`,
    expected: [client],
  },
  {
    name: 'a quotation mark behind a backslash',
    text: given('"client_secret=a\\"b"'),
    expected: withSecret('a"b'),
  },
  {
    name: 'two quotation marks for one',
    text: given('"client_secret=a""b"'),
    expected: withSecret('a"b'),
  },
  {
    name: 'backslashes before a quotation mark',
    text: given('"client_secret=a\\\\"'),
    expected: withSecret('a\\'),
  },
  {
    name: 'backslashes before anything else',
    text: given('"client_secret=a\\\\b\\c"'),
    expected: withSecret('a\\\\b\\c'),
  },
  {
    name: 'a caret within quotation marks',
    text: given('"client_secret=a^b"'),
    expected: withSecret('a^b'),
  },
  {
    name: 'a dollar and a single quote',
    text: given('"client_secret=a$b\'c"'),
    expected: withSecret("a$b'c"),
  },
  {
    name: 'the manner of a browser: escaped marks',
    text: `curl ^"${url}^" ^\r\n  -H ^"content-type: application/x-www-form-urlencoded^" ^\r\n  --data-raw ^"grant_type=client_credentials^&client_id=app-7^&client_secret=a^\\^"b^%^63^"`,
    expected: withSecret('a"bc'),
  },
  {
    name: 'an ampersand behind a caret',
    text: `curl ${url}?grant_type=client_credentials^&client_id=app-7^&client_secret=s3cr3t -X POST`,
    expected: [{ ...client, auth: 'query' }],
  },
  {
    name: 'JSON with backslashes',
    text: `curl ${url} ^\r\n -H "Content-Type: application/json" ^\r\n -d "{\\"grant_type\\":\\"client_credentials\\",\\"client_id\\":\\"app-7\\",\\"client_secret\\":\\"s3cr3t\\"}"`,
    expected: [{ ...client, json: true }],
  },
  {
    name: 'places of cmd',
    text: `curl -u "%CLIENT_ID%:%CLIENT_SECRET%" ^\r\n ${url} -d grant_type=client_credentials`,
    expected: [nobody],
  },
  {
    name: 'two commands with &&',
    text: `curl ${url} ${own} && curl ${url}2 ${own} ^\r\n -v`,
    expected: [client, { ...client, url: `${url}2`, leftOut: ['-v: no-effect'] }],
  },
]

/** Commands for PowerShell: curl itself, and its own. */
export const powershellCases: readonly ImportCase[] = [
  {
    name: 'back-ticks at the ends of lines',
    text: `curl.exe -X POST \`\r\n  ${url} \`\r\n  ${own.replaceAll(' -d', ' `\r\n  -d')}`,
    expected: [client],
  },
  {
    name: 'a prompt of PowerShell',
    text: `PS C:\\Users\\ada> curl.exe -X POST \`\n ${url} ${own}`,
    expected: [client],
  },
  {
    name: 'single quotes, two for one',
    text: `curl.exe ${url} \`\n -u 'app-7:it''s' -d grant_type=client_credentials`,
    expected: [{ ...basic, secret: "it's" }],
  },
  {
    name: 'escapes in double quotes',
    text: `curl.exe ${url} \`\n -u "app-7:a\`"b\`$c\`\`d" -d grant_type=client_credentials`,
    expected: [{ ...basic, secret: 'a"b$c`d' }],
  },
  {
    name: 'two double quotes for one',
    text: `curl.exe ${url} \`\n -u "app-7:a""b" -d grant_type=client_credentials`,
    expected: [{ ...basic, secret: 'a"b' }],
  },
  {
    name: 'variables for curl',
    text: `$id = 'app-7'\n$secret = "s3cr3t"\ncurl.exe -u "\${id}:$secret" \`\n -d grant_type=client_credentials ${url}`,
    expected: [basic],
  },
  {
    name: 'a variable that nobody set',
    text: `curl.exe -u "app-7:$secret" \`\n -d grant_type=client_credentials ${url}`,
    expected: [{ ...nobody, id: 'app-7' }],
  },
  {
    name: 'a text over several lines',
    text: `$body = @'\n{"grant_type":"client_credentials","client_id":"app-7","client_secret":"s3cr3t"}\n'@\ncurl.exe ${url} \`\n -H 'Content-Type: application/json' -d $body`,
    expected: [{ ...client, json: true }],
  },
  {
    name: 'JSON with the marks escaped for Windows',
    text: `curl.exe ${url} \`\n -H 'Content-Type: application/json' -d '{\\"grant_type\\":\\"client_credentials\\",\\"client_id\\":\\"app-7\\",\\"client_secret\\":\\"s3cr3t\\"}'`,
    expected: [{ ...client, json: true }],
  },
  {
    name: 'Invoke-RestMethod with a table',
    text: `Invoke-RestMethod -Uri ${url} -Method Post -Body @{ grant_type = 'client_credentials'; client_id = "app-7"; client_secret = 's3cr3t' }`,
    expected: [client],
  },
  {
    name: 'Invoke-RestMethod with a table in a variable',
    text: `$body = @{\n    grant_type    = "client_credentials" # the grant\n    client_id     = "app-7"\n    'client_secret' = "s3cr3t"\n}\n\n$response = Invoke-RestMethod -Uri "${url}" -Method Post -Body $body -ContentType 'application/x-www-form-urlencoded'\n$response.access_token`,
    expected: [{ ...client }],
  },
  {
    name: 'Invoke-WebRequest with a text',
    text: `Invoke-WebRequest '${url}' -Method POST -Body 'grant_type=client_credentials&client_id=app-7&client_secret=s3cr3t' -UseBasicParsing`,
    expected: [{ ...client, leftOut: ['-UseBasicParsing: no-effect'] }],
  },
  {
    name: 'the short names',
    text: `irm ${url} -Me Post -B @{grant_type='client_credentials';client_id='app-7';client_secret='s3cr3t'}`,
    expected: [client],
  },
  {
    name: 'a Basic header made of variables',
    text: `$id = 'app-7'\n$secret = 's3cr3t'\n$pair = "$($id):$($secret)"\n$encoded = [System.Convert]::ToBase64String([System.Text.Encoding]::ASCII.GetBytes($pair))\n$headers = @{ Authorization = "Basic $encoded" }\nInvoke-RestMethod -Uri ${url} -Method Post -Headers $headers -Body @{ grant_type = 'client_credentials' }`,
    expected: [basic],
  },
  {
    name: 'texts joined by +',
    text: `$base = 'https://login.acme.test'\n$headers = @{ 'Authorization' = 'Basic ' + 'YXBwLTc6czNjcjN0' }\nInvoke-RestMethod -Uri ($base + '/token') -Method Post -Headers $headers -Body "grant_type=client_credentials"`,
    expected: [basic],
  },
  {
    name: 'a table that becomes JSON',
    text: `$body = @{ grant_type = 'client_credentials'; client_id = 'app-7'; client_secret = 's3cr3t' } | ConvertTo-Json -Depth 3\nInvoke-RestMethod ${url} -Method Post -Body $body -ContentType 'application/json'`,
    expected: [{ ...client, json: true }],
  },
  {
    name: 'parameters in a table',
    text: `$params = @{\n  Uri = '${url}'\n  Method = 'Post'\n  Body = @{ grant_type = 'client_credentials'; client_id = 'app-7'; client_secret = 's3cr3t' }\n}\nInvoke-RestMethod @params`,
    expected: [client],
  },
  {
    name: 'entries that are added one by one',
    text: `$body = @{}\n$body.grant_type = 'client_credentials'\n$body['client_id'] = 'app-7'\n$body.client_secret = 's3cr3t'\nInvoke-RestMethod -Method Post -Uri ${url} -Body $body`,
    expected: [client],
  },
  {
    name: 'back-ticks between parameters',
    text: `Invoke-RestMethod \`\n  -Uri ${url} \`\n  -Method Post \`\n  -Body @{grant_type='client_credentials'} \`\n  -Headers @{Authorization='Basic YXBwLTc6czNjcjN0'}`,
    expected: [basic],
  },
  {
    name: 'values glued to the names of parameters',
    text: `Invoke-RestMethod -Uri:${url} -Method:Post -Body:@{grant_type='client_credentials'} -Headers:@{Authorization='Basic YXBwLTc6czNjcjN0'}`,
    expected: [basic],
  },
  {
    name: 'what PowerShell knows and a profile does not',
    text: `Invoke-RestMethod -Uri ${url} -Method Post -SkipCertificateCheck -Proxy http://p -Credential $c -Body @{client_id='app-7';client_secret='s3cr3t'}`,
    expected: [
      {
        ...client,
        leftOut: [
          '-SkipCertificateCheck: unsafe',
          '-Proxy: connection',
          '-Credential: other-credentials',
        ],
      },
    ],
  },
  {
    name: 'a body that nobody set',
    text: `Invoke-RestMethod -Uri ${url} -Method Post -Headers @{Authorization='Basic YXBwLTc6czNjcjN0'} -Body $body`,
    expected: [{ ...basic, leftOut: ['-Body: reads-file'] }],
  },
  {
    name: 'a table that never ends',
    text: `Invoke-RestMethod -Uri ${url} -Body @{ grant_type = 'x'`,
    expected: 'unclosed-quote',
  },
]

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
const { secret: _, ...withoutSecret } = client
const { id: _id, ...withoutId } = client
const { id: __id, secret: __secret, ...unknownClient } = basic
const json: Expected = { ...client, json: true }
const withSecret = (secret: string): Expected => ({ ...client, secret })
const encoded = 'YXBwLTc6czNjcjN0'

const own = `grant_type = 'client_credentials'; client_id = 'app-7'; client_secret = 's3cr3t'`
const form = 'grant_type=client_credentials&client_id=app-7&client_secret=s3cr3t'
const post = `Invoke-RestMethod -Method Post -Uri ${url}`
const send = `${post} -Body $body`
const sendJson = `${post} -ContentType application/json -Body $body`
/** A request whose client secret is this expression. */
const secretOf = (value: string) =>
  `${post} -Body @{ grant_type = 'client_credentials'; client_id = 'app-7'; client_secret = ${value} }`

type Row = readonly [name: string, text: string, expected: Expected | readonly Expected[] | string]

const scripts: readonly Row[] = [
  // A request within another expression.
  ['a member of the response', `$token = (${post} -Body @{ ${own} }).access_token`, client],
  [
    'a response in brackets that is piped on',
    `(iwr ${url} -Method Post -Body @{ ${own} }).Content | ConvertFrom-Json`,
    client,
  ],
  [
    'a request within a text',
    `$h = @{ Authorization = "Bearer $((${post} -Body @{ ${own} }).access_token)" }`,
    client,
  ],
  ['a request within a list', `$answers = @(${post} -Body @{ ${own} })`, client],
  [
    'a request in a block',
    `try { $r = ${post} -Body @{ ${own} } } catch { Write-Host "No: $_"; exit 1 }`,
    client,
  ],
  [
    'a request in a function',
    `function Get-Token {\n  param([string]$Scope = 'read')\n  return (${post} -Body @{ ${own}; scope = $Scope }).access_token\n}`,
    { ...client, scope: 'read' },
  ],
  ['a request in a script block', `Measure-Command { ${post} -Body @{ ${own} } }`, client],
  [
    'a request that is given the output of another command',
    `$b = @{ ${own} }\n${post} -Body $b | Select-Object -ExpandProperty access_token | Set-Clipboard`,
    client,
  ],

  // Tables that are filled step by step.
  [
    'headers of a dictionary',
    `$h = New-Object "System.Collections.Generic.Dictionary[[String],[String]]"\n$h.Add("Authorization", "Basic ${encoded}")\n$h.Add("x-tenant", "acme")\n${post} -Headers $h -Body 'grant_type=client_credentials'`,
    { ...basic, extras: ['x-tenant: acme'] },
  ],
  [
    'a body that is added to',
    `$body = @{}\n$body.Add('grant_type', 'client_credentials')\n$body.Add('client_id', 'app-7')\n$body.Add("client_secret", 's3cr3t')\n${send}`,
    client,
  ],
  [
    'a new dictionary of .NET',
    `$body = [System.Collections.Generic.Dictionary[string,string]]::new()\n$body['grant_type'] = 'client_credentials'\n$body["client_id"] = 'app-7'\n$body.client_secret = 's3cr3t'\n${send}`,
    client,
  ],
  [
    'a table of a table',
    `$p = @{ Uri = '${url}'; Method = 'Post'; Body = @{} }\n$p.Body.grant_type = 'client_credentials'\n$p.Body.Add('client_id', 'app-7')\n$p['Body']['client_secret'] = 's3cr3t'\nInvoke-RestMethod @p`,
    client,
  ],
  [
    'tables that are added to each other',
    `$body = @{ grant_type = 'client_credentials' } + @{ client_id = 'app-7' }\n$body += @{ client_secret = 's3cr3t' }\n${send}`,
    client,
  ],
  [
    'an entry that is removed',
    `$body = @{ ${own}; scope = 'read' }\n$body.Remove('scope')\n${send}`,
    client,
  ],
  [
    'a table that something unknown is done to',
    `$body = @{ ${own} }\n$body.Merge($more)\n${send}`,
    { ...client, leftOut: ['-Body: computed'] },
  ],
  [
    'an ordered table with a cast of an own',
    `[System.Collections.Specialized.OrderedDictionary]$body = [ordered]@{\n  ${own.replaceAll('; ', '\n  ')}\n}\n${send}`,
    client,
  ],

  // Entries that are set again.
  [
    'an entry that is set again by its name',
    `$body = @{ grant_type = 'client_credentials'; client_id = 'old'; client_secret = 's3cr3t' }\n$body.client_id = 'app-7'\n${send}`,
    client,
  ],
  [
    'a header that is set again with other capitals',
    `$h = @{ 'X-Tenant' = 'old' }\n$h['x-tenant'] = 'blue'\n${post} -Headers $h -Body '${form}'`,
    { ...client, extras: ['X-Tenant: blue'] },
  ],
  [
    'a grant that is set again',
    `$body = @{ ${own} }\n$body['grant_type'] = 'client_credentials'\n${send}`,
    client,
  ],
  [
    'an entry that is set again by a method',
    `$body = @{ ${own.replace('app-7', 'old')} }\n$body.Set_Item('client_id', 'app-7')\n${send}`,
    client,
  ],
  [
    'a variable that is set again',
    `$id = 'old'\n$id = 'app-7'\n${post} -Body @{ grant_type = 'client_credentials'; client_id = $id; client_secret = 's3cr3t' }`,
    client,
  ],
  [
    'a variable that is set in one of two cases',
    `if ($live) { $id = 'app-7' } else { $id = 'app-8' }\n${post} -Body @{ grant_type = 'client_credentials'; client_id = $id; client_secret = 's3cr3t' }`,
    withoutId,
  ],
  [
    'an entry that is changed in a case',
    `$body = @{ ${own} }\nif ($test) { $body.client_secret = 'other' }\n${send}`,
    withoutSecret,
  ],

  // Values that a command makes.
  [
    'a secret that a command reads',
    secretOf(`(Get-Content $HOME\\secret.txt -Raw).Trim()`),
    withoutSecret,
  ],
  [
    'a secret that a command converts',
    secretOf('(ConvertFrom-SecureString $c.Password -AsPlainText)'),
    withoutSecret,
  ],
  [
    'a secret that a command without brackets makes',
    `$s = Get-Secret acme -AsPlainText\n${secretOf('$s')}`,
    withoutSecret,
  ],
  ['a secret that is typed in', `$s = Read-Host 'Client secret'\n${secretOf('$s')}`, withoutSecret],
  ['a secret that is the name of a command alone', secretOf('Get-Secret'), withoutSecret],
  [
    'a secret of an object',
    `$c = Get-Credential\n${secretOf('$c.GetNetworkCredential().Password')}`,
    withoutSecret,
  ],
  ['a secret of the environment', secretOf('$env:CLIENT_SECRET'), withoutSecret],
  [
    'a secret in a text that a command makes',
    `${post} -Body "grant_type=client_credentials&client_id=app-7&client_secret=$(Get-Secret acme)"`,
    withoutSecret,
  ],
  [
    'a variable in the address that is not set',
    `Invoke-RestMethod -Method Post -Uri "https://login.acme.test/$TenantId/token" -Body '${form}'`,
    { ...client, url: 'https://login.acme.test/{tenantid}/token' },
  ],
  [
    'a body that a command makes',
    `${post} -Headers @{ Authorization = 'Basic ${encoded}' } -Body (Get-Content body.json -Raw)`,
    { ...basic, leftOut: ['-Body: computed'] },
  ],
  [
    'a header that a command makes',
    `${post} -Headers @{ 'x-date' = (Get-Date -Format o) } -Body @{ ${own} }`,
    { ...client, leftOut: ['x-date: computed'] },
  ],
  [
    'a secret header that a command makes',
    `${post} -Headers @{ 'x-api-key' = (Get-Secret gate) } -Body @{ ${own} }`,
    { ...client, extras: ['x-api-key: []'] },
  ],
  [
    'a parameter that a command makes',
    `${post} -Body @{ ${own}; nonce = [guid]::NewGuid().ToString() }`,
    { ...client, leftOut: ['nonce: computed'] },
  ],
  [
    'a scope that nothing sets',
    `${post} -Body @{ ${own}; scope = $scopes }`,
    { ...client, leftOut: ['scope: computed'] },
  ],
  [
    'headers that nothing sets',
    `${post} -Headers $headers -Body @{ ${own} }`,
    { ...client, leftOut: ['-Headers: reads-file'] },
  ],
  [
    'what stands behind a value that is made stays in its place',
    `${post} -Body @{ client_secret = (Get-Secret a)\n  client_id = 'app-7'\n  scope = 'read'\n  grant_type = 'client_credentials' } -Headers @{ 'x-tenant' = 'acme' }`,
    { ...withoutSecret, scope: 'read', extras: ['x-tenant: acme'] },
  ],

  // -f
  [
    'a format in a header',
    `$b = '${encoded}'\n${post} -Headers @{Authorization=("Basic {0}" -f $b)} -Body @{grant_type='client_credentials'}`,
    basic,
  ],
  [
    'a format of several values',
    `$body = 'grant_type=client_credentials&client_id={0}&client_secret={1}' -f 'app-7', 's3cr3t'\n${send}`,
    client,
  ],
  [
    'a format without spaces',
    `$body = 'grant_type=client_credentials&client_id={0}&client_secret={1}'-f'app-7','s3cr3t'\n${send}`,
    client,
  ],
  [
    'a format with braces of its own',
    `$body = '{{"grant_type":"client_credentials","client_id":"{0}","client_secret":"{1}"}}' -f 'app-7', 's3cr3t'\n${sendJson}`,
    json,
  ],
  [
    'a format by a method',
    `$body = [string]::Format('grant_type=client_credentials&client_id={0}&client_secret={1}', 'app-7', 's3cr3t')\n${send}`,
    client,
  ],
  ['a format of a number, which is not understood', secretOf(`'{0:N2}' -f 5`), withoutSecret],

  // += and +
  [
    'a scope that is appended',
    `$body = '${form}'\n$body += '&scope=read'\n${send}`,
    { ...client, scope: 'read' },
  ],
  [
    'a body that is made in three steps',
    `$body = 'grant_type=client_credentials'\n$body += "&client_id=app-7"\n$body = $body + '&client_secret=' + 's3cr3t'\n${send}`,
    client,
  ],
  ['a secret in two parts', secretOf(`'s3' + 'cr3t'`), client],
  [
    'an entry that is appended to',
    `$body = @{ ${own}; scope = 'read' }\n$body.scope += ' write'\n${send}`,
    { ...client, scope: 'read write' },
  ],
  [
    'lines that are appended',
    `$body = ''\n$body += 'grant_type=client_credentials' +\n  '&client_id=app-7' +\n  '&client_secret=s3cr3t'\n${send}`,
    client,
  ],
  [
    'something unknown that is appended',
    `$s = 's3'\n$s += Get-Rest\n${secretOf('$s')}`,
    withoutSecret,
  ],

  // Base64 in steps
  [
    'a Basic header in three steps',
    `$pair = 'app-7:s3cr3t'\n$bytes = [System.Text.Encoding]::ASCII.GetBytes($pair)\n$b64 = [System.Convert]::ToBase64String($bytes)\n${post} -Headers @{ Authorization = "Basic $b64" } -Body @{ grant_type = 'client_credentials' }`,
    basic,
  ],
  [
    'a Basic header with a variable for the encoding',
    `$utf8 = [Text.Encoding]::UTF8\n$b64 = [Convert]::ToBase64String($utf8.GetBytes('app-7:s3cr3t'))\n${post} -Headers @{ Authorization = 'Basic ' + $b64 } -Body @{ grant_type = 'client_credentials' }`,
    basic,
  ],
  [
    'a Basic header with an encoding by its name',
    `$b64 = [Convert]::ToBase64String([Text.Encoding]::GetEncoding('ISO-8859-1').GetBytes(("{0}:{1}" -f 'app-7','s3cr3t')))\n${post} -Headers @{ Authorization = "Basic $b64" } -Body @{ grant_type = 'client_credentials' }`,
    basic,
  ],
  [
    'a Basic header whose secret is not there',
    `$b64 = [Convert]::ToBase64String([Text.Encoding]::UTF8.GetBytes("app-7:$secret"))\n${post} -Headers @{ Authorization = "Basic $b64" } -Body @{ grant_type = 'client_credentials' }`,
    [
      {
        name: 'login.acme.test',
        preset: 'any-server',
        url,
        grant: 'clientCredentials',
        auth: 'basic',
      },
    ],
  ],
  [
    'a body in bytes',
    `$body = [System.Text.Encoding]::UTF8.GetBytes((@{ ${own} } | ConvertTo-Json))\n${sendJson}`,
    json,
  ],

  // Here-strings
  [
    'back-ticks before quotation marks in a here-string',
    `$body = @"\n{\n    \`"grant_type\`": \`"client_credentials\`",\n    \`"client_id\`": \`"app-7\`",\n    \`"client_secret\`": \`"s3cr3t\`"\n}\n"@\n\n${sendJson}`,
    json,
  ],
  [
    'an escaped quotation mark in a form',
    `$body = @"\ngrant_type=client_credentials&client_id=app-7&client_secret=a\`"b&scope=read\n"@\n${send}`,
    { ...withSecret('a"b'), scope: 'read' },
  ],
  [
    'a variable in a here-string',
    `$s = 's3cr3t'\n$body = @"\n{ "grant_type": "client_credentials", "client_id": "app-7", "client_secret": "$s" }\n"@\n${sendJson}`,
    json,
  ],
  [
    'a here-string of single marks keeps its signs',
    `$body = @'\n{ "grant_type": "client_credentials", "client_id": "app-7", "client_secret": "a$b\`c" }\n'@\n${sendJson}`,
    { ...json, secret: 'a$b`c' },
  ],
  ['a here-string with Windows line ends', `$body = @'\r\n${form}\r\n'@\r\n${send}\r\n`, client],
  [
    'two marks at the beginning of a here-string’s line',
    `$body = @"\n{"grant_type":"client_credentials",\n"client_id":"app-7",\n"client_secret":"$('s3cr3t')"}\n"@\n${sendJson}`,
    json,
  ],
  [
    'a here-string that is cut off',
    `$a = @'\ngrant_type=password\n'@\nirm ${url} -Body @'`,
    'unclosed-quote',
  ],
  ['a here-string whose mark has no line end behind it', `irm x\n'@\`' @'`, 'unclosed-quote'],
  [
    'a here-string that closes with spaces before its mark',
    `$a = @'\nx\n  '@\nirm ${url} -Body $a`,
    'unclosed-quote',
  ],

  // Comments
  [
    'an old request in a block comment',
    `<#\nInvoke-RestMethod -Uri https://old.acme.test/token -Method Post -Body 'grant_type=client_credentials&client_id=old&client_secret=old'\n#>\n${post} -Body '${form}'`,
    client,
  ],
  [
    'an apostrophe in a block comment',
    `<#\n.SYNOPSIS\n  It's for Ada\n#>\n${post} -Body '${form}'`,
    client,
  ],
  [
    'a block comment between parameters',
    `Invoke-RestMethod -Method Post <# the address #> -Uri ${url} -Body '${form}'`,
    client,
  ],
  [
    'a block comment in a table',
    `${post} -Body @{ grant_type = 'client_credentials' <# the client's own #>; client_id = 'app-7' # it's one\n client_secret = 's3cr3t' }`,
    client,
  ],
  ['a block comment that never ends', `<# It was\n${post} -Body '${form}'`, 'unclosed-quote'],

  // Lists
  [
    'a list as a scope',
    `$body = @{ ${own}; scope = @('read','write'); realm = 'north' } | ConvertTo-Json\n${sendJson}`,
    { ...json, extras: ['realm=north'], leftOut: ['scope: nested'] },
  ],
  [
    'a list without its sign',
    `$body = @{ ${own}; realm = 'north','south' } | ConvertTo-Json\n${sendJson}`,
    { ...json, leftOut: ['realm: nested'] },
  ],
  [
    'a list at the end of a table',
    `$body = @{ ${own}; scope = @('read','write') } | ConvertTo-Json\n${sendJson}`,
    { ...json, leftOut: ['scope: nested'] },
  ],
  [
    'a list in a form',
    `${post} -Body @{ ${own}; scope = @('read', 'write') }`,
    { ...client, leftOut: ['scope: nested'] },
  ],
  [
    'a list that is joined',
    `${post} -Body @{ ${own}; scope = @('read', 'write') -join ' ' }`,
    { ...client, scope: 'read write' },
  ],
  [
    'a list that is joined by a method',
    `${post} -Body @{ ${own}; scope = [string]::Join(' ', @('read', 'write')) }`,
    { ...client, scope: 'read write' },
  ],
  [
    'a list in a text',
    `$scopes = 'read', 'write'\n${post} -Body "${form}&scope=$scopes"`,
    { ...client, scope: 'read write' },
  ],
  [
    'a list over several lines',
    `$body = @{ ${own}; scope = (@(\n    'read'\n    'write'\n  ) -join ' ') }\n${send}`,
    { ...client, scope: 'read write' },
  ],

  // Scopes of variables
  [
    'a variable of the script',
    `$script:id = 'app-7'\n${post} -Body @{ grant_type = 'client_credentials'; client_id = $script:id; client_secret = 's3cr3t' }`,
    client,
  ],
  [
    'a variable of all scripts in a text',
    `$global:id = 'app-7'\n${post} -Body "grant_type=client_credentials&client_id=$($global:id)&client_secret=s3cr3t"`,
    client,
  ],
  [
    'a variable of the script that is not set',
    `${post} -Body @{ grant_type = 'client_credentials'; client_id = $script:id; client_secret = 's3cr3t' }`,
    withoutId,
  ],
  [
    'a variable with a scope in one place only',
    `$id = 'app-7'\n${post} -Body @{ grant_type = 'client_credentials'; client_id = $local:id; client_secret = 's3cr3t' }`,
    client,
  ],
  [
    'a variable of the environment that the script sets',
    `$env:ID = 'app-7'\n$ID = 'other'\n${post} -Body @{ grant_type = 'client_credentials'; client_id = $env:ID; client_secret = 's3cr3t' }`,
    client,
  ],
  [
    'a variable in braces with a scope',
    `\${script:id} = 'app-7'\n${post} -Body "grant_type=client_credentials&client_id=\${script:id}&client_secret=s3cr3t"`,
    client,
  ],

  // Operators and methods
  ['a replacement', `$s = 's3_cr3t' -replace '_',''\n${secretOf('$s')}`, client],
  ['a replacement that ignores capitals', secretOf(`'s3Xcr3t' -replace 'x'`), client],
  [
    'a replacement by a pattern, which is not evaluated',
    secretOf(`'s3cr3t!' -replace '[^a-z0-9]',''`),
    withoutSecret,
  ],
  ['a replacement by a method', secretOf(`'s3_cr3t'.Replace('_','')`), client],
  [
    'an encoding of an address',
    `$s = [uri]::EscapeDataString('s3+cr3t')\n${post} -Body "grant_type=client_credentials&client_id=app-7&client_secret=$s"`,
    withSecret('s3+cr3t'),
  ],
  [
    'an encoding of a form',
    `$s = [System.Net.WebUtility]::UrlEncode('s3 cr&3t')\n${post} -Body "grant_type=client_credentials&client_id=app-7&client_secret=$s"`,
    { ...withSecret('s3 cr&3t'), warnings: ['plus-is-space'] },
  ],
  [
    'an encoding of the other library',
    `$s = [System.Web.HttpUtility]::UrlEncode('s3=cr3t')\n${post} -Body ("grant_type=client_credentials&client_id=app-7&client_secret=" + $s)`,
    withSecret('s3=cr3t'),
  ],
  ['a method that is not known', secretOf(`[Acme.Tools]::Decrypt('s3cr3t')`), withoutSecret],
  ['a method of a text that is not known', secretOf(`'s3cr3t'.Substring(2)`), withoutSecret],
  ['spaces that are cut off', secretOf(`' s3cr3t '.Trim()`), client],
  ['an operator that is not evaluated', secretOf(`'s3cr3t' ?? 'other'`), withoutSecret],

  // $true, $false, $null and numbers
  [
    'true in JSON',
    `$body = @{ ${own}; offline = $true } | ConvertTo-Json\n${sendJson}`,
    { ...json, extras: ['offline=true'], leftOut: ['offline: sent-as-text'] },
  ],
  [
    'false in a form',
    `${post} -Body @{ ${own}; offline = $false }`,
    { ...client, extras: ['offline=False'] },
  ],
  [
    'a number in a form',
    `${post} -Body @{ ${own}; level = 5 }`,
    { ...client, extras: ['level=5'] },
  ],
  [
    'a long number keeps its digits',
    `${post} -Body @{ grant_type = 'client_credentials'; client_id = 90071992547409931; client_secret = 's3cr3t' }`,
    { ...client, id: '90071992547409931' },
  ],
  ['nothing as a secret', secretOf('$null'), withoutSecret],
  [
    'a switch that is set to false',
    `${post} -UseBasicParsing:$false -Body '${form}'`,
    { ...client, leftOut: ['-UseBasicParsing: no-effect'] },
  ],

  // ConvertTo-Json with its table behind a parameter
  [
    'JSON of a table behind a depth',
    `$b = @{ ${own} }\n${post} -ContentType application/json -Body (ConvertTo-Json -Depth 5 $b)`,
    json,
  ],
  [
    'JSON of a table that is named',
    `$b = @{ ${own} }\n${post} -ContentType application/json -Body (ConvertTo-Json -InputObject $b -Compress)`,
    json,
  ],

  // Types of content
  [
    'JSON that is called a form',
    `$body = @{ ${own} } | ConvertTo-Json\n${post} -ContentType 'application/x-www-form-urlencoded' -Body $body`,
    { ...json, leftOut: ['Content-Type: says-form'] },
  ],
  [
    'a type of content of its own',
    `${post} -ContentType 'application/vnd.acme.v2+json' -Body '{"grant_type":"client_credentials","client_id":"app-7","client_secret":"s3cr3t"}'`,
    { ...json, leftOut: ['Content-Type: own-value'] },
  ],

  // Members of tables
  [
    'an entry as a value',
    `$c = @{ Id = 'app-7'; Secret = 's3cr3t' }\n${post} -Body @{ grant_type = 'client_credentials'; client_id = $c.Id; client_secret = $c.Secret }`,
    client,
  ],
  [
    'an entry by its name in brackets',
    `$c = @{ Id = 'app-7'; Secret = 's3cr3t' }\n${post} -Body @{ grant_type = 'client_credentials'; client_id = $c['Id']; client_secret = $c["secret"] }`,
    client,
  ],
  [
    'an entry in a text',
    `$c = @{ Id = 'app-7'; Secret = 's3cr3t' }\n${post} -Body "grant_type=client_credentials&client_id=$($c.Id)&client_secret=$($c.Secret)"`,
    client,
  ],
  [
    'an entry of JSON',
    `$c = '{ "id": "app-7", "keys": { "main": "s3cr3t" } }' | ConvertFrom-Json\n${post} -Body @{ grant_type = 'client_credentials'; client_id = $c.id; client_secret = $c.keys.main }`,
    client,
  ],
  [
    'an entry that is not there',
    `$c = @{ Id = 'app-7' }\n${post} -Body @{ grant_type = 'client_credentials'; client_id = $c.Id; client_secret = $c.Secret }`,
    withoutSecret,
  ],
  [
    'an entry of something unknown',
    `$c = Get-Config\n${post} -Body @{ grant_type = 'client_credentials'; client_id = 'app-7'; client_secret = $c.Secret }`,
    withoutSecret,
  ],
  [
    'an address of an entry',
    `$c = @{ Base = 'https://login.acme.test' }\nInvoke-RestMethod -Method Post -Uri "$($c.Base)/token" -Body '${form}'`,
    client,
  ],

  // -Form, multipart and other parameters
  [
    'a form with plain values',
    `${post} -Form @{ ${own} }`,
    { ...client, leftOut: ['-Form: sent-as-form'] },
  ],
  [
    'a form in a variable',
    `$form = @{ ${own} }\n${post} -Form $form`,
    { ...client, leftOut: ['-Form: sent-as-form'] },
  ],
  [
    'a form with a file',
    `${post} -Form @{ ${own}; picture = Get-Item a.png }`,
    { ...client, leftOut: ['-Form: sent-as-form', 'picture: reads-file'] },
  ],
  [
    'a multipart body as Postman writes it',
    [
      '$multipartContent = [System.Net.Http.MultipartFormDataContent]::new()',
      ...[
        ['grant_type', 'client_credentials'],
        ['client_id', 'app-7'],
        ['client_secret', 's3cr3t'],
      ].flatMap(([name, value]) => [
        '$stringHeader = [System.Net.Http.Headers.ContentDispositionHeaderValue]::new("form-data")',
        `$stringHeader.Name = "${name}"`,
        `$stringContent = [System.Net.Http.StringContent]::new("${value}")`,
        '$stringContent.Headers.ContentDisposition = $stringHeader',
        '$multipartContent.Add($stringContent)',
      ]),
      '$body = $multipartContent',
      `Invoke-RestMethod '${url}' -Method 'POST' -Body $body`,
    ].join('\n'),
    { ...client, leftOut: ['-Body: sent-as-form'] },
  ],
  [
    'a multipart body whose parts are added with their names',
    `$m = New-Object System.Net.Http.MultipartFormDataContent\n$m.Add((New-Object System.Net.Http.StringContent('client_credentials')), 'grant_type')\n$m.Add((New-Object System.Net.Http.StringContent 'app-7'), "client_id")\n$m.Add([System.Net.Http.StringContent]::new('s3cr3t'), 'client_secret')\n${post} -Body $m`,
    { ...client, leftOut: ['-Body: sent-as-form'] },
  ],
  [
    'a parameter that is not known takes its value along',
    `Invoke-RestMethod -Trust https://other.test/ -Method Post -Uri ${url} -Body '${form}'`,
    { ...client, leftOut: ['-Trust: unknown-option'] },
  ],
  ['a redirection behind a command', `${post} -Body '${form}' > token.json 2>&1`, client],
  [
    'a body that a command makes',
    `${post} -Body (Get-Content body.txt -Raw)`,
    { ...unknownClient, leftOut: ['-Body: computed'] },
  ],
  [
    'a text that is added to only sometimes',
    `$body = 'grant_type=client_credentials&client_id=app-7'\nif ($x) { $body += '&scope=read' }\n$body += '&client_secret=s3cr3t'\n${post} -Body $body`,
    { ...withoutId, leftOut: ['…: to-fill-in'] },
  ],
]

/** Scripts of PowerShell: what makes a value, and what is known of it. */
export const powershellScripts: readonly ImportCase[] = scripts.map(([name, text, expected]) => ({
  name,
  text,
  expected:
    typeof expected === 'string' || Array.isArray(expected) ? expected : [expected as Expected],
}))

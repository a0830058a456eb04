import type { Expected, ImportCase } from './case.ts'

const url = 'https://auth.acme.test/oauth/token'
const grant = '-d grant_type=client_credentials'
const known: Expected = {
  name: 'auth.acme.test',
  preset: 'any-server',
  url,
  grant: 'clientCredentials',
  auth: 'body',
  id: 'app-7',
  secret: 'Winter-Lamp-42',
}
const basic: Expected = { ...known, auth: 'basic' }
const { secret: _, ...withoutSecret } = known
const { secret: __, ...basicWithoutSecret } = basic
const { name: ___, ...withoutServer } = known
const { id: ____, ...unknownClient } = basicWithoutSecret

/** The body of a request whose secret is written so. */
const withBody = (secret: string) =>
  `curl ${url} ${grant} -d client_id=app-7 -d client_secret=${secret}`

/** Values of variables, by how the script sets them: in the end `$ID` and `$SECRET` are known. */
const settings: Readonly<Record<string, string>> = {
  'in one line': `ID=app-7 SECRET='Winter-Lamp-42'`,
  'with readonly': `readonly ID=app-7\nreadonly SECRET=Winter-Lamp-42`,
  'with declare': `declare -r ID=app-7\ndeclare SECRET=Winter-Lamp-42`,
  'with typeset and export': `typeset -x ID=app-7\nexport SECRET="Winter-Lamp-42"`,
  'with local, within a function': `token() {\n  local ID=app-7 SECRET=Winter-Lamp-42`,
  'by appending': `ID=app\nID+=-7\nSECRET=Winter\nSECRET+="-Lamp"\nSECRET+=-42`,
  'by appending with export': `export ID=app; export ID+=-7; SECRET=Winter-Lamp-42`,
  'after another value': `ID=old; SECRET=old\nID=app-7; SECRET=Winter-Lamp-42`,
  'from each other': `NAME=app\nID="$NAME-7"\nSECRET="Winter-Lamp-\${NUMBER:-42}"`,
  'by a default': `ID="\${ID:-app-7}"\nSECRET=\${SECRET:-Winter-Lamp-42}`,
  'by a default in quotation marks': `ID=\${ID-'app-7'}\nSECRET="\${SECRET:="Winter-Lamp-42"}"`,
  'by what is printed': `ID=$(echo app-7)\nSECRET="$(printf '%s-%s' Winter-Lamp 42)"`,
  'by what back-ticks print': 'ID=`echo -n app-7`\nSECRET=`printf Winter-Lamp-42`',
  'beside a condition': `if true; then ID=app-7; else ID=app-7; fi\nSECRET=Winter-Lamp-42`,
}

/** Expressions whose value is not in the text, as a secret. */
const unknown: readonly string[] = [
  '$SECRET',
  `$\{SECRET}`,
  `"$SECRET"`,
  `"a$SECRET"`,
  `$\{SECRET:?is missing}`,
  `$\{SECRET#x}`,
  `$\{#SECRET}`,
  `$\{SECRETS[0]}`,
  '$1',
  '"$@"',
  '$(cat secret.txt)',
  '"$(cat secret.txt)"',
  '"a$(pass show acme)b"',
  '`cat secret.txt`',
  '"`cat secret.txt`"',
  '$(echo a | rev)',
  '$(( 40 + 2 ))',
  '"$(printf %q x)"',
]

/** Dollars that no shell replaces. */
const literal: readonly (readonly [string, string])[] = [
  [`'pa$WORD-Lamp'`, 'pa$WORD-Lamp'],
  [`"pa\\$WORD-Lamp"`, 'pa$WORD-Lamp'],
  [`pa\\$WORD-Lamp`, 'pa$WORD-Lamp'],
  [`$'pa$WORD-Lamp'`, 'pa$WORD-Lamp'],
  [`'pa$(date)\`ls\`-Lamp'`, 'pa$(date)`ls`-Lamp'],
  [`"pa$ $. 5$"`, 'pa$ $. 5$'],
]

/** Bytes and escapes of `$'…'`. */
const escapes: readonly (readonly [string, string])[] = [
  [`caf\\303\\251-Lamp`, 'café-Lamp'],
  [`caf\\xc3\\xa9-Lamp`, 'café-Lamp'],
  [`\\xf0\\x9f\\x94\\x91k`, '🔑k'],
  [`caf\\u00e9-Lamp`, 'café-Lamp'],
  [`a\\cIb-Lamp`, 'a\tb-Lamp'],
  [`a\\tb\\\\c\\'d`, `a\tb\\c'd`],
  [`a\\qb`, 'a\\qb'],
]

/** A part of the address that is not known, and how the window shows it. */
const parts: readonly (readonly [string, string])[] = [
  ['"https://auth.acme.test/$TENANT/token"', 'https://auth.acme.test/{TENANT}/token'],
  [`https://auth.acme.test/$\{TENANT}/token`, 'https://auth.acme.test/{TENANT}/token'],
  ['https://auth.acme.test/t-$TENANT/token', 'https://auth.acme.test/t-{TENANT}/token'],
  ['"https://auth.acme.test/$(cat tenant)/token"', 'https://auth.acme.test/{...}/token'],
  [`'https://auth.acme.test/{tenant}/token?v=2'`, 'https://auth.acme.test/{tenant}/token?v=2'],
  ['"https://auth.acme.test/token?realm=$REALM"', 'https://auth.acme.test/token?realm={REALM}'],
  [`'https://auth.acme.test/token?realm=<realm>'`, 'https://auth.acme.test/token?realm={realm}'],
  [`'https://auth.acme.test/token?realm={{realm}}'`, 'https://auth.acme.test/token?realm={realm}'],
  ['"https://auth.acme.test/token?$NAME=v"', 'https://auth.acme.test/token?{NAME}=v'],
  ['"https://auth.acme.test/token?$QUERY"', 'https://auth.acme.test/token?{QUERY}='],
  ['"$SCHEME://auth.acme.test/oauth/token"', url],
  ['"<scheme>://auth.acme.test/oauth/token"', url],
  ['//auth.acme.test/oauth/token', url],
  ['https:/auth.acme.test/oauth/token', url],
]

/** Addresses without a server. */
const relative: readonly (readonly [string, string])[] = [
  ['--url /oauth/token', 'https://{server}/oauth/token'],
  ['/oauth/token', 'https://{server}/oauth/token'],
  ['./oauth/token', 'https://{server}/oauth/token'],
  ['https:///oauth/token', 'https://{server}/oauth/token'],
  ['"$BASE_URL/oauth/token"', 'https://{server}/oauth/token'],
  [`"https://$\{HOST}:8443/oauth/token?v=2"`, 'https://{server}:8443/oauth/token?v=2'],
  [`"$\{BASE_URL}oauth/token"`, 'https://{BASE_URL}oauth/token'],
  ['oauth/token', 'https://{server}/oauth/token'],
  ['oauth2/v2.0/token', 'https://{server}/oauth2/v2.0/token'],
  ['//oauth/token', 'https://{server}/oauth/token'],
  ['https:/oauth/token', 'https://{server}/oauth/token'],
  ['http:oauth/token', 'https://{server}/oauth/token'],
  ['https:/token', 'https://{server}/token'],
  [':8443/oauth/token', 'https://{server}:8443/oauth/token'],
  ['https://:8443/oauth/token', 'https://{server}:8443/oauth/token'],
  ['https://:host/oauth/token', 'https://{server}/oauth/token'],
  [`'https://{tenant}.acme.test/oauth/token'`, 'https://{tenant}.acme.test/oauth/token'],
  ['file:///oauth/token', ''],
  ['"$TOKEN_URL"', ''],
]

const table = <Value>(name: string, cases: readonly Value[], caseOf: (each: Value) => ImportCase) =>
  cases.map((each) => ({ ...caseOf(each), name: `${name}: ${caseOf(each).name}` }))

/** Values that shells insert for variables, commands and quotation marks. */
export const variableCases: readonly ImportCase[] = [
  ...Object.entries(settings).map(([how, script]) => ({
    name: `variables that are set ${how}`,
    text: `${script}\ncurl ${url} ${grant} -d "client_id=$ID" --data-urlencode "client_secret=$SECRET"`,
    expected: [known],
  })),
  ...table('a value that is not in the text counts as missing', unknown, (secret) => ({
    name: secret,
    text: withBody(secret),
    expected: [withoutSecret],
  })),
  ...table('a dollar that stays', literal, ([secret, value]) => ({
    name: secret,
    text: `WORD=blue\ncurl ${url} ${grant} -d client_id=app-7 -d client_secret=${secret}`,
    expected: [{ ...known, secret: value }],
  })),
  ...table('dollar quotes', escapes, ([secret, value]) => ({
    name: secret,
    text: `curl ${url} ${grant} -d client_id=app-7 --data-urlencode $'client_secret=${secret}'`,
    expected: [{ ...known, secret: value }],
  })),
  {
    name: 'bytes in dollar quotes that are no UTF-8 are asked for',
    text: `curl ${url} ${grant} -d client_id=app-7 --data-urlencode $'client_secret=caf\\xe9-Lamp'`,
    expected: [withoutSecret],
  },
  ...table('a part of an address', parts, ([address, shown]) => ({
    name: address,
    text: `curl ${address} ${grant} -d client_id=app-7 -d client_secret=Winter-Lamp-42`,
    expected: [{ ...known, url: shown }],
  })),
  ...table('an address without a server', relative, ([address, shown]) => ({
    name: address,
    text: `curl ${address} ${grant} -d client_id=app-7 -d client_secret=Winter-Lamp-42`,
    expected: [{ ...withoutServer, url: shown }],
  })),
  {
    name: 'a variable that is set after the command',
    text: `${withBody('$SECRET')}\nSECRET=Winter-Lamp-42`,
    expected: [withoutSecret],
  },
  {
    name: 'a variable that is unset',
    text: `SECRET=Winter-Lamp-42\nunset SECRET\n${withBody('$SECRET')}`,
    expected: [withoutSecret],
  },
  {
    name: 'a variable that a command sets anew',
    text: `SECRET=old\nSECRET=$(vault read secret)\n${withBody('"$SECRET"')}`,
    expected: [withoutSecret],
  },
  {
    name: 'a value in single quotes that holds the name of a variable',
    text: `WORD=blue\nSECRET='pa$WORD-Lamp'\ncurl -u "app-7:$SECRET" ${grant} ${url}`,
    expected: [{ ...basic, secret: 'pa$WORD-Lamp' }],
  },
  {
    name: 'an unquoted variable that holds several words',
    text: `OPTIONS="-d grant_type=client_credentials -d client_id=app-7"\ncurl ${url} $OPTIONS -d client_secret=Winter-Lamp-42`,
    expected: [known],
  },
  {
    name: 'an array of arguments',
    text: `ARGS=(\n  -u "app-7:Winter-Lamp-42" # who\n  ${grant}\n)\nARGS+=( "${url}" )\ncurl "\${ARGS[@]}"`,
    expected: [basic],
  },
  {
    name: 'an array that is not set',
    text: `curl "\${ARGS[@]}" ${grant} ${url} -u app-7:Winter-Lamp-42`,
    expected: [{ ...basic, leftOut: ['curl: stray-word'] }],
  },
  {
    name: 'the body in a variable that grows',
    text: `BODY='grant_type=client_credentials'\nBODY+='&client_id=app-7'\nBODY+='&client_secret=Winter-Lamp-42'\ncurl ${url} -d "$BODY"`,
    expected: [known],
  },
  {
    name: 'a Basic header that is made before',
    text: `AUTH=$(echo -n "app-7:Winter-Lamp-42" | base64)\ncurl ${url} ${grant} -H "Authorization: Basic $AUTH"`,
    expected: [basic],
  },
  {
    name: 'a Basic header that is made of variables',
    text: `ID=app-7\nSECRET='Winter-Lamp-42'\ncurl ${url} ${grant} -H "Authorization: Basic $(printf '%s:%s' "$ID" "$SECRET" | base64 -w 0)"`,
    expected: [basic],
  },
  {
    name: 'a Basic header whose secret is not known',
    text: `AUTH=$(printf "app-7:$SECRET" | openssl base64 -A)\ncurl ${url} ${grant} -H "Authorization: Basic $AUTH"`,
    expected: [basicWithoutSecret],
  },
  {
    name: 'a secret that is encoded from what is not known',
    text: withBody('"$(echo -n "$X" | base64)"'),
    expected: [withoutSecret],
  },
  {
    name: 'a Basic header with the line break of echo',
    text: `curl ${url} ${grant} -H "Authorization: Basic $(echo app-7:Winter-Lamp-42 | base64)"`,
    expected: [{ ...basic, leftOut: ['client_secret: line-break'] }],
  },
  {
    name: 'credentials whose unknown part holds a colon',
    text: `curl ${url} ${grant} -u "$\{CREDENTIALS:?missing}"`,
    expected: [unknownClient],
  },
  {
    name: 'a command with the signs of a form in a body',
    text: `curl ${url} -d "grant_type=client_credentials&client_secret=$(get 'a=b&c=d' e%ff+)&client_id=app-7"`,
    expected: [withoutSecret],
  },
  {
    name: 'a command with quotation marks in JSON',
    text: `curl ${url} --json '{"client_id":"app-7","client_secret":"'"$(jq -r ".secret" x.json)"'","grant_type":"client_credentials"}'`,
    expected: [{ ...withoutSecret, json: true }],
  },
  {
    name: 'a command with the signs of an address in an address',
    text: `curl "https://auth.acme.test/$(x '?#@/')/token" ${grant} -u app-7:Winter-Lamp-42`,
    expected: [{ ...basic, url: 'https://auth.acme.test/{...}/token' }],
  },
  {
    name: 'a scope that is not known is named',
    text: `curl ${url} ${grant} -u app-7:Winter-Lamp-42 -d "scope=$SCOPE"`,
    expected: [{ ...basic, leftOut: ['scope: to-fill-in'] }],
  },
  {
    name: 'an extra value that is not known is asked for',
    text: `curl ${url} ${grant} -u app-7:Winter-Lamp-42 -d "tenant=$TENANT"`,
    expected: [{ ...basic, extras: ['tenant=[]'] }],
  },
  {
    name: 'credentials in an address that are not known',
    text: `curl "https://$ID:$SECRET@auth.acme.test/oauth/token" ${grant}`,
    expected: [
      {
        name: 'auth.acme.test',
        preset: 'any-server',
        url,
        grant: 'clientCredentials',
        auth: 'basic',
      },
    ],
  },
  {
    name: 'a function around the command',
    text: `get_token() { local SECRET=Winter-Lamp-42; curl ${url} ${grant} -u "app-7:$SECRET"; }`,
    expected: [basic],
  },
  {
    name: 'a group around the command',
    text: `(curl ${url} ${grant} -u app-7:Winter-Lamp-42)`,
    expected: [basic],
  },
  {
    name: 'a note in a here-document comes after the command that is run',
    text: `cat <<EOF > note.txt\ncurl -u old-1:Summer-Lamp-1 ${grant} https://old.acme.test/token\nEOF\ncurl ${url} ${grant} -u app-7:Winter-Lamp-42`,
    expected: [
      basic,
      {
        ...basic,
        name: 'old.acme.test',
        url: 'https://old.acme.test/token',
        id: 'old-1',
        secret: 'Summer-Lamp-1',
      },
    ],
  },
  {
    name: 'a script in a here-document',
    text: `ssh gate <<'END'\ncurl ${url} ${grant} -u app-7:Winter-Lamp-42\nEND`,
    expected: [basic],
  },
  {
    name: 'an apostrophe in a here-document',
    text: `cat <<-EOF\n\tdon't\n\tEOF\ncurl ${url} ${grant} -u app-7:Winter-Lamp-42`,
    expected: [basic],
  },
  ...['@-', '@- --no-progress-meter'].map((option) => ({
    name: `a body in a here-document: ${option}`,
    text: `ID=app-7\ncurl ${url} --json ${option} <<EOF\n{"grant_type":"client_credentials",\n "client_id":"$ID","client_secret":"Winter-Lamp-42"}\nEOF`,
    expected: [
      {
        ...known,
        json: true as const,
        ...(option !== '@-' && { leftOut: ['--no-progress-meter: no-effect'] }),
      },
    ],
  })),
  {
    name: 'a body in a here-string',
    text: `curl ${url} -d @- <<< 'grant_type=client_credentials&client_id=app-7&client_secret=Winter-Lamp-42'`,
    expected: [known],
  },
  {
    name: 'a body that is printed into the command',
    text: `echo '{"grant_type":"client_credentials","client_id":"app-7","client_secret":"Winter-Lamp-42"}' | curl --json @- ${url}`,
    expected: [{ ...known, json: true }],
  },
  {
    name: 'a body that another command makes',
    text: `jq -n '{x: 1}' | curl --json @- ${url} -u app-7:Winter-Lamp-42`,
    expected: [{ ...basic, leftOut: ['--json: reads-file'] }],
  },
]

/** The variables of cmd.exe. */
export const cmdVariableCases: readonly ImportCase[] = [
  {
    name: 'variables that are set before',
    text: `@echo off\r\nset ID=app-7\r\nset "SECRET=Winter-Lamp-42"\r\ncurl ${url} ${grant} -u %ID%:%secret%`,
    expected: [basic],
  },
  {
    name: 'a value with signs that are escaped, and one in quotation marks',
    text: `set ID=app^&7\nset "SECRET=Winter&Lamp"\ncurl ${url} ${grant} --data-urlencode "client_id=%ID%" --data-urlencode "client_secret=%SECRET%"`,
    expected: [{ ...known, id: 'app&7', secret: 'Winter&Lamp' }],
  },
  {
    name: 'variables of variables',
    text: `set NAME=app\nset ID=%NAME%-7\ncurl ${url} ${grant} -u %ID%:Winter-Lamp-42`,
    expected: [basic],
  },
  {
    name: 'variables that are not set',
    text: `curl ${url} -d "grant_type=client_credentials&client_id=app-7&client_secret=%ACCESS_KEY%"`,
    expected: [withoutSecret],
  },
  {
    name: 'a variable within a value and in the address',
    text: `curl https://auth.acme.test/%TENANT_ID%/token ${grant} -d client_id=app-7 -d "client_secret=x%SECRET%y"`,
    expected: [{ ...withoutSecret, url: 'https://auth.acme.test/{TENANT_ID}/token' }],
  },
  {
    name: 'encoded bytes are no variables',
    text: `curl ${url} ^\n -d "grant_type=client_credentials&client_id=app-7&client_secret=a%20b%C3%A9%2B"`,
    expected: [{ ...known, secret: 'a bé+' }],
  },
]

import type { Expected, ImportCase } from './case.ts'

const url = 'https://id.acme.test/token'
const grant = '-d grant_type=client_credentials'
const own = `${grant} -d client_id=desk-7 -d client_secret=Winter-Lamp-42`
const known: Expected = {
  name: 'id.acme.test',
  preset: 'any-server',
  url,
  grant: 'clientCredentials',
  auth: 'body',
  id: 'desk-7',
  secret: 'Winter-Lamp-42',
}
const basic: Expected = { ...known, auth: 'basic' }
const user = '-u desk-7:Winter-Lamp-42'
const json = (members: string) =>
  `curl --json '{"grant_type":"client_credentials","client_id":"desk-7","client_secret":"Winter-Lamp-42"${members}}' ${url}`
const { secret: _, ...withoutSecret } = known
const { name: __, ...withoutAddress } = basic

/** An option that curl does not know, whose word may be its value or the address. */
const unknownOptions: readonly (readonly [string, readonly string[]])[] = [
  ['--relay gate.acme.test', ['--relay: unknown-option', '--relay: stray-word']],
  ['--relay https://gate.acme.test/x', ['--relay: unknown-option', '--relay: stray-word']],
  ['--trust-also ./lamps.pem', ['--trust-also: unknown-option', '--trust-also: stray-word']],
  ['--expand-url {{gate}}', ['--expand-url: unknown-option', '--expand-url: stray-word']],
  ['-W https://gate.acme.test/x', ['-W: unknown-option', '-W: stray-word']],
  ['-sW gate.acme.test/x', ['-s: no-effect', '-W: unknown-option', '-W: stray-word']],
  ['--relay=https://gate.acme.test/x', ['--relay: unknown-option']],
  ['--relay "$GATE"', ['--relay: unknown-option', '--relay: stray-word']],
]

/** How a field of `-d` is called whose name is to be filled in. */
const placeOf = (field: string) => field.replace(/=v|["'{}<>]/g, '')

/** Where the address may stand in a command. */
const places: readonly ((option: string) => string)[] = [
  (option) => `curl ${option} ${user} ${grant} ${url}`,
  (option) => `curl ${url} ${user} ${grant} ${option}`,
  (option) => `curl ${user} ${grant} ${option} --url ${url}`,
]

/** A file whose name may be shown, a name that may be a secret, and the options that read files. */
const bodiesInFiles: readonly (readonly [string, string])[] = [
  ['-d @client.json', '-d client.json'],
  ['--data-binary @./in/body.txt', '--data-binary ./in/body.txt'],
  ['--json @secret-without-ending', '--json'],
  ['-d @-', '-d'],
  ['--data-urlencode assertion@key.jwt', '--data-urlencode key.jwt'],
]

/** Fields of `-F` as curl reads them: their value, and what is named. */
const fields: readonly (readonly [string, string, readonly string[]])[] = [
  ['Winter;Lamp', 'Winter', ['client_secret: after-semicolon']],
  ['"Winter;Lamp"', 'Winter;Lamp', []],
  ['"Win\\"ter;Lamp";type=text/plain', 'Win"ter;Lamp', []],
  ['Winter-Lamp-42;type=text/plain;charset=utf-8', 'Winter-Lamp-42', []],
  ['Winter-Lamp-42;filename=s', 'Winter-Lamp-42', []],
  ['Winter;type=text/plain;Lamp', 'Winter', ['client_secret: after-semicolon']],
  ['"Winter"Lamp', 'Winter', ['client_secret: after-semicolon']],
]

/** Line breaks in a body or a query string that are only layout. */
const layouts = ['\n&', '&\n', '\r\n&', '&\r\n   ', '\n  &\n  ', '\n'] as const

const fromLines = (lines: string): string =>
  ['grant_type=client_credentials', 'client_id=desk-7', 'client_secret=Winter-Lamp-42'].join(lines)

/** Further entries in the window: `what: why`. */
const named = (...leftOut: string[]): readonly Expected[] => [{ ...basic, leftOut }]

/** How curl reads its options, and what becomes of everything in a command. */
export const curlCases: readonly ImportCase[] = [
  ...unknownOptions.flatMap(([option, leftOut]) =>
    places.map((place) => ({
      name: `the word after an unknown option is no address: ${place(option)}`,
      text: place(option),
      expected: [{ ...basic, leftOut }],
    })),
  ),
  ...[
    '--relay https://gate.acme.test/x',
    '-W https://gate.acme.test/x',
    '--relay gate.acme.test',
  ].map((option) => ({
    name: `where the only word may be a value, the address is asked for: ${option}`,
    text: `curl ${user} ${grant} ${option}`,
    expected: [
      {
        ...withoutAddress,
        url: '',
        leftOut: [`${option.split(' ')[0]}: unknown-option`, `${option.split(' ')[0]}: stray-word`],
      },
    ],
  })),
  {
    name: 'a word with a scheme goes before one without',
    text: `curl gate.acme.test ${user} ${grant} ${url}`,
    expected: named('curl: stray-word'),
  },
  {
    name: 'a field without its option is no address',
    text: `curl ${user} ${grant} next=./a.b ${url}`,
    expected: named('-d: stray-word'),
  },
  {
    name: 'the beginning of a long option that fits one alone',
    text: `curl ${user} --dat grant_type=client_credentials --data-urlenc 'scope=read write' ${url}`,
    expected: [
      {
        ...basic,
        scope: 'read write',
        leftOut: ['--dat: unknown-option', '--dat: stray-word'],
      },
    ],
  },
  ...bodiesInFiles.map(([option, what]) => ({
    name: `a body in a file: ${option}`,
    text: `curl -X POST ${url} -H 'Content-Type: application/json' ${option}`,
    expected: [
      {
        name: 'id.acme.test',
        preset: 'any-server' as const,
        url,
        grant: 'clientCredentials' as const,
        auth: 'basic' as const,
        leftOut: [`${what}: reads-file`],
      },
    ],
  })),
  {
    name: 'a body in a file for another address',
    text: 'curl -X POST https://api.acme.test/orders -d @order.json',
    expected: 'no-token-request',
  },
  {
    name: 'a body in a file for a request that has a token already',
    text: 'curl -X POST https://api.acme.test/oauth/apps -H "Authorization: Bearer x" -d @app.json',
    expected: 'no-token-request',
  },
  ...fields.map(([value, secret, leftOut]) => ({
    name: `a form field: ${value}`,
    text: `curl -F grant_type=client_credentials -F client_id=desk-7 -F 'client_secret=${value}' ${url}`,
    expected: [{ ...known, secret, leftOut: ['-F: sent-as-form', ...leftOut] }],
  })),
  ...[
    `-F 'client_id=desk-7&grant_type=client_credentials&client_secret=Winter-Lamp-42'`,
    `-F grant_type=client_credentials -F 'client_id=desk-7&client_secret=Winter-Lamp-42'`,
    `-F 'grant_type=client_credentials&client_id=desk-7' -F client_secret=Winter-Lamp-42`,
  ].map((form) => ({
    name: `several fields in one: ${form}`,
    text: `curl ${url} ${form}`,
    expected: [{ ...known, leftOut: ['-F: sent-as-form'] }],
  })),
  {
    name: 'an ampersand in a form field that begins no other field',
    text: `curl ${url} -F grant_type=client_credentials -F client_id=desk-7 -F 'client_secret=a&b=c'`,
    expected: [{ ...known, secret: 'a&b=c', leftOut: ['-F: sent-as-form'] }],
  },
  ...layouts.map((lines) => ({
    name: `a body over several lines: ${JSON.stringify(lines)}`,
    text: `curl ${url} -d '${fromLines(lines)}'`,
    expected: [known],
  })),
  ...layouts.map((lines) => ({
    name: `a query string over several lines: ${JSON.stringify(lines)}`,
    text: `curl -X POST '${url}?${fromLines(lines)}'`,
    expected: [{ ...known, auth: 'query' as const }],
  })),
  {
    name: 'a line break within a secret leaves open where it ends',
    text: `curl ${url} ${grant} -d client_id=desk-7 -d 'client_secret=Winter-\nLamp-42'`,
    expected: [{ ...withoutSecret, leftOut: ['client_secret: not-sendable'] }],
  },
  {
    name: 'an encoded line break within a secret',
    text: `curl ${url} ${grant} -d client_id=desk-7 -d client_secret=Winter%0ALamp`,
    expected: [{ ...withoutSecret, leftOut: ['client_secret: not-sendable'] }],
  },
  {
    name: 'an encoded line break at the end of a secret',
    text: `curl ${url} ${grant} -d client_id=desk-7 -d client_secret=Winter-Lamp-42%0D%0A`,
    expected: [{ ...known, leftOut: ['client_secret: line-break'] }],
  },
  {
    name: 'a line break at the end of a secret in JSON',
    text: json('').replace('Lamp-42"', 'Lamp-42\\n"'),
    expected: [{ ...known, json: true, leftOut: ['client_secret: line-break'] }],
  },
  {
    name: 'a blank at the end of a secret stays',
    text: `curl ${grant} -d client_id=desk-7 -d 'client_secret=Winter-Lamp-42 ' ${url}`,
    expected: [{ ...known, secret: 'Winter-Lamp-42 ' }],
  },
  ...['caf%E9-Lamp', '%ff', 'a%C3', '%ED%A0%80'].map((secret) => ({
    name: `bytes that are no UTF-8: ${secret}`,
    text: `curl -d 'grant_type=client_credentials&client_id=desk-7&client_secret=${secret}' ${url}`,
    expected: [{ ...withoutSecret, leftOut: ['client_secret: not-sendable'] }],
  })),
  {
    name: 'an extra value that is no UTF-8',
    text: `curl ${user} -d 'grant_type=client_credentials&realm=caf%E9' ${url}`,
    expected: [{ ...basic, extras: ['realm=[]'], leftOut: ['realm: not-sendable'] }],
  },

  {
    name: 'the parameters of an address that is not protected stay',
    text: `curl ${user} ${grant} 'http://id.acme.test/token?realm=north&v=2'`,
    expected: [{ ...basic, url: 'http://id.acme.test/token?realm=north&v=2' }],
  },
  {
    name: 'the parameters of an address with a part to fill in stay',
    text: `curl ${user} ${grant} 'https://id.acme.test/<tenant>/token?realm=north'`,
    expected: [{ ...basic, url: 'https://id.acme.test/{tenant}/token?realm=north' }],
  },
  {
    name: 'an address that is too long is not cut in half',
    text: `curl ${user} ${grant} ${url}/${'ab'.repeat(1000)}`,
    expected: [{ ...basic, url: '', leftOut: ['URL: not-sendable'] }],
  },
  {
    name: 'a parameter for which an address has no room',
    text: `curl ${user} ${grant} '${url}?a=b&long=${'x'.repeat(2000)}'`,
    expected: [{ ...basic, url: `${url}?a=b`, leftOut: ['long: not-sendable'] }],
  },
  ...(
    [
      ['realm=a+b', 'realm=a%2Bb'],
      ['realm=a&zone=c', 'realm=a%26zone%3Dc'],
      ['realm=50%25', 'realm=50%2525'],
      ['+realm=a%26b', 'realm=a%26b'],
      ['=realm', 'realm='],
    ] as const
  ).map(([given, query]) => ({
    name: `--url-query ${given}`,
    text: `curl ${user} ${grant} --url-query '${given}' ${url}`,
    expected: [{ ...basic, url: `${url}?${query}` }],
  })),
  {
    name: 'parameters of the address that are sent in the body are named',
    text: `curl -X POST ${user} '${url}?grant_type=client_credentials&scope=read'`,
    expected: [
      { ...basic, scope: 'read', leftOut: ['grant_type: sent-in-body', 'scope: sent-in-body'] },
    ],
  },
  ...['localhost:8080', '127.0.0.1:8080', '[::1]:8080'].map((host) => ({
    name: `credentials before an address on this computer without a scheme: ${host}`,
    text: `curl desk-7:Winter-Lamp-42@${host}/oauth/token ${grant}`,
    expected: [{ ...basic, name: host.replace(':8080', ''), url: `http://${host}/oauth/token` }],
  })),

  {
    name: 'a password that the grant does not use is named',
    text: `curl ${user} ${grant} -d username=ann -d password=Blue-Door-9 ${url}`,
    expected: [{ ...basic, extras: ['username=ann'], leftOut: ['password: not-used'] }],
  },
  {
    name: 'a refresh token that the grant does not use is named',
    text: `curl ${user} ${grant} -d refresh_token=rt-55 ${url}`,
    expected: named('refresh_token: not-used'),
  },
  {
    name: 'a refresh token beside a password',
    text: `curl ${user} -d grant_type=password -d username=ann -d password=Blue-Door-9 -d refresh_token=rt-55 ${url}`,
    expected: [
      {
        ...basic,
        grant: 'password',
        user: 'ann',
        password: 'Blue-Door-9',
        leftOut: ['refresh_token: not-used'],
      },
    ],
  },
  {
    name: 'a password beside a refresh token',
    text: `curl ${user} -d grant_type=refresh_token -d password=Blue-Door-9 -d refresh_token=rt-55 ${url}`,
    expected: [
      {
        ...basic,
        grant: 'refreshToken',
        refreshToken: 'rt-55',
        leftOut: ['password: not-used'],
      },
    ],
  },
  ...['pass', 'pw', 'user_password', 'senha', 'passcode', 'a“b'].map((name) => ({
    name: `a parameter that may hold a password is secret: ${name}`,
    text: `curl ${user} ${grant} --data-urlencode '${name}=Blue-Door-9' ${url}`,
    expected: [{ ...basic, extras: [`${name}=[Blue-Door-9]`] }],
  })),

  {
    name: 'a long number in JSON, digit by digit',
    text: json('').replace('"desk-7"', '90071992547409931'),
    expected: [
      { ...known, id: '90071992547409931', json: true, leftOut: ['client_id: sent-as-text'] },
    ],
  },
  ...['1e400', '-0.10', '5', 'true', 'false'].map((value) => ({
    name: `a value in JSON that is no text: ${value}`,
    text: json(`,"level":${value}`),
    expected: [
      {
        ...known,
        json: true as const,
        extras: [`level=${value}`],
        leftOut: ['level: sent-as-text'],
      },
    ],
  })),
  {
    name: 'a name twice in JSON',
    text: json('').replace('"client_id":', '"client_id":"old-1","client_id":'),
    expected: [{ ...known, json: true, leftOut: ['client_id: repeated-last'] }],
  },
  {
    name: 'several pieces of JSON are one',
    text: `curl --json '{"grant_type":"client_credentials",' --json '"client_id":"desk-7",' --json '"client_secret":"Winter-Lamp-42"}' ${url}`,
    expected: [{ ...known, json: true }],
  },
  {
    name: 'JSON that is called a form',
    text: `curl ${url} -H 'Content-Type: application/x-www-form-urlencoded' -d '{"grant_type":"client_credentials","client_id":"desk-7","client_secret":"Winter-Lamp-42"}'`,
    expected: [{ ...known, json: true, leftOut: ['Content-Type: says-form'] }],
  },

  {
    name: 'two Basic headers',
    text: `curl -H 'Authorization: Basic ${btoa('desk-7:Winter-Lamp-42')}' -H 'Authorization: Basic ${btoa('other-1:Summer-Lamp-1')}' ${grant} ${url}`,
    expected: named('Authorization: repeated'),
  },
  {
    name: 'a Basic header behind a Bearer header',
    text: `curl -H 'authorization: Bearer gate-1' -H 'Authorization: Basic ${btoa('desk-7:Winter-Lamp-42')}' ${grant} ${url}`,
    expected: named('Authorization: other-credentials'),
  },
  {
    name: 'a media type of its own',
    text: json('').replace('--json', `-H 'Content-Type: application/vnd.lamps+json' -d`),
    expected: [{ ...known, json: true, leftOut: ['Content-Type: own-value'] }],
  },
  {
    name: 'a media type of its own that is accepted',
    text: `curl -H 'Accept: application/vnd.lamps.v2+json' ${user} ${grant} ${url}`,
    expected: [{ ...basic, extras: ['Accept: application/vnd.lamps.v2+json'] }],
  },
  ...['*/*', 'application/json, text/plain, */*', 'text/html,application/json;q=0.9'].map(
    (accept) => ({
      name: `JSON is accepted in any case: ${accept}`,
      text: `curl -H 'Accept: ${accept}' ${user} ${grant} ${url}`,
      expected: [basic],
    }),
  ),
  {
    name: 'another site on the server',
    text: `curl -H 'Host: inner.acme.test' ${user} ${grant} ${url}`,
    expected: named('Host: other-site'),
  },
  {
    name: 'credentials in headers of their own',
    text: `curl -X POST https://id.acme.test/accesstoken/get -H 'client_id: desk-7' -H 'client_secret: Winter-Lamp-42' -H 'Ocp-Apim-Subscription-Key: key-1' --data ''`,
    expected: [
      {
        name: 'id.acme.test',
        preset: 'any-server',
        url: 'https://id.acme.test/accesstoken/get',
        grant: 'clientCredentials',
        auth: 'none',
        extras: [
          'client_id: desk-7',
          'client_secret: [Winter-Lamp-42]',
          'Ocp-Apim-Subscription-Key: [key-1]',
        ],
      },
    ],
  },

  ...[
    `curl --request POST \\ --url ${url} \\ ${own.replaceAll(' -d', ' \\ -d')}`,
    `curl -X POST \\ ${url} \\ ${own}`,
    `curl ${url} \\\u00a0${own.replaceAll(' -d', ' \\\u00a0-d')}`,
    `curl \\   ${url}   \\   ${own} \\ `,
  ].map((text) => ({
    name: `line breaks that were lost while copying: ${text}`,
    text,
    expected: [known],
  })),
  ...[
    `curl "${url}" -d "grant_type=client_credentials" -d “client_id=desk-7" -d "client_secret=Winter-Lamp-42”`,
    `curl "${url}" -d "grant_type=client_credentials" -d "client_id=desk-7" -d “client_secret=Winter-Lamp-42”`,
    `curl ${url} -d ‘grant_type=client_credentials' -d 'client_id=desk-7’ -d 'client_secret=Winter-Lamp-42'`,
    `curl ${url} -d „grant_type=client_credentials“ -d "client_id=desk-7" -d "client_secret=Winter-Lamp-42"`,
    `curl ${url} --data=“grant_type=client_credentials” --data='client_id=desk-7' -d ‘client_secret=Winter-Lamp-42’`,
    `curl ${url} -d "grant_type=client_credentials” -d “client_id=desk-7" -d "client_secret=Winter-Lamp-42"`,
    `curl '${url}' ${grant} -d ´client_id=desk-7´ -d ´client_secret=Winter-Lamp-42´`,
    `curl "${url}" ${grant} -d «\u00a0client_id=desk-7\u00a0» -d «client_secret=Winter-Lamp-42»`,
  ].map((text) => ({ name: `bent quotation marks: ${text}`, text, expected: [known] })),
  {
    name: 'bent marks around the texts of JSON',
    text: json('').replaceAll(/"(.*?)"/g, '“$1”'),
    expected: [{ ...known, json: true }],
  },
  {
    name: 'bent marks within straight ones stay',
    text: `curl ${url} ${grant} -d client_id=desk-7 --data-urlencode 'client_secret=say “hello” now'`,
    expected: [{ ...known, secret: 'say “hello” now' }],
  },
  ...[
    `curl ${url} -d 'grant_type=client_credentials&amp;client_id=desk-7&amp;client_secret=Winter-Lamp-42'`,
    `curl ${url} -d &quot;grant_type=client_credentials&amp;client_id=desk-7&amp;client_secret=Winter-Lamp-42&quot;`,
    `curl ${url} -d &#39;grant_type=client_credentials&#39; -d &#39;client_id=desk-7&#39; -d &#39;client_secret=Winter-Lamp-42&#39;`,
    `curl ${url} -d &#x27;grant_type=client_credentials&amp;client_id=desk-7&amp;client_secret=Winter-Lamp-42&#x27;`,
  ].map((text) => ({ name: `signs as a page encodes them: ${text}`, text, expected: [known] })),
  {
    name: 'what looks like an encoded sign in a secret',
    text: `curl ${url} -d 'grant_type=client_credentials&client_id=desk-7' --data-urlencode 'client_secret=a&amp;b'`,
    expected: [{ ...known, secret: 'a&amp;b' }],
  },

  {
    name: 'a server with the path of a provider is a question',
    text: `curl https://auth.vendor.test/oauth2/token ${user} ${grant}`,
    expected: [
      {
        ...basic,
        name: 'auth.vendor.test',
        url: 'https://auth.vendor.test/oauth2/token',
        suggested: 'organization-api',
      },
    ],
  },
  {
    name: 'another server with the path of a provider that has a domain',
    text: `curl https://auth.vendor.test/v2/marketing/oauth/token ${user} -d grant_type=password -d username=ann -d password=Blue-Door-9`,
    expected: [
      {
        ...basic,
        name: 'auth.vendor.test',
        url: 'https://auth.vendor.test/v2/marketing/oauth/token',
        grant: 'password',
        user: 'ann',
        password: 'Blue-Door-9',
      },
    ],
  },
  {
    name: 'a copy of a provider on this computer is a question',
    text: `curl http://localhost:5000/connect/token -d grant_type=password -d client_id=desk-7 -d client_secret=Winter-Lamp-42 -d username=ann -d password=Blue-Door-9`,
    expected: [
      {
        ...known,
        name: 'localhost',
        url: 'http://localhost:5000/connect/token',
        suggested: 'semansys',
        grant: 'password',
        user: 'ann',
        password: 'Blue-Door-9',
      },
    ],
  },
  ...[
    '-F client_secret=@secret.txt',
    "-F 'client_secret=<secret.txt'",
    '--data-urlencode client_secret@secret.txt',
  ].map((option) => ({
    name: `a secret in a file is sent where it stood: ${option}`,
    text: `curl ${url} ${grant} -d client_id=desk-7 ${option}`,
    expected: [
      {
        ...withoutSecret,
        leftOut: [
          option.startsWith('-F')
            ? 'client_secret: reads-file'
            : '--data-urlencode secret.txt: reads-file',
        ],
      },
    ],
  })),
  ...['"$NAME=v"', '"$EXTRA"', "'{{name}}=v'", "'<name>=v'"].map((field) => ({
    name: `a parameter whose name is not known is named: ${field}`,
    text: `curl ${url} ${own} -d ${field}`,
    expected: [{ ...known, leftOut: [`${placeOf(field)}: to-fill-in`] }],
  })),
  {
    name: 'a header whose name is not known is named',
    text: `curl ${url} ${own} -H "$NAME: v"`,
    expected: [{ ...known, leftOut: ['$NAME: to-fill-in'] }],
  },
  {
    name: 'half of a surrogate pair is never sent as another sign',
    text: `curl --json '{"grant_type":"client_credentials","client_id":"desk-7","client_secret":"Winter\\ud800Lamp","realm":"\\udc00"}' ${url}`,
    expected: [
      {
        ...withoutSecret,
        json: true,
        leftOut: ['realm: not-sendable', 'client_secret: not-sendable'],
      },
    ],
  },
  {
    name: 'a comment with an old command before another command',
    text: `# curl -u old-1:Summer-Lamp-1 ${grant} https://old.acme.test/token\ncurl ${user} ${grant} ${url}`,
    expected: [basic],
  },
  {
    name: 'a local address with name and secret and without a scheme',
    text: `curl desk-7:Winter-Lamp-42@localhost:8080/oauth/token ${grant}`,
    expected: [{ ...basic, name: 'localhost', url: 'http://localhost:8080/oauth/token' }],
  },
  {
    name: 'a number sign that is a prompt',
    text: `# curl ${user} ${grant} ${url}`,
    expected: [basic],
  },
]

import type { Expected, ImportCase } from './case.ts'

const url = 'https://login.acme.test/token'
/** A client with the client credentials grant, at a server without a preset. */
const client: Expected = {
  name: 'login.acme.test',
  preset: 'any-server',
  url,
  grant: 'clientCredentials',
  auth: 'body',
  id: 'app-7',
  secret: 's3cr3t',
}
const grant = `-d grant_type=client_credentials`
const own = `${grant} -d client_id=app-7 -d client_secret=s3cr3t`
const basic: Expected = { ...client, auth: 'basic' }
const { secret: _, ...basicWithoutSecret } = basic
const publicClient: Expected = { ...basicWithoutSecret, auth: 'none' }
const { secret: __, ...withoutSecret } = client
const withSecret = (secret: string): readonly Expected[] => [{ ...client, secret }]
const sayingNothing = (text: string): string => `curl ${url} ${grant} -u app-7:s3cr3t ${text}`

/** Commands for a POSIX shell. */
export const posixCases: readonly ImportCase[] = [
  { name: 'the plainest command', text: `curl ${url} ${own}`, expected: [client] },
  {
    name: 'a variable that is set to the answer',
    text: `TOKEN=$(curl -s ${url} ${own} | jq -r .access_token)\necho $TOKEN`,
    expected: [{ ...client, leftOut: ['-s: no-effect'] }],
  },
  {
    name: 'the same in quotation marks, exported, with brackets in it',
    text: `export TOKEN="$(curl ${url} ${own} -d note='a) b' | sed 's/(x)/y/')"\ncurl https://api.acme.test -H "Authorization: Bearer $TOKEN"`,
    expected: [{ ...client, extras: ['note=a) b'] }],
  },
  {
    name: 'variables that are set before',
    text: `ID=app-7\nexport SECRET='s3cr3t' HOST="login.acme.test"\ncurl "https://$HOST/token" ${grant} -u "\${ID}:$SECRET"`,
    expected: [basic],
  },
  {
    name: 'variables that are set to places to fill in, or not at all',
    text: `ID=your-client-id\ncurl ${url} ${grant} -u "$ID:$SECRET"`,
    expected: [
      {
        name: 'login.acme.test',
        preset: 'any-server',
        url,
        grant: 'clientCredentials',
        auth: 'basic',
      },
    ],
  },
  {
    name: 'one option with all fields',
    text: `curl -d "grant_type=client_credentials&client_id=app-7&client_secret=s3cr3t" ${url}`,
    expected: [client],
  },
  {
    name: 'backslashes at the ends of lines',
    text: `curl -X POST \\\n  ${url} \\\n  ${own.replaceAll(' -d', ' \\\n  -d')}`,
    expected: [client],
  },
  {
    name: 'backslashes before Windows line ends',
    text: `curl -X POST \\\r\n  ${url} \\\r\n  ${own}\r\n`,
    expected: [client],
  },
  {
    name: 'a space behind a backslash at the end of a line',
    text: `curl -X POST \\ \n  ${url} ${own}`,
    expected: [client],
  },
  {
    name: 'lines without backslashes that begin with a dash',
    text: `curl ${url}\n${own.replaceAll(' -d', '\n-d')}`,
    expected: [client],
  },
  { name: 'a prompt before the command', text: `$ curl ${url} ${own}`, expected: [client] },
  { name: 'a prompt of root before the command', text: `# curl ${url} ${own}`, expected: [client] },
  {
    name: 'a fence of Markdown around it',
    text: `\`\`\`bash\ncurl ${url} ${own}\n\`\`\``,
    expected: [client],
  },
  {
    name: 'a comment before and behind it',
    text: `# get a token\ncurl ${url} ${own} # done`,
    expected: [client],
  },
  { name: 'the path of the program', text: `/usr/bin/curl ${url} ${own}`, expected: [client] },
  {
    name: 'sudo and a variable before it',
    text: `sudo HTTPS_PROXY=x curl ${url} ${own}`,
    expected: [client],
  },
  {
    name: 'a pipe behind it',
    text: `curl ${url} ${own} | jq -r .access_token`,
    expected: [client],
  },
  {
    name: 'a redirection behind it',
    text: `curl ${url} ${own} > token.json 2>/dev/null`,
    expected: [client],
  },
  {
    name: 'an assignment around it',
    text: `TOKEN=$(curl ${url} ${own})`,
    expected: [client],
  },
  {
    name: 'two commands, each a profile',
    text: `curl ${url} ${own}; curl ${url}2 ${own}`,
    expected: [client, { ...client, url: `${url}2` }],
  },
  {
    name: 'a second command that uses the token',
    text: `curl ${url} ${own} && curl https://api.acme.test/me -H "Authorization: Bearer TOKEN"`,
    expected: [client],
  },
  {
    name: 'single quotes',
    text: `curl ${url} ${grant} -d 'client_id=app-7' -d 'client_secret=a"b$c\\d'`,
    expected: withSecret('a"b$c\\d'),
  },
  {
    name: 'a single quote within single quotes',
    text: `curl ${url} ${grant} -d 'client_id=app-7' -d 'client_secret=it'\\''s'`,
    expected: withSecret("it's"),
  },
  {
    name: 'double quotes',
    text: `curl ${url} ${grant} -d "client_id=app-7" -d "client_secret=a'b\\"c\\\\d"`,
    expected: withSecret('a\'b"c\\d'),
  },
  {
    name: 'an escaped dollar',
    text: `curl ${url} ${grant} -d client_id=app-7 -d "client_secret=a\\$b"`,
    expected: withSecret('a$b'),
  },
  {
    name: 'a dollar that was not escaped names a variable that is not set',
    text: `curl ${url} ${grant} -d client_id=app-7 -d "client_secret=pa$word"`,
    expected: [withoutSecret],
  },
  {
    name: 'a backslash that escapes nothing in double quotes',
    text: `curl ${url} ${grant} -d client_id=app-7 -d "client_secret=a\\bc"`,
    expected: withSecret('a\\bc'),
  },
  {
    name: 'a line that goes on within double quotes',
    text: `curl ${url} -d "grant_type=client_credentials&\\\nclient_id=app-7&client_secret=s3cr3t"`,
    expected: [client],
  },
  {
    name: 'dollar quotes with escapes',
    text: `curl ${url} ${grant} -d client_id=app-7 -d $'client_secret=it\\'s\\x21\\u0021\\041\\\\'`,
    expected: withSecret("it's!!!\\"),
  },
  {
    name: 'dollar quotes with a character beyond the plane',
    text: `curl ${url} ${grant} -d client_id=app-7 -d $'client_secret=\\U0001F511k'`,
    expected: withSecret('🔑k'),
  },
  {
    name: 'dollar double quotes',
    text: `curl ${url} ${grant} -d client_id=app-7 -d $"client_secret=abc"`,
    expected: withSecret('abc'),
  },
  {
    name: 'quotes in the middle of a word',
    text: `curl ${url} ${grant} -d client_id=app'-'7 -d client_sec"ret=s3"cr3t`,
    expected: [client],
  },
  {
    name: 'a backslash before a character',
    text: `curl ${url} ${grant} -d client_id=app\\-7 -d client_secret=a\\&b%26c`,
    expected: [{ ...client, secret: 'a', extras: ['b&c='] }],
  },
  {
    name: 'bent quotes of a word processor',
    text: `curl ${url} -d “grant_type=client_credentials” -d “client_id=app-7” -d ‘client_secret=s3cr3t’`,
    expected: [client],
  },
  {
    name: 'dashes that a word processor joined',
    text: `curl ${url} –data "grant_type=client_credentials" —user app-7:s3cr3t`,
    expected: [basic],
  },
  {
    name: 'a short option whose dash a word processor made longer',
    text: `curl ${url} –d "grant_type=client_credentials" –u app-7:s3cr3t`,
    expected: [basic],
  },
  { name: 'spaces that do not break', text: `curl\u00a0${url}\u00a0${own}`, expected: [client] },
  { name: 'invisible marks', text: `\ufeffcurl ${url} ${own}\u200b`, expected: [client] },
  { name: 'tabs', text: `curl\t${url}\t${own}`, expected: [client] },

  { name: '-u', text: `curl -u app-7:s3cr3t ${url} ${grant}`, expected: [basic] },
  { name: '-u without a space', text: `curl -uapp-7:s3cr3t ${url} ${grant}`, expected: [basic] },
  { name: '--user', text: `curl --user app-7:s3cr3t ${url} ${grant}`, expected: [basic] },
  { name: '--user with =', text: `curl --user=app-7:s3cr3t ${url} ${grant}`, expected: [basic] },
  {
    name: '-u with colons in the secret',
    text: `curl -u 'app-7:a:b:c' ${url} ${grant}`,
    expected: [{ ...basic, secret: 'a:b:c' }],
  },
  {
    name: '-u without a secret',
    text: `curl -u app-7 ${url} ${grant}`,
    expected: [{ ...basic, secret: undefined as never }].map(({ secret: _, ...rest }) => rest),
  },
  {
    name: 'the client in the address',
    text: `curl https://app-7:s3%40t@login.acme.test/token ${grant}`,
    expected: [{ ...basic, secret: 's3@t' }],
  },
  {
    name: 'letters in a row',
    text: `curl -sSLuapp-7:s3cr3t -XPOST -dgrant_type=client_credentials ${url}`,
    expected: [{ ...basic, leftOut: ['-s: no-effect', '-S: no-effect', '-L: no-effect'] }],
  },
  {
    name: 'a Basic header',
    text: `curl ${url} ${grant} -H 'Authorization: Basic YXBwLTc6czNjcjN0'`,
    expected: [basic],
  },
  {
    name: 'a Basic header in small letters',
    text: `curl ${url} ${grant} -H 'authorization: basic YXBwLTc6czNjcjN0'`,
    expected: [basic],
  },
  {
    name: 'a Basic header without padding',
    text: `curl ${url} ${grant} -H 'Authorization: Basic YXBwLTc6czNj'`,
    expected: [{ ...basic, secret: 's3c' }],
  },
  {
    name: 'a Basic header with letters beyond ASCII',
    text: `curl ${url} ${grant} -H 'Authorization: Basic YXBwLTc6w7zDqQ=='`,
    expected: [{ ...basic, secret: 'üé' }],
  },
  {
    name: 'a Basic header that the shell is to make',
    text: `curl ${url} ${grant} -H "Authorization: Basic $(echo -n 'app-7:s3cr3t' | base64)"`,
    expected: [basic],
  },
  {
    name: 'a Basic header to fill in',
    text: `curl ${url} ${grant} -H "Authorization: Basic <base64>"`,
    expected: [
      {
        name: 'login.acme.test',
        preset: 'any-server',
        url,
        grant: 'clientCredentials',
        auth: 'basic',
      },
    ],
  },
  {
    name: 'a Basic header and a secret in the body',
    text: `curl ${url} ${own} -u app-8:other`,
    expected: [
      {
        ...basic,
        id: 'app-8',
        secret: 'other',
        leftOut: ['client_secret: second-authentication', 'client_id: second-authentication'],
      },
    ],
  },
  {
    name: 'a Basic header beside the same client in the body',
    text: `curl ${url} ${grant} -d client_id=app-7 -u app-7:s3cr3t`,
    expected: [{ ...basic, leftOut: ['client_id: sent-once'] }],
  },
  {
    name: 'a Basic header to fill in beside a client in the body',
    text: `curl ${url} ${grant} -d client_id=app-7 -H 'Authorization: Basic <base64>'`,
    expected: [basicWithoutSecret],
  },
  {
    name: '--user beside another Basic header',
    text: `curl ${url} ${grant} -u app-8:other -H 'Authorization: Basic ${btoa('app-7:s3cr3t')}'`,
    expected: [{ ...basic, leftOut: ['--user: second-authentication'] }],
  },
  {
    name: 'a Bearer header',
    text: `curl ${url} ${own} -H 'Authorization: Bearer abc'`,
    expected: [{ ...client, leftOut: ['Authorization: other-credentials'] }],
  },
  {
    name: '--header with =',
    text: `curl ${url} ${own} --header='X-Tenant: 7'`,
    expected: [{ ...client, extras: ['X-Tenant: 7'] }],
  },
  {
    name: '-H without a space',
    text: `curl ${url} ${own} -H'X-Tenant: 7'`,
    expected: [{ ...client, extras: ['X-Tenant: 7'] }],
  },
  {
    name: 'a header that holds a key',
    text: `curl ${url} ${own} -H 'Ocp-Apim-Subscription-Key: 0123456789abcdef'`,
    expected: [{ ...client, extras: ['Ocp-Apim-Subscription-Key: [0123456789abcdef]'] }],
  },
  {
    name: 'a header whose value looks like a key',
    text: `curl ${url} ${own} -H 'X-Gateway: 0123456789abcdef0123456789abcdef'`,
    expected: [{ ...client, extras: ['X-Gateway: [0123456789abcdef0123456789abcdef]'] }],
  },
  {
    name: 'a header twice',
    text: `curl ${url} ${own} -H 'X-A: 1' -H 'x-a: 2'`,
    expected: [{ ...client, extras: ['X-A: 1'], leftOut: ['x-a: repeated'] }],
  },
  {
    name: 'headers that every request has',
    text: `curl ${url} ${own} -H 'Accept: application/json' -H 'Content-Type: application/x-www-form-urlencoded' -H 'Content-Length: 5'`,
    expected: [client],
  },
  {
    name: 'headers that mean nothing',
    text: `curl ${url} ${own} -H 'User-Agent: x' -H 'Cache-Control: no-cache' -H 'Postman-Token: 1'`,
    expected: [
      {
        ...client,
        leftOut: ['User-Agent: no-effect', 'Cache-Control: no-effect', 'Postman-Token: no-effect'],
      },
    ],
  },
  {
    name: 'cookies',
    text: `curl ${url} ${own} -b 'session=1' -H 'Cookie: a=b'`,
    expected: [{ ...client, leftOut: ['-b: cookies', 'Cookie: cookies'] }],
  },
  {
    name: 'a header from a file',
    text: `curl ${url} ${own} -H @headers.txt`,
    expected: [{ ...client, leftOut: ['-H: reads-file'] }],
  },
  {
    name: 'a header without a colon',
    text: `curl ${url} ${own} -H nonsense`,
    expected: [{ ...client, leftOut: ['-H: not-sendable'] }],
  },
  {
    name: 'an empty header',
    text: `curl ${url} ${own} -H 'X-Empty;'`,
    expected: [{ ...client, leftOut: ['X-Empty: not-sendable'] }],
  },

  {
    name: '--data',
    text: `curl ${url} --data grant_type=client_credentials -u app-7:s3cr3t`,
    expected: [basic],
  },
  {
    name: '--data-raw',
    text: `curl ${url} --data-raw 'grant_type=client_credentials&client_id=app-7&client_secret=@x'`,
    expected: withSecret('@x'),
  },
  {
    name: '--data-binary',
    text: `curl ${url} --data-binary grant_type=client_credentials -u app-7:s3cr3t`,
    expected: [basic],
  },
  {
    name: '--data-ascii',
    text: `curl ${url} --data-ascii grant_type=client_credentials -u app-7:s3cr3t`,
    expected: [basic],
  },
  {
    name: '--data from a file',
    text: `curl ${url} -u app-7:s3cr3t ${grant} -d @body.txt`,
    expected: [{ ...basic, leftOut: ['-d body.txt: reads-file'] }],
  },
  {
    name: '--data-urlencode name=text',
    text: `curl ${url} ${grant} -d client_id=app-7 --data-urlencode 'client_secret=a&b=c+d e%'`,
    expected: withSecret('a&b=c+d e%'),
  },
  {
    name: '--data-urlencode =text',
    text: `curl ${url} -u app-7:s3cr3t ${grant} --data-urlencode '=flag on'`,
    expected: [{ ...basic, leftOut: ['flag on: not-sendable'] }],
  },
  {
    name: '--data-urlencode text',
    text: `curl ${url} -u app-7:s3cr3t ${grant} --data-urlencode 'flag'`,
    expected: [{ ...basic, extras: ['flag='] }],
  },
  {
    name: '--data-urlencode @file',
    text: `curl ${url} -u app-7:s3cr3t ${grant} --data-urlencode @f`,
    expected: [{ ...basic, leftOut: ['--data-urlencode: reads-file'] }],
  },
  {
    name: '--data-urlencode name@file',
    text: `curl ${url} -u app-7:s3cr3t ${grant} --data-urlencode assertion@f`,
    expected: [{ ...basic, leftOut: ['--data-urlencode: reads-file'] }],
  },
  {
    name: 'percent signs in a form',
    text: `curl ${url} ${grant} -d client_id=app-7 -d client_secret=a%26b%2Bc%zz`,
    expected: withSecret('a&b+c%zz'),
  },
  {
    name: 'a plus in a credential',
    text: `curl ${url} ${grant} -d client_id=app-7 -d client_secret=a+b`,
    expected: [{ ...client, secret: 'a b', warnings: ['plus-is-space'] }],
  },
  {
    name: 'a plus elsewhere',
    text: `curl ${url} ${own} -d scope=read+write`,
    expected: [{ ...client, scope: 'read write' }],
  },
  {
    name: 'JSON',
    text: `curl ${url} -H 'Content-Type: application/json' -d '{"grant_type":"client_credentials","client_id":"app-7","client_secret":"s3cr3t"}'`,
    expected: [{ ...client, json: true }],
  },
  {
    name: 'JSON on several lines',
    text: `curl ${url} -H 'Content-Type: application/json' --data-raw '{\n  "grant_type": "client_credentials",\n  "client_id": "app-7",\n  "client_secret": "s3cr3t"\n}'`,
    expected: [{ ...client, json: true }],
  },
  {
    name: '--json',
    text: `curl --json '{"grant_type":"client_credentials","client_id":"app-7","client_secret":"s3cr3t","n":7,"b":true,"z":null}' ${url}`,
    expected: [
      {
        ...client,
        json: true,
        extras: ['n=7', 'b=true'],
        leftOut: ['n: sent-as-text', 'b: sent-as-text', 'z: not-needed'],
      },
    ],
  },
  {
    name: 'JSON within JSON',
    text: `curl --json '{"client_id":"app-7","client_secret":"s3cr3t","list":[1],"o":{"client_secret":"x"}}' ${url}`,
    expected: [{ ...client, json: true, leftOut: ['list: nested', 'o: nested'] }],
  },
  {
    name: 'JSON without saying so',
    text: `curl ${url} -d '{"grant_type":"client_credentials","client_id":"app-7","client_secret":"s3cr3t"}'`,
    expected: [{ ...client, json: true }],
  },
  {
    name: '-F',
    text: `curl ${url} -F grant_type=client_credentials -F client_id=app-7 -F 'client_secret="s3;x";type=text/plain'`,
    expected: [{ ...client, secret: 's3;x', leftOut: ['-F: sent-as-form'] }],
  },
  {
    name: '-F with a file',
    text: `curl ${url} -F grant_type=client_credentials -F client_id=app-7 -F client_secret=s3cr3t -F key=@k.pem`,
    expected: [{ ...client, leftOut: ['-F: sent-as-form', 'key: reads-file'] }],
  },
  {
    name: '--form-string',
    text: `curl ${url} ${own} --form-string 'tag=@7;type=x'`,
    expected: [{ ...client, extras: ['tag=@7;type=x'], leftOut: ['--form-string: sent-as-form'] }],
  },
  {
    name: '-G',
    text: `curl -G ${url} ${own}`,
    expected: [{ ...client, auth: 'query', leftOut: ['GET: always-post'] }],
  },
  {
    name: '--url-query',
    text: `curl -X POST --url-query client_secret=s3cr3t --url-query client_id=app-7 ${url}?grant_type=client_credentials`,
    expected: [{ ...client, auth: 'query' }],
  },
  { name: '--url', text: `curl --url ${url} ${own}`, expected: [client] },
  { name: '--url with =', text: `curl --request=POST --url=${url} ${own}`, expected: [client] },
  {
    name: '-X PUT',
    text: `curl -X PUT ${url} ${own}`,
    expected: [{ ...client, leftOut: ['PUT: always-post'] }],
  },
  {
    name: 'an address without a scheme',
    text: `curl login.acme.test/token ${own}`,
    expected: [client],
  },
  {
    name: 'an address on this computer without a scheme',
    text: `curl localhost:9000/token ${own}`,
    expected: [{ ...client, name: 'localhost', url: 'http://localhost:9000/token' }],
  },
  { name: 'an address in quotes', text: `curl "${url}" ${own}`, expected: [client] },
  {
    name: 'an address without quotes and with &',
    text: `curl -X POST ${url}?grant_type=client_credentials&client_id=app-7&client_secret=s3cr3t`,
    expected: [{ ...client, auth: 'query' }],
  },
  {
    name: 'a parameter that stays in the address',
    text: `curl ${url}?api-version=1 ${own}`,
    expected: [{ ...client, url: `${url}?api-version=1` }],
  },
  {
    name: 'a key in the address',
    text: `curl ${url}?api_key=k-123 ${own}`,
    expected: [{ ...client, extras: ['api_key=[k-123]'], leftOut: ['api_key: moved-to-body'] }],
  },
  { name: 'a fragment', text: `curl ${url}#part ${own}`, expected: [client] },
  {
    name: 'plain http to another computer stays for the user to mend',
    text: `curl http://login.acme.test/token ${own}`,
    expected: [{ ...client, url: 'http://login.acme.test/token' }],
  },
  {
    name: 'two addresses',
    text: `curl ${url} ${own} https://other.acme.test/`,
    expected: [{ ...client, leftOut: ['-d: stray-word'] }],
  },
  {
    name: '--next',
    text: `curl ${url} ${own} --next ${url}2 ${own}`,
    expected: [client, { ...client, url: `${url}2` }],
  },
  { name: 'two dashes alone', text: `curl ${own} -- ${url}`, expected: [client] },

  {
    name: 'an option that is not known',
    text: sayingNothing('--frobnicate'),
    expected: [{ ...basic, leftOut: ['--frobnicate: unknown-option'] }],
  },
  {
    name: 'an option that is not known, and its word',
    text: sayingNothing('--frobnicate 7'),
    expected: [{ ...basic, leftOut: ['--frobnicate: unknown-option', '--frobnicate: stray-word'] }],
  },
  {
    name: 'an option that is not known with a secret glued to it',
    text: sayingNothing('--frobnicate=s3cr3t-value'),
    expected: [{ ...basic, leftOut: ['--frobnicate: unknown-option'] }],
  },
  {
    name: 'a letter that is not known',
    text: sayingNothing('-W'),
    expected: [{ ...basic, leftOut: ['-W: unknown-option'] }],
  },
  {
    name: 'certificates that are not to be checked',
    text: sayingNothing('-k'),
    expected: [{ ...basic, leftOut: ['-k: unsafe'] }],
  },
  {
    name: 'a proxy',
    text: sayingNothing('-x http://proxy:8080 --proxy-user a:b'),
    expected: [{ ...basic, leftOut: ['-x: connection', '--proxy-user: connection'] }],
  },
  {
    name: 'a certificate of the client',
    text: sayingNothing('--cert c.pem --key k.pem'),
    expected: [{ ...basic, leftOut: ['--cert: other-credentials', '--key: other-credentials'] }],
  },
  {
    name: 'another way to sign in',
    text: sayingNothing('--digest'),
    expected: [{ ...basic, leftOut: ['--digest: other-credentials'] }],
  },
  {
    name: 'settings in a file',
    text: sayingNothing('-K curlrc'),
    expected: [{ ...basic, leftOut: ['-K: reads-file'] }],
  },
  {
    name: 'what is only shown or saved',
    text: sayingNothing('-v -o out.json --max-time 30 --retry 3 --compressed'),
    expected: [
      {
        ...basic,
        leftOut: [
          '-v: no-effect',
          '-o: no-effect',
          '--max-time: no-effect',
          '--retry: no-effect',
          '--compressed: no-effect',
        ],
      },
    ],
  },
  {
    name: 'the opposite of an option',
    text: sayingNothing('--no-keepalive --no-buffer'),
    expected: [{ ...basic, leftOut: ['--no-keepalive: no-effect', '--no-buffer: no-effect'] }],
  },

  {
    name: 'a scope, an audience and a resource',
    text: `curl ${url} ${own} -d 'scope=read%20write' -d audience=https://api.acme.test -d resource=https://r.acme.test/`,
    expected: [
      {
        ...client,
        scope: 'read write',
        audience: 'https://api.acme.test',
        resource: 'https://r.acme.test/',
      },
    ],
  },
  {
    name: 'an extra parameter',
    text: `curl ${url} ${own} -d tenant=acme`,
    expected: [{ ...client, extras: ['tenant=acme'] }],
  },
  {
    name: 'an extra parameter that sounds secret',
    text: `curl ${url} ${own} -d api_key=k1`,
    expected: [{ ...client, extras: ['api_key=[k1]'] }],
  },
  {
    name: 'an extra parameter twice',
    text: `curl ${url} ${own} -d t=1 -d t=2`,
    expected: [{ ...client, extras: ['t=1'], leftOut: ['t: repeated'] }],
  },
  {
    name: 'a user name and a password',
    text: `curl ${url} -d grant_type=password -d client_id=app-7 -d client_secret=s3cr3t -d username=ada -d password=pw-1`,
    expected: [{ ...client, grant: 'password', user: 'ada', password: 'pw-1' }],
  },
  {
    name: 'a public client with a user',
    text: `curl ${url} -d grant_type=password -d client_id=app-7 -d username=ada -d password=pw-1`,
    expected: [
      {
        name: 'login.acme.test',
        preset: 'any-server',
        url,
        grant: 'password',
        auth: 'none',
        id: 'app-7',
        user: 'ada',
        password: 'pw-1',
      },
    ],
  },
  {
    name: 'a user under another name',
    text: `curl ${url} -d grant_type=password -u app-7:s3cr3t -d email=ada@acme.test -d password=pw-1`,
    expected: [
      { ...basic, grant: 'password', user: 'ada@acme.test', userField: 'email', password: 'pw-1' },
    ],
  },
  {
    name: 'a refresh token',
    text: `curl ${url} -d grant_type=refresh_token -d refresh_token=r-1 -u app-7:s3cr3t`,
    expected: [{ ...basic, grant: 'refreshToken', refreshToken: 'r-1' }],
  },
  {
    name: 'no grant, but a user',
    text: `curl ${url} -u app-7:s3cr3t -d username=ada -d password=pw-1`,
    expected: [{ ...basic, grant: 'password', user: 'ada', password: 'pw-1' }],
  },
  {
    name: 'a code from a browser',
    text: `curl ${url} -d grant_type=authorization_code -d code=c0de -d code_verifier=v3rifier -d redirect_uri=https://app.acme.test/cb -u app-7:s3cr3t`,
    expected: [
      {
        ...basic,
        grant: 'authorizationCode',
        redirect: 'https://app.acme.test/cb',
        leftOut: ['code: used-up', 'code_verifier: used-up'],
      },
    ],
  },
  {
    name: 'a code for a redirect address that is none',
    text: `curl ${url} -d grant_type=authorization_code -d code=c0de -d redirect_uri=x -u app-7:s3cr3t`,
    expected: [
      {
        ...basic,
        grant: 'authorizationCode',
        leftOut: ['code: used-up', 'redirect_uri: not-sendable'],
      },
    ],
  },
  {
    name: 'a code and a user, which belongs to another grant',
    text: `curl ${url} -d grant_type=authorization_code -d code=c0de -d username=ada -d password=pw-1 -u app-7:s3cr3t`,
    expected: [
      {
        ...basic,
        grant: 'authorizationCode',
        extras: ['username=ada'],
        leftOut: ['code: used-up', 'password: not-used'],
      },
    ],
  },
  {
    name: 'the page at which people sign in',
    text: `curl -G 'https://login.acme.test/authorize' -d response_type=code -d client_id=app-7 --data-urlencode 'redirect_uri=http://127.0.0.1:17842/callback' -d scope=read -d state=s1 -d nonce=n1 -d code_challenge=cc -d code_challenge_method=S256 -d login_hint=ada@acme.test -d access_type=offline`,
    expected: [
      {
        ...publicClient,
        url: '',
        authUrl: 'https://login.acme.test/authorize',
        grant: 'authorizationCode',
        scope: 'read',
        signIn: ['loginHint=ada@acme.test'],
        extras: ['access_type=offline (authorizing)'],
        leftOut: ['state: own-value', 'nonce: own-value', 'code_challenge: own-value'],
      },
    ],
  },
  {
    name: 'both requests of a sign-in',
    text: `curl 'https://login.acme.test/authorize?response_type=code&client_id=app-7&redirect_uri=http://localhost:8123/cb&scope=read'\ncurl ${url} -d grant_type=authorization_code -d code=c0de -d redirect_uri=http://localhost:8123/cb -d client_id=app-7 -d client_secret=s3cr3t`,
    expected: [
      {
        ...client,
        authUrl: 'https://login.acme.test/authorize',
        redirect: 'http://localhost:8123/cb',
        grant: 'authorizationCode',
        scope: 'read',
        leftOut: ['code: used-up'],
      },
    ],
  },
  {
    name: 'a request for a token in the redirect',
    text: `curl 'https://login.acme.test/authorize?response_type=token&client_id=app-7'`,
    expected: 'other-grant',
  },
  {
    name: 'the request for the code of a device',
    text: `curl https://login.acme.test/oauth/device/code -d client_id=app-7 -d scope=read -d audience=api`,
    expected: [
      {
        ...publicClient,
        url: '',
        deviceUrl: 'https://login.acme.test/oauth/device/code',
        grant: 'deviceCode',
        scope: 'read',
        audience: 'api',
      },
    ],
  },
  {
    name: 'the grant of a device',
    text: `curl ${url} -d grant_type=urn:ietf:params:oauth:grant-type:device_code -d client_id=app-7 -d device_code=d3v1ce`,
    expected: [
      {
        ...publicClient,
        grant: 'deviceCode',
        leftOut: ['device_code: used-up'],
      },
    ],
  },
  {
    name: 'a secret that stands in the address too',
    text: `curl ${url}?note=long-secret-1234 ${grant} -d client_id=app-7 -d client_secret=long-secret-1234`,
    expected: [{ ...client, name: 'login.acme.test', url: '', secret: 'long-secret-1234' }],
  },
  {
    name: 'a secret that stands in a header too',
    text: `curl ${url} ${grant} -d client_id=app-7 -d client_secret=long-secret-1234 -H 'X-Note: it is long-secret-1234'`,
    expected: [{ ...client, secret: 'long-secret-1234', leftOut: ['X-Note: repeats-secret'] }],
  },
  {
    name: 'a secret that holds the words of other fields',
    text: `curl ${url} ${grant} -d client_id=app-7 -d client_secret=acme-production-1 -d scope=production -d audience=production -d realm=production`,
    expected: [
      {
        ...client,
        secret: 'acme-production-1',
        leftOut: ['scope: repeats-secret', 'audience: repeats-secret', 'realm: repeats-secret'],
      },
    ],
  },
]

import fc from 'fast-check'
import { posixSingle } from './quoting.ts'

/** A text made of features of the readers; `hasServer` unless its address names none. */
export interface Mixture {
  readonly text: string
  readonly hasServer: boolean
}

/** Each begins in the same way, so that none is found in another text by chance. */
export const planted = 'Zq7-canary'

const secret = fc.constantFrom(
  `${planted}-secret-91`,
  `${planted}"pw$X-92`,
  `${planted}%and&93+x`,
  `${planted} spaced 94`,
)

/** Addresses of a command, and whether they name a server. */
const addresses: readonly (readonly [address: string, hasServer: boolean])[] = [
  ['https://id.good.test/token', true],
  ['http://id.good.test/token?realm=north', true],
  ['https://id.good.test/$NOPE/token?realm=$NOPE', true],
  ['https://id.good.test/$(cat t)/token?$NOPE=1', true],
  ['id.good.test/token?$NOPE', true],
  ['https://id.good.test:$NOPE/token', true],
  ['https://$NOPE:8443/token', false],
  ['$NOPE/token', false],
  ['/oauth/token', false],
  ['oauth/token', false],
  ['https:/token', false],
  ['https:///oauth/token', false],
  ['https://:8443/token', false],
]

/** The ways of a client to name itself in a command of curl. */
const clients: readonly ((secret: string) => string)[] = [
  (value) => `-u ${posixSingle(`desk-7:${value}`)}`,
  (value) => `-d client_id=desk-7 --data-urlencode ${posixSingle(`client_secret=${value}`)}`,
  (value) => `-F client_id=desk-7 --form-string ${posixSingle(`client_secret=${value}`)}`,
  (value) => `-G -d client_id=desk-7 --data-urlencode ${posixSingle(`client_secret=${value}`)}`,
  () => '-d client_id=desk-7 -d "client_secret=$NOPE"',
  () => '-d client_id=desk-7 -d "client_secret=a$(cat x)"',
]

/** Options that shape a request in some other way, or should not. */
const options: readonly ((secret: string) => string)[] = [
  () => '-d "$NOPE=1"',
  () => '-d "$NOPE"',
  () => '-H "X-T: $NOPE"',
  () => '-H "$NOPE: v"',
  () => '--relay gate.evil.test',
  () => '--relay=https://gate.evil.test',
  () => '--other https://gate.evil.test',
  () => '-x proxy.evil.test',
  (value) => `--data-urlencode ${posixSingle(`password=${value}`)}`,
  (value) => `--data-urlencode ${posixSingle(`pwd=${value}`)}`,
  (value) => `--oauth2-bearer ${posixSingle(value)}`,
  (value) => `-b ${posixSingle(`sid=${value}`)}`,
  (value) => `-H ${posixSingle(`X-Api-Key: ${value}`)}`,
  () => "-d 'scope=<scope>'",
  () => "-d 'x=1%E9'",
  () => '-F file=@x.png',
]

const curl = fc
  .tuple(
    secret,
    fc.constantFrom(...addresses),
    fc.constantFrom(...clients),
    fc.subarray([...options]),
    fc.boolean(),
  )
  .map(([value, [address, hasServer], client, others, isFirst]): Mixture => {
    const rest = [client, ...others].map((option) => option(value)).join(' ')
    const words = isFirst ? `"${address}" ${rest}` : `${rest} "${address}"`
    return { text: `curl -d grant_type=client_credentials ${words}`, hasServer }
  })

/** Expressions of PowerShell for a secret, known or not. */
const expressions: readonly ((quoted: string) => string)[] = [
  (quoted) => quoted,
  (quoted) => `('{0}' -f ${quoted})`,
  (quoted) => `[uri]::EscapeDataString(${quoted})`,
  (quoted) => `@(${quoted}, 'b')`,
  () => '(Get-Content x)',
  () => '$nope.Secret',
]

const entries: readonly ((quoted: string) => string)[] = [
  () => `scope = @('a', 'b')`,
  () => 'realm = $nope',
  () => `"$nope" = 'v'`,
  (quoted) => `password = ${quoted}`,
  () => `tags = @{ a = '1' }`,
  () => 'date = (Get-Date)',
]

const powershell = fc
  .tuple(
    secret,
    fc.constantFrom(...addresses.filter(([address]) => !address.includes('cat'))),
    fc.constantFrom(...expressions),
    fc.subarray([...entries]),
    fc.constantFrom('', ' | ConvertTo-Json'),
    fc.subarray([
      '-Relay https://gate.evil.test',
      '-Proxy https://gate.evil.test',
      '-SessionVariable gate.evil.test',
    ]),
  )
  .map(([value, [address, hasServer], expression, others, pipe, more]): Mixture => {
    const quoted = `'${value}'`
    const table = [
      `grant_type = 'client_credentials'`,
      `client_id = 'desk-7'`,
      `client_secret = ${expression(quoted)}`,
      ...others.map((entry) => entry(quoted)),
    ].join('; ')
    const call = [`-Method Post -Uri "${address}" -Body $b`, ...more].reverse().join(' ')
    return { text: `$b = @{ ${table} }${pipe}\nInvoke-RestMethod ${call}`, hasServer }
  })

/** Commands of curl and scripts of PowerShell with any of their features together. */
export const mixtures: fc.Arbitrary<Mixture> = fc.oneof(curl, powershell)

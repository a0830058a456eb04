import type { Expected, ImportCase } from './case.ts'

const places = [
  'YOUR_CLIENT_SECRET',
  'your-client-secret',
  'yourClientSecret',
  '<client_secret>',
  '<your secret>',
  '{client_secret}',
  '{{client_secret}}',
  '[client secret]',
  `$\{CLIENT_SECRET}`,
  '$CLIENT_SECRET',
  '%CLIENT_SECRET%',
  'xxx',
  'XXXXXXXX',
  'xxxx-xxxx-xxxx',
  '***',
  '...',
  '…',
  'client_secret',
  'clientSecret',
  'CLIENT-SECRET',
  'my-client-secret',
  'CLIENT_SECRET_HERE',
  'enter-your-secret',
  'INSERT SECRET',
  'changeme',
  'string',
  'REDACTED',
  '',
]

/** Real ones, however much they look like something else. */
const values = [
  'secret',
  'password1',
  'p@ss{word}',
  '<3-and-more',
  '$ecret!',
  'xx',
  'yourself-7',
  'a[b]c',
  '100%',
]

const url = 'https://login.acme.test/token'
const asked: Expected = {
  name: 'login.acme.test',
  preset: 'any-server',
  url,
  grant: 'clientCredentials',
  auth: 'body',
  id: 'app-7',
}
const command = (value: string) =>
  `curl ${url} -d grant_type=client_credentials -d client_id=app-7 --data-urlencode 'client_secret=${value}'`

/** Addresses with a part to fill in in their paths. */
const addresses = [
  ['{tenant}', '{tenant}'],
  ['<tenant>', '{tenant}'],
  ['{{tenant}}', '{tenant}'],
  ['YOUR_TENANT_ID', '{YOUR_TENANT_ID}'],
  ['your-tenant', '{your-tenant}'],
  ['$TENANT', '{TENANT}'],
  ['$' + '{TENANT}', '{TENANT}'],
  ['%TENANT_ID%', '{TENANT_ID}'],
  [':tenant', '{tenant}'],
  ['...', '{...}'],
  ['a-{tenant}-b', 'a-{tenant}-b'],
] as const

/** Papers print a place where a reader puts in something of their own. */
export const placeholderCases: readonly ImportCase[] = [
  ...places.map((place) => ({
    name: `“${place}” is a place for a secret`,
    text: command(place),
    expected: [asked],
  })),
  ...addresses.map(([place, shown]) => ({
    name: `“${place}” is a place in an address`,
    text: `curl 'https://login.acme.test/${place}/token' -u app-7:s3cr3t -d grant_type=client_credentials`,
    expected: [
      {
        name: 'login.acme.test',
        preset: 'any-server' as const,
        url: `https://login.acme.test/${shown}/token`,
        grant: 'clientCredentials' as const,
        auth: 'basic' as const,
        id: 'app-7',
        secret: 's3cr3t',
      },
    ],
  })),
  ...values.map((value) => ({
    name: `“${value}” is a secret`,
    text: command(value),
    expected: [{ ...asked, secret: value }],
  })),
]

import type { Expected, ImportCase } from './case.ts'

const url = 'https://login.acme.test/token'
const schema = 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json'
const client: Expected = {
  preset: 'any-server',
  url,
  grant: 'clientCredentials',
  auth: 'basic',
  id: 'app-7',
  secret: 's3cr3t',
}
const fromCollection: Expected = { ...client, title: 'Acme', name: 'Acme' }
const fromRequest: Expected = { ...client, auth: 'body', title: 'Token', name: 'login.acme.test' }
const { name: _name, ...withoutServer } = fromRequest
const { secret: _secret, ...withoutSecret } = fromCollection
const { id: _id, ...withoutClient } = withoutSecret
const { id: __id, secret: __secret, ...withoutSecretOfRequest } = fromRequest

const collection = (content: object) => ({ info: { name: 'Acme', schema }, item: [], ...content })
const pairs = (given: Readonly<Record<string, unknown>>) =>
  Object.entries(given).map(([key, value]) => ({ key, value }))
const own = {
  grant_type: 'client_credentials',
  client_id: 'app-7',
  client_secret: 's3cr3t',
}
const body = { mode: 'urlencoded', urlencoded: pairs(own) }
/** A collection with a request for a token, changed in these parts. */
const request = (change: object, more: object = {}) =>
  collection({
    item: [{ name: 'Token', request: { method: 'POST', url, body, ...change } }],
    ...more,
  })
const settings = {
  accessTokenUrl: url,
  grant_type: 'client_credentials',
  clientId: 'app-7',
  clientSecret: 's3cr3t',
}
/** A collection with a sign-in of its own, in format 2.1. */
const signIn = (change: Readonly<Record<string, unknown>>) =>
  collection({ auth: { type: 'oauth2', oauth2: pairs({ ...settings, ...change }) } })
const auth = (type: string, given: Readonly<Record<string, unknown>>) => ({
  type,
  [type]: pairs(given),
})
const script = (exec: unknown) => ({ event: [{ listen: 'prerequest', script: { exec } }] })
const fetching = "pm.sendRequest({ url, body: { urlencoded: [{ key: 'grant_type' }] } }, done)"

type Row = readonly [name: string, file: object, expected: Expected | string]

const files: readonly Row[] = [
  // Path variables
  [
    'a variable of the path',
    request({
      url: {
        raw: 'https://login.acme.test/:tenant/token',
        variable: [{ key: 'tenant', value: 'acme' }],
      },
    }),
    { ...fromRequest, url: 'https://login.acme.test/acme/token' },
  ],
  [
    'two variables of the path, beside a port',
    request({
      url: {
        raw: 'https://login.acme.test:8443/:a/x/:b',
        variable: [
          { key: 'a', value: '1' },
          { key: 'b', value: '2' },
        ],
      },
    }),
    { ...fromRequest, url: 'https://login.acme.test:8443/1/x/2' },
  ],
  [
    'a variable of the path that names another',
    request(
      { url: { raw: '{{base}}/:tenant/token', variable: [{ id: 'tenant', value: '{{name}}' }] } },
      { variable: pairs({ base: 'https://login.acme.test', name: 'acme' }) },
    ),
    { ...fromRequest, url: 'https://login.acme.test/acme/token' },
  ],
  [
    'a variable of an address in parts',
    request({
      url: {
        protocol: 'https',
        host: 'login.acme.test',
        path: [':tenant', 'token'],
        variable: [{ key: 'tenant', value: 'acme' }],
      },
    }),
    { ...fromRequest, url: 'https://login.acme.test/acme/token' },
  ],
  [
    'a colon that begins no variable',
    request({ url: 'https://login.acme.test/a:b/token:1' }),
    { ...fromRequest, url: 'https://login.acme.test/a:b/token:1' },
  ],

  // Addresses in parts
  [
    'an address in parts',
    request({
      url: {
        protocol: 'https',
        host: ['login', 'acme', 'test'],
        port: '8443',
        path: ['oauth', 'token'],
      },
    }),
    { ...fromRequest, url: 'https://login.acme.test:8443/oauth/token' },
  ],
  [
    'an address in parts as texts',
    request({ url: { protocol: 'https://', host: 'login.acme.test', path: '/token' } }),
    fromRequest,
  ],
  [
    'an address in parts with a query',
    request(
      {
        url: {
          protocol: 'https',
          host: ['{{host}}'],
          path: ['token'],
          query: pairs({ realm: 'main' }),
        },
      },
      { variable: pairs({ host: 'login.acme.test' }) },
    ),
    { ...fromRequest, url: `${url}?realm=main` },
  ],
  [
    'a part of a path that is a group',
    request({
      url: {
        protocol: 'https',
        host: ['login', 'acme', 'test'],
        path: [{ type: 'string', value: 'token' }],
      },
    }),
    fromRequest,
  ],
  [
    'a port that is a number',
    request({
      url: { protocol: 'https', host: ['login', 'acme', 'test'], port: 8443, path: ['token'] },
    }),
    { ...fromRequest, url: 'https://login.acme.test:8443/token' },
  ],

  // Values that are no text
  [
    'an audience in a group',
    signIn({ audience: { value: 'https://api.acme.test' } }),
    { ...fromCollection, audience: 'https://api.acme.test' },
  ],
  [
    'numbers as client ID and secret',
    signIn({ clientId: 123456, clientSecret: 987654321 }),
    { ...fromCollection, id: '123456', secret: '987654321' },
  ],
  [
    'a client ID with more digits than a number keeps',
    signIn({ clientId: 2 ** 60, clientSecret: '' }),
    { ...withoutClient, leftOut: ['clientId: nested'] },
  ],
  [
    'a scope that is a list',
    signIn({ scope: ['read', 'write'] }),
    { ...fromCollection, leftOut: ['scope: nested'] },
  ],
  [
    'a field that is a number',
    request({ body: { mode: 'urlencoded', urlencoded: pairs({ ...own, level: 5 }) } }),
    { ...fromRequest, extras: ['level=5'] },
  ],
  [
    'a variable that is a number',
    request(
      { body: { mode: 'urlencoded', urlencoded: pairs({ ...own, client_id: '{{id}}' }) } },
      { variable: pairs({ id: 42 }) },
    ),
    { ...fromRequest, id: '42' },
  ],

  // Where and when a parameter is sent
  [
    'a header of the request for a token',
    signIn({
      tokenRequestParams: [
        { key: 'x-tenant', value: 'acme', enabled: true, send_as: 'request_header' },
        { key: 'realm', value: 'main', enabled: true, send_as: 'request_body' },
      ],
    }),
    { ...fromCollection, extras: ['realm=main (obtaining)', 'x-tenant: acme (obtaining)'] },
  ],
  [
    'a parameter of the request that refreshes',
    signIn({
      refreshRequestParams: [
        { key: 'realm', value: 'main', enabled: true, send_as: 'request_body' },
      ],
    }),
    { ...fromCollection, extras: ['realm=main (refreshing)'] },
  ],
  [
    'a parameter of both requests',
    signIn({
      tokenRequestParams: pairs({ realm: 'a' }),
      refreshRequestParams: pairs({ realm: 'b' }),
    }),
    { ...fromCollection, extras: ['realm=a (obtaining)', 'realm=b (refreshing)'] },
  ],
  [
    'a header of the request that refreshes',
    signIn({
      refreshRequestParams: [{ key: 'x-tenant', value: 'acme', send_as: 'request_header' }],
    }),
    { ...fromCollection, extras: ['x-tenant: acme (refreshing)'] },
  ],
  [
    'a parameter for the address',
    signIn({ tokenRequestParams: [{ key: 'realm', value: 'main', send_as: 'request_url' }] }),
    { ...fromCollection, extras: ['realm=main (obtaining)'], leftOut: ['realm: moved-to-body'] },
  ],
  [
    'a parameter that is switched off',
    signIn({
      tokenRequestParams: [
        { key: 'realm', value: 'main', enabled: false },
        { key: 'a', value: 'b', disabled: true },
      ],
    }),
    fromCollection,
  ],

  // Odd entries
  [
    'a number among the parameters',
    signIn({
      tokenRequestParams: [
        { key: 'level', value: 5 },
        { key: 'realm', value: 'north' },
      ],
    }),
    { ...fromCollection, extras: ['level=5 (obtaining)', 'realm=north (obtaining)'] },
  ],
  [
    'a group among the parameters',
    signIn({
      tokenRequestParams: [
        { key: 'level', value: { a: 1 } },
        null,
        7,
        { key: 'realm', value: 'north' },
      ],
    }),
    { ...fromCollection, extras: ['realm=north (obtaining)'], leftOut: ['level: nested'] },
  ],
  [
    'an odd field of a form',
    request({
      body: {
        mode: 'urlencoded',
        urlencoded: [7, { key: 7, value: 'x' }, ...pairs(own), { key: 'list', value: [] }],
      },
    }),
    { ...fromRequest, leftOut: ['list: nested'] },
  ],
  [
    'an odd header',
    request({ header: [null, { key: 'x-a', value: {} }, { key: 'x-tenant', value: 'acme' }] }),
    { ...fromRequest, extras: ['x-tenant: acme'], leftOut: ['x-a: nested'] },
  ],
  [
    'an odd variable',
    request(
      { url: '{{base}}/token' },
      { variable: [7, null, { value: 'x' }, { key: 'base', value: 'https://login.acme.test' }] },
    ),
    fromRequest,
  ],
  [
    'an odd value of an environment',
    {
      name: 'Acme',
      values: [7, { key: 'tokenUrl', value: url }, { key: 'clientId', value: 123 }, { key: 8 }],
    },
    { ...withoutSecret, id: '123' },
  ],
  [
    'an attribute that is not known',
    signIn({ clientAssertion: 'x' }),
    { ...fromCollection, leftOut: ['clientAssertion: unknown-option'] },
  ],

  // The sign-in of a request for a token
  [
    'an API key in a header',
    request({ auth: auth('apikey', { key: 'X-Gate', value: 'gate-55', in: 'header' }) }),
    { ...fromRequest, extras: ['X-Gate: [gate-55]'] },
  ],
  [
    'an API key in the address',
    request({ auth: auth('apikey', { key: 'gate', value: 'gate-55', in: 'query' }) }),
    { ...fromRequest, leftOut: ['gate: other-credentials'] },
  ],
  [
    'a bearer token',
    request({ auth: auth('bearer', { token: 'gate-1' }) }),
    { ...fromRequest, leftOut: ['Authorization: other-credentials'] },
  ],
  [
    'an API key of the collection',
    request({}, { auth: auth('apikey', { key: 'X-Gate', value: 'gate-55' }) }),
    { ...fromRequest, extras: ['X-Gate: [gate-55]'] },
  ],
  [
    'a sign-in that is switched off for the request',
    request({ auth: { type: 'noauth' } }, { auth: auth('bearer', { token: 'gate-1' }) }),
    fromRequest,
  ],
  [
    'a Basic sign-in of a folder',
    collection({
      item: [
        {
          name: 'Folder',
          auth: auth('basic', { username: 'app-7', password: 's3cr3t' }),
          item: [
            {
              name: 'Token',
              request: {
                method: 'POST',
                url,
                body: {
                  mode: 'urlencoded',
                  urlencoded: pairs({ grant_type: 'client_credentials' }),
                },
              },
            },
          ],
        },
      ],
    }),
    { ...fromRequest, auth: 'basic' },
  ],

  // Entries that are switched off
  [
    'a variable that is switched off, beside another',
    request(
      { url: 'https://{{host}}/token' },
      {
        variable: [
          { key: 'host', value: 'login.acme.test' },
          { key: 'host', value: 'old.acme.test', disabled: true },
        ],
      },
    ),
    fromRequest,
  ],
  [
    'a variable that is switched off alone',
    request(
      { url: 'https://{{host}}/token' },
      { variable: [{ key: 'host', value: 'old.acme.test', disabled: true }] },
    ),
    { ...withoutServer, url: 'https://{server}/token' },
  ],
  [
    'a body that is switched off',
    request({ body: { ...body, disabled: true } }),
    'no-token-request',
  ],
  [
    'a header that is switched off',
    request({ header: [{ key: 'x-tenant', value: 'acme', disabled: true }] }),
    fromRequest,
  ],
  [
    'a parameter of the address that is switched off',
    request({
      url: {
        raw: `${url}?a=1&b=2`,
        query: [
          { key: 'a', value: '1', disabled: true },
          { key: 'b', value: '2' },
        ],
      },
    }),
    { ...fromRequest, url: `${url}?b=2` },
  ],
  [
    'an attribute that is switched off',
    collection({
      auth: {
        type: 'oauth2',
        oauth2: [...pairs(settings), { key: 'scope', value: 'read', disabled: true }],
      },
    }),
    fromCollection,
  ],

  // A grant in the address
  [
    'a grant in the address',
    request({
      url: `${url}?grant_type=client_credentials`,
      body: undefined,
      auth: auth('basic', { username: 'app-7', password: 's3cr3t' }),
    }),
    { ...fromRequest, auth: 'basic', leftOut: ['grant_type: sent-in-body'] },
  ],
  [
    'a grant in an address in parts',
    request({
      url: {
        protocol: 'https',
        host: ['login', 'acme', 'test'],
        path: ['token'],
        query: pairs({ grant_type: 'client_credentials' }),
      },
      body: undefined,
      auth: auth('basic', { username: 'app-7', password: 's3cr3t' }),
    }),
    { ...fromRequest, auth: 'basic', leftOut: ['grant_type: sent-in-body'] },
  ],

  // An address without its server
  [
    'an address without a server',
    request({ url: { raw: '/oauth/token', path: ['oauth', 'token'] } }),
    { ...withoutServer, url: 'https://{server}/oauth/token' },
  ],
  [
    'an address that a variable leaves without a server',
    request({ url: '{{base}}/token' }, { variable: pairs({ base: '' }) }),
    { ...withoutServer, url: 'https://{server}/token' },
  ],

  // Line breaks in a form
  [
    'a form over several lines',
    request(
      {
        body: {
          mode: 'raw',
          raw: 'grant_type=client_credentials&client_id={{id}}&client_secret={{secret}}\r\n&scope=read',
        },
      },
      { variable: pairs({ id: 'app-7', secret: 's3cr3t' }) },
    ),
    { ...fromRequest, scope: 'read' },
  ],

  // Wrappers and scripts
  ['a collection within a member of its own', { collection: signIn({}) }, fromCollection],
  [
    'an environment within a member of its own',
    {
      environment: {
        name: 'Acme',
        values: pairs({ tokenUrl: url, clientId: 'app-7', clientSecret: 's3cr3t' }),
      },
    },
    { ...fromCollection, auth: 'body' },
  ],
  [
    'a collection whose name is a number',
    { info: { name: 7, schema }, item: [], auth: { type: 'oauth2', oauth2: pairs(settings) } },
    { ...client, name: 'login.acme.test' },
  ],
  [
    'a script that fetches the token',
    collection({
      ...script([fetching]),
      item: [{ name: 'Orders', request: 'https://api.acme.test' }],
    }),
    'token-in-script',
  ],
  [
    'a script of a request that fetches the token',
    collection({
      item: [
        {
          name: 'F',
          item: [
            {
              name: 'Orders',
              ...script(['const x = 1', fetching]),
              request: 'https://api.acme.test',
            },
          ],
        },
      ],
    }),
    'token-in-script',
  ],
  ['a script in one text', collection(script(fetching)), 'token-in-script'],
  [
    'a script that does something else',
    collection(script(["pm.test('x', () => pm.response.to.have.status(200))"])),
    'no-token-request',
  ],
  [
    'a script beside a sign-in that can be read',
    { ...signIn({}), ...script([fetching]) },
    fromCollection,
  ],

  // Bodies
  [
    'a form with a file',
    request({
      body: {
        mode: 'formdata',
        formdata: [...pairs(own), { key: 'picture', type: 'file', src: 'a.png' }],
      },
    }),
    { ...fromRequest, leftOut: ['form-data: sent-as-form', 'picture: reads-file'] },
  ],
  [
    'headers in one text',
    request({ header: 'X-Tenant: acme\nX-Zone: b:c' }),
    { ...fromRequest, extras: ['X-Tenant: acme', 'X-Zone: b:c'] },
  ],
  [
    'a form in one text',
    request({
      body: {
        mode: 'urlencoded',
        urlencoded: 'grant_type=client_credentials&client_id=app-7&client_secret=s3cr3t',
      },
    }),
    fromRequest,
  ],
  [
    'an address of which only the path is there',
    request({ url: { path: ['oauth', 'token'] } }),
    { ...withoutServer, url: 'https://{server}/oauth/token' },
  ],
  [
    'a body of another kind',
    request({
      url: `${url}?grant_type=client_credentials`,
      body: { mode: 'graphql', graphql: {} },
    }),
    {
      ...withoutSecretOfRequest,
      auth: 'basic',
      leftOut: ['body: not-sendable', 'grant_type: sent-in-body'],
    },
  ],
  [
    'further parameters that are no list',
    collection({
      auth: {
        type: 'oauth2',
        oauth2: pairs({ ...settings, tokenRequestParams: { realm: 'north' } }),
      },
    }),
    { ...fromCollection, leftOut: ['tokenRequestParams: nested'] },
  ],
]

/** Files of Postman: what is sent of them, and what is named. */
export const postmanCases: readonly ImportCase[] = files.map(([name, file, expected]) => ({
  name: `a file of Postman with ${name}`,
  text: JSON.stringify(file),
  expected: typeof expected === 'string' ? expected : [expected],
}))

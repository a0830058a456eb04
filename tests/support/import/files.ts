import type { Expected, ImportCase } from './case.ts'

const url = 'https://login.acme.test/token'
const client: Expected = {
  preset: 'any-server',
  url,
  grant: 'clientCredentials',
  auth: 'basic',
  id: 'app-7',
  secret: 's3cr3t',
}
const { secret: _secret, ...withoutSecret } = client
const publicClient: Expected = { ...withoutSecret, auth: 'none' }
const json = (value: unknown) => JSON.stringify(value)

const ionApi = {
  ti: 'ACME_TST',
  cn: 'Reports',
  dt: '12',
  ci: 'ACME_TST~app',
  cs: 'ion-secret',
  iu: 'https://ionapi.infor.test',
  pu: 'https://sso.infor.test:443/ACME_TST/as/',
  oa: 'authorization.oauth2',
  ot: 'token.oauth2',
  or: 'revoke_token.oauth2',
  ev: 'V1',
  v: '1.0',
  saak: 'ACME_TST#key',
  sask: 'account-secret',
}
const ion: Expected = {
  title: 'Reports (ACME_TST)',
  name: 'Reports (ACME_TST)',
  preset: 'any-server',
  url: 'https://sso.infor.test/ACME_TST/as/token.oauth2',
  grant: 'password',
  auth: 'basic',
  id: 'ACME_TST~app',
  secret: 'ion-secret',
  user: 'ACME_TST#key',
  password: 'account-secret',
  leftOut: ['dt', 'iu', 'oa', 'or', 'ev', 'v'].map((name) => `${name}: not-needed`),
}

const environment = (values: Readonly<Record<string, unknown>>, more: object = {}) =>
  json({
    id: 'e',
    name: 'Acme test',
    values: Object.entries(values).map(([key, value]) => ({ key, value, enabled: true, ...more })),
    _postman_variable_scope: 'environment',
  })
const named = { title: 'Acme test', name: 'Acme test' }

const collection = (content: object, version = '2.1.0') =>
  json({
    info: {
      name: 'Acme API',
      schema: `https://schema.getpostman.com/json/collection/v${version}/collection.json`,
    },
    item: [],
    ...content,
  })
const settings = {
  accessTokenUrl: url,
  grant_type: 'client_credentials',
  clientId: 'app-7',
  clientSecret: 's3cr3t',
}
const oauth2 = (given: Readonly<Record<string, unknown>>) => ({
  type: 'oauth2',
  oauth2: Object.entries(given).map(([key, value]) => ({ key, value, type: 'any' })),
})
const fromCollection: Expected = { ...client, title: 'Acme API', name: 'Acme API' }

const shared = {
  name: 'Annual report',
  presetId: 'semansys',
  tokenEndpoint: 'https://oidc-pre.semansys.com/connect/token',
  refreshEndpoint: '',
  grantType: 'password',
  clientAuthentication: 'body',
  basicEncoding: 'form',
  bodyFormat: 'form',
  userNameField: 'username',
  scope: 'read',
  audience: '',
  resource: '',
  extraParameters: [],
  extraHeaders: [{ secret: true, name: 'x-key', sentWith: 'always' }],
  tag: { name: 'Test', color: 'blue' },
  apiAddress: '',
  keepFresh: true,
}
const share = (profile: object, more: object = {}) =>
  json({ format: 'token-desk-share', version: 1, profile, ...more })
const fromShare: Expected = {
  title: 'Annual report',
  name: 'Annual report',
  preset: 'semansys',
  url: 'https://oidc-pre.semansys.com/connect/token',
  grant: 'password',
  auth: 'body',
  scope: 'read',
  keepFresh: true,
  extras: ['x-key: []'],
}

export const fileCases: readonly ImportCase[] = [
  { name: 'an .ionapi file', text: json(ionApi), expected: [ion] },
  {
    name: 'an .ionapi file with a byte order mark and Windows line ends',
    text: `\ufeff${JSON.stringify(ionApi, null, 2).replaceAll('\n', '\r\n')}`,
    expected: [ion],
  },
  {
    name: 'an .ionapi file without a service account',
    text: json({ ...ionApi, saak: undefined, sask: undefined }),
    expected: [{ ...ion, user: '', password: '' }].map(
      ({ user: _u, password: _p, ...rest }) => rest,
    ),
  },
  {
    name: 'an .ionapi file whose base has no slash at its end',
    text: json({ ...ionApi, pu: 'https://sso.infor.test/ACME_TST/as' }),
    expected: [ion],
  },
  {
    name: 'an .ionapi file with a whole token address',
    text: json({ ...ionApi, ot: 'https://sso.infor.test/x/token' }),
    expected: [{ ...ion, url: 'https://sso.infor.test/x/token' }],
  },
  {
    name: 'an .ionapi file with scopes',
    text: json({ ...ionApi, sc: ['Infor-ION', 'Infor-Mingle'] }),
    expected: [{ ...ion, scope: 'Infor-ION Infor-Mingle' }],
  },
  {
    name: 'an .ionapi file without a client',
    text: json({ ...ionApi, ci: undefined }),
    expected: 'unknown-file',
  },

  {
    name: 'a Postman environment',
    text: environment({ tokenUrl: url, clientId: 'app-7', clientSecret: 's3cr3t' }),
    expected: [{ ...client, ...named, auth: 'body' }],
  },
  {
    name: 'a Postman environment with other names',
    text: environment({
      ACCESS_TOKEN_URL: url,
      'oauth2-client-id': 'app-7',
      api_secret: 's3cr3t',
      granttype: 'client_credentials',
      scopes: 'read',
      baseUrl: 'https://api.acme.test',
    }),
    expected: [
      { ...client, ...named, auth: 'body', scope: 'read', leftOut: ['baseUrl: not-needed'] },
    ],
  },
  {
    name: 'a Postman environment with a user',
    text: environment({
      token_endpoint: url,
      client_id: 'app-7',
      client_secret: 's3cr3t',
      username: 'ada',
      password: 'pw-1',
    }),
    expected: [
      { ...client, ...named, auth: 'body', grant: 'password', user: 'ada', password: 'pw-1' },
    ],
  },
  {
    name: 'a Postman environment whose secrets were not exported',
    text: environment({ tokenUrl: url, clientId: 'app-7', clientSecret: '' }),
    expected: [{ ...client, ...named, auth: 'body' as const }].map(
      ({ secret: _, ...rest }) => rest,
    ),
  },
  {
    name: 'a Postman environment that is switched off',
    text: environment({ tokenUrl: url, clientId: 'app-7' }, { enabled: false }),
    expected: 'no-token-request',
  },
  {
    name: 'a Postman environment about something else',
    text: environment({ baseUrl: 'https://api.acme.test', page: 7 }),
    expected: 'no-token-request',
  },
  {
    name: 'a Postman environment made of an .ionapi file',
    text: environment(ionApi),
    expected: [ion],
  },
  {
    name: 'a Postman environment for a known provider',
    text: environment({
      token_url: 'https://oidc-pre.semansys.com/connect/token',
      client_id: 'app-7',
      client_secret: 's3cr3t',
      username: 'ada',
      password: 'pw-1',
    }),
    expected: [
      {
        ...client,
        ...named,
        preset: 'semansys',
        auth: 'body',
        grant: 'password',
        url: 'https://oidc-pre.semansys.com/connect/token',
        user: 'ada',
        password: 'pw-1',
      },
    ],
  },

  {
    name: 'a Postman collection 2.1',
    text: collection({ auth: oauth2(settings) }),
    expected: [fromCollection],
  },
  {
    name: 'a Postman collection 2.0',
    text: collection({ auth: { type: 'oauth2', oauth2: settings } }, '2.0.0'),
    expected: [fromCollection],
  },
  {
    name: 'a Postman collection that sends the client in the body',
    text: collection({ auth: oauth2({ ...settings, client_authentication: 'body' }) }),
    expected: [{ ...fromCollection, auth: 'body' }],
  },
  {
    name: 'a Postman collection with a user',
    text: collection({
      auth: oauth2({
        ...settings,
        grant_type: 'password_credentials',
        username: 'ada',
        password: 'pw-1',
        scope: 'read',
        audience: 'api',
      }),
    }),
    expected: [
      {
        ...fromCollection,
        grant: 'password',
        user: 'ada',
        password: 'pw-1',
        scope: 'read',
        audience: 'api',
      },
    ],
  },
  {
    name: 'a Postman collection with another address for refreshing',
    text: collection({ auth: oauth2({ ...settings, refreshTokenUrl: `${url}/refresh` }) }),
    expected: [{ ...fromCollection, refreshUrl: `${url}/refresh` }],
  },
  {
    name: 'a Postman collection with extra parameters',
    text: collection({
      auth: oauth2({
        ...settings,
        tokenRequestParams: [
          { key: 'tenant', value: '7', enabled: true },
          { key: 'off', value: '1', enabled: false },
        ],
      }),
    }),
    expected: [{ ...fromCollection, extras: ['tenant=7 (obtaining)'] }],
  },
  {
    name: 'a Postman collection with variables, one within another',
    text: collection({
      variable: [
        { key: 'host', value: 'login.acme.test' },
        { key: 'token', value: 'https://{{host}}/token' },
        { key: 'id', value: 'app-7' },
      ],
      auth: oauth2({ ...settings, accessTokenUrl: '{{token}}', clientId: '{{ id }}' }),
    }),
    expected: [fromCollection],
  },
  {
    name: 'a Postman collection with a variable that names itself',
    text: collection({
      variable: [{ key: 'a', value: '{{a}}{{a}}' }],
      auth: oauth2({ ...settings, clientId: '{{a}}' }),
    }),
    expected: [fromCollection].map(({ id: _, ...rest }) => rest),
  },
  {
    name: 'a Postman collection whose variables are elsewhere',
    text: collection({ auth: oauth2({ ...settings, clientSecret: '{{secret}}' }) }),
    expected: [fromCollection].map(({ secret: _, ...rest }) => rest),
  },
  {
    name: 'a Postman collection with settings in a folder and in a request',
    text: collection({
      item: [
        {
          name: 'Folder',
          auth: oauth2(settings),
          item: [
            {
              name: 'Call',
              request: {
                method: 'GET',
                url: 'https://api.acme.test',
                auth: oauth2({ ...settings, clientId: 'app-8' }),
              },
            },
          ],
        },
      ],
    }),
    expected: [
      { ...fromCollection, title: 'Folder', name: 'Folder' },
      { ...fromCollection, title: 'Call', name: 'Call', id: 'app-8' },
    ],
  },
  {
    name: 'a Postman collection with the same settings ten times',
    text: collection({
      auth: oauth2(settings),
      item: Array.from({ length: 10 }, (_, index) => ({
        name: `Call ${index}`,
        request: { auth: oauth2(settings) },
      })),
    }),
    expected: [fromCollection],
  },
  {
    name: 'a Postman collection with a request for a token',
    text: collection({
      item: [
        {
          name: 'Token',
          request: {
            method: 'POST',
            url: { raw: url },
            auth: {
              type: 'basic',
              basic: [
                { key: 'username', value: 'app-7' },
                { key: 'password', value: 's3cr3t' },
              ],
            },
            body: {
              mode: 'urlencoded',
              urlencoded: [
                { key: 'grant_type', value: 'client_credentials' },
                { key: 'scope', value: 'off', disabled: true },
              ],
            },
          },
        },
      ],
    }),
    expected: [{ ...client, title: 'Token', name: 'login.acme.test' }],
  },
  {
    name: 'a Postman collection with a request for a token in JSON',
    text: collection({
      item: [
        {
          name: 'Token',
          request: {
            method: 'POST',
            url,
            header: [{ key: 'Content-Type', value: 'application/json' }],
            body: {
              mode: 'raw',
              raw: '{"grant_type":"client_credentials","client_id":"app-7","client_secret":"s3cr3t"}',
            },
          },
        },
      ],
    }),
    expected: [{ ...client, auth: 'body', json: true, title: 'Token', name: 'login.acme.test' }],
  },
  {
    name: 'a Postman collection with a code from a browser',
    text: collection({
      auth: oauth2({
        ...settings,
        grant_type: 'authorization_code_with_pkce',
        authUrl: 'https://login.acme.test/authorize',
        redirect_uri: 'https://app.acme.test/cb',
        challengeAlgorithm: 'plain',
        state: 's1',
        scope: 'read',
        authRequestParams: [
          { key: 'access_type', value: 'offline', send_as: 'request_url' },
          { key: 'prompt', value: 'consent', send_as: 'request_url' },
        ],
      }),
    }),
    expected: [
      {
        ...fromCollection,
        grant: 'authorizationCode',
        authUrl: 'https://login.acme.test/authorize',
        redirect: 'https://app.acme.test/cb',
        scope: 'read',
        signIn: ['codeChallengeMethod=plain', 'prompt=consent'],
        extras: ['access_type=offline (authorizing)'],
      },
    ],
  },
  {
    name: 'a Postman collection that signs in with the browser of the system',
    text: collection({
      auth: oauth2({
        accessTokenUrl: url,
        authUrl: 'https://login.acme.test/authorize',
        clientId: 'app-7',
        useBrowser: true,
        redirect_uri: 'https://app.acme.test/cb',
      }),
    }),
    expected: [
      {
        ...publicClient,
        auth: 'basic',
        title: 'Acme API',
        name: 'Acme API',
        grant: 'authorizationCode',
        authUrl: 'https://login.acme.test/authorize',
        redirect: 'https://oauth.pstmn.io/v1/callback',
      },
    ],
  },
  {
    name: 'a Postman environment with the page at which people sign in',
    text: JSON.stringify({
      name: 'Acme',
      values: [
        { key: 'auth_url', value: 'https://login.acme.test/authorize' },
        { key: 'token_url', value: url },
        { key: 'callback_url', value: 'https://app.acme.test/cb' },
        { key: 'client_id', value: 'app-7' },
      ],
    }),
    expected: [
      {
        ...publicClient,
        title: 'Acme',
        name: 'Acme',
        grant: 'authorizationCode',
        authUrl: 'https://login.acme.test/authorize',
        redirect: 'https://app.acme.test/cb',
      },
    ],
  },
  {
    name: 'the address of a sign-in page',
    text: `https://login.acme.test/authorize?response_type=code&client_id=app-7&redirect_uri=\n  https%3A%2F%2Fapp.acme.test%2Fcb&scope=openid%20read&response_mode=form_post&state=s1\n`,
    expected: [
      {
        ...publicClient,
        name: 'login.acme.test',
        url: '',
        authUrl: 'https://login.acme.test/authorize',
        grant: 'authorizationCode',
        redirect: 'https://app.acme.test/cb',
        scope: 'openid read',
        signIn: ['responseMode=form_post'],
        leftOut: ['state: own-value'],
      },
    ],
  },
  {
    name: 'a Postman collection without a sign-in',
    text: collection({ item: [{ name: 'Call', request: 'https://api.acme.test' }] }),
    expected: 'no-token-request',
  },
  {
    name: 'a Postman collection with nonsense in it',
    text: collection({
      auth: 7,
      variable: 'x',
      item: [
        null,
        7,
        'x',
        [],
        { item: 'x' },
        { request: { url: [], header: 7, body: 'x', auth: [] } },
      ],
    }),
    expected: 'no-token-request',
  },

  { name: 'a share file', text: share(shared), expected: [fromShare] },
  {
    name: 'a share file of a provider that is not known',
    text: share({ ...shared, presetId: 'later' }),
    expected: [{ ...fromShare, preset: 'any-server' }],
  },
  {
    name: 'a share file that leads a known provider elsewhere',
    text: share({ ...shared, tokenEndpoint: 'https://evil.test/token' }),
    expected: [{ ...fromShare, url: 'https://evil.test/token', warnings: ['other-address'] }],
  },
  {
    name: 'a share file of a newer version',
    text: share(shared, { version: 3, more: 1 }),
    expected: 'newer-share-file',
  },
  {
    name: 'a share file with a member too many',
    text: share(shared, { more: 1 }),
    expected: 'damaged-share-file',
  },
  {
    name: 'a share file with a secret in it',
    text: share({ ...shared, clientSecret: 's3cr3t' }),
    expected: 'damaged-share-file',
  },
  {
    name: 'a share file with a user name in it',
    text: share({ ...shared, userName: 'ada' }),
    expected: 'damaged-share-file',
  },
  {
    name: 'a share file with plain http',
    text: share({ ...shared, tokenEndpoint: 'http://login.acme.test/token' }),
    expected: 'damaged-share-file',
  },
  {
    name: 'a share file with credentials in its address',
    text: share({ ...shared, tokenEndpoint: 'https://a:b@login.acme.test/token' }),
    expected: 'damaged-share-file',
  },
  {
    name: 'a share file without a version',
    text: json({ format: 'token-desk-share', profile: shared }),
    expected: 'unknown-file',
  },
  {
    name: 'a share file that was cut off',
    text: share(shared).slice(0, -20),
    expected: 'damaged-json',
  },
]

import type { Expected, ImportCase } from './case.ts'

const semansysUrl = 'https://oidc-pre.semansys.com/connect/token'
const socialIdUrl = 'https://api.socialidnow.com/v2/marketing/oauth/token'
const hex = '5d41402abc4b2a76b9719d911017c5925d41402abc4b2a76b9719d911017c592'

const semansys: Expected = { preset: 'semansys', url: semansysUrl, grant: 'password', auth: 'body' }
const filledSemansys: Expected = {
  ...semansys,
  id: 'acme-xbrl',
  secret: 'k9-s$cret',
  user: 'ada@acme.test',
  password: 'p%w 1',
}
const socialId: Expected = {
  preset: 'social-id',
  url: socialIdUrl,
  grant: 'password',
  auth: 'basic',
  id: '138',
  secret: hex,
  password: 'pw-1',
}
/** The server of each customer has a name of its own, so the path alone is a question. */
const organization: Expected = {
  preset: 'any-server',
  suggested: 'organization-api',
  url: 'https://{server}/oauth2/token',
  grant: 'clientCredentials',
  auth: 'basic',
}
const ours = 'https://acme.organization.test/oauth2/token'

/** The calls in the documentation of the three providers, as printed and filled in. */
export const documentedCases: readonly ImportCase[] = [
  {
    name: 'Semansys as printed',
    text: `curl -X POST "${semansysUrl}" \\\n  -H "Content-Type: application/x-www-form-urlencoded" \\\n  -d "grant_type=password" \\\n  -d "client_id=YOUR_CLIENT_ID" \\\n  -d "client_secret=YOUR_CLIENT_SECRET" \\\n  -d "username=YOUR_USERNAME" \\\n  -d "password=YOUR_PASSWORD"`,
    expected: [semansys],
  },
  {
    name: 'Semansys filled in, in the body of one option',
    text: `curl --location --request POST '${semansysUrl}' --header 'Content-Type: application/x-www-form-urlencoded' --data-urlencode 'grant_type=password' --data-urlencode 'client_id=acme-xbrl' --data-urlencode 'client_secret=k9-s$cret' --data-urlencode 'username=ada@acme.test' --data-urlencode 'password=p%w 1'`,
    expected: [{ ...filledSemansys, leftOut: ['--location: no-effect'] }],
  },
  {
    name: 'Semansys for cmd.exe',
    text: `curl -X POST ${semansysUrl} ^\r\n -d grant_type=password ^\r\n -d client_id=acme-xbrl ^\r\n --data-urlencode "client_secret=k9-s$cret" ^\r\n -d username=ada@acme.test ^\r\n --data-urlencode "password=p%w 1"`,
    expected: [filledSemansys],
  },
  {
    name: 'Semansys for PowerShell',
    text: `Invoke-RestMethod -Method Post -Uri ${semansysUrl} -Body @{\n grant_type='password'\n client_id='acme-xbrl'\n client_secret='k9-s$cret'\n username='ada@acme.test'\n password='p%w 1'\n}`,
    expected: [filledSemansys],
  },
  {
    name: 'Semansys in production',
    text: `curl https://oidc.semansys.com/connect/token -d grant_type=password -d client_id=acme-xbrl -d client_secret=k9 -d username=ada@acme.test -d password=pw-1`,
    expected: [
      {
        ...semansys,
        url: 'https://oidc.semansys.com/connect/token',
        id: 'acme-xbrl',
        secret: 'k9',
        user: 'ada@acme.test',
        password: 'pw-1',
      },
    ],
  },
  {
    name: 'Semansys without a client secret, which it needs',
    text: `curl ${semansysUrl} -d grant_type=password -d client_id=acme-xbrl -d username=ada@acme.test -d password=pw-1`,
    expected: [{ ...semansys, id: 'acme-xbrl', user: 'ada@acme.test', password: 'pw-1' }],
  },
  {
    name: 'a refresh at Semansys',
    text: `curl ${semansysUrl} -d grant_type=refresh_token -d client_id=acme-xbrl -d client_secret=k9 -d refresh_token=r-1`,
    expected: [
      { ...semansys, grant: 'refreshToken', id: 'acme-xbrl', secret: 'k9', refreshToken: 'r-1' },
    ],
  },
  {
    name: 'a stranger whose name ends like Semansys',
    text: `curl https://evilsemansys.com/connect/token -d grant_type=password -d client_id=a -d client_secret=b -d username=c -d password=d`,
    expected: [
      {
        name: 'evilsemansys.com',
        preset: 'any-server',
        url: 'https://evilsemansys.com/connect/token',
        grant: 'password',
        auth: 'body',
        id: 'a',
        secret: 'b',
        user: 'c',
        password: 'd',
      },
    ],
  },
  {
    name: 'Social ID as printed',
    text: `curl -X POST -u "{client_id}:{client_secret}" ${socialIdUrl} -d "grant_type=password&username={username}&password={password}"`,
    expected: [{ preset: 'social-id', url: socialIdUrl, grant: 'password', auth: 'basic' }],
  },
  {
    name: 'Social ID with a user name',
    text: `curl -u 138:${hex} ${socialIdUrl} -d grant_type=password -d username=ada -d password=pw-1`,
    expected: [{ ...socialId, user: 'ada' }],
  },
  {
    name: 'Social ID with an e-mail address',
    text: `curl -u 138:${hex} ${socialIdUrl} -d grant_type=password -d email_address=ada@acme.test -d password=pw-1`,
    expected: [{ ...socialId, user: 'ada@acme.test', userField: 'email_address' }],
  },
  {
    name: 'Social ID with a Basic header',
    text: `curl ${socialIdUrl} -H 'Authorization: Basic ${btoa(`138:${hex}`)}' -d grant_type=password -d username=ada -d password=pw-1`,
    expected: [{ ...socialId, user: 'ada' }],
  },
  {
    name: 'Social ID with both names, of which it takes one',
    text: `curl -u 138:${hex} ${socialIdUrl} -d grant_type=password -d username=ada -d email_address=ada@acme.test -d password=pw-1`,
    expected: [{ ...socialId, user: 'ada', leftOut: ['email_address: repeated'] }],
  },
  {
    name: 'Organization API with a word in capitals for the server',
    text: 'curl -X POST -u CLIENT_ID:CLIENT_SECRET https://SERVER/oauth2/token -d grant_type=client_credentials',
    expected: [organization],
  },
  {
    name: 'Organization API as printed, with Basic',
    text: `curl -X POST https://{server_address}/oauth2/token -H "Authorization: Basic base64(clientId:clientSecret)" -d grant_type=client_credentials`,
    expected: [organization],
  },
  {
    name: 'Organization API as printed, in the query string',
    text: `curl -X POST "https://{server_address}/oauth2/token?grant_type=client_credentials&client_id={client_id}&client_secret={client_secret}"`,
    expected: [{ ...organization, auth: 'query' }],
  },
  {
    name: 'Organization API with Basic',
    text: `curl -X POST ${ours} -u app-7:s3cr3t -d grant_type=client_credentials`,
    expected: [
      { ...organization, name: 'acme.organization.test', url: ours, id: 'app-7', secret: 's3cr3t' },
    ],
  },
  {
    name: 'Organization API in the query string',
    text: `curl -X POST '${ours}?grant_type=client_credentials&client_id=app-7&client_secret=s3%26t'`,
    expected: [
      {
        ...organization,
        name: 'acme.organization.test',
        auth: 'query',
        url: ours,
        id: 'app-7',
        secret: 's3&t',
      },
    ],
  },
  {
    name: 'a refresh at Organization API',
    text: `curl -X POST ${ours} -u app-7:s3cr3t -d grant_type=refresh_token -d refresh_token=r-1`,
    expected: [
      {
        ...organization,
        name: 'acme.organization.test',
        grant: 'refreshToken',
        url: ours,
        id: 'app-7',
        secret: 's3cr3t',
        refreshToken: 'r-1',
      },
    ],
  },
  {
    name: 'another service with the same path',
    text: `curl -X POST https://acme.auth.eu-west-1.amazoncognito.com/oauth2/token -u app-7:s3cr3t -d grant_type=client_credentials`,
    expected: [
      {
        name: 'acme.auth.eu-west-1.amazoncognito.com',
        preset: 'any-server',
        url: 'https://acme.auth.eu-west-1.amazoncognito.com/oauth2/token',
        grant: 'clientCredentials',
        auth: 'basic',
        id: 'app-7',
        secret: 's3cr3t',
      },
    ],
  },
  {
    name: 'the same path with a scope',
    text: `curl -X POST ${ours} -u app-7:s3cr3t -d grant_type=client_credentials -d scope=read`,
    expected: [
      {
        name: 'acme.organization.test',
        preset: 'any-server',
        url: ours,
        grant: 'clientCredentials',
        auth: 'basic',
        id: 'app-7',
        secret: 's3cr3t',
        scope: 'read',
      },
    ],
  },
]

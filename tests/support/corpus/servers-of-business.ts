import { type AnswerCase, answering, jwtOf, obtained, sentAt } from './answer-case.ts'

const seconds = sentAt / 1000
const hourJwt = jwtOf({ iat: seconds, exp: seconds + 3600 })
const hex = (pair: string) => pair.repeat(32)

/** Accounting, payment, commerce and logistics. */
export const serversOfBusiness: readonly AnswerCase[] = [
  answering(
    'Semansys answers by the book',
    'Semansys documentation',
    {
      access_token: hourJwt,
      token_type: 'bearer',
      expires_in: 3600,
      refresh_token: '8e1c77d0',
      scope: 'read write',
    },
    obtained({
      accessToken: hourJwt,
      tokenType: 'bearer',
      expiresIn: 3600,
      refreshToken: '8e1c77d0',
      scope: ['read', 'write'],
    }),
    { grantType: 'password' },
  ),
  {
    name: 'Social ID ends its object with a comma',
    seen: 'Social ID documentation, example',
    grantType: 'password',
    status: 200,
    headers: { 'content-type': 'application/json' },
    body: `{\n  "access_token": "${hex('ab')}",\n  "expires_in": 604800,\n  "token_type": "bearer",\n  "refresh_token": "${hex('cd')}",\n}\n`,
    wanted: obtained(
      {
        accessToken: hex('ab'),
        tokenType: 'bearer',
        expiresIn: 604800,
        refreshToken: hex('cd'),
      },
      ['trailing-comma'],
    ),
  },
  answering(
    'Organization API gives a client a refresh token and no type',
    'Organization API documentation; RFC 6749 §4.4.3',
    { access_token: 'a7c1f0', refresh_token: 'b8d2e1', expires_in: 3600 },
    obtained({ accessToken: 'a7c1f0', refreshToken: 'b8d2e1', expiresIn: 3600 }, [
      'token-type-missing',
    ]),
  ),
  answering(
    'PayPal tells about the app',
    'PayPal REST, client credentials',
    {
      scope: 'https://uri.paypal.example/services/invoicing openid',
      access_token: 'A21AAFEpH4PsADK7qSS7pSRsgzfENtu',
      token_type: 'Bearer',
      app_id: 'APP-80W284485P519543T',
      expires_in: 31668,
      nonce: '2026-11-21T12:00:00ZaYZlGvEkV4yVSz8g6bAKFoGSEzuy3CQcz3ljhibkOHg',
    },
    obtained(
      {
        accessToken: 'A21AAFEpH4PsADK7qSS7pSRsgzfENtu',
        expiresIn: 31668,
        scope: ['https://uri.paypal.example/services/invoicing', 'openid'],
      },
      ['extra-fields'],
    ),
  ),
  answering(
    'Amazon writes a vertical bar into its tokens',
    'Login with Amazon; RFC 6750 §2.1 does not allow the bar',
    {
      access_token: 'Atza|IQEBLjAsAhRmHjNgHpi0U',
      token_type: 'bearer',
      expires_in: 3600,
      refresh_token: 'Atzr|IQEBLzAtAhRPpMJxdwVz2',
    },
    obtained({
      accessToken: 'Atza|IQEBLjAsAhRmHjNgHpi0U',
      tokenType: 'bearer',
      expiresIn: 3600,
      refreshToken: 'Atzr|IQEBLzAtAhRPpMJxdwVz2',
    }),
    { grantType: 'refreshToken' },
  ),
  answering(
    'QuickBooks gives the refresh token a life of its own',
    'Intuit QuickBooks Online',
    {
      token_type: 'bearer',
      expires_in: 3600,
      refresh_token: 'AB11730384727',
      x_refresh_token_expires_in: 8726400,
      access_token: 'eyJlbmMiOiJBMTI4Q0JDLUhTMjU2In0..x.y.z',
    },
    obtained(
      {
        accessToken: 'eyJlbmMiOiJBMTI4Q0JDLUhTMjU2In0..x.y.z',
        tokenType: 'bearer',
        expiresIn: 3600,
        refreshToken: 'AB11730384727',
        refreshExpiresIn: 8726400,
      },
      ['extra-fields'],
    ),
    { grantType: 'refreshToken' },
  ),
  answering(
    'Xero grants several scopes',
    'Xero custom connections',
    {
      access_token: hourJwt,
      expires_in: 1800,
      token_type: 'Bearer',
      scope: 'accounting.transactions accounting.contacts',
    },
    obtained({
      accessToken: hourJwt,
      expiresIn: 1800,
      scope: ['accounting.transactions', 'accounting.contacts'],
    }),
  ),
  answering(
    'bol.com issues a token of five minutes',
    'bol.com Retailer API',
    { access_token: hourJwt, token_type: 'Bearer', expires_in: 299, scope: 'RETAILER' },
    obtained({ accessToken: hourJwt, expiresIn: 299, scope: ['RETAILER'] }),
  ),
  answering(
    'bunq does not say how long the token lives',
    'bunq OAuth',
    { access_token: '8baec0acf5fa', token_type: 'bearer', state: '594f5548-6dfb-4b02' },
    obtained({ accessToken: '8baec0acf5fa', tokenType: 'bearer' }, [
      'expires-in-missing',
      'extra-fields',
    ]),
  ),
  answering(
    'Stripe Connect tells whose account it is',
    'Stripe Connect, refresh',
    {
      access_token: 'sk_test_of-nobody',
      livemode: false,
      refresh_token: 'rt_of-nobody',
      token_type: 'bearer',
      stripe_publishable_key: 'pk_of-nobody',
      stripe_user_id: 'acct_1',
      scope: 'read_write',
    },
    obtained(
      {
        accessToken: 'sk_test_of-nobody',
        tokenType: 'bearer',
        refreshToken: 'rt_of-nobody',
        scope: ['read_write'],
      },
      ['expires-in-missing', 'extra-fields'],
    ),
    { grantType: 'refreshToken' },
  ),
  answering(
    'Square writes the end as a date',
    'Square OAuth',
    {
      access_token: 'EAAAEL_ACCESS',
      token_type: 'bearer',
      expires_at: '2026-12-21T12:00:00Z',
      merchant_id: 'MLQW',
      refresh_token: 'EQAAE_REFRESH',
    },
    obtained({ accessToken: 'EAAAEL_ACCESS', tokenType: 'bearer', refreshToken: 'EQAAE_REFRESH' }, [
      'expires-in-missing',
      'extra-fields',
    ]),
    { grantType: 'refreshToken' },
  ),
  answering(
    'Shopify leaves out the type and separates scopes by commas',
    'Shopify Admin API, client credentials',
    {
      access_token: 'shpat_of-nobody',
      scope: 'write_orders,read_customers',
      expires_in: 86399,
    },
    obtained(
      {
        accessToken: 'shpat_of-nobody',
        expiresIn: 86399,
        scope: ['write_orders', 'read_customers'],
      },
      ['token-type-missing', 'scope-shape'],
    ),
  ),
  answering(
    'eBay names the kind of token by what it is for',
    'eBay, client credentials',
    { access_token: 'v^1.1#i^1#p^1#r^0', expires_in: 7200, token_type: 'Application Access Token' },
    obtained(
      {
        accessToken: 'v^1.1#i^1#p^1#r^0',
        expiresIn: 7200,
        tokenType: 'Application Access Token',
      },
      ['token-type-case'],
    ),
  ),
  answering(
    'eBay names the token of a user likewise',
    'eBay, refresh; requests-oauthlib issue 403',
    { access_token: 'v^1.1#i^1#p^3#r^1', expires_in: 7200, token_type: 'User Access Token' },
    obtained(
      { accessToken: 'v^1.1#i^1#p^3#r^1', expiresIn: 7200, tokenType: 'User Access Token' },
      ['token-type-case'],
    ),
    { grantType: 'refreshToken' },
  ),
  answering(
    'UPS writes the life as text',
    'UPS OAuth, client credentials',
    {
      token_type: 'Bearer',
      issued_at: String(sentAt),
      client_id: 'b1nF5',
      access_token: hourJwt,
      expires_in: '14399',
      status: 'approved',
    },
    obtained({ accessToken: hourJwt, expiresIn: 14399 }, ['expires-in-text', 'extra-fields']),
  ),
  answering(
    'FedEx grants one scope',
    'FedEx, client credentials',
    { access_token: hourJwt, token_type: 'bearer', expires_in: 3599, scope: 'CXS' },
    obtained({ accessToken: hourJwt, tokenType: 'bearer', expiresIn: 3599, scope: ['CXS'] }),
  ),
  answering(
    'Amadeus grants an empty scope',
    'Amadeus Self-Service, client credentials',
    {
      type: 'amadeusOAuth2Token',
      username: 'ada@example.org',
      application_name: 'desk',
      client_id: '3sY9VNvXIjyJYd5mmOtOzJLuL1BzJBBp',
      token_type: 'Bearer',
      access_token: 'CpjU0sEenniHCgPDrndzOSWFk5mN',
      expires_in: 1799,
      state: 'approved',
      scope: '',
    },
    obtained({ accessToken: 'CpjU0sEenniHCgPDrndzOSWFk5mN', expiresIn: 1799, scope: [] }, [
      'extra-fields',
    ]),
  ),
  answering(
    'NetDocuments writes the life as text beside a token in base64',
    'NetDocuments; badgateway/oauth2-client issue 123',
    { access_token: '/DsAH2ykgeGG+4pPaJ5KMawlaVY=', expires_in: '2700', token_type: 'Bearer' },
    obtained({ accessToken: '/DsAH2ykgeGG+4pPaJ5KMawlaVY=', expiresIn: 2700 }, ['expires-in-text']),
  ),
  answering(
    'Salesforce says when the token was made and not when it ends',
    'Salesforce, password grant',
    {
      access_token: '00Dx0000000BV7z!AR8AQAxo9UfVkh8AlV0Gomt9Czx9LjHnSSpwBMmbRcgKFmxOtvxjTrKW1',
      instance_url: 'https://desk.my.salesforce.example',
      id: 'https://login.salesforce.example/id/00Dx0000000BV7z/005x00000012Q9P',
      token_type: 'Bearer',
      issued_at: String(sentAt),
      signature: 'CMJ4l+CCaPQiKjoOEwEig9H4wqhpuLSk4J2urAe+fVg=',
    },
    obtained(
      {
        accessToken: '00Dx0000000BV7z!AR8AQAxo9UfVkh8AlV0Gomt9Czx9LjHnSSpwBMmbRcgKFmxOtvxjTrKW1',
      },
      ['expires-in-missing', 'extra-fields'],
    ),
    { grantType: 'password' },
  ),
  answering(
    'Zoho wrote the life in milliseconds beside the seconds',
    'Zoho CRM until 2021; Weble/ZohoClient issue 11',
    {
      access_token: '1000.c2a7',
      expires_in_sec: 3600,
      api_domain: 'https://www.zohoapis.example',
      token_type: 'Bearer',
      expires_in: 3600000,
    },
    obtained({ accessToken: '1000.c2a7', expiresIn: 3600 }, [
      'expires-in-milliseconds',
      'extra-fields',
    ]),
    { grantType: 'refreshToken' },
  ),
  answering(
    'ServiceNow answers by the book',
    'ServiceNow, password grant',
    {
      access_token: 'gtnm8Y',
      refresh_token: 'Nlpf5x',
      scope: 'useraccount',
      token_type: 'Bearer',
      expires_in: 1799,
    },
    obtained({
      accessToken: 'gtnm8Y',
      refreshToken: 'Nlpf5x',
      scope: ['useraccount'],
      expiresIn: 1799,
    }),
    { grantType: 'password' },
  ),
  answering(
    'Marketo puts an address into the scope',
    'Adobe Marketo Engage, client credentials',
    {
      access_token: 'cdf01657-110d-4155-99a7-f986b2ff13a0:int',
      token_type: 'bearer',
      expires_in: 3599,
      scope: 'apis@example.org',
    },
    obtained({
      accessToken: 'cdf01657-110d-4155-99a7-f986b2ff13a0:int',
      tokenType: 'bearer',
      expiresIn: 3599,
      scope: ['apis@example.org'],
    }),
  ),
  answering(
    'Nomba puts the token into data',
    'Nomba API, TokenResponse schema',
    {
      code: '00',
      description: 'Success',
      data: {
        access_token: hourJwt,
        refresh_token: '01h4g',
        token_type: 'Bearer',
        expires_in: 3600,
      },
    },
    obtained({ accessToken: hourJwt, refreshToken: '01h4g', expiresIn: 3600 }, [
      'nested',
      'extra-fields',
    ]),
  ),
]

import { type AnswerCase, answering, jwtOf, obtained, sentAt } from './answer-case.ts'

const seconds = sentAt / 1000
const hourJwt = jwtOf({ iat: seconds, exp: seconds + 3600 })
const form = { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' } as const
const plainText = { 'content-type': 'text/plain; charset=utf-8' } as const

/** Social networks, media, messengers, devices and tools for developers. */
export const serversOfPeople: readonly AnswerCase[] = [
  answering(
    'GitHub answers a form unless it is asked for JSON',
    'GitHub OAuth apps, default format',
    {},
    obtained(
      {
        accessToken: 'gho_of-nobody-1',
        tokenType: 'bearer',
        scope: ['repo', 'gist'],
      },
      ['form-encoded', 'expires-in-missing', 'scope-shape'],
    ),
    {
      headers: form,
      body: 'access_token=gho_of-nobody-1&scope=repo%2Cgist&token_type=bearer',
    },
  ),
  answering(
    'GitHub separates scopes by commas in JSON as well',
    'GitHub OAuth apps, Accept: application/json',
    { access_token: 'gho_of-nobody-2', scope: 'repo,gist', token_type: 'bearer' },
    obtained({ accessToken: 'gho_of-nobody-2', tokenType: 'bearer', scope: ['repo', 'gist'] }, [
      'expires-in-missing',
      'scope-shape',
    ]),
  ),
  answering(
    'GitHub Apps give a refresh token with a life and an empty scope',
    'GitHub Apps, refreshing user access tokens',
    {
      access_token: 'ghu_of-nobody',
      expires_in: 28800,
      refresh_token: 'ghr_of-nobody',
      refresh_token_expires_in: 15897600,
      scope: '',
      token_type: 'bearer',
    },
    obtained(
      {
        accessToken: 'ghu_of-nobody',
        tokenType: 'bearer',
        expiresIn: 28800,
        refreshToken: 'ghr_of-nobody',
        refreshExpiresIn: 15897600,
        scope: [],
      },
      ['extra-fields'],
    ),
    { grantType: 'refreshToken' },
  ),
  answering(
    'Facebook issued app tokens as one pair of a form in plain text',
    'Facebook Graph API before 2.3, client credentials',
    {},
    obtained({ accessToken: '123456789|aBcDeF-gH' }, [
      'form-encoded',
      'expires-in-missing',
      'token-type-missing',
    ]),
    { headers: plainText, body: 'access_token=123456789|aBcDeF-gH' },
  ),
  answering(
    'Facebook named the life "expires" in a form in plain text',
    'Facebook Graph API before 2.3',
    {},
    obtained({ accessToken: 'CAAB4mEXAMPLE' }, [
      'form-encoded',
      'expires-in-missing',
      'token-type-missing',
      'extra-fields',
    ]),
    { headers: plainText, body: 'access_token=CAAB4mEXAMPLE&expires=5183999\n' },
  ),
  answering(
    'Facebook answers JSON today',
    'Facebook Graph API, client credentials',
    { access_token: '123456789|aBcDeF-gH', token_type: 'bearer' },
    obtained({ accessToken: '123456789|aBcDeF-gH', tokenType: 'bearer' }, ['expires-in-missing']),
  ),
  answering(
    'Instagram says who the user is and nothing about the token',
    'Instagram Basic Display; next-auth issue 8867',
    { access_token: 'IGQVJ0', user_id: 17841405793187218 },
    obtained({ accessToken: 'IGQVJ0' }, [
      'expires-in-missing',
      'token-type-missing',
      'extra-fields',
    ]),
  ),
  answering(
    'LinkedIn leaves out the type',
    'LinkedIn; deno-oauth2-client issue 37',
    { access_token: 'AQUvlL_DYEzvT2wz1QJiEPeLioeA', expires_in: 5184000 },
    obtained({ accessToken: 'AQUvlL_DYEzvT2wz1QJiEPeLioeA', expiresIn: 5184000 }, [
      'token-type-missing',
    ]),
  ),
  answering(
    'Slack calls the token after its bearer',
    'Slack oauth.v2.access with token rotation',
    {
      ok: true,
      access_token: 'xoxe.xoxb-of-nobody',
      expires_in: 43200,
      refresh_token: 'xoxe-of-nobody',
      token_type: 'bot',
      scope: 'commands,incoming-webhook',
      bot_user_id: 'U0KRQLJ9H',
      team: { name: 'Desk', id: 'T9TK3CUKW' },
      enterprise: null,
    },
    obtained(
      {
        accessToken: 'xoxe.xoxb-of-nobody',
        tokenType: 'bot',
        expiresIn: 43200,
        refreshToken: 'xoxe-of-nobody',
        scope: ['commands', 'incoming-webhook'],
      },
      ['token-type-case', 'scope-shape', 'extra-fields'],
    ),
    { grantType: 'refreshToken' },
  ),
  answering(
    'Slack calls the token of a user "user"',
    'Slack oauth.v2.user.access',
    { ok: true, access_token: 'xoxp-of-nobody', token_type: 'user', scope: 'chat:write' },
    obtained({ accessToken: 'xoxp-of-nobody', tokenType: 'user', scope: ['chat:write'] }, [
      'expires-in-missing',
      'token-type-case',
      'extra-fields',
    ]),
    { grantType: 'refreshToken' },
  ),
  answering(
    'Google refreshes without a new refresh token',
    'Google OAuth 2.0, refresh; RFC 6749 §6',
    {
      access_token: 'ya29.of-nobody',
      expires_in: 3599,
      scope: 'https://www.googleapis.example/auth/drive.readonly openid',
      token_type: 'Bearer',
    },
    obtained({
      accessToken: 'ya29.of-nobody',
      expiresIn: 3599,
      scope: ['https://www.googleapis.example/auth/drive.readonly', 'openid'],
    }),
    { grantType: 'refreshToken' },
  ),
  answering(
    'Apple adds an ID token',
    'Sign in with Apple, TokenResponse',
    {
      access_token: 'adg61.x.rrsv',
      token_type: 'Bearer',
      expires_in: 3600,
      refresh_token: 'rca7f1',
      id_token: hourJwt,
    },
    obtained({
      accessToken: 'adg61.x.rrsv',
      expiresIn: 3600,
      refreshToken: 'rca7f1',
      idToken: hourJwt,
    }),
    { grantType: 'refreshToken' },
  ),
  answering(
    'Discord issues a week',
    'Discord, client credentials',
    {
      access_token: '6qrZcUqja7812RVdnEKjpzOL4CvHBFG',
      token_type: 'Bearer',
      expires_in: 604800,
      scope: 'identify connections',
    },
    obtained({
      accessToken: '6qrZcUqja7812RVdnEKjpzOL4CvHBFG',
      expiresIn: 604800,
      scope: ['identify', 'connections'],
    }),
  ),
  answering(
    'Twitch lists scopes in an array',
    'Twitch; oauth2-rs issue 269',
    {
      access_token: 'rfx2uswqe8l4g1mkagrvg5tv0ks3',
      expires_in: 14124,
      refresh_token: '5b93chm6hdve3mycz05zfzatkfdenfspp1h1ar2xxdalen01',
      scope: ['channel:moderate', 'chat:edit'],
      token_type: 'bearer',
    },
    obtained(
      {
        accessToken: 'rfx2uswqe8l4g1mkagrvg5tv0ks3',
        tokenType: 'bearer',
        expiresIn: 14124,
        refreshToken: '5b93chm6hdve3mycz05zfzatkfdenfspp1h1ar2xxdalen01',
        scope: ['channel:moderate', 'chat:edit'],
      },
      ['scope-shape'],
    ),
    { grantType: 'refreshToken' },
  ),
  answering(
    'Twitch left out the type in its older API',
    'Twitch Kraken; justintv/Twitch-API issue 691',
    { access_token: 'x1', refresh_token: 'y1', scope: ['user_read'], expires_in: 13293 },
    obtained({ accessToken: 'x1', refreshToken: 'y1', scope: ['user_read'], expiresIn: 13293 }, [
      'token-type-missing',
      'scope-shape',
    ]),
    { grantType: 'refreshToken' },
  ),
  answering(
    'Twitter issues a token with percent signs that mean themselves',
    'Twitter application-only authentication',
    { token_type: 'bearer', access_token: 'AAAA%2FAAA%3DAAAAAAAA' },
    obtained({ accessToken: 'AAAA%2FAAA%3DAAAAAAAA', tokenType: 'bearer' }, ['expires-in-missing']),
  ),
  answering(
    'TikTok put everything into data',
    'TikTok Login Kit v1; SocialiteProviders pull request 1000',
    {
      data: {
        access_token: 'act.c39724355c65!6393',
        captcha: '',
        desc_url: '',
        description: '',
        error_code: 0,
        expires_in: 86400,
        open_id: 'cdbbfaea-34f6',
        refresh_expires_in: 31536000,
        refresh_token: 'rft.dc8946222f5c!6418',
        scope: 'user.info.basic',
      },
      message: 'success',
    },
    obtained(
      {
        accessToken: 'act.c39724355c65!6393',
        expiresIn: 86400,
        refreshToken: 'rft.dc8946222f5c!6418',
        refreshExpiresIn: 31536000,
        scope: ['user.info.basic'],
      },
      ['nested', 'token-type-missing', 'extra-fields'],
    ),
    { grantType: 'refreshToken' },
  ),
  answering(
    'WeChat calls its JSON plain text',
    'WeChat sns/oauth2/refresh_token',
    {
      access_token: 'OezXcEiiBSKSxW0eoylIeA',
      expires_in: 7200,
      refresh_token: 'OezXcEiiBSKSxW0eoylIeB',
      openid: 'oLVPpjqs9BhvzwPj5A',
      scope: 'snsapi_base,snsapi_userinfo',
    },
    obtained(
      {
        accessToken: 'OezXcEiiBSKSxW0eoylIeA',
        expiresIn: 7200,
        refreshToken: 'OezXcEiiBSKSxW0eoylIeB',
        scope: ['snsapi_base', 'snsapi_userinfo'],
      },
      ['content-type', 'token-type-missing', 'scope-shape', 'extra-fields'],
    ),
    { grantType: 'refreshToken', headers: { 'content-type': 'text/plain' } },
  ),
  answering(
    'QQ writes the life as text in JSON',
    'QQ Connect, fmt=json; synctv issue 329',
    {
      access_token: 'A852CFCD2CD60BF58D3BCA9635CDDC01',
      expires_in: '5184000',
      refresh_token: '3EBCD83C8CB7DE7E889A8125',
    },
    obtained(
      {
        accessToken: 'A852CFCD2CD60BF58D3BCA9635CDDC01',
        expiresIn: 5184000,
        refreshToken: '3EBCD83C8CB7DE7E889A8125',
      },
      ['expires-in-text', 'token-type-missing'],
    ),
    { grantType: 'refreshToken' },
  ),
  answering(
    'DingTalk writes camel case and "expireIn"',
    'DingTalk v1.0/oauth2/accessToken; nodeskclaw pull request 95',
    { accessToken: 'fw8ef8we8f76e6f7s8dxxxx', expireIn: 7200 },
    obtained({ accessToken: 'fw8ef8we8f76e6f7s8dxxxx', expiresIn: 7200 }, [
      'member-names',
      'token-type-missing',
    ]),
  ),
  answering(
    'Naver writes the life as text',
    'Naver Login; oauth4webapi pull request 47',
    {
      access_token: 'AAAAQosjWDJieBiQZc3to9YQp6HDLvrmyKC',
      refresh_token: 'c8ceMEJisO4Se7uGCEYKK1p52L93',
      token_type: 'bearer',
      expires_in: '3600',
    },
    obtained(
      {
        accessToken: 'AAAAQosjWDJieBiQZc3to9YQp6HDLvrmyKC',
        tokenType: 'bearer',
        expiresIn: 3600,
        refreshToken: 'c8ceMEJisO4Se7uGCEYKK1p52L93',
      },
      ['expires-in-text'],
    ),
    { grantType: 'refreshToken' },
  ),
  answering(
    'VK means "without end" by a life of nothing',
    'VKontakte, scope offline; ruby oauth2 pull request 284',
    { access_token: '533bacf01e11f55b536a565b57531ac1', expires_in: 0, user_id: 66748 },
    obtained({ accessToken: '533bacf01e11f55b536a565b57531ac1' }, [
      'expires-in-absurd',
      'token-type-missing',
      'extra-fields',
    ]),
  ),
  answering(
    'Mailchimp means "without end" by a life of nothing',
    'Mailchimp; requests-oauthlib issue 509',
    { access_token: '5c6ccc561059aa386da9d112215bae55', expires_in: 0, scope: null },
    obtained({ accessToken: '5c6ccc561059aa386da9d112215bae55' }, [
      'expires-in-absurd',
      'token-type-missing',
    ]),
  ),
  answering(
    'Netatmo says the life twice and lists scopes in an array',
    'Netatmo; mqtt-netatmo-bridge issue 55',
    {
      access_token: '52d42f05187759f2|a1',
      refresh_token: '52d42f05187759f2|b2',
      scope: ['read_station'],
      expires_in: 10800,
      expire_in: 10800,
    },
    obtained(
      {
        accessToken: '52d42f05187759f2|a1',
        refreshToken: '52d42f05187759f2|b2',
        scope: ['read_station'],
        expiresIn: 10800,
      },
      ['token-type-missing', 'scope-shape', 'extra-fields'],
    ),
    { grantType: 'password' },
  ),
  answering(
    'Strava says when the token ends as well',
    'Strava, refresh',
    {
      token_type: 'Bearer',
      access_token: 'a9b723',
      expires_at: seconds + 21600,
      expires_in: 21600,
      refresh_token: 'b5c569',
    },
    obtained({ accessToken: 'a9b723', expiresIn: 21600, refreshToken: 'b5c569' }, ['extra-fields']),
    { grantType: 'refreshToken' },
  ),
  answering(
    'Fitbit names the user',
    'Fitbit Web API, refresh',
    {
      access_token: hourJwt,
      expires_in: 28800,
      refresh_token: 'd7ddf6167e39',
      scope: 'activity sleep',
      token_type: 'Bearer',
      user_id: 'GGNJL9',
    },
    obtained(
      {
        accessToken: hourJwt,
        expiresIn: 28800,
        refreshToken: 'd7ddf6167e39',
        scope: ['activity', 'sleep'],
      },
      ['extra-fields'],
    ),
    { grantType: 'refreshToken' },
  ),
  answering(
    'Asana has a member data that holds no token',
    'Asana OAuth, refresh',
    {
      access_token: 'f6ds7fdsa69ags7ag9sd5a',
      expires_in: 3600,
      token_type: 'bearer',
      data: { id: 4673218951, name: 'Ada', email: 'ada@example.org' },
    },
    obtained({ accessToken: 'f6ds7fdsa69ags7ag9sd5a', tokenType: 'bearer', expiresIn: 3600 }, [
      'extra-fields',
    ]),
    { grantType: 'refreshToken' },
  ),
  answering(
    'Box names restrictions that there are not',
    'Box, client credentials',
    { access_token: 'c3FIOG9vSGV4', expires_in: 4169, restricted_to: [], token_type: 'bearer' },
    obtained({ accessToken: 'c3FIOG9vSGV4', tokenType: 'bearer', expiresIn: 4169 }, [
      'extra-fields',
    ]),
  ),
  answering(
    'Imgur issues a token of ten years without a scope',
    'Imgur, refresh',
    {
      access_token: '5c3118ebb73fbb275945ab340be60b610a3216d6',
      expires_in: 315360000,
      token_type: 'bearer',
      scope: null,
      refresh_token: 'd36b474c95bb9ee54b992ac0ae0a9dc31a1cd0bf',
      account_id: 45344,
    },
    obtained(
      {
        accessToken: '5c3118ebb73fbb275945ab340be60b610a3216d6',
        tokenType: 'bearer',
        expiresIn: 315360000,
        refreshToken: 'd36b474c95bb9ee54b992ac0ae0a9dc31a1cd0bf',
      },
      ['extra-fields'],
    ),
    { grantType: 'refreshToken' },
  ),
  answering(
    'Bitbucket calls them scopes',
    'Bitbucket Cloud; oauth2-bitbucket pull request 7',
    {
      access_token: 'W2nJ',
      scopes: 'repository:write account',
      expires_in: 7200,
      token_type: 'bearer',
    },
    obtained(
      {
        accessToken: 'W2nJ',
        tokenType: 'bearer',
        expiresIn: 7200,
        scope: ['repository:write', 'account'],
      },
      ['member-names'],
    ),
  ),
  answering(
    'A Docker registry calls it token',
    'Distribution token authentication',
    { token: hourJwt, expires_in: 300, issued_at: '2026-11-21T12:00:00Z' },
    obtained({ accessToken: hourJwt, expiresIn: 300 }, [
      'member-names',
      'token-type-missing',
      'extra-fields',
    ]),
  ),
  answering(
    'A Docker registry gives the same token under two names',
    'Distribution token authentication: both may appear and should be equal',
    { token: hourJwt, access_token: hourJwt, expires_in: 300 },
    obtained({ accessToken: hourJwt, expiresIn: 300 }, ['token-type-missing', 'extra-fields']),
  ),
]

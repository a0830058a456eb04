import type { Details } from './details.ts'
import { leaveOut, type Pair } from './request/pasted-request.ts'

type Field = Exclude<
  keyof Details,
  | 'title'
  | 'name'
  | 'parameters'
  | 'headers'
  | 'leftOut'
  | 'warnings'
  | 'bodyFormat'
  | 'authentication'
  | 'codeChallengeMethod'
  | 'responseMode'
  | 'prompt'
>

/** Usual names for the parts of a profile, in letters and digits alone. */
const names: readonly (readonly [Field, RegExp])[] = [
  ['refreshUrl', /^(oauth2?)?refresh(token)?(url|uri|endpoint)$/],
  [
    'url',
    /^(oauth2?|auth|access|sso|idp|identity|oidc)*(token|accesstoken)(request)?(url|uri|endpoint|address)$|^(oauth2?|authserver|oauthserver)(url|uri|endpoint)$/,
  ],
  ['authorizationUrl', /^(oauth2?|oidc)?(auth|authori[sz]e|authori[sz]ation)(url|uri|endpoint)$/],
  ['deviceUrl', /^(oauth2?)?device(code|auth|authori[sz]ation)?(url|uri|endpoint)$/],
  ['redirectAddress', /^(oauth2?)?(redirect|callback|reply)(url|uri|address)$/],
  ['loginHint', /^loginhint$/],
  ['grantType', /^(oauth2?)?granttype$/],
  [
    'clientId',
    /^(oauth2?|api|app|application)*(clientid|clientidentifier|appid|applicationid|consumerkey|client)$/,
  ],
  [
    'clientSecret',
    /^(oauth2?|api|app|application)*(clientsecret|appsecret|apisecret|clientkey|consumersecret|secret)$/,
  ],
  ['userName', /^(oauth2?|api)?(username|user|login|email|emailaddress|userid)$/],
  ['password', /^(oauth2?|api|user)?(password|passwd|pwd|pass)$/],
  ['refreshToken', /^(oauth2?)?refreshtoken$/],
  ['scope', /^(oauth2?|token|access)?scopes?$/],
  ['audience', /^(oauth2?)?(audience|aud)$/],
  ['resource', /^(oauth2?)?resource$/],
]

const fieldOf = (name: string): Field | undefined => {
  const plain = name.toLowerCase().replace(/[^a-z0-9]/g, '')
  return names.find(([, pattern]) => pattern.test(plain))?.[0]
}

/**
 * Finds the parts of a profile in a list of free names and values; the first of several with the
 * same meaning counts. Entries without a meaning are named as left out.
 */
export function detailsFromNames(title: string, pairs: readonly Pair[]): Details {
  const found: Partial<Record<Field, string>> = {}
  const rest: string[] = []
  for (const [name, value] of pairs) {
    const field = fieldOf(name)
    if (field !== undefined && found[field] === undefined) found[field] = value
    else if (value !== '') rest.push(name)
  }
  const { url = '', ...others } = found
  return {
    title,
    name: title,
    url,
    ...others,
    leftOut: rest.slice(0, 100).map((name) => leaveOut(name, 'not-needed')),
  }
}

/** Returns true if a list names enough parts to be a profile. */
export function namesProfile({ url, clientId, clientSecret }: Details): boolean {
  return clientId !== undefined || (url !== '' && clientSecret !== undefined)
}

import type { TokenGrant } from '../../../src/main/oauth/request/token-request.ts'
import { grants } from '../../../src/shared/grants/facts.ts'
import type { Secrets } from '../../../src/shared/profile.ts'
import { type ProfileSettings, profileSettings } from '../../../src/shared/settings/index.ts'
import { makeSettings, type SettingsOptions } from '../profiles/settings.ts'
import type { Field } from './decode.ts'

/** What a profile does: runs its grant, or uses a refresh token that its grant brought. */
export const runs = [
  { grantType: 'password', isRefresh: false },
  { grantType: 'clientCredentials', isRefresh: false },
  { grantType: 'refreshToken', isRefresh: true },
  { grantType: 'password', isRefresh: true },
  { grantType: 'clientCredentials', isRefresh: true },
] as const

export const clients = [
  { clientAuthentication: 'basic', basicEncoding: 'form' },
  { clientAuthentication: 'basic', basicEncoding: 'raw' },
  { clientAuthentication: 'body' },
  { clientAuthentication: 'query' },
  { clientAuthentication: 'none' },
  { clientAuthentication: 'none', isNameless: true },
] as const

export interface Choice {
  readonly run: (typeof runs)[number]
  readonly client: {
    readonly clientAuthentication: SettingsOptions['clientAuthentication']
    readonly basicEncoding?: SettingsOptions['basicEncoding']
    readonly isNameless?: boolean
  }
  readonly bodyFormat: SettingsOptions['bodyFormat']
  readonly hasOwnUserField: boolean
  readonly hasScope: boolean
  readonly hasAudience: boolean
  readonly resources: 0 | 1 | 2
  readonly extras: 'none' | 'plain' | 'secret'
  readonly hasRefreshEndpoint: boolean
}

/** What a server has to find in the request. */
export interface Expected {
  readonly path: string
  readonly contentType: string
  readonly query: readonly Field[]
  readonly body: readonly Field[]
  /** Id and secret in HTTP Basic. */
  readonly client: { readonly encoding: 'form' | 'raw'; readonly pair: string } | null
  readonly headers: readonly Field[]
  /** Every secret of the profile, and whether this request needs it. */
  readonly secrets: readonly { readonly value: string; readonly isSent: boolean }[]
}

export interface RequestCase {
  readonly settings: ProfileSettings
  readonly secrets: Secrets
  readonly grant: TokenGrant
  readonly expected: Expected
}

/** How the text of a field is made of the field's name; each must be another text. */
export type Write = (label: string) => string

const moments = ['always', 'obtaining', 'refreshing'] as const

/** With every character that some encoding gives a meaning to. */
export const special: Write = (label) => `${label} +%&=:/é💶"\\'<>#?;,~%2B ${label}`

/** RFC 6749 §3.3 has no more than this in a word of the scope. */
const scopeWord = (text: string) => text.replace(/[^\x21\x23-\x5b\x5d-\x7e]/g, '')
const name = (text: string) => text.replace(/\s/g, '')
const uri = (text: string) => `https://api.example/${text.replace(/[\s#]/g, '')}`

interface Extra {
  readonly name: string
  readonly value: string
  readonly sentWith: (typeof moments)[number]
}

const settingOf = ({ name, value, sentWith }: Extra, secret: boolean) =>
  secret ? { secret, name, sentWith } : { secret, name, value, sentWith }

/** The case that a choice describes, with the server at `origin`. */
export function caseOf(choice: Choice, origin: string, write: Write): RequestCase {
  const { run, client, bodyFormat } = choice
  const { clientAuthentication, isNameless = false, basicEncoding = 'form' } = client
  const isSecret = choice.extras === 'secret'
  const extras = choice.extras === 'none' ? [] : moments
  const parameters = extras.map(
    (sentWith): Extra => ({
      name: name(write(`parameter-${sentWith}`)),
      value: write(`value-of-parameter-${sentWith}`),
      sentWith,
    }),
  )
  const headers = extras.map(
    (sentWith): Extra => ({
      name: `X-Extra-${sentWith}`,
      value: write(`value-of-header-${sentWith}`),
      sentWith,
    }),
  )
  const clientId = isNameless ? '' : write('client-id')
  const clientSecret = write('client-secret')
  const password = write('password')
  const refreshToken = write('refresh-token')
  const userName = write('user-name')
  const userNameField = choice.hasOwnUserField ? name(write('user-name-field')) : 'username'
  const scope = choice.hasScope ? `${scopeWord(write('scope'))} write` : ''
  const audience = choice.hasAudience ? write('audience') : ''
  const resources = ['one', 'other'].slice(0, choice.resources).map((each) => uri(write(each)))

  const isSent = ({ sentWith }: Extra) =>
    sentWith === 'always' || (sentWith === 'refreshing') === run.isRefresh
  const asFields = (all: readonly Extra[]) =>
    all.filter(isSent).map(({ name, value }): Field => [name, value])
  const fields = (...all: readonly (Field | false)[]) => all.filter((each) => each !== false)

  const isFollowing = run.isRefresh && run.grantType !== 'refreshToken'
  const hasClientSecret = clientAuthentication === 'body' || clientAuthentication === 'query'
  const others = fields(
    ['grant_type', run.isRefresh ? 'refresh_token' : grants[run.grantType].wireName],
    (hasClientSecret || (clientAuthentication === 'none' && !isNameless)) && [
      'client_id',
      clientId,
    ],
    hasClientSecret && ['client_secret', clientSecret],
    run.isRefresh && ['refresh_token', refreshToken],
    scope !== '' && !isFollowing && ['scope', scope],
    audience !== '' && ['audience', audience],
    ...resources.map((each): Field => ['resource', each]),
    ...asFields(parameters),
  )
  const user = fields(
    run.grantType === 'password' && !run.isRefresh && [userNameField, userName],
    run.grantType === 'password' && !run.isRefresh && ['password', password],
  )
  const isElsewhere = run.isRefresh && choice.hasRefreshEndpoint
  const own = fields(!isElsewhere && ['tenant', 'a b'])
  const isInQuery = clientAuthentication === 'query'

  return {
    settings: profileSettings.parse(
      makeSettings({
        name: 'A case',
        tokenEndpoint: `${origin}/token?tenant=a%20b`,
        refreshEndpoint: choice.hasRefreshEndpoint ? `${origin}/refresh` : '',
        grantType: run.grantType,
        clientAuthentication,
        basicEncoding,
        bodyFormat,
        clientId,
        userName,
        userNameField,
        scope,
        audience,
        resource: resources.join(' '),
        extraParameters: parameters.map((extra) => settingOf(extra, isSecret)),
        extraHeaders: headers.map((extra) => settingOf(extra, isSecret)),
      }),
    ),
    secrets: {
      clientSecret,
      password,
      refreshToken,
      ...Object.fromEntries([
        ...parameters.map(({ name, value, sentWith }) => [`parameter:${sentWith}:${name}`, value]),
        ...headers.map(({ name, value, sentWith }) => [`header:${sentWith}:${name}`, value]),
      ]),
    },
    grant: run.isRefresh ? { kind: 'refreshToken', refreshToken } : { kind: run.grantType },
    expected: {
      path: isElsewhere ? '/refresh' : '/token',
      contentType: bodyFormat === 'json' ? 'application/json' : 'application/x-www-form-urlencoded',
      query: isInQuery ? [...own, ...others] : own,
      body: isInQuery ? user : [...others, ...user],
      client:
        clientAuthentication === 'basic'
          ? { encoding: basicEncoding, pair: `${clientId}:${clientSecret}` }
          : null,
      headers: asFields(headers).map(([name, value]): Field => [name.toLowerCase(), value]),
      secrets: [
        { value: clientSecret, isSent: clientAuthentication !== 'none' },
        { value: password, isSent: user.length > 0 },
        { value: refreshToken, isSent: run.isRefresh },
        ...[...parameters, ...headers].map((extra) => ({
          value: extra.value,
          isSent: isSent(extra),
        })),
      ],
    },
  }
}

const bools = [false, true] as const

/** Every choice that goes with this run and this client. */
export function choicesOf(run: Choice['run'], client: Choice['client']): readonly Choice[] {
  // Only a password grant names a user.
  const userFields = run.grantType === 'password' && !run.isRefresh ? bools : ([false] as const)
  // Whoever obtains a token has to leave the refresh endpoint alone.
  const refreshEndpoints = run.isRefresh ? bools : ([true] as const)
  return (['form', 'json'] as const).flatMap((bodyFormat) =>
    userFields.flatMap((hasOwnUserField) =>
      bools.flatMap((hasScope) =>
        bools.flatMap((hasAudience) =>
          ([0, 1, 2] as const).flatMap((resources) =>
            (['none', 'plain', 'secret'] as const).flatMap((extras) =>
              refreshEndpoints.map((hasRefreshEndpoint) => ({
                run,
                client,
                bodyFormat,
                hasOwnUserField,
                hasScope,
                hasAudience,
                resources,
                extras,
                hasRefreshEndpoint,
              })),
            ),
          ),
        ),
      ),
    ),
  )
}

export const nameOf = (run: Choice['run'], client: Choice['client']): string =>
  [
    run.isRefresh && run.grantType !== 'refreshToken' && 'refresh_token after',
    run.grantType,
    'with',
    client.clientAuthentication,
    client.basicEncoding,
    client.isNameless && 'without a client id',
  ]
    .filter(Boolean)
    .join(' ')

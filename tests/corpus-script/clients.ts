import { OAuth2Client } from '@badgateway/oauth2-client'
import * as oauth from 'oauth4webapi'
import { ClientCredentials, ResourceOwnerPassword } from 'simple-oauth2'
import { readTokenResponse } from '../../src/main/oauth/response/token-response.ts'
import { type AnswerCase, answeredAt, planted } from '../support/corpus/answer-case.ts'
import { createNodeHttp } from '../support/ports/node-http.ts'

/**
 * Asks `origin + path` for a token with the grant of a case. Resolves with the access
 * token that is handed out, `null` if none is; may reject with any error instead.
 */
export type Ask = (origin: string, path: string, answerCase: AnswerCase) => Promise<unknown>

const clientId = 'corpus'
const username = 'ada'
const { clientSecret, password, refreshToken } = planted

const askTokenDesk: Ask = async (origin, path, { grantType, rules = [] }) => {
  const request = { method: 'POST', url: origin + path, headers: {}, body: '' } as const
  const result = await createNodeHttp().send(request, new AbortController().signal)
  const isAnswer = result.kind === 'answer' || result.kind === 'too-large'
  if (!isAnswer) return null
  const answer =
    result.kind === 'answer' ? result : { ...result, headers: {}, body: 'too-large' as const }
  const secrets = Object.values(planted)
  const reading = readTokenResponse(answer, { grantType, now: answeredAt, rules, secrets })
  return reading.kind === 'token' ? reading.token.accessToken : null
}

const askOauth4webapi: Ask = async (origin, path, { grantType }) => {
  const server = { issuer: origin, token_endpoint: origin + path }
  const client = { client_id: clientId }
  const authentication = oauth.ClientSecretPost(clientSecret)
  const options = { [oauth.allowInsecureRequests]: true }
  const none = new URLSearchParams()
  switch (grantType) {
    case 'clientCredentials': {
      const response = await oauth.clientCredentialsGrantRequest(
        server,
        client,
        authentication,
        none,
        options,
      )
      return (await oauth.processClientCredentialsResponse(server, client, response)).access_token
    }
    case 'password': {
      const response = await oauth.genericTokenEndpointRequest(
        server,
        client,
        authentication,
        grantType,
        { username, password },
        options,
      )
      return (await oauth.processGenericTokenEndpointResponse(server, client, response))
        .access_token
    }
    case 'refreshToken': {
      const response = await oauth.refreshTokenGrantRequest(
        server,
        client,
        authentication,
        refreshToken,
        options,
      )
      return (await oauth.processRefreshTokenResponse(server, client, response)).access_token
    }
    default:
      throw new Error(`no case of the corpus has the grant ${grantType}`)
  }
}

const askSimpleOauth2: Ask = async (origin, path, { grantType }) => {
  const client = { id: clientId, secret: clientSecret }
  const options = { client, auth: { tokenHost: origin, tokenPath: path } }
  const asked =
    grantType === 'password'
      ? new ResourceOwnerPassword(options).getToken({ username, password })
      : grantType === 'clientCredentials'
        ? new ClientCredentials(options).getToken({})
        : new ClientCredentials(options).createToken({ refresh_token: refreshToken }).refresh()
  return (await asked).token['access_token']
}

const askBadgateway: Ask = async (origin, path, { grantType }) => {
  const client = new OAuth2Client({ clientId, clientSecret, tokenEndpoint: origin + path })
  const old = { accessToken: 'old', refreshToken, expiresAt: null }
  const asked =
    grantType === 'password'
      ? client.password({ username, password })
      : grantType === 'clientCredentials'
        ? client.clientCredentials()
        : client.refreshToken(old)
  return (await asked).accessToken
}

/** Everybody who is asked, under the name that the table shows. */
export const clients: ReadonlyMap<string, Ask> = new Map([
  ['Token Desk', askTokenDesk],
  ['oauth4webapi', askOauth4webapi],
  ['simple-oauth2', askSimpleOauth2],
  ['@badgateway/oauth2-client', askBadgateway],
])

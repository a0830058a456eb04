import {
  type NamedSecret,
  type ReportedExchange,
  supportReport,
} from '../../../src/main/oauth/report/support-report.ts'
import { buildTokenRequest } from '../../../src/main/oauth/request/token-request.ts'
import { readTokenResponse } from '../../../src/main/oauth/response/token-response.ts'
import { profileSettings } from '../../../src/shared/settings/index.ts'
import { makeSettings } from '../profiles/settings.ts'
import { type AnswerCase, answeredAt, planted, sentAt } from './answer-case.ts'

/** A request that carries every planted secret, in as many places as there are. */
const settings = profileSettings.parse(
  makeSettings({
    name: 'Planted',
    tokenEndpoint: 'https://login.example.com/oauth2/token',
    clientId: 'my-id',
    userName: 'somebody',
    scope: 'read write',
    keepFresh: false,
  }),
)

const names = { clientSecret: 'client secret', password: 'password', refreshToken: 'refresh token' }

/** The report of a case, as the engine would ask for it, and all that may not show in it. */
export function reportOfCase(each: AnswerCase): {
  readonly report: string
  readonly secrets: readonly NamedSecret[]
} {
  const { grantType, status, headers, rules = [] } = each
  const body = typeof each.body === 'string' ? new TextEncoder().encode(each.body) : each.body
  const { refreshToken } = planted
  const grant = { kind: grantType, ...(grantType === 'refreshToken' && { refreshToken }) }
  const request = buildTokenRequest(settings, planted, grant)
  const context = { grantType, rules, secrets: Object.values(planted), now: answeredAt }
  const reading = readTokenResponse({ status, headers, body }, context)
  const secrets = [
    ...Object.entries(planted).map(([name, value]) => ({
      name: names[name as keyof typeof planted],
      value,
    })),
    ...(reading.kind === 'token' ? tokensIn(reading.token) : []),
  ]
  const exchange: ReportedExchange = {
    request,
    sentAt,
    endedAt: answeredAt,
    answer: { kind: 'answer', status, headers, body },
    outcome: reading.kind === 'token' ? { kind: 'obtained' } : reading.outcome,
  }
  return { report: supportReport([exchange], secrets), secrets }
}

function tokensIn(token: { readonly accessToken: string; readonly refreshToken: string | null }) {
  const access = { name: 'access token', value: token.accessToken }
  const { refreshToken } = token
  return refreshToken === null ? [access] : [access, { name: 'refresh token', value: refreshToken }]
}

import { type AuthenticationRequests, idAndSecret } from './requests.ts'

export const query: AuthenticationRequests<'query'> = {
  headers: () => ({}),
  parameters: idAndSecret,
  parametersIn: 'query',
  tried: [{ method: 'query' }],
  key: () => 'query',
}

import { type AuthenticationRequests, idAndSecret } from './requests.ts'

export const query: AuthenticationRequests<'query'> = {
  headers: () => ({}),
  parameters: idAndSecret,
  tried: [{ method: 'query' }],
  asWritten: { method: 'query' },
  key: () => 'query',
}

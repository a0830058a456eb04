import { type AuthenticationRequests, idAndSecret } from './requests.ts'

export const body: AuthenticationRequests<'body'> = {
  headers: () => ({}),
  parameters: idAndSecret,
  tried: [{ method: 'body' }],
  asWritten: { method: 'body' },
  key: () => 'body',
}

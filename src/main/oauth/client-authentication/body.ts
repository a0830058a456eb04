import { type AuthenticationRequests, idAndSecret } from './requests.ts'

export const body: AuthenticationRequests<'body'> = {
  headers: () => ({}),
  parameters: idAndSecret,
  parametersIn: 'body',
  tried: [{ method: 'body' }],
  key: () => 'body',
}

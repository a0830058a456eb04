import type { AuthenticationRequests } from './requests.ts'

export const none: AuthenticationRequests<'none'> = {
  headers: () => ({}),
  parameters: ({ id }) => (id === undefined ? [] : [['client_id', id]]),
  tried: [{ method: 'none' }],
  asWritten: { method: 'none' },
  key: () => 'none',
}

export const errors = {
  'profile-not-found': 'This profile no longer exists.',
  'profile-invalid': 'Some of what you typed can’t be used.',
  'secrets-missing': 'Something secret is missing: {{names}}. Choose “Edit profile” and type it.',
  'no-token': 'There is no token yet. Get one first.',
  'no-report':
    'There is no report: nothing was asked since Token Desk was opened, or a renewal worked since.',
  'vault-locked': 'Your secrets can’t be opened now, so nothing can be changed.',
  'vault-read-only': 'Your profiles were saved by a newer Token Desk, so this one changes nothing.',
  'vault-in-use':
    'Another Token Desk is using these profiles, so this one changes nothing. Close the other one, then close this one and open it again.',
  'vault-changed':
    'Another Token Desk has changed these profiles, so this one does not write over them. Close Token Desk and open it again.',
  'not-saved': {
    'disk-full': 'The disk is full. Free some space and try again.',
    'not-writable': 'Token Desk may not write into its folder. Ask who looks after this computer.',
    'folder-missing': 'The folder of Token Desk is gone. Close Token Desk and open it again.',
    other: 'It could not be saved. Try again.',
  },
  'clipboard-unavailable': 'The clipboard did not take it. Try again.',
  'not-writable-so':
    'This token holds characters that can’t be written in this form. Copy the header instead.',
  'practice-server-failed': 'The practice server did not start. Try again.',
  'request-refused': 'Token Desk did not accept this request. Close it and open it again.',
  internal:
    'Something went wrong inside Token Desk. If you report it, add this number: {{incident}}',
  secret: {
    clientSecret: 'client secret',
    password: 'password',
    refreshToken: 'refresh token',
  },
} as const

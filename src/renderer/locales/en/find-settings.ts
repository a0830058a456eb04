/** Texts for looking up the settings that a server publishes. */
export const findSettings = {
  address: 'Server address',
  hint: 'Where people sign in, or any address of the server that you were given. Token Desk looks up the rest.',
  missing: 'Enter the address of the server.',
  find: 'Find settings',
  stop: 'Stop searching',
  searching: 'Asking the server for its settings …',
  found_one: 'Found {{count}} address of {{server}}',
  found_other: 'Found {{count}} addresses of {{server}}',
  document: 'Published at',
  ways: 'Ways to get a token',
  notSaid: 'The server doesn’t say',
  scopes: 'What should the token be used for?',
  scopesHint: 'The server names these scopes. Choose only what your provider told you to use.',
  scopesChosen:
    'Those for signing in and renewing are chosen already. Choose others only if your provider told you to use them.',
  replaces: 'This replaces what is in the form now: {{names}}.',
  otherWay: 'The server doesn’t offer “{{before}}”. The form changes to “{{after}}”.',
  use: 'Use these settings',
  dismiss: 'Don’t use them',
  applied: 'The settings are filled in below. Check them, then add what your provider gave you.',
  stillMissing: 'Still missing: {{names}}.',
  mismatch: 'These settings belong to a different server',
  mismatchWhat:
    'You asked for {{expected}}, but the settings there are those of {{issuer}}. Nothing was filled in.',
  mismatchDo: 'If that is the server you mean, enter its address instead.',
  notFound: 'This server doesn’t publish its settings',
  notFoundDo:
    'Check the address. If it is right, enter the settings yourself: your provider’s documentation lists them.',
  moved: 'The settings are at a different address',
  movedDo: 'The server points to {{location}}. If you trust it, enter that address instead.',
  checkAddress: 'Check the address, letter by letter.',
  tried: 'Where Token Desk looked',
  reason: {
    'not-there': 'There is nothing here ({{status}}).',
    refused: 'The server refused this ({{status}}).',
    'server-trouble': 'The server has a problem ({{status}}).',
    moved: 'It points somewhere else ({{status}}).',
    'web-page': 'This is a web page for people.',
    'not-json': 'The answer can’t be read.',
    'too-large': 'The answer is too large.',
    'too-deep': 'The answer is too complicated.',
    'repeated-member': 'The answer says the same thing twice.',
    'not-metadata': 'This is something different.',
  },
  warning: {
    'issuer-slash':
      'The server writes its name with a different slash at the end: {{issuer}}. Token Desk uses the server’s spelling.',
    'issuer-not-compared':
      'The settings are those of {{issuer}}. Check that this is the server you mean.',
    'tenant-number': 'Microsoft names your organization by a number: {{issuer}}. That is normal.',
    'any-tenant':
      'This address is for accounts of any organization. If you know the address of your own, use that.',
    'other-host': 'At a different server, {{host}}: {{names}}.',
    otherHostWhat:
      'Check that it belongs to this service before you use it. Secrets or tokens are sent there.',
    'endpoint-refused': 'Not used: {{name}}.',
    'no-token-endpoint': 'The token endpoint is missing. Enter it yourself.',
    's256-not-announced':
      'The server doesn’t mention PKCE. Most servers support it anyway, so it stays on.',
    'no-known-authentication':
      'The server wants to check the client in a way that Token Desk doesn’t support.',
    'certificate-addresses-ignored':
      'The server has more addresses for clients with a certificate. Token Desk doesn’t use them.',
  },
} as const

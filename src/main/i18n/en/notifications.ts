/** What the system's notifications say. Never a token or a secret. */
export const notifications = {
  copied: {
    title: 'Copied',
    validFor: 'Copied. Valid for {{left}}.',
    endUnknown: 'Copied. Nobody knows how long it is valid.',
    ended: 'Copied, but this token has ended and could not be renewed.',
  },
  copyInWindow: {
    title: 'Not copied yet',
    body: 'On this desktop, Token Desk can copy only in its own window. Click here to open it.',
  },
  notCopied: {
    title: 'Nothing was copied',
    body: 'Open Token Desk to see why.',
  },
  endsSoon: {
    title: '{{name}}: the token ends soon',
    body: 'It is valid for {{left}} and is not renewed by itself.',
    bodyNetwork: 'It is valid for {{left}}. Token Desk waits for the network to renew it.',
    action: 'Renew and copy',
  },
  needsSignIn: {
    title: '{{name}}: please sign in again',
    body: 'Its token can’t be renewed any more. Open the profile to get a new one.',
    action: 'Open profile',
  },
  renewalFailed: {
    title: '{{name}}: the token was not renewed',
    body: 'Token Desk stopped trying. Open the profile to see why.',
    action: 'Open profile',
  },
  several: {
    title_one: '{{count}} profile needs you',
    title_other: '{{count}} profiles need you',
    body: 'Their tokens end or can’t be renewed. Open Token Desk to see which.',
  },
} as const

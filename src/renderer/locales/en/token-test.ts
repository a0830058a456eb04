export const tokenTest = {
  intro:
    'See whether a service accepts this token. Token Desk sends the address one request with the token and shows what comes back.',
  noToken: 'Get a token first. Then you can check here whether a service accepts it.',
  address: 'Address',
  addressHint: 'A page of the service that you want to use, such as https://api.example.com/me.',
  cancel: 'Cancel',
  start: 'Test',
  sentTo: 'Your token is sent to {{server}} and nowhere else. This only reads; nothing is changed.',
  remembered: 'If the server accepts it, the profile remembers this address.',
  result: 'Result',
  firstLines: 'First lines of the answer',
  masked: 'Your token and other secrets are hidden. Only their length is shown.',
  cut: 'The answer is longer than this.',
  webPage: 'This is a web page, shown as text.',
  bodyEmpty: 'The answer was empty.',
  bodyTooLarge: 'The answer was larger than 1 MB, so Token Desk did not read it.',
  bodyNotText_one: 'The answer was {{count}} byte that is not text.',
  bodyNotText_other: 'The answer was {{count}} bytes that are not text.',
  status: {
    accepted: {
      title: '{{status}}: the server accepted the request',
      what: 'The token works here, unless this address is open to everyone.',
    },
    refused: {
      title: '{{status}}: the server did not accept the token',
      what: 'It may have expired, or it may be meant for another service.',
    },
    forbidden: {
      title: '{{status}}: the token is known, but may not do this',
      what: 'The people who gave you the details can say what this token may be used for.',
    },
    nothingThere: {
      title: '{{status}}: there is nothing at this address',
      what: 'This says nothing about the token. Check the address against what your provider sent you.',
    },
    notThisWay: {
      title: '{{status}}: this address can’t be read like this',
      what: 'This says little about the token. Try an address that shows something, such as a list.',
    },
    notUnderstood: {
      title: '{{status}}: the server did not understand the request',
      what: 'This says little about the token. Maybe something is missing at the end of the address.',
    },
    tooMany: {
      title: '{{status}}: the server asks you to slow down',
      what: 'It received too many requests in a short time. Wait a little and try again.',
    },
    serverTrouble: {
      title: '{{status}}: the server has a problem',
      what: 'This says nothing about the token. Wait a few minutes and try again.',
    },
    other: {
      title: '{{status}}: the server gave an unusual answer',
      what: 'This number is rare. The service’s documentation may explain it.',
    },
  },
  asks: {
    person:
      'Something in between, often the network, wants you to sign in. Ask your IT department.',
    password: 'This address wants a user name and a password instead of a token.',
    other: 'This address wants something other than this kind of token.',
  },
  error: {
    invalid_token:
      'The server says that the token has expired, was withdrawn or is not one of its own (invalid_token).',
    insufficient_scope:
      'The server says that the token can’t be used for this: a permission is missing (insufficient_scope).',
    insufficientScopeNamed:
      'The server says that the token is missing a permission (insufficient_scope): {{scope}}.',
    invalid_request:
      'The server says that something is missing from the request (invalid_request).',
    other: 'The server’s own error code is: {{code}}.',
  },
  moved: '{{status}}: the server points to another address',
  movedTo: 'It points to {{location}}.',
  movedWhat:
    'Token Desk did not go there, because that would have given away your token. If you know the address, test that one.',
  saysNothing: 'This says nothing about the token.',
} as const

export const tokenTest = {
  intro:
    'See whether a service accepts this token. Token Desk asks the address once, with the token, and shows what comes back.',
  noToken: 'Get a token first. Then you can try here whether a service accepts it.',
  address: 'Address',
  addressHint: 'A page of the service that you want to use, such as https://api.example.com/me.',
  cancel: 'Cancel',
  start: 'Test',
  sentTo: 'Your token is sent to {{server}}, and nowhere else. It only reads; nothing is changed.',
  remembered: 'If the server accepts it, the profile remembers this address.',
  result: 'Result',
  firstLines: 'First lines of the answer',
  masked: 'Your token and other secrets are replaced by their length.',
  cut: 'The answer goes on.',
  webPage: 'This is a web page, shown as text.',
  bodyEmpty: 'The answer was empty.',
  bodyTooLarge: 'The answer was larger than 1 MB, so Token Desk did not read it.',
  bodyNotText_one: 'The answer was {{count}} byte that is no text.',
  bodyNotText_other: 'The answer was {{count}} bytes that are no text.',
  status: {
    accepted: {
      title: '{{status}}: the server accepted the request',
      what: 'The token works here, unless this address is open to everybody.',
    },
    refused: {
      title: '{{status}}: the server did not accept the token',
      what: 'It may have ended, or it is meant for another service.',
    },
    forbidden: {
      title: '{{status}}: the token is known, but may not do this',
      what: 'Whoever gave you the details can say what this token may be used for.',
    },
    nothingThere: {
      title: '{{status}}: there is nothing at this address',
      what: 'This says nothing about the token. Compare the address with your papers.',
    },
    notThisWay: {
      title: '{{status}}: this address can’t simply be read',
      what: 'This says little about the token. Try an address that shows something, such as a list.',
    },
    notUnderstood: {
      title: '{{status}}: the server did not understand the request',
      what: 'This says little about the token. Perhaps something is missing at the end of the address.',
    },
    tooMany: {
      title: '{{status}}: the server asks you to slow down',
      what: 'It received too many requests in a short time. Wait a little and try again.',
    },
    serverTrouble: {
      title: '{{status}}: the server has a problem of its own',
      what: 'This says nothing about the token. Wait a few minutes and try again.',
    },
    other: {
      title: '{{status}}: the server answered in its own way',
      what: 'This number is rare. Its documentation may say what it means.',
    },
  },
  asks: {
    person: 'Something on the way wants you to sign in, often the network. Ask your IT department.',
    password: 'This address wants a user name and a password instead of a token.',
    other: 'This address wants something else than such a token.',
  },
  error: {
    invalid_token:
      'The server says that the token has ended, was withdrawn or is not one of its own (invalid_token).',
    insufficient_scope:
      'The server says that the token is not good for this: it lacks a permission (insufficient_scope).',
    insufficientScopeNamed:
      'The server says that the token lacks a permission (insufficient_scope): {{scope}}.',
    invalid_request: 'The server says that the request lacks something (invalid_request).',
    other: 'The server’s own word for it is: {{code}}.',
  },
  moved: '{{status}}: the server points to another address',
  movedTo: 'It points to {{location}}.',
  movedWhat:
    'Token Desk did not go there, because it would have handed over your token. If you know the address, test that one.',
  saysNothing: 'This says nothing about the token.',
} as const

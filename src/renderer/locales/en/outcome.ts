/** For each outcome: its name, what happened, and what to check. */
export const outcome = {
  check: 'What to check',
  ask: 'Whom to ask',
  http: 'HTTP {{status}}',
  askGeneral: 'Whoever gave you these details can help. Show them this page: it holds no secrets.',
  waitUntil: 'Try again {{moment}}.',
  obtained: { title: 'You have a new token' },
  'client-refused': {
    title: 'The server did not accept the client ID or client secret',
    what: 'The server answered, but it does not know this ID with this secret.',
    checkSpelling:
      'Compare both with what you were given. Choose “Edit profile” and copy them again, without a space before or after.',
    checkAuthentication:
      'If they are right, ask how they have to be sent: in a header or in the request.',
  },
  'user-refused': {
    title: 'The server did not accept the user name or password',
    what: 'The client ID and secret were not the problem. The server did not let this user in.',
    checkSpelling:
      'Choose “Edit profile” and type user name and password again. Capital letters count.',
    checkElsewhere: 'Try to sign in on the provider’s website with the same user name.',
    checkRepeat: 'Do not try too often: many servers lock an account after a few wrong passwords.',
  },
  'needs-sign-in': {
    title: 'The server wants you to sign in again',
    what: 'The permission to renew this token has ended or was withdrawn. That is normal after a while.',
    check: 'Choose “Get token”.',
  },
  'grant-not-allowed': {
    title: 'This way of getting a token is not allowed',
    what: 'The server does not hand out tokens to you in the way that is chosen as grant type.',
    check: 'Compare the grant type with your papers.',
  },
  'scope-refused': {
    title: 'The server refused what the token should be used for',
    what: 'You asked for a scope that does not exist here, or that you may not have.',
    check: 'Compare the scope with your papers, letter by letter, or leave it empty.',
  },
  'bad-request': {
    title: 'The server did not understand the request',
    what: 'Something that this server needs is missing or is not in the form that it expects.',
    check: 'Compare every field with your papers: is one empty, or in the wrong place?',
  },
  'rate-limited': {
    title: 'The server asks you to slow down',
    what: 'It received too many requests in a short time.',
    check: 'Wait a little and try again.',
  },
  'server-trouble': {
    title: 'The server has a problem of its own',
    what: 'Your details are probably right. The server could not do its work just now.',
    check: 'Wait a few minutes and try again.',
  },
  moved: {
    title: 'The server points to another address',
    what: 'Token Desk did not go there, because it would have handed over your secrets.',
    whatTo:
      'It points to {{location}}. Token Desk did not go there, because it would have handed over your secrets.',
    check: 'Ask your provider for the right token endpoint, and change it in the profile.',
  },
  unreachable: {
    title: 'The server could not be reached',
    what: {
      'name-not-found': 'There is no computer with this name, or your network does not know it.',
      'connection-refused': 'The computer is there, but nothing answers at this address.',
      'connection-lost': 'The connection broke off before the answer was complete.',
      timeout: 'The server did not answer within 30 seconds.',
      proxy: 'The proxy of your network did not let the request through.',
      offline: 'This computer is not connected to a network.',
      other: 'The connection did not come about.',
    },
    checkNetwork: 'Does a website open in your browser? At work, is a VPN needed?',
    checkAddress: 'Compare the token endpoint with your papers, letter by letter.',
  },
  'certificate-not-trusted': {
    title: 'The server could not prove who it is',
    what: {
      expired: 'Its certificate has expired. Nothing was sent.',
      'wrong-host': 'Its certificate belongs to another address. Nothing was sent.',
      'unknown-issuer': 'This computer does not know who issued its certificate. Nothing was sent.',
      other: 'Its certificate can’t be trusted. Nothing was sent.',
    },
    checkClock: 'Is the date of this computer right?',
    checkCompany: 'At work, ask your IT department: they may have to install a certificate.',
    term: 'TLS certificate',
  },
  'not-an-oauth-answer': {
    title: 'This address does not hand out tokens',
    what: {
      'web-page': 'It answered with a web page instead of a token.',
      nothing: 'It answered with nothing at all.',
      'something-else': 'It answered with something that is no token.',
    },
    check: 'Compare the token endpoint with your papers. Often the end is missing, such as /token.',
    checkNetwork: 'In a hotel or a guest network, sign in there first.',
  },
  'unsafe-answer': {
    title: 'The answer was not safe to use',
    what: {
      'token-characters': 'The token contains characters that no token may contain.',
      'token-type': 'The token is of a kind that can’t be used as a Bearer token.',
      'repeated-key': 'The answer says two different things at once.',
      'not-utf8': 'The answer is not readable text.',
      'too-large': 'The answer is far too large for a token.',
      'too-deep': 'The answer is nested far too deep for a token.',
    },
    check: 'Is this really the token endpoint of your provider?',
  },
  cancelled: { title: 'You stopped the request' },
} as const

/** Hints from the providers' own documentation. */
export const provider = {
  anyServer: 'Any OAuth 2.0 server',
  /** In the list, beside the state. */
  anyServerShort: 'OAuth 2.0 server',
  semansys: {
    userName: 'The e-mail address you used to request the API credentials from Semansys.',
    credentials: 'You got it from the Semansys support desk.',
    checkRequest: 'Semansys: did you copy all four details, each in full?',
    checkClient:
      'Semansys: the client ID and client secret are the ones the support desk sent you.',
    checkUser:
      'Semansys: the user name is the e-mail address you used to request the API credentials.',
    checkAddress:
      'Semansys: the address in its documentation, oidc-pre.semansys.com, is for testing. Do your details belong to the same address?',
    ask: 'Ask the Semansys support desk.',
  },
  socialId: {
    clientId: 'The app client ID: a number such as 138.',
    clientSecret: '64 characters, digits and the letters a to f.',
    checkClient:
      'Social ID: the client ID is a number and the secret has 64 characters; they must belong together.',
    checkUserToo:
      'Social ID gives the same answer for a wrong user name or password, so check these too.',
    beforeOtherMethods:
      'First make sure that the user name and password are right: each try counts as a sign-in.',
    checkUser:
      'Social ID: does “User name field” match what you typed, a user name or an e-mail address?',
    checkRequest:
      'Social ID: enter both the user name and the password, and make sure that “User name field” matches.',
    checkGrant:
      'Social ID: it issues tokens for a user name and password. Is this really its address?',
    checkServer: 'Social ID: the error is inside its server. Nothing is wrong with your details.',
    ask: 'Ask your contact at Social ID.',
  },
  organizationApi: {
    credentials: 'From your launch engineer, or in the product: Settings → Developers → OAuth2.',
    checkClient: 'Organization API: look up both under Settings → Developers → OAuth2.',
    checkAddress: 'Organization API: every organization has its own server address. Is this yours?',
    ask: 'Ask your launch engineer.',
  },
} as const

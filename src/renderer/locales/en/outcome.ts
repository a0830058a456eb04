/** For each outcome: its name, what happened, what to do about it, and who can help. */
export const outcome = {
  todo: 'What you can do',
  ask: 'Who to ask',
  askWhom: {
    details: 'The people who gave you these details can help.',
    network: 'The people who look after your network can help. At work, that is the IT department.',
    server: 'If this continues, only the people who run the server can fix it.',
    certificate:
      'If the clock is right, the people who run the server have to renew the certificate.',
    renewal:
      'The people who run the server decide how long a token can be renewed. If that time is too short, ask them.',
    pace: 'If this happens often, ask the people who run the server how many requests they allow.',
  },
  report:
    'Send them the report. It shows the request and the answer, with all secrets and tokens removed.',
  noReport: 'Show them this page: it contains no secrets.',
  copyReport: 'Copy report for support',
  getAnew:
    'Choose “{{action}}”. Token Desk then asks for a new token, which doesn’t need the old permission.',
  checkTarget:
    'Also check “Audience” and “Resource” under “More options” against what your provider sent you.',
  checkForm:
    'The details were sent as JSON, and many servers only accept form fields. Choose “Edit profile”, then form fields under “More options”.',
  again: 'You can also wait. Token Desk will try again automatically {{moment}}.',
  waitUntil: 'Try again after {{time}}. The server asked for this pause.',
  waitLong: 'Don’t try again before {{time}}. The server asked for a pause of an hour or more.',
  otherMethods: {
    title: 'Maybe they just need to be sent differently',
    what: 'Servers differ in how they want to receive the ID and secret. Token Desk can try the other usual ways with the same details and remember the one that works.',
    password: 'Your user name and password are sent each time, unchanged.',
    query:
      'The last of these ways puts the secret in the web address, where the server’s logs may keep it.',
    start: 'Try the other ways',
  },
  /** As a sentence names the address that was asked. */
  endpoint: {
    tokenEndpoint: 'token endpoint',
    refreshEndpoint: 'renewal address',
    authorizationEndpoint: 'authorization endpoint',
    deviceAuthorizationEndpoint: 'device endpoint',
    pushedAuthorizationRequestEndpoint: 'pushed authorization endpoint',
  },
  obtained: { title: 'You have a new token' },
  'client-refused': {
    title: 'The server did not accept the client ID or client secret',
    what: 'The server answered, but it doesn’t know this ID with this secret.',
    whatAll:
      'Token Desk tried every usual way to send them, and the server refused each one. So the client ID or the client secret must be wrong.',
    whatAllPassword:
      'Token Desk tried every usual way to send them, and the server refused each one. So something in the details is wrong: the client ID, the client secret or, with some servers, the user name or password.',
    whatAllUnclear:
      'Token Desk tried every usual way to send the ID and secret, and the server refused each one without saying why. One of them may be wrong, or the server wants to know what the token is for.',
    whatSome:
      'The server refused some of the usual ways to send them. The others got no clear answer, so the ID and the secret may still be right.',
    methodsRefused: 'Refused',
    methodsOpen: 'Could not be tried',
    checkSpelling:
      'Choose “Edit profile” and copy the client ID and client secret again, without a space before or after.',
    titleIdAlone: 'The server did not accept the client ID',
    whatIdAlone: 'The server answered, but it does not accept this client ID without a secret.',
    checkIdSpelling:
      'Choose “Edit profile” and copy the client ID again, without a space before or after.',
    checkSecret:
      'Did you get a client secret as well? Then choose there, under “Client authentication”, how it is sent.',
    titleUnclear: 'The server refused and didn’t say why',
    whatUnclear:
      'The client ID or client secret may be wrong, or the server wants to know what the token is for.',
    checkScope: 'The scope is empty. If you were given one, choose “Edit profile” and enter it.',
    checkWay: 'If they are right, ask how to send them: in a header or in the request.',
    checkOpen: 'Wait a few minutes, choose “{{action}}”, and then try the other ways again.',
    checkValid: 'Ask whether the secret is still valid: some are replaced after a while.',
  },
  'user-refused': {
    title: 'The server did not accept the user name or password',
    what: 'The client ID and secret were not the problem. The server did not let this user in.',
    whatIdAlone: 'The client ID was not the problem. The server did not let this user in.',
    checkSpelling:
      'Choose “Edit profile” and type the user name and password again. Capital letters matter.',
    checkElsewhere: 'Try to sign in on the provider’s website with the same user name.',
    checkRepeat: 'Don’t try too often: many servers lock an account after a few wrong passwords.',
  },
  'needs-sign-in': {
    title: 'The server wants you to sign in again',
    what: 'The permission to renew this token has expired or was withdrawn. That is normal after a while.',
    whatSignIn: 'The service did not accept this sign-in, or it wants to ask you something more.',
    titleTyped: 'The server did not accept the refresh token',
    whatTyped:
      'It has never worked here. It may be incomplete, meant for another client ID, or used up.',
    checkTyped:
      'Choose “Edit profile” and check the refresh token, the client ID and the token endpoint against what you were given.',
    checkUsedUp:
      'If they are right, the refresh token is used up or has expired: ask for a new one.',
    check: 'Choose “{{action}}”.',
    checkGiven: 'Ask for a new refresh token. Then choose “Edit profile” and type it.',
  },
  'grant-not-allowed': {
    title: 'This way of getting a token is not allowed',
    what: 'The server doesn’t give you tokens in the way you chose as grant type.',
    check: 'Check the grant type against what your provider sent you.',
    checkBrowser:
      'Many services have no codes for other devices. Choose “Edit profile”, then “{{grant}}”.',
    checkSecondProof:
      'The server may want a second proof of who you are, such as a code on your phone. Then a user name and password are not enough: ask for another way to get a token.',
  },
  'scope-refused': {
    title: 'The server did not accept the scope',
    what: 'You asked for something that doesn’t exist there, or that you may not use.',
    check:
      'Check the scope against what your provider sent you, letter by letter, or leave it empty.',
    whatEmpty: 'The server wants to know what the token is for, and the scope is empty.',
    checkEmpty:
      'Choose “Edit profile” and enter the scope you were given. If you have none, ask for it.',
  },
  'bad-request': {
    title: 'The server did not understand the request',
    what: 'Something this server needs is missing, or is not in the form it expects.',
    check:
      'Check every field against what your provider sent you: is one empty, or in the wrong place?',
    checkJson:
      'Did your provider send the details between { and }? Then choose JSON under “More options”.',
  },
  'rate-limited': {
    title: 'The server asks you to slow down',
    what: 'It received too many requests in a short time.',
    check: 'Wait a little and try again.',
  },
  'server-trouble': {
    title: 'The server has a problem',
    what: 'Your details are probably right. The server just can’t do its work at the moment.',
    check: 'Wait a few minutes and try again.',
  },
  'gateway-refused': {
    title: 'Something in front of the server stopped the request',
    what: {
      blocked:
        'Something in front of the server, such as a firewall, stopped the request. The server hasn’t seen your details, so they may be right.',
      'no-route':
        'A gateway in front of the server doesn’t know this address. The server hasn’t seen your other details, so they may be right.',
      'api-key':
        'A gateway in front of the server wants its own key, often called an API key. That is not the client secret.',
      'network-address':
        'The server only accepts requests from certain networks. Yours is not one of them.',
    },
    checkAddress: 'Check the {{endpoint}} against what you were given, letter by letter.',
    checkNetwork: 'Try another network. At work, do you need a VPN?',
    checkKey:
      'Were you given an API key or a subscription key? Choose “Edit profile” and add it under “More options” as an extra header.',
    checkAllowed: 'Ask them to let your network in. They will need its public IP address.',
    checkWhy: 'Ask why the request was stopped. Trying again right away rarely helps.',
  },
  moved: {
    title: 'The server points to another address',
    what: 'Token Desk did not go there, because that would have given away your secrets.',
    whatTo:
      'It points to {{location}}. Token Desk did not go there, because that would have given away your secrets.',
    check: 'Ask your provider for the right {{endpoint}}, and change it in the profile.',
    checkNetwork:
      'If that address is not your provider’s, it may be your network: open any website in your browser and sign in there first.',
  },
  unreachable: {
    title: 'The server could not be reached',
    what: {
      'name-not-found': 'There is no computer with this name, or your network does not know it.',
      'connection-refused': 'The computer is there, but nothing answers at this address.',
      'connection-lost': 'The connection was lost before the answer was complete.',
      timeout: 'The server did not answer within 30 seconds.',
      proxy: 'Your network’s proxy did not let the request through.',
      'no-secure-connection':
        'Something answered there, but it doesn’t use secure https. Nothing was sent.',
      'client-certificate':
        'The server asks for a certificate that identifies you. Token Desk never sends one.',
      offline: 'This computer is not connected to a network.',
      other: 'No readable answer came back.',
    },
    checkNetwork: 'Can you open a website in your browser? At work, do you need a VPN?',
    checkAddress: 'Check the {{endpoint}} against what your provider sent you, letter by letter.',
    checkPort: 'Is there a number after the server’s name, such as :8443? Then check that too.',
    checkDown: 'The server may be down. Try again in a few minutes.',
    checkAgain: 'Try again in a few minutes.',
    checkProxy:
      'Open a website in your browser. If it asks for a name and password, the network wants them first.',
    checkCertificate:
      'Ask the people who gave you the {{endpoint}} for one that works without a certificate.',
    checkOffline: 'Connect this computer to the internet and try again.',
    checkDoubtful:
      'Choose “{{action}}”. Two renewals got no answer, so your permission to renew may be used up.',
  },
  'certificate-not-trusted': {
    title: 'The server could not prove who it is',
    what: {
      expired:
        'By this computer’s clock, its certificate has expired or isn’t valid yet. Nothing was sent.',
      'wrong-host': 'Its certificate belongs to another address. Nothing was sent.',
      'unknown-issuer': 'This computer does not know who issued its certificate. Nothing was sent.',
      other: 'Its certificate can’t be trusted. Nothing was sent.',
    },
    checkClock: 'This computer’s clock said {{moment}}. If that is wrong, set it and try again.',
    checkHost: 'Check the {{endpoint}} against what your provider sent you, letter by letter.',
    checkNetwork: 'In a hotel or on a guest network, open a website and sign in there first.',
    checkCompany: 'At work, ask your IT department: they may have to install a certificate.',
  },
  'not-an-oauth-answer': {
    title: 'What came back was not a token',
    titleBefore: 'What came back was not the expected answer',
    what: {
      'web-page': 'A web page came back. This may not be the address that issues tokens.',
      'sign-in-page':
        'A sign-in page came back. Often it comes from the network rather than the server, as in a hotel or at an airport.',
      xml: 'The server answered in XML. Token Desk asks for JSON and can’t read a token from XML.',
      'sign-in-address':
        'This address is for people who sign in. Programs get their tokens at a different one.',
      'no-token': 'The answer looked right, but where the token should be, there was only a word.',
      nothing: 'The answer was empty. This may not be the address that issues tokens.',
      'something-else':
        'The answer was something else. This may not be the address that issues tokens.',
    },
    whatBefore: {
      'web-page': 'A web page came back. This may not be the right address.',
      nothing: 'The answer was empty. This may not be the right address.',
      'something-else': 'The answer was something else. This may not be the right address.',
    },
    whatInstead:
      'A web page came back. This address has given you tokens before, so the network may have answered instead.',
    whatForbidden:
      'A web page came back that says “not allowed”. Something in front of the server may have stopped the request.',
    whatAbsent: 'The server says there is nothing at this address.',
    whatOtherMethod: 'The server says this address doesn’t accept such requests.',
    check:
      'Check the token endpoint against what your provider sent you. Often the end is missing, such as /token.',
    checkWhole: 'Check the {{endpoint}} against what your provider sent you, letter by letter.',
    checkNetwork: 'In a hotel or on a guest network, sign in there first.',
    checkXml: 'Ask whether the server can answer in JSON, or has another address for that.',
    checkNoToken: 'Check every field against what you were given. Then try again.',
    checkSignIn: 'Open any website in your browser. If you are asked to sign in, do so there.',
    checkSignInAddress:
      'If nothing asks you to sign in, check the {{endpoint}} against what your provider sent you. It is not the address where people sign in.',
  },
  'unsafe-answer': {
    title: 'The answer was not safe to use',
    what: {
      'token-characters': 'The token contains characters that are not allowed in a token.',
      'token-type': 'This kind of token can’t be used as a Bearer token.',
      'repeated-key': 'The answer says two different things at once.',
      'not-utf8': 'The answer is not readable text.',
      'too-large': 'The answer is far too large for a token.',
      'too-deep': 'The answer is nested far too deeply for a token.',
    },
    check:
      'Check the {{endpoint}} against what your provider sent you: is it really your provider’s?',
  },
  denied: {
    title: 'You did not allow access',
    what: 'The sign-in page told Token Desk that you, or a rule of your organization, said no. Nothing was changed.',
    check: 'Choose “{{action}}” to try again.',
  },
  'sign-in-expired': {
    title: 'The sign-in was not finished in time',
    what: 'Nobody completed the sign-in. Nothing was changed.',
    check: 'Choose “{{action}}” to try again.',
  },
  'port-unavailable': {
    title: 'The port for the answer is in use',
    what: 'Another program uses port {{port}}, at which the answer should arrive, so the browser was not opened.',
    check:
      'Close that program, or choose “Edit profile” and another port under “Redirect address”. Register the new address with the service too.',
    reserved: {
      title: 'The port for the answer can’t be used',
      what: 'This computer keeps port {{port}} for itself, so the browser was not opened.',
      check:
        'Choose “Edit profile” and another port above 1024 under “Redirect address”. Register the new address with the service too.',
    },
    'no-ipv6': {
      title: 'The address for the answer does not work here',
      what: 'The redirect address has [::1] in it, which needs IPv6. This computer does not use IPv6, so the browser was not opened.',
      check:
        'Choose “Edit profile” and write 127.0.0.1 in place of [::1] under “Redirect address”. Register the new address with the service too.',
    },
    'another-sign-in': {
      title: 'Another sign-in is waiting for its answer',
      what: 'Another profile is signing in and expects its answer at port {{port}} too, so the browser was not opened.',
      check: 'Finish or cancel the other sign-in, and then sign in here.',
    },
  },
  'not-believed': {
    title: 'The answer to the sign-in can’t be trusted',
    what: 'It does not fit what Token Desk asked for, so it was not used.',
    check: 'Try again. If it happens again, show the report to the people who run the server.',
  },
  cancelled: { title: 'You stopped the request' },
} as const

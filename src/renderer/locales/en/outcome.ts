/** For each outcome: its name, what happened, what to do about it, and who can help. */
export const outcome = {
  todo: 'What you can do',
  ask: 'Whom to ask',
  askWhom: {
    details: 'Whoever gave you these details can help.',
    network: 'Whoever looks after your network can help. At work, that is the IT department.',
    server: 'If it stays like this, only those who run the server can help.',
    certificate: 'If the clock is right, those who run the server have to renew the certificate.',
    renewal:
      'Those who run the server decide for how long a token can be renewed. If it ends too often, ask them.',
    pace: 'If this happens often, ask those who run the server how many requests they allow.',
  },
  report:
    'Send them the report: what was asked and answered, with every secret and token replaced by its length.',
  noReport: 'Show them this page: it holds no secrets.',
  copyReport: 'Copy report for support',
  getAnew: 'Choose “Get token”. This was a renewal; a new token does not need the old permission.',
  checkTarget: 'Under “More options”, compare “Audience” and “Resource” with your papers as well.',
  checkForm:
    'The details were sent as JSON, and many servers only take form fields. Choose “Edit profile”, then form fields under “More options”.',
  again: 'You can also wait: Token Desk tries again by itself {{moment}}.',
  waitUntil: 'Try again after {{time}}. The server asks for this pause.',
  waitLong: 'Do not try before {{time}}. The server asks for a pause of an hour or more.',
  otherWays: {
    title: 'Perhaps they only have to be sent differently',
    what: 'Servers differ in how they want to receive ID and secret. Token Desk can send the same details once more in each other usual way and remember the one that works.',
    password: 'Your user name and password go along each time, unchanged.',
    query:
      'The last of these ways puts the secret into the web address, where a log of the server may keep it.',
    start: 'Try the other ways',
  },
  obtained: { title: 'You have a new token' },
  'client-refused': {
    title: 'The server did not accept the client ID or client secret',
    what: 'The server answered, but it does not know this ID with this secret.',
    whatAll:
      'Token Desk sent them in every usual way, and the server refused each one. So the client ID or the client secret must be wrong.',
    whatAllPassword:
      'Token Desk sent them in every usual way, and the server refused each one. So it is not the way: the client ID, the client secret or, at some servers, the user name or password is wrong.',
    whatAllUnclear:
      'Token Desk sent ID and secret in every usual way, and the server refused each one without saying why. Perhaps one of them is wrong, or the server wants to know what the token is for.',
    whatSome:
      'The server refused them in some of the usual ways. In the others no clear answer came, so the ID and the secret may still be right.',
    methodsRefused: 'Refused',
    methodsOpen: 'Could not be tried',
    checkSpelling:
      'Compare client ID and client secret with what you were given. Choose “Edit profile” and copy them again, without a space before or after.',
    titleIdAlone: 'The server did not accept the client ID',
    whatIdAlone: 'The server answered, but it does not accept this client ID without a secret.',
    checkIdSpelling:
      'Compare the client ID with what you were given. Choose “Edit profile” and copy it again, without a space before or after.',
    checkSecret:
      'Did you get a client secret as well? Then choose there, under “Client authentication”, how it is sent.',
    titleUnclear: 'The server refused and did not say why',
    whatUnclear:
      'Perhaps the client ID or client secret is wrong, or the server wants to know what the token is for.',
    checkScope: 'The scope is empty. If you were given one, choose “Edit profile” and fill it in.',
    checkWay: 'If they are right, ask how they have to be sent: in a header or in the request.',
    checkOpen: 'Wait a few minutes, choose “Get token”, and then try the other ways again.',
    checkValid: 'Ask whether the secret is still valid: some are replaced after a while.',
  },
  'user-refused': {
    title: 'The server did not accept the user name or password',
    what: 'The client ID and secret were not the problem. The server did not let this user in.',
    whatIdAlone: 'The client ID was not the problem. The server did not let this user in.',
    checkSpelling:
      'Choose “Edit profile” and type user name and password again. Capital letters count.',
    checkElsewhere: 'Try to sign in on the provider’s website with the same user name.',
    checkRepeat: 'Do not try too often: many servers lock an account after a few wrong passwords.',
  },
  'needs-sign-in': {
    title: 'The server wants you to sign in again',
    what: 'The permission to renew this token has ended or was withdrawn. That is normal after a while.',
    titleTyped: 'The server did not accept the refresh token',
    whatTyped:
      'It never worked here: it may be incomplete, meant for another client ID, or used up.',
    checkTyped:
      'Choose “Edit profile” and compare the refresh token, the client ID and the token endpoint with what you were given.',
    checkUsedUp:
      'If they are right, the refresh token is used up or has expired: ask for a new one.',
    check: 'Choose “Get token”.',
    checkGiven: 'Ask for a new refresh token. Then choose “Edit profile” and type it.',
  },
  'grant-not-allowed': {
    title: 'This way of getting a token is not allowed',
    what: 'The server does not hand out tokens to you in the way that is chosen as grant type.',
    check: 'Compare the grant type with your papers.',
    checkSecondProof:
      'Perhaps the server wants a second proof of who you are, such as a code on your phone. Then user name and password do not suffice here: ask for another way to get a token.',
  },
  'scope-refused': {
    title: 'The server refused what the token should be used for',
    what: 'You asked for something that does not exist there, or that you may not use.',
    check: 'Compare the scope with your papers, letter by letter, or leave it empty.',
    whatEmpty: 'The server wants to know what the token is for, and the scope is empty.',
    checkEmpty:
      'Choose “Edit profile” and fill in the scope that you were given. If you have none, ask for it.',
  },
  'bad-request': {
    title: 'The server did not understand the request',
    what: 'Something that this server needs is missing or is not in the form that it expects.',
    check: 'Compare every field with your papers: is one empty, or in the wrong place?',
    checkJson:
      'Do your papers show the details between { and }? Then choose JSON under “More options”.',
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
  'gateway-refused': {
    title: 'Something in front of the server stopped the request',
    what: {
      blocked:
        'A guard in front of the server, such as a firewall, stopped the request. The server has not seen your details, so they may be right.',
      'no-route':
        'A gateway in front of the server does not know this address. The server has not seen your other details, so they may be right.',
      'api-key':
        'A gateway in front of the server wants a key of its own, often called an API key. That is not the client secret.',
      'network-address':
        'The server only lets in requests from certain networks. Yours is not among them.',
    },
    checkAddress: 'Compare the token endpoint with what you were given, letter by letter.',
    checkNetwork: 'Try another network. At work, is a VPN needed?',
    checkKey:
      'Were you given an API key or a subscription key? Choose “Edit profile” and add it under “More options” as an extra header.',
    checkAllowed: 'Ask for your network to be let in. Its public IP address is needed for that.',
    checkWhy: 'Ask why the request was stopped. Trying again at once seldom helps.',
  },
  moved: {
    title: 'The server points to another address',
    what: 'Token Desk did not go there, because it would have handed over your secrets.',
    whatTo:
      'It points to {{location}}. Token Desk did not go there, because it would have handed over your secrets.',
    check: 'Ask your provider for the right token endpoint, and change it in the profile.',
    checkNetwork:
      'If that address is not your provider’s, it may be your network: open any website in your browser and sign in there first.',
  },
  unreachable: {
    title: 'The server could not be reached',
    what: {
      'name-not-found': 'There is no computer with this name, or your network does not know it.',
      'connection-refused': 'The computer is there, but nothing answers at this address.',
      'connection-lost': 'The connection broke off before the answer was complete.',
      timeout: 'The server did not answer within 30 seconds.',
      proxy: 'The proxy of your network did not let the request through.',
      'no-secure-connection':
        'Something answered there, but it does not speak the secure https. Nothing was sent.',
      'client-certificate':
        'The server asks for a certificate that belongs to you. Token Desk never shows yours to a server.',
      offline: 'This computer is not connected to a network.',
      other: 'No answer came that could be read.',
    },
    checkNetwork: 'Does a website open in your browser? At work, is a VPN needed?',
    checkAddress: 'Compare the token endpoint with your papers, letter by letter.',
    checkPort:
      'Does a number follow the server’s name, such as :8443? Then compare the number as well.',
    checkDown: 'The server may be down. Try again in a few minutes.',
    checkAgain: 'Try again in a few minutes.',
    checkProxy:
      'Open a website in your browser. If it asks for a name and a password, the network wants them first.',
    checkCertificate:
      'Ask those who gave you the token endpoint for one that works without a certificate.',
    checkOffline: 'Connect this computer to the internet and try again.',
    checkDoubtful:
      'Choose “Get token”. Twice no answer came to a renewal, so the server may have used up the permission for it.',
  },
  'certificate-not-trusted': {
    title: 'The server could not prove who it is',
    what: {
      expired:
        'By this computer’s clock, its certificate has ended or does not yet count. Nothing was sent.',
      'wrong-host': 'Its certificate belongs to another address. Nothing was sent.',
      'unknown-issuer': 'This computer does not know who issued its certificate. Nothing was sent.',
      other: 'Its certificate can’t be trusted. Nothing was sent.',
    },
    checkClock: 'This computer’s clock said {{moment}}. If that is wrong, set it and try again.',
    checkHost: 'Compare the token endpoint with your papers, letter by letter.',
    checkNetwork: 'In a hotel or a guest network, open a website and sign in there first.',
    checkCompany: 'At work, ask your IT department: they may have to install a certificate.',
  },
  'not-an-oauth-answer': {
    title: 'What came back was not a token',
    what: {
      'web-page': 'A web page came back. Perhaps this is not the address that hands out tokens.',
      'sign-in-page':
        'A page came back that wants somebody to sign in. Often it is not from the server but from the network, as in a hotel or an airport.',
      xml: 'The server answered in XML. Token Desk asks for JSON and can’t read a token from XML.',
      'sign-in-address':
        'This address is for people who sign in. A program gets its token at another one.',
      'no-token':
        'The answer looked right, but where the token should be, there was only a word that is no token.',
      nothing: 'The answer was empty. Perhaps this is not the address that hands out tokens.',
      'something-else':
        'The answer was something else. Perhaps this is not the address that hands out tokens.',
    },
    whatInstead:
      'A web page came back. Tokens came from this address before, so perhaps the network answered in its place.',
    whatForbidden:
      'A web page came back that says: not allowed. A guard before the server may have stopped the request.',
    whatAbsent: 'The server says that there is nothing at this address.',
    whatOtherMethod: 'The server says that this address does not take such requests.',
    check: 'Compare the token endpoint with your papers. Often the end is missing, such as /token.',
    checkWhole: 'Compare the token endpoint with your papers, letter by letter.',
    checkNetwork: 'In a hotel or a guest network, sign in there first.',
    checkXml:
      'Ask whether the server can answer in JSON, or whether it has another address for that.',
    checkNoToken: 'Compare every field with what you were given. Then try again.',
    checkSignIn: 'Open any website in your browser. If you are asked to sign in, do so there.',
    checkSignInAddress:
      'If nothing asks you, compare the token endpoint with your papers: it is another address than the one where people sign in.',
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
    check: 'Compare the token endpoint with your papers: is it really the one of your provider?',
  },
  cancelled: { title: 'You stopped the request' },
} as const

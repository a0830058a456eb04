export const form = {
  newTitle: 'New profile',
  editTitle: 'Edit “{{name}}”',
  duplicateTitle: 'Duplicate “{{name}}”',
  duplicateIntro:
    'All settings are copied, but not the secrets: another account or environment has its own. Enter those.',
  intro: 'Copy these details from what your provider sent you. Everything stays on this computer.',
  save: 'Save',
  saveAndGet: 'Save and get token',
  saveAndSignIn: 'Save and sign in',
  copy: 'Copy',
  copied: 'Copied',
  cancel: 'Cancel',
  leaveTitle: 'Leave without saving?',
  leaveWhat: 'What you typed here is not saved yet.',
  lockTitle: 'Lock without saving?',
  lockAnyway: 'Lock now',
  stay: 'Keep editing',
  discard: 'Discard',
  optional: 'Optional.',
  chooseProvider: 'Choose …',
  justLooking: 'No details at hand?',
  moreOptions: 'More options',
  problems_one: 'One field needs your attention.',
  problems_other: '{{count}} fields need your attention.',
  savedSecret: 'Saved – leave empty to keep it',
  showSecret: 'Show what I type in {{label}}',
  label: {
    name: 'Name',
    provider: 'Provider',
    tokenEndpoint: 'Token endpoint',
    grantType: 'What did you get?',
    clientAuthentication: 'Client authentication',
    encoding: 'Encoding in the Basic header',
    clientId: 'Client ID',
    clientSecret: 'Client secret',
    userName: 'User name',
    password: 'Password',
    userNameField: 'User name field',
    refreshToken: 'Refresh token',
    scope: 'Scope',
    keepFresh: 'Renew automatically',
    refreshEndpoint: 'Renewal address',
    audience: 'Audience',
    resource: 'Resource',
    bodyFormat: 'Body format',
    sentWith: 'Send',
    keepSecret: 'Keep secret',
    apiAddress: 'Service address',
    issuer: 'Issuer',
    authorizationEndpoint: 'Authorization endpoint',
    deviceAuthorizationEndpoint: 'Device endpoint',
    pushedAuthorizationRequestEndpoint: 'Pushed authorization endpoint',
    revocationEndpoint: 'Revocation endpoint',
    introspectionEndpoint: 'Introspection endpoint',
    userinfoEndpoint: 'Userinfo endpoint',
    jwksUri: 'Key address',
    redirectAddress: 'Redirect address',
    codeChallengeMethod: 'PKCE',
    responseMode: 'Response mode',
    prompt: 'Prompt',
    loginHint: 'Account to propose',
    expectsIssuer: 'Expect the issuer in the answer',
    sendsOrigin: 'Send Origin',
  },
  hint: {
    name: 'The name in your list. If you leave it empty, the provider’s name is used.',
    provider: 'Who gave you the details? If they are not in the list, choose the last entry.',
    tokenEndpoint:
      'The web address that issues tokens. Your provider may call it “token URL”; it often ends in /token.',
    tokenEndpointKnown:
      'Filled in for you. Change it only if your provider gave you a different one.',
    tokenEndpointServer:
      'Your organization’s own server address, such as api.example.com. Token Desk adds the rest.',
    clientAuthentication:
      'How the ID and secret are sent to the server. If you weren’t told, leave it as it is.',
    queryWarning:
      'With Query string, the secret, the refresh token and extra parameters become part of the web address and end up in the server’s logs. Use it only if your provider insists.',
    encoding: 'Try the other one if the server refuses a secret that you know is right.',
    clientId: 'Also called app ID, application ID or consumer key.',
    clientSecret: 'Also called app secret, API secret or consumer secret.',
    userName: 'Often an e-mail address.',
    password: 'The password for this user name.',
    userNameField: 'What this server calls the user name. Usually it is username.',
    userNameFieldChoice: 'Choose email_address if your user name is an e-mail address.',
    refreshToken: 'A long code that you were given instead of a password.',
    scope:
      'What the token may be used for: words separated by spaces, exactly as your provider sent them.',
    refreshEndpoint:
      'Where tokens are renewed, if at a different address. Your provider may call it “refresh URL”.',
    audience: 'Who the token is meant for, exactly as your provider sent it.',
    resource: 'The address of the service that the token is for. Separate several with spaces.',
    bodyFormat:
      'How Token Desk formats the request. Choose JSON only if your provider asks for it.',
    apiAddress:
      'Where the token is used. “Test the token” and “Copy as…” fill it in; an address that worked is remembered here.',
    keepFresh: 'Renews the token before it expires, while Token Desk is open.',
    authorizationEndpoint:
      'The web page where people sign in. Your provider may call it “authorize URL” or “auth URL”.',
    deviceAuthorizationEndpoint:
      'The web address that issues codes for other devices. Your provider may call it “device authorization URL”.',
    redirectAddress:
      'Your browser comes back here after you sign in. Register exactly this address with the service.',
    publicClient:
      'Did you get no client secret? Then None is right. If you have one, choose how it is sent: usually Basic header.',
    offlineAccess:
      'Without offline_access in the scope, many servers don’t allow renewing. You would sign in again each time the token expires.',
    loginHint: 'Your user name or e-mail address. The sign-in page then proposes this account.',
    prompt:
      'What the sign-in page asks for every time, such as consent or login. Usually this is empty.',
    codeChallengeMethod:
      'Makes a stolen sign-in code useless. Turn it off only if the server can’t handle it.',
    responseMode: 'How the browser brings the answer back. If you weren’t told, leave it as it is.',
    sendsOrigin: 'Only for apps that are registered with Microsoft as a “single-page application”.',
    issuer: 'The name that the server gives itself in its tokens. It looks like a web address.',
    expectsIssuer: 'Refuses an answer that doesn’t say which server it comes from.',
    pushedAuthorizationRequestEndpoint:
      'If this is filled in, Token Desk sends the details of a sign-in here first.',
    userinfoEndpoint: 'Where the server says who has signed in.',
    revocationEndpoint: 'Where the server can be asked to cancel a token.',
    introspectionEndpoint: 'Where the server can be asked about a token.',
    jwksUri: 'Where the server publishes the keys that it signs tokens with.',
  },
  grant: {
    password: 'User name and password',
    clientCredentials: 'Client ID and secret',
    authorizationCode: 'I sign in with my browser',
    deviceCode: 'A code for another device',
    refreshToken: 'A refresh token',
  },
  grantHint: {
    password: 'You enter them here, and Token Desk sends them to the server.',
    clientCredentials: 'For a program that works on its own, without a user.',
    authorizationCode:
      'Your browser opens the service’s own sign-in page. Most services work this way.',
    deviceCode:
      'You sign in on your phone or another computer. Choose it if your browser can’t come back here.',
    refreshToken: 'A long code that gets new tokens, from a sign-in somewhere else.',
  },
  pkce: {
    S256: 'On (S256)',
    plain: 'On, but weaker (plain)',
    none: 'Off',
  },
  returned: {
    query: 'In the address (query)',
    form_post: 'As a form (form_post)',
  },
  redirect: {
    'busy-port':
      'Port {{port}} is often taken by other programs or reserved. Choose one like 17842 if the service lets you.',
    'to-paste':
      'Token Desk can’t receive the answer at this address. After you sign in, you copy the address from the browser and paste it into Token Desk.',
    'useless-to-others':
      'The people who run that page see the code in the answer. PKCE makes it useless to them.',
    'seen-by-others':
      'The people who run that page see the code in the answer and could use it. Turn on PKCE under “More options”.',
    anyPort: 'Any free port',
    anyPortHint:
      'This service ignores the port. Token Desk then picks a free one for each sign-in.',
  },
  authentication: {
    basic: 'Basic header',
    body: 'Request body',
    query: 'Query string',
    none: 'None',
  },
  encoding: {
    form: 'Encoded first, as the standard requires',
    raw: 'As is',
  },
  body: {
    form: 'Form fields, as the standard requires',
    json: 'JSON',
  },
  optionGroup: {
    signIn: 'Signing in',
    whereAndHow: 'Where and how',
    server: 'More about the server',
  },
  extraValues: 'Extra values',
  extraParameters: {
    title: 'Extra parameters',
    hint: 'Other values this server needs. If you weren’t told about any, it needs none.',
    number: 'Parameter {{number}}',
    name: 'Parameter name',
    value: 'Parameter value',
    remove: 'Remove parameter',
    add: 'Add parameter',
  },
  extraHeaders: {
    title: 'Extra headers',
    hint: 'Values sent along with the request, such as a gateway’s API key.',
    number: 'Header {{number}}',
    name: 'Header name',
    value: 'Header value',
    remove: 'Remove header',
    add: 'Add header',
  },
  sentWith: {
    always: 'Always',
    obtaining: 'Only when getting a token',
    refreshing: 'Only when renewing',
    authorizing: 'Only with the sign-in',
  },
  noMoreFit: 'You can’t add more than {{most}}.',
  typeAnew: 'A saved secret can’t be moved or shown. Type it again.',
  forgets: 'Saving removes what is no longer needed: {{names}}.',
  /** A required field that was left empty; `problem.required` stands for any other. */
  missing: {
    presetId: 'Choose a provider.',
    tokenEndpoint: 'Enter the token endpoint.',
    clientId: 'Enter the client ID.',
    clientSecret: 'Enter the client secret.',
    userName: 'Enter the user name.',
    userNameField: 'Enter the user name field.',
    password: 'Enter the password.',
    refreshToken: 'Enter the refresh token.',
    authorizationEndpoint: 'Enter the authorization endpoint.',
    deviceAuthorizationEndpoint: 'Enter the device endpoint.',
    redirectAddress: 'Enter the redirect address.',
  },
  problem: {
    required: 'This field can’t be empty.',
    'too-long': 'This is too long.',
    'control-characters': 'It contains an invisible character. Type it, or copy it again.',
    'not-a-url': 'This is not a web address. It should look like https://example.com/token.',
    'not-https':
      'The address must begin with https://. Otherwise, your secrets would be sent unprotected.',
    'credentials-in-url':
      'Take the password or secret out of the address. There is a field for it.',
    'fragment-in-url': 'Remove the # and everything after it.',
    'part-to-fill-in':
      'This address still has a part between { and }. Replace it, including the braces, with what your provider sent you.',
    'not-a-parameter-name': 'A name can’t contain spaces.',
    'reserved-parameter': 'This one has its own field.',
    'repeated-parameter': 'This name appears twice.',
    'not-a-header-name':
      'A header name can have letters, digits and simple signs such as -, but no spaces.',
    'reserved-header': 'Token Desk or the connection already sends this header. Leave it out.',
    'repeated-header': 'This header appears twice.',
    'bad-resource':
      'Each must be a full web address, such as https://api.example.com, without a #.',
    'bad-scope': 'Only letters, digits and simple signs, with spaces between the words.',
    invalid: 'This can’t be used.',
    'secret-in-browser':
      'A secret value can’t be sent with the sign-in: it would stay in the browser’s history.',
  },
} as const

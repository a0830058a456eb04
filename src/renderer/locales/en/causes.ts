/** For each cause that a server names: a title, what it means, and what to do. */
export const causes = {
  'redirect-not-registered': {
    title: 'The redirect address is not registered',
    what: 'The service only answers to addresses on its list. The one in this profile is not there.',
    check:
      'Ask the people who registered the app to add the “Redirect address” of this profile, letter by letter.',
  },
  'secret-required': {
    title: 'The service wants a client secret',
    what: 'The app is registered as one with a secret, and the request had none.',
    check:
      'Choose “Edit profile” and, under “Client authentication”, how the secret is sent. Then enter the secret.',
  },
  'secret-not-allowed': {
    title: 'The service doesn’t want a client secret',
    what: 'The app is registered as one without a secret, and the request had one.',
    check: 'Choose “Edit profile” and, under “Client authentication”, that there is no secret.',
  },
  'secret-wrong': {
    title: 'The client secret is wrong',
    what: 'The service knows the client ID, but this is not its secret.',
    check:
      'Choose “Edit profile” and copy the client secret again, without a space before or after.',
  },
  'secret-expired': {
    title: 'The client secret has expired',
    what: 'It was right once, but secrets are only valid for a certain time here.',
    check: 'Ask for a new client secret. Then choose “Edit profile” and enter it.',
  },
  'origin-required': {
    title: 'The service thinks that this app is a web page',
    what: 'It is registered as a single-page application. Requests of such an app must say where they come from (“Origin”).',
    check: 'Choose “Send Origin” and sign in again.',
    also: 'Better: ask the people who registered the app to list the redirect address under “Mobile and desktop applications”.',
  },
  'origin-not-allowed': {
    title: 'The service doesn’t accept the Origin',
    what: 'The request said where it comes from, and the app is not registered as a single-page application.',
    check: 'Choose “Edit profile”, switch off “Send Origin”, and sign in again.',
  },
  'consent-required': {
    title: 'Access has not been agreed to yet',
    what: 'You, or an administrator, first have to agree to what this app may do.',
    check: 'Sign in to this app with a browser and agree there.',
    also: 'If you can’t agree there, ask an administrator to do it for everyone.',
  },
  'administrator-required': {
    title: 'An administrator has to agree first',
    what: 'In your organization, only an administrator can allow this app.',
    check: 'Ask an administrator to agree, and send them the report. Then try again.',
  },
  'user-not-assigned': {
    title: 'Your account may not use this app',
    what: 'The sign-in itself worked, but you are not among the users of this app.',
    check: 'Ask an administrator to add you to the users of this app.',
    also: 'Do you have another account there? Then sign in with that one.',
  },
  'account-unknown': {
    title: 'This account doesn’t belong here',
    what: 'The organization that this app belongs to doesn’t know the account.',
    check: 'Sign in with an account of that organization.',
    also: 'If it has to be this account, ask an administrator there to invite it as a guest.',
  },
  'more-proof-required': {
    title: 'The service wants a second proof of who you are',
    what: 'For example, it wants a code on your phone, or a new sign-in because the last one was long ago.',
    check: 'Sign in with a browser. There you can give that proof.',
    also: 'If this profile uses a user name and password, ask which other way to get a token is allowed.',
  },
  policy: {
    title: 'A rule of your organization doesn’t allow this',
    what: 'The rule may be about this computer, the network, or this way of signing in.',
    check: 'Ask an administrator which rule it was, and send them the report.',
  },
  'account-blocked': {
    title: 'The account is locked or switched off',
    what: 'Servers often lock an account after a few wrong passwords. An administrator can do it too.',
    check: 'Wait a while before you try again, because each attempt can make it longer.',
    also: 'If it stays locked, ask an administrator to unlock it.',
  },
  'password-expired': {
    title: 'The password has expired',
    what: 'The service first wants you to choose a new one.',
    check: 'Choose a new password on the provider’s website.',
    also: 'If this profile holds the password, choose “Edit profile” and type the new one.',
  },
  'client-unknown': {
    title: 'The service doesn’t know this client ID',
    what: 'There is no app with this ID, or it belongs to another organization.',
    check:
      'Choose “Edit profile” and check the client ID and the addresses against what you were given.',
  },
  'client-disabled': {
    title: 'The app is switched off there',
    what: 'The service knows the client ID, but its app has been switched off.',
    check: 'Ask the people who registered the app to switch it on again.',
  },
  'tenant-unknown': {
    title: 'The address belongs to no organization that fits',
    what: 'A part of the address names an organization. It doesn’t exist there, or this app may not use it.',
    check:
      'Choose “Edit profile” and check the addresses against what you were given, letter by letter.',
  },
  'code-expired': {
    title: 'The sign-in can no longer be used',
    what: 'It took too long, was used already, or belongs to an earlier attempt.',
    check: 'Sign in again, and finish without a long pause.',
  },
  'pkce-required': {
    title: 'The service wants the sign-in to be protected (PKCE)',
    what: 'This protection is switched off in this profile.',
    check: 'Choose “Edit profile”, switch on “PKCE”, and sign in again.',
  },
  'refresh-token-expired': {
    title: 'The permission to renew has expired',
    what: 'That happens after a while, when it isn’t used, or when a password is changed.',
    check: 'Get a new token. You may have to sign in for it.',
  },
  'grant-switched-off': {
    title: 'This way of getting a token is switched off',
    what: 'The service knows the app, but doesn’t let it get tokens this way.',
    check: 'Ask the people who registered the app to switch it on, or which other way to choose.',
  },
  administrator:
    'The administrators of your organization can help. At work, ask the IT department.',
} as const

export const tokenChecks = {
  title: 'Check or end this token',
  intro: 'The server that issued the token is asked, and no one else.',
  introOthers:
    'These servers are asked: {{hosts}}. They receive the token, so check that they belong to this service.',
  end: 'End this token',
  introspect: 'Ask the server about it',
  signature: 'Check the signature',
  userinfo: 'Who is signed in?',
  cancel: 'Cancel',
  result: 'Result of the check',
  waiting: 'Asking the server …',
  /** Why a button is missing. */
  cannot: {
    all: 'This profile has no addresses for that. “Find settings” may find them: choose “Edit profile”.',
    end: 'The server can’t be asked to end it, because the profile has no address for that (revocation endpoint).',
    endMicrosoft:
      'Microsoft has no way for programs to end a single token. To stop its renewal, sign out everywhere in your Microsoft account.',
    introspect:
      'The server can’t be asked about it, because the profile has no address for that (introspection endpoint).',
    signature:
      'Its signature can’t be checked, because the profile doesn’t say where the server’s keys are (JWKS address).',
    userinfo:
      'The server can’t be asked who is signed in, because the profile has no address for that (userinfo endpoint).',
  },
  confirm: {
    title: 'End the token of “{{name}}”?',
    what: 'Token Desk asks the server to end it, and removes it from this profile. Programs that use this token will stop working. You can get a new one later.',
    no: 'Cancel',
    yes: 'End this token',
  },
  ended: {
    title: 'The server was asked to end the token',
    gone: 'This profile no longer has it.',
    mayWorkUntil: 'A signed token may keep working until {{moment}}.',
    mayWork: 'A signed token may keep working until it expires.',
    stoppedRenewal: 'Automatic renewal is now off, so no new token is fetched without you.',
  },
  endedPartly: {
    title: 'The server did only a part of it',
    accessLeft:
      'The token can no longer be renewed, but the server did not end the access token itself. It works until it expires.',
    refreshLeft:
      'The server did end the access token, but not the permission to renew it (refresh token). You can try again.',
  },
  notEnded: {
    title: 'The server did not end the token',
    what: 'The profile still has it.',
  },
  active: {
    title: 'The server says it is active',
    subject: 'Issued to',
    userName: 'User name',
    client: 'Client ID',
    scope: 'What it may do',
    expires: 'Expires',
    issuer: 'Issued by',
    nothing: 'The server said nothing more about it.',
  },
  notActive: {
    title: 'The server says it is not active',
    what: 'That can also mean that this client may not ask.',
  },
  signed: {
    accessToken: 'Access token',
    idToken: 'ID token',
    keysFrom: 'Compared with the keys that {{host}} publishes.',
    genuine: {
      title: 'The signature is genuine',
      what: 'The server signed this token, and nothing in it was changed.',
    },
    'not-genuine': {
      title: 'The signature is not genuine',
      what: 'The server’s key did not make this signature. Don’t trust what the token says.',
    },
    'key-not-found': {
      title: 'The key was not found',
      what: 'The server doesn’t publish the key of this signature. It may have replaced it, or another server signed the token.',
    },
    'not-checkable': {
      title: 'The signature can’t be checked',
      why: {
        opaque:
          'This token has no signature to check. Only its server can read it, which is normal.',
        encrypted:
          'It is encrypted. Only the service it is meant for can open it, which is normal.',
        unsigned: 'It is not signed at all, so anyone could have written it.',
        'shared-secret':
          'It is signed with a shared secret (HS256 or similar). Only people who know the secret can check it.',
        microsoft: 'Only Microsoft can check this one; that is normal.',
        extension: 'It demands an extension of the standard that Token Desk doesn’t know.',
        algorithm: 'Its kind of signature is one that Token Desk doesn’t know.',
        'key-unusable': 'The key that the server publishes for it is too short or damaged.',
        malformed: 'The token is damaged, or written in a way that is not allowed.',
      },
    },
    'not-reached': {
      title: 'The server’s keys could not be read',
      what: 'This says nothing about the token.',
      slow: 'The server did not answer within five seconds.',
    },
  },
  person: {
    title: 'The server says who is signed in',
    name: 'Name',
    userName: 'User name',
    email: 'Email',
    subject: 'ID at the server',
    subjectTerm: 'subject',
    same: 'It is the same person as in the ID token.',
    signed: 'The answer was a signed text. Its signature was not checked.',
  },
  somebodyElse: {
    title: 'The answer is about someone else',
    what: 'The server names another person than the ID token of this sign-in, so nothing of it is shown.',
  },
  unreadable: {
    title: 'The answer doesn’t say who is signed in',
    what: 'It was not what was asked for. Check the address in the profile (userinfo endpoint).',
    encrypted: 'It is encrypted for another program.',
  },
  otherServer: {
    title: 'Nothing was sent',
    what: 'This token came from another server or client ID than the profile names now. Get a new token first.',
  },
  failed: {
    client: {
      title: 'The server did not accept this client',
      what: 'The client ID or secret may be wrong for this, or this client may not ask.',
    },
    refused: {
      title: 'The server refused',
      what: 'Something in the request did not suit the server.',
    },
    strange: {
      title: 'What came back was no answer to the question',
      what: 'Maybe the address in the profile is not the right one.',
    },
    unsafe: 'The answer was too large, or could not be read safely.',
    code: 'The server’s own error code is: {{code}}.',
  },
} as const

export const claims = {
  notVerified:
    'This is what the token says about itself. Token Desk reads it but does not check the signature; the service you use it for does that.',
  notVerifiedTerm: 'not verified',
  notVerifiedHeader:
    'This is how the token says it was made. Token Desk reads that but does not check it.',
  encrypted: 'This is normal: only the service it is meant for can read it.',
  encryptedTerm: 'encrypted token',
  opaque: 'This is normal: only the server can read this token.',
  opaqueMore:
    'It has {{count}} characters and works like any other. You can copy and use it as it is.',
  opaqueTerm: 'opaque token',
  noToken: 'Once you have a token, you’ll see here what it says.',
  contents: 'What it says',
  contentsTerm: 'claims',
  header: 'How it was made',
  headerTerm: 'JWT header',
  lockedHeaderTerm: 'JWE header',
  value: 'Value',
  meaning: 'Meaning',
  none: 'Nothing.',
  repeated: 'appears more than once',
  search: 'Search in this token',
  clearSearch: 'Clear the search',
  foundNothing: 'Nothing in this token matches.',
  found_one: '{{count}} entry matches.',
  found_other: '{{count}} entries match.',
  showAllRows: 'Show all {{count}} entries',
  showAllText: 'Show all {{count}} characters',
  yes: 'yes',
  no: 'no',
  empty: 'empty',
  /** A word of the protocol and what it means; a part of something larger and its value. */
  explained: '{{word}}: {{meaning}}',
  raw: 'Exactly as in the token',
  rawTerm: 'raw JSON',
  rawClaims: 'What it says, as raw JSON',
  rawHeader: 'How it was made, as raw JSON',
  clock: {
    behind: 'The times below use the server’s clock. This computer’s clock is {{duration}} behind.',
    ahead: 'The times below use the server’s clock. This computer’s clock is {{duration}} ahead.',
  },
  notes: 'Good to know',
  note: {
    'end-missing':
      'The end of the token is missing. Copy all of it, from the first character to the last.',
    'middle-missing': 'Something in the middle of the token was left out. Copy all of it.',
    'signature-missing':
      'The last part, the signature, is missing. No service accepts it like this. Copy all of it.',
    'parts-missing': 'This is an encrypted token, and part of it is missing. Copy all of it.',
    'part-too-many': 'It has one part too many. Maybe you copied something else along with it.',
    'written-as-json':
      'It is written as JSON. Most services want a token on one line, without brackets.',
    'payload-cut': 'Its contents are cut off, so they can’t be listed.',
    unsigned: 'It is not signed. Anyone could have written or changed it.',
    'not-yet-valid': 'It can’t be used yet. The start date is shown below.',
    'issued-in-future':
      'By this computer’s clock, it was issued in the future. Compare the clock with your phone: it may be slow.',
    ended: 'By this computer’s clock, it has expired. The date is shown below.',
    'ends-before-issued':
      'It says that it expired before it was issued. One of the two dates must be wrong.',
    'repeated-names':
      'A name appears more than once. Programs disagree about which one counts, so all are shown.',
    detached: 'Its contents are kept somewhere else, so there is nothing to show here.',
    'payload-not-encoded': 'Its contents are in plain text. That is rare but allowed.',
    'payload-not-json': 'Its contents are not in the usual form, so they can’t be listed.',
    'payload-not-utf8': 'Its contents are not text, so they can’t be listed.',
    'payload-too-deep': 'Its contents are nested too deeply to be listed.',
    'payload-too-large': 'It holds more than can be listed here: over 5000 values.',
    'unusual-dates':
      'A date is written in an unusual way, so other programs may read it differently.',
    'impossible-dates': 'A date in it does not exist. It is shown exactly as in the token.',
  },
  inspect: {
    open: 'Inspect a token',
    title: 'Inspect a token',
    intro:
      'Paste any access token to see what it says. It stays on this computer and is not stored.',
    label: 'Token',
    hint: 'It’s fine if “Bearer”, quotation marks or line breaks are around it.',
    clear: 'Clear',
    close: 'Close',
    result: 'What was found',
    glance: 'At a glance',
    found: {
      jwt: 'The token can be read. See below what it says.',
      header: 'Only how the token was made can be read. See below.',
      encrypted: 'The token is encrypted. See below how it was made.',
      opaque: 'There is nothing to read in the token.',
    },
    answer:
      'This is the server’s whole answer. Only the server can read the token in it. That is normal.',
    words: 'This does not look like a token.',
    tooLong: 'This text is too long for a token. Paste the token alone.',
    opaque:
      'There is nothing to read in it. That is normal: many tokens can only be read by the server.',
    opaqueMore_one: 'It has one character. If you expected more, check that you pasted all of it.',
    opaqueMore_other:
      'It has {{count}} characters. If you expected more, check that you pasted all of it.',
  },
} as const

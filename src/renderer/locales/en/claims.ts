export const claims = {
  notVerified:
    'This is what the token says about itself. Token Desk reads it but does not check the signature; the service you use it for does that.',
  notVerifiedTerm: 'not verified',
  notVerifiedHeader:
    'Below is how the token says it was made. Token Desk reads that but does not check it.',
  encrypted: 'This is normal: only the service it is meant for can read it.',
  encryptedTerm: 'encrypted token',
  opaque: 'This is normal: only the server can read this token.',
  opaqueMore:
    'It has {{count}} characters and works like any other. You can copy and use it as it is.',
  opaqueTerm: 'opaque token',
  noToken: 'Once you have a token, you see here what it says.',
  contents: 'What it says',
  contentsTerm: 'claims',
  header: 'How it is made',
  headerTerm: 'JWT header',
  lockedHeaderTerm: 'JWE header',
  value: 'Value',
  meaning: 'Meaning',
  none: 'Nothing.',
  repeated: 'stands there more than once',
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
  raw: 'As it stands in the token',
  rawTerm: 'raw JSON',
  rawClaims: 'What it says, as raw JSON',
  rawHeader: 'How it is made, as raw JSON',
  clock: {
    behind: 'The times below are by the server’s clock. This computer’s is {{duration}} behind it.',
    ahead:
      'The times below are by the server’s clock. This computer’s is {{duration}} ahead of it.',
  },
  notes: 'Good to know',
  note: {
    'end-missing':
      'The end of the token is missing. Copy all of it, from the first character to the last.',
    'middle-missing': 'Something in the middle of the token was left out. Copy all of it.',
    'signature-missing':
      'The last part, its signature, is missing. No service takes it like this. Copy all of it.',
    'parts-missing': 'It is an encrypted token, and a part of it is missing. Copy all of it.',
    'part-too-many': 'It has one part too many. Perhaps something else was copied along with it.',
    'written-as-json':
      'It is written as JSON. Most services want a token in one line without brackets.',
    'payload-cut': 'What it says is not all there, so it can’t be listed.',
    unsigned: 'It is not signed. Anybody could have written or changed it.',
    'not-yet-valid': 'It can’t be used yet. It says below from when.',
    'issued-in-future':
      'By this computer’s clock it was issued in the future. Compare the clock with your phone: it may be behind.',
    ended: 'By this computer’s clock it has ended. It says below when.',
    'ends-before-issued':
      'It says that it ended before it was issued. One of the two dates must be wrong.',
    'repeated-names':
      'A name stands there more than once. Programs disagree about which one counts, so all are shown.',
    detached: 'What it says is kept somewhere else, so there is nothing to show here.',
    'payload-not-encoded': 'What it says stands in it as plain text. That is rare but allowed.',
    'payload-not-json': 'What it says is not in the usual form, so it can’t be listed.',
    'payload-not-utf8': 'What it says is not text, so it can’t be listed.',
    'payload-too-deep': 'What it says is nested too deeply to be listed.',
    'payload-too-large': 'It says more than can be listed here: over 5000 values.',
    'unusual-dates':
      'A date is written in an unusual way, so other programs may read it differently.',
    'impossible-dates': 'A date is in no calendar. It is shown as it stands in the token.',
  },
  inspect: {
    open: 'Inspect a token',
    title: 'Inspect a token',
    intro:
      'Paste any access token to see what it says. It stays on this computer and is not stored.',
    label: 'Token',
    hint: '“Bearer”, quotes and line breaks around it do no harm.',
    clear: 'Clear',
    close: 'Close',
    result: 'What was found',
    glance: 'At a glance',
    found: {
      jwt: 'The token can be read. What it says follows.',
      header: 'Only how the token is made can be read. That follows.',
      encrypted: 'The token is encrypted. How it is made follows.',
      opaque: 'There is nothing to read in the token.',
    },
    answer:
      'This is the server’s whole answer. The token in it can only be read by the server. That is normal.',
    words: 'This does not look like a token.',
    tooLong: 'This text is too long for a token. Paste the token alone.',
    opaque: 'There is nothing to read in it. That is normal: many tokens only the server can read.',
    opaqueMore_one: 'It has one character. If you expected more, check that you pasted all of it.',
    opaqueMore_other:
      'It has {{count}} characters. If you expected more, check that you pasted all of it.',
  },
} as const

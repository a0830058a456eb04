/** Texts for setting up a profile from a received file, command or message. */
export const imports = {
  open: 'Paste a cURL command',
  title: 'Set up from what you received',
  intro:
    'Did your provider send you a command that begins with curl, or a file? Token Desk reads it and fills in the profile. Everything stays on this computer.',
  field: 'cURL command',
  fieldHint:
    'Copy all of it, from “curl” to the end. A PowerShell command or the address of a sign-in page works too.',
  file: 'Or a file from Postman, from Infor (.ionapi) or from a colleague (.tokendesk).',
  chooseFile: 'Choose a file',
  orDrop: 'You can also drop it anywhere on this window.',
  fileChosen: 'File: {{name}}',
  removeFile: 'Remove this file',
  drop: 'Drop the file to set up a profile from it',
  create: 'Create profile',
  createHint: 'Token Desk then asks {{server}} for a token.',
  createSignInHint: 'Then you sign in, and Token Desk gets a token from {{server}}.',
  understood: 'What Token Desk understood',
  which: 'Which one?',
  whichHint: 'There are several in it. Each can become a profile.',
  given: 'Given',
  extra: { parameter: 'Extra parameter', header: 'Extra header' },
  emptyValue: 'empty',
  on: 'On',
  missing: 'Still needed, see below',
  needed: 'Still needed',
  neededHint:
    'The rest was there. Something like YOUR_CLIENT_ID is just a placeholder, so it counts as missing.',
  neededAddress: 'Is an address missing? Click “Find settings”, and Token Desk looks it up.',
  neededShared: 'A shared file never contains these. Enter your own.',
  profile: 'The profile',
  suggestion: 'Is this for {{provider}}? You can’t tell from the address alone.',
  useSuggestion: 'Yes, use {{provider}}',
  found: {
    whole: 'Understood. Nothing is missing.',
    partly: 'Understood, but not everything could be used. What was left out is listed below.',
    missing_one: 'Understood. One thing is still needed.',
    missing_other: 'Understood. {{count}} things are still needed.',
  },
  source: {
    curl: 'from a cURL command',
    powershell: 'from a PowerShell command',
    'postman-environment': 'from a Postman environment',
    'postman-collection': 'from a Postman collection',
    ionapi: 'from an .ionapi file',
    'share-file': 'from a Token Desk file',
    address: 'from the address of a sign-in page',
  },
  empty: 'Paste a command or choose a file first.',
  tooLong: 'This is too long. Token Desk reads up to one million characters.',
  fileTooLarge: '“{{name}}” is too large. Token Desk reads files of up to 1 MB.',
  fileForeign:
    '“{{name}}” is not a Token Desk file, although its name looks like one. Ask your colleague to send it again.',
  fileWaits: 'The file you opened will be shown as soon as you unlock Token Desk.',
  fileUnreadable: '“{{name}}” could not be read. Is it still there?',
  nothing: {
    'not-recognised':
      'This doesn’t look like a command. A command begins with curl or Invoke-RestMethod. Did you copy it from the beginning?',
    'unknown-file':
      'Token Desk can’t read this kind of file. It reads Postman, .ionapi and .tokendesk files.',
    'unclosed-quote':
      'The command seems cut off: a quotation mark is never closed. Copy all of it again.',
    'no-address': 'There is no web address in this command. Did you copy all of it?',
    'no-token-request':
      'This can be read, but nothing in it asks for a token. Look for a command or file that does. Its address often contains the word “token”.',
    'token-in-script':
      'A script in this file requests the token, and Token Desk can’t read scripts. Look in it for the token address, client ID and client secret, and enter them in a new profile.',
    'other-grant': 'This gets a token in a way that Token Desk doesn’t support yet.',
    'damaged-json': 'This file is cut off or damaged, so it can’t be read. Ask for it again.',
    'newer-share-file':
      'This file was made by a newer version of Token Desk. Install that version, or ask your colleague for the details.',
    'damaged-share-file':
      'This file was changed or damaged, so it isn’t used. Ask your colleague to send it again.',
    'too-complicated':
      'Reading this took too long, so Token Desk stopped. Paste only the command that requests a token, or choose a smaller file.',
  },
  warning: {
    'other-address':
      '{{provider}} is not known to use {{server}}. Check where this came from before you enter a secret or use a token: they would be sent there.',
    'service-elsewhere':
      '“Copy as…” and “Test the token” would send your token to {{server}}. Check that this is the service you want to use.',
    'plus-is-space':
      'Your credentials contain a +. Sent this way, servers read it as a space, so Token Desk did too. If the + belongs there, type that detail again under “Edit profile”.',
  },
  leftOut: {
    title: 'What Token Desk could not use',
    rest: 'Not needed here',
    'unknown-option': 'Token Desk doesn’t know it.',
    'stray-word': 'The word after it doesn’t belong to anything.',
    'no-effect': 'It makes no difference to the token.',
    unsafe: 'Token Desk always checks that it has reached the right server.',
    connection: 'Token Desk uses this computer’s connection settings.',
    cookies: 'Token Desk sends no cookies.',
    'other-credentials': 'Token Desk doesn’t support this kind of sign-in.',
    'second-authentication': 'It appears twice. Token Desk uses the Basic header.',
    'reads-file': 'Its value is in a separate file.',
    'always-post': 'Token Desk always sends POST, as the standard requires.',
    computed: 'A script works out this value when it runs. Token Desk doesn’t run scripts.',
    'sent-as-form': 'Token Desk sends these values as a plain form.',
    'moved-to-body': 'Moved out of the address, where others could read it.',
    'not-sendable': 'It can’t be sent like this.',
    repeated: 'It appears twice. The first one counts.',
    nested: 'Its value is a list or a group, which can’t be sent.',
    'not-needed': 'A profile doesn’t need it.',
    'to-fill-in':
      'The text doesn’t contain its value. If you need it, add it later under “Edit profile”.',
    'used-up': 'It was for one sign-in. Token Desk gets a new one.',
    'not-used': 'This grant type doesn’t use it, so it isn’t sent.',
    'repeated-last': 'It appears twice. The last one counts.',
    'own-value': 'Token Desk sends its own value here.',
    'other-site':
      'It asks for another site on this server. Token Desk uses the one in the address.',
    'says-form': 'It claims to be a form, but it is JSON. Token Desk sends JSON.',
    'sent-as-text': 'Token Desk sends it as text, in quotation marks.',
    'after-semicolon':
      'curl drops what follows a semicolon here, so Token Desk did too. If it belongs to the value, type the value again.',
    'line-break': 'A line break at the end was removed.',
    'sent-in-body': 'Token Desk sends it in the request, not in the address.',
    'sent-once': 'It is sent once, in the Basic header.',
    'repeats-secret': 'It repeats part of a secret. Add it again if you need it.',
  },
} as const

/** Texts for setting up a profile from a received file, command or message. */
export const imports = {
  open: 'Paste a cURL command',
  title: 'Set up from what you received',
  intro:
    'Did your provider’s papers show a command that begins with curl, or did you get a file? Token Desk reads it and fills in the profile. Everything stays on this computer.',
  field: 'cURL command',
  fieldHint: 'Copy all of it, from “curl” to its end. A PowerShell command works too.',
  file: 'Or a file from Postman, from Infor (.ionapi) or from a colleague (.tokendesk).',
  chooseFile: 'Choose a file',
  orDrop: 'You can also drop it anywhere on this window.',
  fileChosen: 'File: {{name}}',
  removeFile: 'Take this file away',
  drop: 'Drop the file to set up a profile from it',
  create: 'Create profile',
  createHint: 'Token Desk then asks {{server}} for a token.',
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
    'The rest was there. Something like YOUR_CLIENT_ID is only a place to fill in, so it counts as missing.',
  neededShared: 'A shared file never holds these. Type your own.',
  profile: 'The profile',
  suggestion: 'Is this for {{provider}}? The address alone does not tell.',
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
  },
  empty: 'Paste a command or choose a file first.',
  tooLong: 'This is too long. Token Desk reads up to one million characters.',
  fileTooLarge: '“{{name}}” is too large. Token Desk reads files of up to 1 MB.',
  fileForeign:
    '“{{name}}” is not a file of Token Desk, although it is called like one. Ask your colleague for it again.',
  fileWaits: 'The file that you opened waits. It is shown as soon as you have unlocked.',
  fileUnreadable: '“{{name}}” could not be read. Is it still there?',
  nothing: {
    'not-recognised':
      'Token Desk does not see a command here. It begins with curl, or with Invoke-RestMethod. Did you copy it from its beginning?',
    'unknown-file':
      'Token Desk does not know this kind of file. It reads files of Postman, .ionapi files and .tokendesk files.',
    'unclosed-quote':
      'A quotation mark has no partner, so the end may be missing. Copy the command anew, to its very end.',
    'no-address': 'There is no web address in this command. Did you copy all of it?',
    'no-token-request':
      'This can be read, but nothing in it asks for a token. Look for a command or a file that does; the word “token” is often in its address.',
    'token-in-script':
      'A script in this file asks for the token, and Token Desk can’t read scripts. Look in it for the token address, the client ID and the client secret, and type them into a new profile.',
    'other-grant':
      'This signs in through a web page, or in another way that Token Desk does not know yet.',
    'damaged-json': 'This file is cut off or damaged, so it can’t be read. Ask for it again.',
    'newer-share-file':
      'This file was made by a newer Token Desk. Install the newer one, or ask your colleague for the details.',
    'damaged-share-file':
      'This file is not as Token Desk made it, so it is not used. Ask your colleague for it again.',
    'too-complicated':
      'Reading this took too long, so Token Desk stopped. Paste only the command that asks for a token, or choose a smaller file.',
  },
  warning: {
    'other-address':
      '{{provider}} is not known to use {{server}}. Check where this came from before you type a secret or use a token: they would be sent there.',
    'service-elsewhere':
      '“Copy as…” and “Test the token” would send your token to {{server}}. Check that this is the service that you want to use.',
    'plus-is-space':
      'A + stands in your credentials. Sent this way, servers read it as a space, so Token Desk did too. If the + belongs there, type that detail anew in “Edit profile”.',
  },
  leftOut: {
    title: 'What Token Desk could not use',
    rest: 'What is not needed here',
    'unknown-option': 'Token Desk does not know it.',
    'stray-word': 'A word after it has no place.',
    'no-effect': 'It does not matter for the token.',
    unsafe: 'Token Desk always checks that a server is the right one.',
    connection: 'Token Desk uses the connection settings of this computer.',
    cookies: 'Token Desk sends no cookies.',
    'other-credentials': 'This is another kind of sign-in than Token Desk knows.',
    'second-authentication': 'It is there twice; the Basic header counts.',
    'reads-file': 'Its value is in another file that is not here.',
    'always-post': 'Token Desk sends POST, as the standard asks.',
    computed: 'A script makes this value when it runs. Token Desk runs no scripts.',
    'sent-as-form': 'Token Desk sends these values as a plain form.',
    'moved-to-body': 'Moved out of the address, where it could be read by others.',
    'not-sendable': 'It can’t be sent like this.',
    repeated: 'It is there twice; the first one counts.',
    nested: 'Its value is a list or a group, which can’t be sent.',
    'not-needed': 'A profile does not need it.',
    'to-fill-in':
      'Its value is not in the text. If you need it, fill it in later under “Edit profile”.',
    'not-used': 'This grant type does not use it, so it is not sent.',
    'repeated-last': 'It is there twice; the last one counts.',
    'own-value': 'Token Desk sends a value of its own here.',
    'other-site':
      'It asks for another site on this server. Token Desk asks for the one in the address.',
    'says-form': 'It says that this is a form, but it is JSON. Token Desk sends JSON.',
    'sent-as-text': 'Token Desk sends it as text, in quotation marks.',
    'after-semicolon':
      'curl leaves out what comes after a semicolon here, so Token Desk did too. If it belongs to the value, type the value again.',
    'line-break': 'A line break at its end was left out.',
    'sent-in-body': 'Token Desk sends it in the request, not in the address.',
    'sent-once': 'It is sent once, in the Basic header.',
    'repeats-secret': 'It repeats a part of a secret. Add it again if it is needed.',
  },
} as const

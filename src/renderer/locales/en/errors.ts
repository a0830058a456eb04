export const errors = {
  'profile-not-found': 'This profile no longer exists.',
  'profile-invalid': 'Some of what you typed can’t be used.',
  'secrets-missing': 'Missing: {{names}}. Choose “Edit profile” and fill this in.',
  'no-token': 'There is no token yet. Get one first.',
  'no-report':
    'There is no report: you have made no request since you opened Token Desk, or a renewal has worked since.',
  'vault-locked': 'Your secrets can’t be opened right now, so nothing can be changed.',
  'vault-read-only':
    'Your profiles were saved by a newer version of Token Desk, so this one can’t change anything.',
  'vault-in-use':
    'Another copy of Token Desk is using these profiles, so this one can’t change anything. Close the other one, then close this one and open it again.',
  'vault-changed':
    'Another copy of Token Desk has changed these profiles, so this one won’t overwrite them. Close Token Desk and open it again.',
  'vault-missing':
    'The folder with your secrets is missing. If it is on an external or network drive, connect it and try again.',
  'vault-unreadable':
    'The file with the key to your secrets is damaged or can’t be read right now, so Token Desk won’t overwrite it. Make a backup under “Security” while Token Desk is open.',
  'lock-in-memory':
    'Your saved secrets are already locked. What you have added since is only in memory, and locking would lose it. To discard it, close Token Desk.',
  'wrong-passphrase': 'This is not the passphrase. Try again.',
  'no-passphrase': 'Set a passphrase first. Without one, nothing could unlock Token Desk again.',
  'last-key': 'This stays, because without it nothing could open your secrets.',
  'key-store-unusable': {
    'no-key-store': 'This computer’s key store does not answer.',
    'weak-key-store':
      'This computer’s key store doesn’t really protect anything, so it isn’t used.',
    'key-store-late':
      'This computer’s key store has not answered yet. It may be asking for a password in another window.',
  },
  'not-saved': {
    'disk-full': 'The disk is full. Free up some space and try again.',
    'not-writable':
      'Token Desk is not allowed to write to its folder. Ask the person who looks after this computer.',
    'folder-missing':
      'The Token Desk folder is missing. If it is on an external or network drive, connect it and try again. Leave Token Desk open until then.',
    other: 'It could not be saved. Try again.',
  },
  'share-not-written': {
    'disk-full': 'No file was made: the disk is full. Free up some space or choose another place.',
    'not-writable':
      'No file was made: Token Desk is not allowed to write there. Choose another place.',
    'folder-missing': 'No file was made: the folder is gone. Choose another place.',
    other: 'No file was made: it could not be written. Try again, or choose another place.',
  },
  'backup-unreadable': {
    'not-a-backup':
      'This file is not a Token Desk backup, or its beginning is damaged. Nothing was changed.',
    'wrong-passphrase':
      'This passphrase does not open the backup. Try again. If you are sure it is right, the file is damaged. Nothing was changed.',
    damaged:
      'This backup is damaged: part of it is missing or has been altered. Nothing was changed. Try another copy of it.',
    'newer-format':
      'This backup was made by a newer version of Token Desk. Install that version to restore it. Nothing was changed.',
    'too-large': 'This file is too large to be a Token Desk backup. Nothing was changed.',
    'not-readable': 'This file can’t be read. Nothing was changed.',
  },
  'backup-not-written': {
    'disk-full':
      'No backup was made: the disk is full. Free up some space or choose another place.',
    'not-writable':
      'No backup was made: Token Desk is not allowed to write there. Choose another place.',
    'folder-missing': 'No backup was made: the folder is gone. Choose another place.',
    'too-large': 'No backup was made: your profiles are too large for one file.',
    other: 'No backup was made: the file could not be written. Try again, or choose another place.',
  },
  'backup-closed': 'The backup is no longer open. Choose the file again.',
  'reading-stopped':
    'Token Desk stopped reading this, because it was locked or had something newer to read. Try again.',
  'too-complicated':
    'Reading this took too long, so no profile was created. Paste only the command that requests a token, or choose a smaller file.',
  'clipboard-unavailable': 'Copying to the clipboard failed. Try again.',
  'no-sign-in': 'This sign-in is over. Start it again.',
  'no-endpoint': 'The profile has no address for this.',
  'browser-unavailable': 'No browser could be opened. Open one yourself and try again.',
  'not-writable-so':
    'This token can’t be copied in this form: it is too long, or some of its characters mean something else there. Copy the header instead.',
  'practice-server-failed': 'The practice server did not start. Try again.',
  'request-refused': 'Token Desk did not accept this request. Close Token Desk and open it again.',
  internal:
    'Something went wrong inside Token Desk. If you report it, include this number: {{incident}}',
  secret: {
    clientSecret: 'client secret',
    password: 'password',
    refreshToken: 'refresh token',
  },
} as const

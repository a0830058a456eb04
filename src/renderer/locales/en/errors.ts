export const errors = {
  'profile-not-found': 'This profile no longer exists.',
  'profile-invalid': 'Some of what you typed can’t be used.',
  'secrets-missing': 'Something secret is missing: {{names}}. Choose “Edit profile” and type it.',
  'no-token': 'There is no token yet. Get one first.',
  'no-report':
    'There is no report: nothing was asked since Token Desk was opened, or a renewal worked since.',
  'vault-locked': 'Your secrets can’t be opened now, so nothing can be changed.',
  'vault-read-only': 'Your profiles were saved by a newer Token Desk, so this one changes nothing.',
  'vault-in-use':
    'Another Token Desk is using these profiles, so this one changes nothing. Close the other one, then close this one and open it again.',
  'vault-changed':
    'Another Token Desk has changed these profiles, so this one does not write over them. Close Token Desk and open it again.',
  'vault-missing':
    'The folder with your secrets is not there now. If it is on a drive or in a network, connect it and try again.',
  'vault-unreadable':
    'The file that holds the key to your secrets is damaged, or can’t be read now, so Token Desk does not write over it. Make a backup under “Security” while Token Desk is open.',
  'lock-in-memory':
    'Your saved secrets are locked already. What you have added since is in memory alone, and a lock would lose it. To forget it, close Token Desk.',
  'wrong-passphrase': 'This is not the passphrase. Try again.',
  'no-passphrase': 'Set a passphrase first: without one nothing could open it again.',
  'last-key': 'Without this nothing would open your secrets any more, so it stays.',
  'key-store-unusable': {
    'no-key-store': 'The key store of this computer does not answer.',
    'weak-key-store':
      'The key store of this computer does not really protect anything, so it is not used.',
    'key-store-late':
      'The key store of this computer has not answered yet. Perhaps it asks for a password in another window.',
  },
  'not-saved': {
    'disk-full': 'The disk is full. Free some space and try again.',
    'not-writable': 'Token Desk may not write into its folder. Ask who looks after this computer.',
    'folder-missing':
      'The folder of Token Desk is not there now. If it is on a drive or in a network, connect it and try again. Leave Token Desk open until then.',
    other: 'It could not be saved. Try again.',
  },
  'backup-unreadable': {
    'not-a-backup':
      'This file is not a backup of Token Desk, or its beginning is damaged. Nothing was changed.',
    'wrong-passphrase':
      'This passphrase does not open the backup. Try again. If you are sure of it, the file is damaged. Nothing was changed.',
    damaged:
      'This backup is damaged: a part of it is missing or not as it was written. Nothing was changed. Try another copy of it.',
    'newer-format':
      'This backup was made by a newer Token Desk. Install the newer one to restore it. Nothing was changed.',
    'too-large': 'This file is too large to be a backup of Token Desk. Nothing was changed.',
    'not-readable': 'This file can’t be read. Nothing was changed.',
  },
  'backup-not-written': {
    'disk-full': 'There is no backup: the disk is full. Free some space or choose another place.',
    'not-writable': 'There is no backup: nothing may be written there. Choose another place.',
    'folder-missing': 'There is no backup: the folder is gone. Choose another place.',
    'too-large': 'There is no backup: your profiles are too much for one file.',
    other: 'There is no backup: it could not be written. Try again, or choose another place.',
  },
  'backup-closed': 'The backup is no longer open. Choose the file again.',
  'reading-stopped':
    'Token Desk stopped reading this, because it was locked or had something newer to read. Try again.',
  'too-complicated':
    'Reading this took too long, so no profile was made. Paste only the command that asks for a token, or choose a smaller file.',
  'clipboard-unavailable': 'The clipboard did not take it. Try again.',
  'browser-unavailable': 'No browser could be opened. Open one yourself and try again.',
  'port-unavailable':
    'Port {{port}} is in use by another program. Close that program, or choose another port.',
  'not-writable-so':
    'This token can’t be written in this form: it is too long for it, or some of its characters mean something else there. Copy the header instead.',
  'practice-server-failed': 'The practice server did not start. Try again.',
  'request-refused': 'Token Desk did not accept this request. Close it and open it again.',
  internal:
    'Something went wrong inside Token Desk. If you report it, add this number: {{incident}}',
  secret: {
    clientSecret: 'client secret',
    password: 'password',
    refreshToken: 'refresh token',
  },
} as const

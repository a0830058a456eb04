export const vault = {
  'memory-only':
    'This computer offers no protected place for secrets. Your secrets stay in memory and are gone when you close Token Desk.',
  'memory-only-locked':
    'Your saved secrets stay locked, and as they are on disk. What you add now stays in memory and is gone when you close Token Desk.',
  'key-store-changed': {
    'no-key-store':
      'Opened with your passphrase: the key store of this computer does not answer now.',
    'weak-key-store':
      'Opened with your passphrase: this session has no key store that really protects secrets.',
    'key-does-not-fit':
      'Opened with your passphrase: the key store of this computer has another key than before.',
  },
  lockedTitle: 'Your saved secrets can’t be opened now',
  locked: {
    'passphrase-needed': 'They open with your passphrase.',
    'no-key-store':
      'The key store of this computer does not answer. Unlock it, then close Token Desk and open it again. Nothing is lost.',
    'weak-key-store':
      'The key store that held their key is not there: this session has one that protects nothing. Sign in to your usual desktop, then open Token Desk again. Nothing is lost.',
    'key-does-not-fit':
      'The key store of this computer has another key than the one they were sealed with. Sign in to the computer as the user who saved them. Nothing is lost.',
    'vault-damaged':
      'The file that holds their key is damaged. Restore it from a backup. Nothing was changed.',
  },
  'read-only':
    'A newer Token Desk saved your profiles. This one shows them and changes nothing. Install the newer one to go on.',
  quarantined_one: 'One file could not be read. It was set aside, unchanged.',
  quarantined_other: '{{count}} files could not be read. They were set aside, unchanged.',
} as const

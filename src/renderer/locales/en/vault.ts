export const vault = {
  'memory-only':
    'This computer offers no protected place for secrets. Your secrets stay in memory and are gone when you close Token Desk.',
  lockedTitle: 'Your saved secrets can’t be opened now',
  locked: {
    'no-key-store':
      'The key store of this computer does not answer. Unlock it, then close Token Desk and open it again. Nothing is lost.',
    'key-does-not-fit':
      'The key store of this computer has another key than the one they were sealed with. Sign in to the computer as the user who saved them. Nothing is lost.',
    'vault-damaged':
      'The file that holds their key is damaged. Restore it from a backup. Nothing was changed.',
  },
  'read-only': {
    'newer-format':
      'A newer Token Desk saved your profiles. This one shows them and changes nothing. Install the newer one to go on.',
    'in-use':
      'Another Token Desk is using these profiles, perhaps on another computer or as another user. This one shows them and changes nothing. Close the other one, then close this one and open it again.',
    'changed-elsewhere':
      'Another Token Desk has changed these profiles since this one was opened, so nothing more is saved here. Copy what you still need, then close Token Desk and open it again.',
  },
  quarantined_one: 'One file could not be read. It was set aside, unchanged.',
  quarantined_other: '{{count}} files could not be read. They were set aside, unchanged.',
} as const

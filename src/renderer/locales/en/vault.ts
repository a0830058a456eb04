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
  unlock: {
    title: 'Token Desk is locked',
    passphrase: 'Passphrase',
    unlock: 'Unlock',
    capsLock: 'Caps Lock is on.',
    orPassphrase: 'Your passphrase opens them as well.',
    tryAgain: 'Try again',
    useKeyStore: 'Use the key store instead',
    stillClosed:
      'It still does not open. On some computers a restart of Token Desk is needed before the key store is asked again.',
    stillUnreadable: 'They still can’t be read.',
    restart: 'Restart Token Desk',
    without: 'Go on without them',
    withoutHint: 'They stay as they are. What you add then stays in memory.',
    setPassphrase: 'Set a passphrase',
    open: 'Unlock them',
  },
  lockedTitle: 'Your saved secrets can’t be opened now',
  locked: {
    'locked-by-user': 'Type your passphrase to go on.',
    'passphrase-needed': 'Type your passphrase to open it.',
    'no-key-store':
      'The key store of this computer, which keeps their key, does not answer. Unlock it and try again. Nothing is lost.',
    'weak-key-store':
      'The key store that keeps their key is not there: this session has one that protects nothing. Sign in to your usual desktop and try again. Nothing is lost.',
    'key-does-not-fit':
      'The key store of this computer has another key than before, as it has for another user or after a reset. Sign in to the computer as the user who saved them. Nothing is lost.',
    'vault-damaged':
      'The file that holds their key is damaged. Restore it from a backup. Nothing was changed.',
    'vault-unreadable':
      'The files that hold them, or their key, can’t be read now. Perhaps this user may not read the folder of Token Desk, or its drive is not ready. Ask who looks after this computer, then try again. Nothing was changed.',
  },
  'read-only': {
    'newer-format':
      'A newer Token Desk saved your profiles. This one shows them and changes nothing. Install the newer one to go on.',
    'in-use':
      'Another Token Desk is using these profiles, perhaps on another computer or as another user. This one shows them and changes nothing. Close the other one, then close this one and open it again.',
    'changed-elsewhere':
      'Another Token Desk has changed these profiles since this one was opened, so nothing more is saved here. Copy what you still need, then close Token Desk and open it again.',
  },
  'not-saved_one':
    'The last change of one profile is not on disk. Token Desk keeps it in memory and tries again. Leave it open until this goes away.',
  'not-saved_other':
    'The last changes of {{count}} profiles are not on disk. Token Desk keeps them in memory and tries again. Leave it open until this goes away.',
  quarantined_one:
    'One profile is damaged and can’t be shown. If you have a backup, restore it. What is left is kept, unchanged, in the folder “vault” where Token Desk keeps its data, under “quarantine” if it could be moved there. This message goes away when you take the files out of there.',
  quarantined_other:
    '{{count}} profiles are damaged and can’t be shown. If you have a backup, restore it. What is left is kept, unchanged, in the folder “vault” where Token Desk keeps its data, under “quarantine” if it could be moved there. This message goes away when you take the files out of there.',
  unreadable_one:
    'One profile is not shown, because its file can’t be read now. Nothing was changed. Perhaps this user may not read it, or its drive is not ready. Close Token Desk and open it again to try once more.',
  unreadable_other:
    '{{count}} profiles are not shown, because their files can’t be read now. Nothing was changed. Perhaps this user may not read them, or their drive is not ready. Close Token Desk and open it again to try once more.',
  'too-large_one':
    'One profile can’t be used, because its file is far too large for a profile. Nothing was changed. If you have a copy of the file, put it back while Token Desk is closed.',
  'too-large_other':
    '{{count}} profiles can’t be used, because their files are far too large for a profile. Nothing was changed. If you have copies of the files, put them back while Token Desk is closed.',
} as const

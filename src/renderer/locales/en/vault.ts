export const vault = {
  'memory-only': {
    'no-key-store':
      'This computer’s key store does not answer. Until it does, your secrets are kept only until you close Token Desk.',
    'weak-key-store':
      'This computer can’t store secrets safely. They are kept until you close Token Desk. Set a passphrase to save them.',
    'key-store-late':
      'This computer’s key store has not answered yet. It may be asking for a password in another window. Until it answers, your secrets are only in memory.',
  },
  'memory-only-locked':
    'Your saved secrets stay locked and unchanged. What you add now is kept only until you close Token Desk.',
  'key-store-changed': {
    'no-key-store':
      'Opened with your passphrase: this computer’s key store does not answer right now.',
    'weak-key-store':
      'Opened with your passphrase: right now there is no key store that really protects secrets.',
    'key-store-late':
      'Opened with your passphrase: this computer’s key store has not answered yet.',
    'key-does-not-fit':
      'Opened with your passphrase: this computer’s key store has a different key than before.',
  },
  unlock: {
    title: 'Token Desk is locked',
    passphrase: 'Passphrase',
    unlock: 'Unlock',
    capsLock: 'Caps Lock is on.',
    orPassphrase: 'Your passphrase opens them too.',
    tryAgain: 'Try again',
    useKeyStore: 'Use the key store instead',
    stillClosed:
      'They are still locked. On some computers, you need to restart Token Desk before it can ask the key store again.',
    stillUnreadable: 'They still can’t be read.',
    restart: 'Restart Token Desk',
    asksAtStart: 'Token Desk asks the key store again only when it starts.',
    without: 'Continue without them',
    withoutHint: 'They stay as they are. What you add then is kept only in memory.',
    setPassphrase: 'Set a passphrase',
    open: 'Unlock them',
  },
  lockedTitle: 'Your saved secrets can’t be opened right now',
  locked: {
    'locked-by-user': 'Type your passphrase to continue.',
    'passphrase-needed': 'Type your passphrase to open it.',
    'no-key-store':
      'Their key is in this computer’s key store, which does not answer. Unlock it, or let Token Desk use it. Nothing is lost.',
    'key-store-late':
      'Their key is in this computer’s key store, which has not answered yet. It may be asking for a password in another window. Answer it there, then try again. Nothing is lost.',
    'weak-key-store':
      'The key store with their key is not available: this session has one that protects nothing. Sign in to your usual desktop and try again. Nothing is lost.',
    'key-does-not-fit':
      'This computer’s key store has a different key than before, for example after a reset. Sign in to the computer as the user who saved them. Nothing is lost.',
    'vault-damaged':
      'The file that holds their key is damaged. Restore it from a backup. Nothing was changed.',
    'vault-unreadable':
      'The files with your secrets, or their key, can’t be read right now. This user may not be allowed to read the Token Desk folder, or its drive may not be ready. Ask the person who looks after this computer, then try again. Nothing was changed.',
  },
  'read-only': {
    'newer-format':
      'A newer version of Token Desk saved your profiles. This one shows them but changes nothing. Install the newer version to continue.',
    'in-use':
      'Another copy of Token Desk is using these profiles, maybe on another computer or as another user. This one shows them but changes nothing. Close the other one, then close this one and open it again.',
    'changed-elsewhere':
      'Another copy of Token Desk has changed these profiles since you opened this one, so nothing more is saved here. Copy what you still need, then close Token Desk and open it again.',
  },
  'not-saved_one':
    'The last change to one profile isn’t saved yet. Token Desk keeps it in memory and tries again. Leave it open until this message goes away.',
  'not-saved_other':
    'The last changes to {{count}} profiles aren’t saved yet. Token Desk keeps them in memory and tries again. Leave it open until this message goes away.',
  quarantined_one:
    'One profile is damaged and can’t be shown. If you have a backup, restore it. What is left is kept unchanged in the folder “vault” where Token Desk keeps its data, under “quarantine” if it could be moved there. This message goes away when you remove the files from there.',
  quarantined_other:
    '{{count}} profiles are damaged and can’t be shown. If you have a backup, restore it. What is left is kept unchanged in the folder “vault” where Token Desk keeps its data, under “quarantine” if it could be moved there. This message goes away when you remove the files from there.',
  unreadable_one:
    'One profile isn’t shown, because its file can’t be read right now. Nothing was changed. This user may not be allowed to read it, or its drive may not be ready. To try again, close Token Desk and open it again.',
  unreadable_other:
    '{{count}} profiles aren’t shown, because their files can’t be read right now. Nothing was changed. This user may not be allowed to read them, or their drive may not be ready. To try again, close Token Desk and open it again.',
  'too-large_one':
    'One profile can’t be used, because its file is far too large for a profile. Nothing was changed. If you have a copy of the file, put it back while Token Desk is closed.',
  'too-large_other':
    '{{count}} profiles can’t be used, because their files are far too large for a profile. Nothing was changed. If you have copies of the files, put them back while Token Desk is closed.',
} as const

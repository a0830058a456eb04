export const security = {
  open: 'Security',
  title: 'Security',
  intro: 'How your secrets and tokens are kept on this computer, and when Token Desk locks.',
  close: 'Close',
  passphrase: {
    title: 'Passphrase',
    none: 'Set a passphrase to lock Token Desk, and to open it where the key store can’t.',
    noneMemory:
      'With a passphrase your secrets can be kept on this computer, although it has no key store.',
    isSet: 'A passphrase is set.',
    onlyKey: 'It is the only key: nobody can open your secrets without it, nor can we.',
    leaves: 'It will be forgotten when the key store has opened Token Desk once more.',
    field: 'New passphrase',
    again: 'The same once more',
    hint: 'At least {{count}} characters. Four or five words that have nothing to do with each other are good, and easy to remember.',
    tooLong: 'Use at most {{count}} characters.',
    removeWhat:
      'Without a passphrase Token Desk can’t be locked, and only the key store of this computer opens your secrets.',
    tooShort: 'Use at least {{count}} characters.',
    notTheSame: 'These two are not the same.',
    set: 'Set passphrase',
    change: 'Change passphrase',
    remove: 'Remove passphrase',
    cancel: 'Cancel',
  },
  strength: {
    easy: 'Easy to guess. Add two or three more words.',
    fair: 'Better. One more word makes it hard to guess.',
    good: 'Hard to guess.',
  },
  keyStore: {
    title: 'Opening',
    label: 'Open without the passphrase on this computer',
    hint: 'The key store of this computer opens Token Desk. Without it, you type the passphrase each time.',
    leaves: 'From the next time you type the passphrase, it alone opens Token Desk.',
    confirm: 'Type your passphrase, so that you are not locked out.',
    confirmButton: 'Ask for it each time',
    changed: 'The key store has another key than before.',
    useThis: 'Use this key store from now on',
  },
  lock: {
    title: 'Lock',
    now: 'Lock now',
    nowHint: 'Your passphrase opens it again. You can also press {{keys}}.',
    needsPassphrase: 'Set a passphrase first: it is what opens Token Desk again.',
    byItself: 'Lock by itself:',
    idle: 'When nobody touches the computer',
    never: 'Never',
    minutes_one: 'After {{count}} minute',
    minutes_other: 'After {{count}} minutes',
    refused: 'Token Desk is not locked',
    wouldBeLost: 'Something is in memory alone and would be lost.',
    typingLost:
      'Token Desk locked itself while something was being typed. What was not saved is gone.',
    onScreenLock: 'When the screen is locked',
    onScreenLockLinux: 'Not every Linux desktop tells when its screen is locked.',
    /** Why the choice may not work; a program has no way around it. */
    idleTime: {
      'never-reported':
        'This does not work on this desktop: it does not tell programs how long the computer was left alone.',
      unreliable:
        'This may come too early or not at all here: on this desktop Token Desk sees only part of what you type and click.',
    },
    onSleep: 'When the computer goes to sleep',
  },
  closed:
    'There is nothing to choose here while your saved secrets are locked. When the key store of this computer answers again, choose “Try again” above.',
  said: {
    passphraseSet: 'Passphrase set.',
    passphraseRemoved: 'Passphrase removed.',
    protectedNow: 'Your secrets are protected now, and saved.',
  },
} as const

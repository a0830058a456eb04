/** Signing in: with the browser of this computer, or with a code on any device. */
export const signIn = {
  start: 'Sign in',
  another: 'Sign in as somebody else',
  browserHint:
    '“{{action}}” opens your browser at {{server}}. You enter your password there, not here.',
  deviceHint: '“{{action}}” gets a code from {{server}}. You enter it in any browser.',
  first: 'Sign in to get one.',
  waiting: 'Waiting …',
  left: '{{time}} left',
  browser: {
    title: 'Continue in your browser',
    opened: 'Your browser has opened a page of this site:',
    what: 'Sign in there and allow access. Token Desk then continues automatically.',
    whatPaste: 'Sign in there and allow access. Then bring back the address you land on.',
    notOpened: 'No browser could be opened for this site:',
    whatNotOpened:
      'Choose “Copy address” and paste it into a browser. Sign in there and allow access.',
    stray: 'An answer that belongs to another sign-in arrived and was ignored.',
    again: 'Open again',
    copyAddress: 'Copy address',
    copied: 'Copied',
    notice: {
      tls: {
        title: 'Your browser insisted on https',
        what: 'It tried to come back, but this address begins with http. Copy its address bar and paste it here. Next time, turn off “https only” in the browser.',
      },
      'no-parameters': {
        title: 'Your browser came back without an answer',
        what: 'The answer may be in its address bar. Copy all of it and paste it here.',
      },
      error: {
        title: 'The service reported an error',
        what: 'It may belong to another sign-in, so Token Desk keeps waiting. Does your browser show an error too? Then choose “Cancel”.',
      },
    },
  },
  paste: {
    open: 'Paste the address you landed on',
    use: 'Use it',
    hint: 'Copy all of the browser’s address bar, even if the page shows an error. If the page shows a code, the code is enough.',
    why: 'After signing in, you land on {{address}}. Token Desk can’t see that page, so it needs its address from you.',
    whyCode:
      'After signing in, the page shows a code. Token Desk can’t see it, so copy it to here.',
    secret: 'This text is as good as a password, and it works once. Never send it to anyone.',
    result: {
      taken: 'Thank you. Token Desk is getting your token.',
      'no-code':
        'There is no code in this text. Copy all of the address bar, from “http” to the very end.',
      'other-sign-in':
        'This belongs to another sign-in, or to one that is over. Use the page you opened last, or choose “Open again”.',
      'other-address':
        'This is the address of another page. Finish signing in, then copy the address of the page after that.',
    },
  },
  see: {
    title: 'What do you see in the browser?',
    redirect: {
      title: 'Something about the redirect address',
      term: 'redirect URI, reply URL, callback',
      what: 'The service only sends you back to addresses that it knows. Register this one there, letter by letter:',
      more: 'If you were given another address, choose “Edit profile” and enter that one.',
    },
    permission: {
      title: 'No permission, or not assigned',
      what: 'You did sign in, but this account may not use the app. Ask your administrator to let you in, then choose “Open again”.',
    },
    administrator: {
      title: 'An administrator has to agree',
      what: 'In your organization, only an administrator can allow this app. Send the request that the page offers, or ask your administrator.',
      more: 'You don’t have to wait here. Come back and sign in once it is allowed.',
    },
    account: {
      title: 'The wrong account, or no question at all',
      what: 'Your browser is still signed in as someone else. “Sign in as somebody else” asks the page to let you choose.',
      more: 'If it doesn’t, choose “Copy address” and paste it into a private window.',
    },
    nothing: {
      title: 'Nothing happens after “Allow”',
      what: 'Some pages don’t let the browser come back to this computer. Choose “Copy address” and try another browser, such as Firefox.',
      more: 'If the address bar has changed, paste its text here. Or ask whether the service can give you a code for another device.',
    },
    unreachable: {
      title: 'This site can’t be reached, or refused to connect',
      what: 'You are nearly done: copy the address bar of that page and paste it here.',
      more: 'A VPN, a proxy, security software or an “https only” setting of the browser may be the cause. Another port under “Redirect address” can help too.',
    },
    elsewhere: {
      title: 'I signed in on another computer',
      what: 'That works too. The last page there can’t be reached, which is normal. Copy its address to this computer and paste it here.',
    },
  },
  device: {
    title: 'Enter this code',
    open: 'Open this page on any device:',
    type: 'Sign in and enter the code:',
    compare: 'Sign in, and check that it shows the same code:',
    copy: 'Copy code',
    openPage: 'Open the page',
    notOpened:
      'Token Desk doesn’t open this address, because it is not protected by https. If you trust it, type it into a browser.',
    qr: 'QR code of {{address}}',
    scan: 'Or scan it with your phone',
    warning:
      'Only enter the code that you see here. Never enter one that someone sent you: that would let them in.',
    again: 'Get a new code',
  },
  longer: {
    at: 'You will have to sign in again at {{time}}.',
    sometime: 'When this token stops working, you will have to sign in again.',
    ends: 'Token Desk can renew this token until {{moment}}. If no renewal extends that, you will have to sign in again.',
    asked: 'Longer access was asked for, but the service didn’t give it.',
    ask: 'Ask for longer access',
    hint: 'This changes the profile, and you sign in once more. After that, Token Desk can renew the token without you.',
  },
  origin: {
    send: 'Send Origin',
  },
} as const

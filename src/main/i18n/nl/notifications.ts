import type { WordsLike } from '../../../shared/words-like.ts'
import type { notifications as english } from '../en/notifications.ts'

export const notifications: WordsLike<typeof english> = {
  copied: {
    title: 'Gekopieerd',
    validFor: 'Gekopieerd. Nog {{left}} geldig.',
    endUnknown: 'Gekopieerd. Niemand weet hoelang het geldig is.',
    ended: 'Gekopieerd, maar dit token is verlopen en kon niet vernieuwd worden.',
  },
  copyInWindow: {
    title: 'Nog niet gekopieerd',
    body: 'Op deze desktop kan Token Desk alleen in het eigen venster kopiëren. Klik hier om het te openen.',
  },
  notCopied: {
    title: 'Er is niets gekopieerd',
    body: 'Open Token Desk om te zien waarom.',
  },
  endsSoon: {
    title: '{{name}}: het token verloopt bijna',
    body: 'Het is nog {{left}} geldig en wordt niet vanzelf vernieuwd.',
    bodyNetwork:
      'Het is nog {{left}} geldig. Token Desk wacht op het netwerk om het te vernieuwen.',
    action: 'Vernieuwen en kopiëren',
  },
  needsSignIn: {
    title: '{{name}}: log opnieuw in',
    body: 'Het token kan niet meer vernieuwd worden. Open het profiel om een nieuw op te halen.',
    action: 'Profiel openen',
  },
  renewalFailed: {
    title: '{{name}}: het token is niet vernieuwd',
    body: 'Token Desk probeert het niet meer. Open het profiel om te zien waarom.',
    action: 'Profiel openen',
  },
  several: {
    title_one: '{{count}} profiel heeft je nodig',
    title_other: '{{count}} profielen hebben je nodig',
    body: 'Hun tokens verlopen of kunnen niet vernieuwd worden. Open Token Desk om te zien welke.',
  },
}

import type { WordsLike } from '../../../shared/words-like.ts'
import type { updates as english } from '../en/updates.ts'

export const updates: WordsLike<typeof english> = {
  part: 'Nieuwe versies',
  title: 'Token Desk {{version}} is uit',
  since: 'Versie {{version}} kwam uit op {{date}}. Je downloadt hem van {{host}}.',
  now: 'Hij kwam uit op {{date}}. Jij hebt versie {{own}}. De nieuwe download je van {{host}}.',
  openPage: 'Pagina openen',
  notNow: 'Niet nu',
  tell: 'Nieuwe versies melden',
  tellHint:
    'Token Desk vraagt het dan één keer per dag aan {{host}}. Het stuurt verder niets en installeert nooit iets.',
  lookNow: 'Nu controleren',
  result: {
    newest: 'Je hebt de nieuwste versie.',
    'no-answer': 'Controleren lukte niet: er kwam geen antwoord. Controleer je internetverbinding.',
    'odd-answer':
      'Controleren lukte niet: het antwoord was geen lijst met versies. Probeer het een andere dag.',
    'not-secure': 'Controleren lukte niet: de server kon niet bewijzen wie hij is.',
    'not-genuine':
      'Controleren lukte niet: het antwoord komt niet van de makers van deze app. Het is genegeerd.',
    'out-of-date':
      'Controleren lukte niet: het antwoord is te oud. Controleer de datum van deze computer, of probeer het een andere dag.',
  },
}

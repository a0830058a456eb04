import type { WordsLike } from '../../../shared/words-like.ts'
import type { activity as english } from '../en/activity.ts'

export const activity: WordsLike<typeof english> = {
  empty: 'Nog niets gebeurd. Elke poging om een token op te halen komt hier te staan.',
  intro:
    'Wat er met het token van dit profiel gebeurde, het nieuwste eerst. Hier staan geen geheime gegevens.',
  obtain: {
    user: 'Je hebt een token opgehaald',
    renewal: 'Token Desk heeft een token voor je opgehaald',
  },
  refresh: {
    user: 'Je hebt het token verlengd',
    renewal: 'Token Desk heeft het token voor je verlengd',
  },
  foundMethod: 'Je hebt de andere manieren geprobeerd. Eén werkte, en Token Desk onthoudt die',
  failed: {
    obtain: 'Token ophalen: {{what}}',
    refresh: 'Verlengen: {{what}}',
    'other-methods': 'Andere manieren proberen: {{what}}',
  },
  keptFresh: 'Het zou bijna verlopen, en “Automatisch verlengen” stond aan.',
  byRenewal: 'Token Desk probeerde dit automatisch, omdat “Automatisch verlengen” aanstond.',
  showAll: 'Alle {{count}} regels tonen',
  oldest: 'Dit zijn de nieuwste {{count}} regels. Oudere worden niet bewaard.',
}

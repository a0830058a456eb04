import type { WordsLike } from '../../../shared/words-like.ts'
import type { activity as english } from '../en/activity.ts'

export const activity: WordsLike<typeof english> = {
  empty: 'Er is nog niets gebeurd. Elke poging om een token op te halen komt hier in de lijst.',
  intro:
    'Wat er met het token van dit profiel gebeurde, het nieuwste eerst. Hier staan geen geheime gegevens.',
  obtain: {
    user: 'Je hebt een token opgehaald',
    renewal: 'Token Desk heeft een token voor je opgehaald',
  },
  refresh: {
    user: 'Je hebt het token vernieuwd',
    renewal: 'Token Desk heeft het token voor je vernieuwd',
  },
  foundWay: 'Je hebt de andere manieren geprobeerd; één werkte en is onthouden',
  failed: {
    obtain: 'Token ophalen: {{what}}',
    refresh: 'Vernieuwen: {{what}}',
    'other-ways': 'Andere manieren proberen: {{what}}',
  },
  keptFresh: 'Het zou bijna verlopen, en “Token geldig houden” stond aan.',
  byRenewal: 'Token Desk probeerde het uit zichzelf, omdat “Token geldig houden” aan stond.',
  showAll: 'Alle {{count}} regels tonen',
  oldest: 'Dit zijn de nieuwste {{count}} regels; oudere worden niet bewaard.',
}

import type { WordsLike } from '../../../shared/words-like.ts'
import type { activity as english } from '../en/activity.ts'

export const activity: WordsLike<typeof english> = {
  empty: 'Er is nog niets gebeurd. Elke poging om een token op te halen komt hier in de lijst.',
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
  byRenewal: '(Token Desk probeerde het uit zichzelf)',
}

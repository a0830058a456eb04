import type { WordsLike } from '../../../shared/words-like.ts'
import type { groups as english } from '../en/groups.ts'

export const groups: WordsLike<typeof english> = {
  title: 'In je lijst',
  folder: 'Map',
  folderHint: 'Houdt profielen bij elkaar. Kies er een, of typ een nieuwe naam.',
  notes: 'Notities',
  notesHint:
    'Alleen voor jezelf, bijvoorbeeld van wie je de gegevens kreeg. Zet hier geen wachtwoorden in: notities zijn niet versleuteld.',
  without: 'Zonder map',
  count_one: '{{count}} profiel',
  count_other: '{{count}} profielen',
  opening_one: '{{count}} profiel openen …',
  opening_other: '{{count}} profielen openen …',
  found_one: '{{count}} gevonden',
  found_other: '{{count}} gevonden',
  none: 'Niets gevonden',
  showFolders: 'Mappen tonen',
  sort: {
    label: 'Profielen sorteren op',
    name: 'Op naam',
    expiry: 'Verloopt eerst',
    'last-used': 'Laatst gebruikt',
  },
  tag: {
    label: 'Label',
    hint: 'Markeert het profiel, zodat je test en productie niet door elkaar haalt.',
    none: 'Geen',
    own: 'Een andere naam …',
    name: 'Naam van het label',
    color: 'Kleur van het label',
    preview: 'Zo ziet het eruit:',
    suggested: {
      test: 'Test',
      acceptance: 'Acceptatie',
      production: 'Productie',
    },
    colors: {
      red: 'Rood, gevuld',
      amber: 'Oranjegeel',
      green: 'Groen',
      teal: 'Blauwgroen',
      blue: 'Blauw',
      purple: 'Paars',
      gray: 'Grijs',
    },
  },
}

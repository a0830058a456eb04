import type { WordsLike } from '../../../shared/words-like.ts'
import type { licences as english } from '../en/licences.ts'

export const licences: WordsLike<typeof english> = {
  open: 'Licenties',
  title: 'Licenties',
  intro:
    'In Token Desk zit het werk van veel anderen. Dit zijn hun voorwaarden. Bij Electron horen Chromium en Node.js. Hun voorwaarden staan in het bestand LICENSES.chromium.html naast het programma.',
  close: 'Sluiten',
}

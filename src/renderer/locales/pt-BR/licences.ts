import type { WordsLike } from '../../../shared/words-like.ts'
import type { licences as english } from '../en/licences.ts'

export const licences: WordsLike<typeof english> = {
  open: 'Licenças',
  title: 'Licenças',
  intro:
    'O Token Desk contém o trabalho de muitas outras pessoas. Estes são os termos delas. O Electron inclui o Chromium e o Node.js. Os termos deles estão no arquivo LICENSES.chromium.html ao lado do programa.',
  close: 'Fechar',
}

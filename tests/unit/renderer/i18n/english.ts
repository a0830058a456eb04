import { createMoments } from '../../../../src/renderer/i18n/moment.ts'
import { createLanguage } from '../../../../src/renderer/language.ts'
import { noon } from '../../../support/profiles/views.ts'

export const { t } = (await createLanguage('en')).get()
export const moments = createMoments(t, 'en-GB', () => noon)

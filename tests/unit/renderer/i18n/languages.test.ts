import { describe, expect, it } from 'vitest'
import { roughDuration, spokenDuration } from '../../../../src/renderer/i18n/duration.ts'
import { createMoments } from '../../../../src/renderer/i18n/moment.ts'
import { createLanguage } from '../../../../src/renderer/language.ts'
import { type Language, localeFor } from '../../../../src/shared/language.ts'
import { minute } from '../../../support/profiles/views.ts'

const [hour, day] = [60 * minute, 24 * 60 * minute]
/** In local time, so that the words are the same wherever the tests run. */
const now = new Date(2030, 0, 15, 12).getTime()

async function speakerOf(language: Language, region: string) {
  const { t } = (await createLanguage(language, () => region)).get()
  const moments = createMoments(t, localeFor(language, region), () => now)
  // Some of the spaces in dates are narrow or don't break.
  const plain = (text: string) => text.replace(/\s/g, ' ')
  return { t, plain, moments }
}

describe.each([
  {
    language: 'en',
    region: 'US',
    today: 'today, 12:05 PM',
    otherDay: 'Jan 18, 2030, 12:00 PM',
    exact: 'Jan 15, 2030, 12:00:01 PM',
    yesterday: 'Yesterday',
    wholeDay: 'Tuesday, January 1, 2030',
    spans: ['1 hour 30 minutes', '2 days', '59 min', '1 h 05 min', '3 d 00 h'],
    characters: 'Show all 12,345 characters',
    profiles: ['One field needs your attention.', '1,000 fields need your attention.'],
  },
  {
    language: 'en',
    region: 'NL',
    today: 'today, 12:05',
    otherDay: '18 Jan 2030, 12:00',
    exact: '15 Jan 2030, 12:00:01',
    yesterday: 'Yesterday',
    wholeDay: 'Tuesday, 1 January 2030',
    spans: ['1 hour 30 minutes', '2 days', '59 min', '1 h 05 min', '3 d 00 h'],
    characters: 'Show all 12.345 characters',
    profiles: ['One field needs your attention.', '1.000 fields need your attention.'],
  },
  {
    language: 'nl',
    region: 'NL',
    today: 'vandaag, 12:05',
    otherDay: '18 jan 2030, 12:00',
    exact: '15 jan 2030, 12:00:01',
    yesterday: 'Gisteren',
    wholeDay: 'Dinsdag 1 januari 2030',
    spans: ['1 uur 30 minuten', '2 dagen', '59 min', '1 u 05 min', '3 d 00 u'],
    characters: 'Alle 12.345 tekens tonen',
    profiles: ['Eén veld heeft je aandacht nodig.', '1.000 velden hebben je aandacht nodig.'],
  },
  {
    language: 'pt-BR',
    region: 'BR',
    today: 'hoje, 12:05',
    otherDay: '18 de jan. de 2030, 12:00',
    exact: '15 de jan. de 2030, 12:00:01',
    yesterday: 'Ontem',
    wholeDay: 'Terça-feira, 1 de janeiro de 2030',
    spans: ['1 hora 30 minutos', '2 dias', '59 min', '1 h 05 min', '3 d 00 h'],
    characters: 'Mostrar todos os 12.345 caracteres',
    profiles: ['Um campo precisa da sua atenção.', '1.000 campos precisam da sua atenção.'],
  },
] as const)('in $language in $region', (toast) => {
  it('points in time are written as people write them', async () => {
    const { plain, moments } = await speakerOf(toast.language, toast.region)
    expect(plain(moments.short(now + 5 * minute))).toBe(toast.today)
    expect(plain(moments.short(now + 3 * day))).toBe(toast.otherDay)
    expect(plain(moments.exact(now + 1000))).toBe(toast.exact)
    expect(moments.day(now - day)).toBe(toast.yesterday)
    expect(plain(moments.day(now - 14 * day))).toBe(toast.wholeDay)
  })

  it('spans have the units of the language', async () => {
    const { t } = await speakerOf(toast.language, toast.region)
    expect([
      roughDuration(t, 90 * minute),
      roughDuration(t, 2 * day),
      spokenDuration(t, 59 * minute),
      spokenDuration(t, hour + 5 * minute),
      spokenDuration(t, 3 * day),
    ]).toEqual(toast.spans)
  })

  it('numbers in sentences are grouped and plural as there', async () => {
    const { t, plain } = await speakerOf(toast.language, toast.region)
    expect(plain(t('claims.showAllText', { count: 12_345 }))).toBe(toast.characters)
    expect([1, 1000].map((count) => plain(t('form.problems', { count })))).toEqual(toast.profiles)
  })
})

it('a whole million has words in Portuguese, which has a plural form for it', async () => {
  const { t } = await speakerOf('pt-BR', 'BR')
  expect(t('form.problems', { count: 1_000_000 })).toBe('1.000.000 campos precisam da sua atenção.')
})

import { expect, test } from 'vitest'
import { createMainWords } from '../../../src/main/i18n/i18n.ts'

test('main uses a new language at once', () => {
  const { t, speak } = createMainWords('nl')
  expect(t('menu.lockNow')).toBe('Nu vergrendelen')
  speak('pt-BR')
  expect(t('menu.lockNow')).toBe('Bloquear agora')
  speak('en')
  expect(t('menu.lockNow')).toBe('Lock now')
})

test.each(['en', 'nl', 'pt-BR'] as const)('every number has its plural form in %s', (language) => {
  const { t } = createMainWords(language)
  for (const count of [0, 1, 2, 5, 21, 10_000, 1_000_000]) {
    expect(t('unsaved.what', { count })).toMatch(/Token Desk/)
  }
})

test('a name in a sentence stays as it is', () => {
  expect(createMainWords('en').t('menu.about', { app: 'A & B <i>' })).toBe('About A & B <i>')
})

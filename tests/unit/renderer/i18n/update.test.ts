import { expect, test } from 'vitest'
import { notesIn } from '../../../../src/renderer/i18n/update.ts'

const version = { version: '1.2.0', released: '2026-11-20', pageHost: 'desk.example' }

test('notes are in the user’s language, else in English and marked so, else there are none', () => {
  const both = { ...version, notes: { en: 'Faster.', nl: 'Sneller.' } }
  expect(notesIn(both, 'nl')).toEqual({ text: 'Sneller.', language: 'nl' })
  expect(notesIn(both, 'pt-BR')).toEqual({ text: 'Faster.', language: 'en' })
  expect(notesIn({ ...version, notes: { nl: 'Sneller.' } }, 'pt-BR')).toBe(null)
})

import { describe, expect, it } from 'vitest'
import { foundText } from '../../../../src/renderer/i18n/claim.ts'
import type { JwtNote, PastedContents } from '../../../../src/shared/token.ts'
import { t } from './english.ts'

const jwtWith = (note: JwtNote): PastedContents => ({
  format: 'jwt',
  header: [],
  claims: [],
  notes: [note],
})

describe('what is announced of a pasted text', () => {
  it('is that the claims follow, only where they do', () => {
    expect(foundText(t, jwtWith('unsigned'))).toMatch(/^The token can be read/)
    for (const note of ['detached', 'payload-not-json', 'payload-too-large'] as const) {
      expect(foundText(t, jwtWith(note))).toBe(
        'Only how the token was made can be read. See below.',
      )
    }
  })

  it('distinguishes a token from a response and from text', () => {
    const reported = [
      foundText(t, { format: 'encrypted', header: [], notes: [] }),
      foundText(t, { format: 'opaque', length: 8 }),
      foundText(t, { format: 'answer' }),
      foundText(t, { format: 'words' }),
    ]
    expect(new Set(reported).size).toBe(reported.length)
    expect(reported.at(-1)).toBe('This does not look like a token.')
  })
})

import { describe, expect, it } from 'vitest'
import { noteClipboard } from '../../support/leaks/clipboard-items.mjs'

/** As Electron 44 has them: nothing of one is its own property. */
class FakeClipboardItem {
  readonly #parts: Readonly<Record<string, string | Blob>>
  constructor(parts: Readonly<Record<string, string | Blob>>) {
    this.#parts = parts
  }
  get types(): readonly string[] {
    return Object.keys(this.#parts)
  }
  async getType(type: string): Promise<Blob> {
    const part = this.#parts[type]
    if (part === undefined) throw new Error(`no ${type}`)
    return new Blob([part], { type })
  }
}

async function noted(said: unknown): Promise<readonly unknown[]> {
  const found: unknown[] = []
  await noteClipboard(said, (part) => found.push(part))
  return found
}

describe('what the recorder notes of a clipboard', () => {
  it('are the types and texts of an item, which JSON does not show', async () => {
    const item = new FakeClipboardItem({
      'text/plain': 'planted-token',
      'web application/x-planted-type': new Blob(['planted-bytes']),
    })
    expect(JSON.stringify([item])).toBe('[{}]')
    expect(await noted([item])).toEqual([
      { type: 'text/plain', content: 'planted-token' },
      { type: 'web application/x-planted-type', content: 'planted-bytes' },
    ])
    expect(await noted(item)).toHaveLength(2)
  })

  it('is what older versions write, as it is', async () => {
    expect(await noted('planted-token')).toEqual(['planted-token'])
    expect(await noted({ text: 'planted-token' })).toEqual([{ text: 'planted-token' }])
  })

  it('is also that a part could not be read', async () => {
    const broken = { types: ['text/plain'], getType: () => Promise.reject(new Error('gone')) }
    expect(await noted([broken])).toEqual([{ type: 'text/plain', unreadable: 'Error: gone' }])
  })
})
